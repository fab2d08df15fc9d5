"""What a client says that it has seen and keeps, over HTTP, and what it gets."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from api import settings
from api.answers import Answers, Conditions
from api.answers.entries import Entry
from api.app import create_app
from api.database.connect import connected
from api.database.servers import Servers
from api.database.urls import Urls
from api.engine import Engine
from api.errors import RequestError
from seeds.loader.load import KEPT
from tests.answers.conftest import QUERY
from tests.database.commits import commit
from tests.serving import serving

TABLES = Path(__file__).parents[2] / "schema" / "tables"
JSON = {"Content-Type": "application/json"}


@pytest.fixture
async def client(servers: Servers, engine: Engine) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application."""
    async with serving(create_app(settings.load(), engine, servers, version=1)) as opened:
        yield opened


async def _get(client: httpx.AsyncClient, **headers: str) -> httpx.Response:
    asked = JSON | {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.get("/graphql", params={"query": QUERY}, headers=asked)


@pytest.mark.parametrize(
    ("revision", "if_none_match", "expected"),
    [
        (None, None, Conditions()),
        ("7", None, Conditions(7)),
        (" 7 ", None, Conditions(7)),
        (None, 'W/"6-x", "5-y"', Conditions(0, frozenset({'"6-x"', '"5-y"'}), 6)),
        (None, '"somebody\'s", W/"schema-z"', Conditions(0, frozenset({'"somebody\'s"', '"schema-z"'}), 0)),
        (None, '"9999999999-x"', Conditions(0, frozenset({'"9999999999-x"'}), 0)),
        (None, "nonsense", Conditions()),
    ],
)
def test_headers_are_read(revision: str | None, if_none_match: str | None, expected: Conditions) -> None:
    """A revision that is named, the tags that are kept, and the newest revision in those that are ours."""
    assert Conditions.read(revision, if_none_match) == expected


@pytest.mark.parametrize("text", ["", "x", "-1", "1.0", "1e3", "٣", "2147483648", "9" * 5000])
def test_what_is_no_revision_is_refused(text: str) -> None:
    """A promise that cannot be read is not silently dropped."""
    with pytest.raises(RequestError, match="not a revision"):
        Conditions.read(text, None)


async def test_an_answer_says_how_fresh_it_is(client: httpx.AsyncClient) -> None:
    """Its revision, a tag made from it, and that it is to be asked for again before it is used again."""
    response = await _get(client)
    assert response.json()["extensions"]["revision"] == 1
    assert response.headers["detente-revision"] == "1"
    assert re.fullmatch(r'W/"1-[\w-]{22}"', response.headers["etag"])
    assert response.headers["cache-control"] == "public, no-cache"


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_what_the_client_keeps_is_not_sent_again(client: httpx.AsyncClient, method: str) -> None:
    """However it asks: a query changes nothing, so POST is treated alike."""
    tag = (await _get(client)).headers["etag"]
    if method == "GET":
        response = await _get(client, If_None_Match=f'"other", {tag}')
    else:
        response = await client.post("/graphql", json={"query": QUERY}, headers={"If-None-Match": tag})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["etag"] == tag
    assert "content-type" not in response.headers


async def test_any_answer_will_do_for_who_says_so(client: httpx.AsyncClient) -> None:
    """If-None-Match: * asks whether there is one."""
    assert (await _get(client, If_None_Match="*")).status_code == 304


async def test_a_new_revision_has_another_tag(client: httpx.AsyncClient, filled: Urls) -> None:
    """What the client keeps is replaced, and the revision in its tag is not gone behind."""
    tag = (await _get(client)).headers["etag"]
    await commit(filled)
    fresh = await _get(client, Detente_Revision="2", If_None_Match=tag)
    assert (fresh.status_code, fresh.json()["extensions"]["revision"]) == (200, 2)


async def test_a_revision_that_was_seen_may_be_named(client: httpx.AsyncClient, filled: Urls) -> None:
    """The answer is of that one or a newer one, though this process has not heard of it."""
    await _get(client)
    revision = await commit(filled)
    response = await _get(client, Detente_Revision=str(revision))
    assert response.headers["detente-revision"] == "2"


async def test_a_revision_that_cannot_be_had_is_a_clear_refusal(client: httpx.AsyncClient) -> None:
    """Not an older answer, and nothing that a cache would keep."""
    response = await _get(client, Detente_Revision="9")
    assert response.status_code == 503
    assert response.json()["errors"][0]["message"] == "Revision 9 was asked for, and the newest is 1."
    assert response.headers["cache-control"] == "no-store"
    assert "retry-after" in response.headers


async def test_a_tag_of_data_that_are_gone_is_only_not_true(client: httpx.AsyncClient) -> None:
    """A browser that keeps an answer from before a restore gets a new one."""
    response = await _get(client, If_None_Match='W/"9-xxxxxxxxxxxxxxxxxxxxxx"')
    assert (response.status_code, response.headers["detente-revision"]) == (200, "1")


async def test_what_the_schema_answers_has_a_tag_too(client: httpx.AsyncClient) -> None:
    """Introspection is asked for again and again, and changes with the code alone."""
    body = {"query": "{ __schema { types { name } } }"}
    first = await client.post("/graphql", json=body)
    again = await client.post("/graphql", json=body, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, "detente-revision" in first.headers) == (304, False)


async def test_refusals_are_not_kept(client: httpx.AsyncClient) -> None:
    """An error has no tag."""
    response = await client.post("/graphql", json={"query": "{ nothing }"})
    assert (response.headers["cache-control"], "etag" in response.headers) == ("no-store", False)


def test_nothing_in_the_tables_hangs_on_the_clock() -> None:
    """What a statement returns follows from revision, arguments and day: only defaults of rows ask what time it is."""
    clock = re.compile(
        r"\b(now\(\)|current_date|current_timestamp|localtime|clock_timestamp|random\(\))", re.IGNORECASE
    )
    # Keys are no data, and no answer is read from them.
    for path in sorted(set(TABLES.glob("*.sql")) - set(TABLES.glob("*_api_keys.sql"))):
        for line in path.read_text("utf-8").splitlines():
            if clock.search(line.partition("--")[0]):
                assert "DEFAULT now()" in line, f"{path.name}: {line}"


async def test_whatever_is_read_is_a_revisions(seeded: Urls) -> None:
    """Each table that the reader may read is tracked, kept by the triggers of those that are, or of this code."""
    async with connected(seeded.owner) as owner:
        rows = await owner.fetch(
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                AND has_table_privilege('detente_reader', c.oid, 'SELECT')
                AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname LIKE 'record\\_%')
            """
        )
    ledgers = {"migration", "revision", "dataset_row"}
    by_migrations = {"search_reading"}
    assert {row[0] for row in rows} - ledgers - by_migrations == set(KEPT) - {"change", "revision"}


@pytest.mark.parametrize("coding", ["zstd", "br", "gzip"])
async def test_a_kept_answer_is_compressed_once(
    client: httpx.AsyncClient, coding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time its bytes come from memory, and say the same."""
    many = " ".join(f'a{number}: country(iso2: "XX") {{ name }}' for number in range(60))
    headers = {"Accept-Encoding": coding}
    keep = Answers.keep_coded
    kept: list[str] = []

    def keep_noting(answers: Answers, entry: Entry, named: str, body: bytes) -> None:
        kept.append(named)
        keep(answers, entry, named, body)

    monkeypatch.setattr(Answers, "keep_coded", keep_noting)
    plain = await client.post(
        "/graphql", json={"query": f"{{ {many} }}"}, headers={"Accept-Encoding": "identity"}
    )
    first = await client.post("/graphql", json={"query": f"{{ {many} }}"}, headers=headers)
    second = await client.post("/graphql", json={"query": f"{{ {many} }}"}, headers=headers)
    assert kept == [coding]
    assert first.headers["content-encoding"] == second.headers["content-encoding"] == coding
    assert first.content == second.content == plain.content
    assert "accept-encoding" in second.headers["vary"].lower()
    assert int(second.headers["content-length"]) < len(plain.content)
