"""A newsroom's own table is read as people keep it, and refused where it cannot be."""

import codecs
from pathlib import Path

import pytest

from schema.enums import IdentifierScheme, NameKind, TargetKind
from seeds.lists.audit import Audit
from seeds.lists.entries import Entry, Identifier, Name
from seeds.lists.findings import ListRefused
from seeds.lists.metadata import Input
from seeds.lists.newsroom import Newsroom, newsroom
from tests.seeds.lists.reading import entries_of, put

TABLE = """id,kind,name,aliases,country,program,identifiers,born_on,listed_on,remarks
7,person,Iryna Example,I. Example|Ірына Прыклад,BY,EU-BLR|GB-BLR,LEI:X1|TAX_ID:77,1962-05,2021-06-21,See our story
c.8,company,"Example, Trade",,Belarus,,,,,
"""
PLAIN = Newsroom()
INDEX = Path(__file__).parents[4] / "shared" / "names" / "index.tsv"


def _read(tmp_path: Path, text: str | bytes, about: Newsroom = PLAIN) -> tuple[dict[str, Entry], Audit]:
    content = text.encode() if isinstance(text, str) else text
    return entries_of(newsroom(about), put(tmp_path / "list.csv", content))


def test_a_row_is_an_entry(tmp_path: Path) -> None:
    """With its aliases, country, numbers and date of birth."""
    entries, audit = _read(tmp_path, TABLE)
    person, company = entries.values()
    assert (person.key, person.slug, person.kind, person.name) == (
        "7",
        "newsroom-7",
        TargetKind.PERSON,
        "Iryna Example",
    )
    assert person.names == (
        Name("I. Example", NameKind.ALIAS, script="Latn"),
        Name("Ірына Прыклад", NameKind.ORIGINAL_SCRIPT, script="Cyrl"),
    )
    assert (person.born_on, person.countries, person.remarks) == ("1962-05", ("BY",), "See our story")
    assert person.identifiers == (
        Identifier(IdentifierScheme.LEI, "X1"),
        Identifier(IdentifierScheme.TAX_ID, "77"),
    )
    assert (company.kind, company.name, company.countries) == (
        TargetKind.ORGANIZATION,
        "Example, Trade",
        ("BY",),
    )
    assert audit.findings == []


def test_a_row_with_a_program_or_a_date_is_a_sanction(tmp_path: Path) -> None:
    """A row without either is somebody the newsroom knows, and nothing more."""
    entries, _ = _read(tmp_path, TABLE)
    (one,) = entries["7"].designations
    assert (one.key, one.programs, one.listed_on) == ("7", ("EU-BLR", "GB-BLR"), "2021-06-21")
    assert entries["c.8"].designations == ()


@pytest.mark.parametrize("delimiter", ["\t", ";", ","], ids=["tabs", "semicolons", "commas"])
def test_the_delimiter_is_told_from_the_first_row(tmp_path: Path, delimiter: str) -> None:
    """As spreadsheets write tables in different countries."""
    rows = (("id", "kind", "name"), ("1", "person", "A B"), ("2", "vessel", "C D"))
    entries, _ = _read(tmp_path, "\r\n".join(delimiter.join(row) for row in rows))
    assert [entry.name for entry in entries.values()] == ["A B", "C D"]


def test_a_table_as_excel_saves_it_is_read(tmp_path: Path) -> None:
    """With a byte order mark, Windows' line ends and quotation marks over several lines."""
    text = 'id,kind,name,remarks\r\n1,person,"Example, Iryna","One line\r\nand ""another"""\r\n'
    entries, _ = _read(tmp_path, codecs.BOM_UTF8 + text.encode())
    assert (entries["1"].name, entries["1"].remarks) == ("Example, Iryna", 'One line\r\nand "another"')


def test_columns_may_have_other_names(tmp_path: Path) -> None:
    """The names are given, in any case; the rest of the columns go by their own."""
    about = Newsroom(columns={"id": "Nr.", "name": "Nom", "kind": "Sorte"})
    entries, _ = _read(tmp_path, "NR.;nom;Sorte;Aliases\n4;Irène Exemple;person;Irka\n", about)
    assert (entries["4"].name, entries["4"].names[0].text) == ("Irène Exemple", "Irka")


def test_a_list_is_known_by_what_it_is_called(tmp_path: Path) -> None:
    """Two newsrooms' lists are two data sets, each with its publisher and licence."""
    about = Newsroom("our-list", "Our list", "The Example", "CC BY 4.0")
    metadata = newsroom(about).metadata
    assert (metadata.slug, metadata.title, metadata.license) == ("our-list", "Our list", "CC BY 4.0")
    assert (metadata.publisher.slug[:8], metadata.publisher.name) == ("newsroom", "The Example")
    entries, _ = _read(tmp_path, TABLE, about)
    assert entries["7"].slug == "our-list-7"


@pytest.mark.parametrize(
    ("cells", "what", "value"),
    [
        ({"kind": "unicorn"}, "unknown kind; taken as OTHER", "unicorn"),
        ({"country": "Atlantis"}, "unknown country", "Atlantis"),
        ({"born_on": "3 May 62"}, "unknown form of date in `born_on`", "3 May 62"),
        ({"identifiers": "77"}, "no identifier of the form SCHEME:NUMBER", "77"),
        ({"url": "example.org"}, "no address of a page", "example.org"),
    ],
)
def test_what_is_not_understood_is_reported(
    tmp_path: Path, cells: dict[str, str], what: str, value: str
) -> None:
    """With its line and its value; the entry stays."""
    row = {"id": "1", "kind": "person", "name": "A B", **cells}
    entries, audit = _read(tmp_path, ",".join(row) + "\n" + ",".join(row.values()) + "\n")
    assert list(entries) == ["1"]
    assert [(one.place.line, one.what, one.value) for one in audit.findings] == [(2, what, value)]


def test_an_unknown_column_is_reported_once(tmp_path: Path) -> None:
    """It is not guessed at."""
    _, audit = _read(tmp_path, "id,kind,name,shoe size\n1,person,A,43\n2,person,B,44\n")
    assert [(one.place.line, one.what, one.value) for one in audit.findings] == [
        (1, "unknown column", "shoe size")
    ]


@pytest.mark.skipif(not INDEX.exists(), reason="the list of names is not beside this project")
def test_the_list_of_names_is_read_whole() -> None:
    """7,570 rows with tabs between, the aliases in one column."""
    entries, audit = entries_of(newsroom(), Input((INDEX,), "0" * 64))
    assert len(entries) == 7_570
    assert audit.findings == []
    assert sum(len(entry.names) for entry in entries.values()) > 5_000


HEAD = "id,kind,name\n"


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        pytest.param(b"", 1, "the table is empty", id="empty"),
        pytest.param(HEAD.encode(), 1, "the table has no rows", id="no rows"),
        pytest.param(TABLE.encode("utf-16"), 1, "is UTF-16", id="utf-16"),
        pytest.param(TABLE.encode("utf-32"), 1, "is UTF-32", id="utf-32"),
        pytest.param((HEAD + "1,person,Ren\xe9\n").encode("latin-1"), 2, "byte 13 of the line is 0xE9", id="latin-1"),
        pytest.param((HEAD + "1,person,A\n\ufeff2,person,B\n").encode(), 3, "byte order mark amid", id="two files"),
        pytest.param((HEAD + "1,person,A\0B\n").encode(), 2, "no text", id="nul"),
        pytest.param(b"id|kind|name\n1|person|A\n", 1, "names none of the columns", id="wrong delimiter"),
        pytest.param(b"36,AEROCARIBBEAN AIRLINES,-0-,CUBA\n", 1, "names none of the columns", id="another list"),
        pytest.param(b"id,name\n1,A\n", 1, "no column `kind`", id="missing column"),
        pytest.param(b"id,kind,name,name\n1,person,A,B\n", 1, "column `name` stands there twice", id="column twice"),
        pytest.param((HEAD + "1,person,A\n2,person\n").encode(), 3, "has 2 columns, and the first row has 3", id="short row"),
        pytest.param((HEAD + "1,person,A,B\n").encode(), 2, "has 4 columns", id="long row"),
        pytest.param((HEAD + '1,person,"A\n2,person,B\n').encode(), 3, "cannot be read", id="open quotation"),
        pytest.param((HEAD + ",person,A\n").encode(), 2, "has no id", id="no id"),
        pytest.param((HEAD + "1,person,\n").encode(), 2, "has no name", id="no name"),
        pytest.param(b"id,kind,name,born_on\n1,person,A,1962-02-30\n", 2, "no day of the calendar", id="impossible date"),
        pytest.param(b"PK\x05\x06" + bytes(18), 1, "no text", id="binary"),
    ],
)  # fmt: skip
def test_a_broken_table_is_refused_with_its_place(
    tmp_path: Path, content: bytes, line: int, message: str
) -> None:
    """The message names the file, the line and what is wrong."""
    with pytest.raises(ListRefused, match=message) as refused:
        _read(tmp_path, content)
    assert str(refused.value).startswith(f"list.csv:{line}: ")


def test_a_column_that_is_named_must_be_there(tmp_path: Path) -> None:
    """The message says what columns there are, and how to name one."""
    with pytest.raises(
        ListRefused, match=r"no column `Alias`(.|\n)*`id`, `kind`, `name`(.|\n)*--column aliases=NAME"
    ):
        _read(tmp_path, HEAD + "1,person,A\n", Newsroom(columns={"aliases": "Alias"}))
