"""Files read back as others read them: CSV by csv, workbooks by openpyxl, lines by json."""

import datetime as dt
import io

import httpx
import openpyxl
import pytest

from api.collections.declared import DECLARED
from tests.exports.conftest import read_csv, read_lines

pytestmark = pytest.mark.asyncio(loop_scope="module")
PLURALS = [each.plural for each in DECLARED]


async def _get(http: httpx.AsyncClient, path: str, **parameters: str) -> httpx.Response:
    answer = await http.get(f"/v1/{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer


@pytest.mark.parametrize("plural", PLURALS)
async def test_all_formats_hold_the_same_rows(http: httpx.AsyncClient, plural: str) -> None:
    """A collection has as many rows as CSV, as workbook and, but for the flat exchanges, as lines; by the same titles."""
    table = read_csv((await _get(http, f"{plural}.csv")).content)
    book = openpyxl.load_workbook(io.BytesIO((await _get(http, f"{plural}.xlsx")).content), read_only=True)
    titles, *rows = book.worksheets[1].iter_rows(values_only=True)
    book.close()
    lines = read_lines((await _get(http, f"{plural}.jsonl")).content)
    assert list(titles) == list(table[0])
    assert len(table) == len(rows) == len(lines) > 0


@pytest.mark.parametrize("plural", [each for each in PLURALS if each != "exchanges"])
async def test_lines_are_what_rest_answers(http: httpx.AsyncClient, plural: str) -> None:
    """Each line is a row of the collection's JSON, in its order."""
    lines = read_lines((await _get(http, f"{plural}.jsonl")).content)
    first = (await _get(http, plural, limit="500")).json()
    assert lines[:500] == first["data"]


async def test_lines_are_what_graphql_answers(http: httpx.AsyncClient) -> None:
    """An export and GraphQL read the same values of the same rows."""
    query = '{ releases(first: 500, where: {country: {iso2: {eq: "BY"}}}) { nodes { slug title total { value min } } } }'
    answer = (await http.post("/graphql", json={"query": query})).json()["data"]["releases"]["nodes"]
    lines = read_lines((await _get(http, "releases.jsonl", country="BY")).content)
    assert [(each["slug"], each["title"], each["total"]["value"]) for each in lines] == [
        (each["slug"], each["title"], each["total"]["value"]) for each in answer
    ]
    table = read_csv((await _get(http, "releases.csv", country="BY")).content)
    assert [(each["Key"], each["Title"]) for each in table] == [
        (each["slug"], each["title"]) for each in answer
    ]


async def test_excel_reads_it_as_utf_8(http: httpx.AsyncClient) -> None:
    """A file begins with the mark that Excel needs, has CRLF, and holds names in their own scripts."""
    body = (await _get(http, "detainees.csv")).content
    assert body.startswith(b"\xef\xbb\xbf")
    assert body.count(b"\r\n") > 100
    assert "Алесь Бяляцкі".encode() in body or "Бяляцк".encode() in body


async def test_a_workbook_has_real_dates_and_numbers(http: httpx.AsyncClient) -> None:
    """An exact day is a date for Excel, a month is text, a count a number."""
    book = openpyxl.load_workbook(io.BytesIO((await _get(http, "releases.xlsx")).content))
    sheet = book["Releases"]
    titles = [cell.value for cell in sheet[1]]
    row = next(
        [cell.value for cell in row]
        for row in sheet.iter_rows(min_row=2)
        if row[titles.index("Key")].value == "by-us-2025-12-13"
    )
    assert row[titles.index("Released on")] == dt.datetime(2025, 12, 13)  # noqa: DTZ001 - a sheet has no time zones
    assert row[titles.index("People")] == 123
    assert book.active is not None
    assert book.active.title == "Releases"


async def test_a_workbook_says_where_it_comes_from(http: httpx.AsyncClient) -> None:
    """The sheet before the table has address, filters, revision, license, sources, and what each column means."""
    answer = await _get(http, "releases.xlsx", nationality="US")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["About"]
    told = {str(row[0].value): str(row[1].value) for row in sheet.iter_rows()}
    assert told["Address"].endswith("/v1/releases.xlsx?nationality=US")
    assert told["Filter: nationality"] == "US"
    assert told["Revision of the data"].startswith(answer.headers["detente-revision"])
    assert told["License"] == "CC BY 4.0"
    assert "Détente" in told["Source: Détente dossiers"]
    assert told["Column: Released on"] == "When the people were let go."


async def test_what_is_told_beside_a_csv(http: httpx.AsyncClient) -> None:
    """A link leads to metadata of CSV on the Web, whose columns are those of the file."""
    answer = await _get(http, "releases.csv", country="BY")
    link = answer.links["describedby"]
    found = (await http.get(link["url"])).json()
    assert link["type"] == "application/csvm+json"
    assert found["url"].endswith("/v1/releases.csv?country=BY")
    assert [each["titles"] for each in found["tableSchema"]["columns"]] == list(read_csv(answer.content)[0])
    assert found["dc:rights"] == "CC BY 4.0"


async def test_a_running_total_says_so(http: httpx.AsyncClient) -> None:
    """No number stands in a cell without what is known about it."""
    table = read_csv((await _get(http, "releases.csv")).content)
    (row,) = [each for each in table if each["Key"] == "by-us-2025-12-13"]
    assert "Belarus (nationality): at least 110" in row["Counts"]
    assert "156 [running total:" in row["Counts"]
    assert row["Contested"] == "yes"


async def test_withheld_names_are_called_so(http: httpx.AsyncClient) -> None:
    """Whose name is withheld stands in every format, and without a name."""
    table = read_csv((await _get(http, "detainees.csv")).content)
    withheld = [row for row in table if row["Publication"] == "Withheld"]
    lines = {row["slug"]: row for row in read_lines((await _get(http, "detainees.jsonl")).content)}
    assert withheld
    assert {row["Name"] for row in withheld} == {"Name withheld"}
    assert {lines[row["Key"]]["name"] for row in withheld} == {None}


async def test_a_file_has_a_name_that_says_what_it_is(http: httpx.AsyncClient) -> None:
    """Browsers save it under its collection, filters and revision, in letters of any script."""
    answer = await _get(http, "detainees.csv", q="Беляцкий")
    told = answer.headers["content-disposition"]
    assert told.startswith('attachment; filename="detente-detainees-q-r')
    assert "filename*=UTF-8''detente-detainees-q-%D0%91" in told


async def test_fields_choose_columns(http: httpx.AsyncClient) -> None:
    """`fields` leaves the columns that hold what it names, and trims lines as it trims JSON."""
    table = read_csv((await _get(http, "releases.csv", fields="title,country.name,counts.label")).content)
    assert list(table[0]) == ["Title", "Country", "Counts"]
    (line, *_) = read_lines((await _get(http, "releases.jsonl", fields="title,country.name")).content)
    assert (list(line), list(line["country"])) == (["title", "country"], ["name"])
    flat = read_csv((await _get(http, "exchanges.csv", fields="agreementTitle,number")).content)
    assert list(flat[0]) == ["Agreement", "People"]


async def test_a_known_file_is_not_sent_again(http: httpx.AsyncClient) -> None:
    """A tag belongs to one format, and answers 304 there."""
    tag = (await _get(http, "releases.csv")).headers["etag"]
    again = await http.get("/v1/releases.csv", headers={"If-None-Match": tag})
    other = await http.get("/v1/releases.jsonl", headers={"If-None-Match": tag})
    assert (again.status_code, other.status_code) == (304, 200)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/v1/nothing.csv", 404, "NOT_FOUND"),
        ("/v1/releases.csv?nationalty=US", 400, "ILL_FORMED_REQUEST"),
        ("/v1/exchanges.csv?fields=nobody", 400, "ILL_FORMED_REQUEST"),
        ("/v1/releases.csv?where={", 400, "ILL_FORMED_REQUEST"),
    ],
)
async def test_what_there_is_not_is_refused(
    http: httpx.AsyncClient, path: str, status: int, code: str
) -> None:
    """A bad address, filter or field is a problem that says what to use instead."""
    answer = await http.get(path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["hint"]
