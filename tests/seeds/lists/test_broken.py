"""A broken input is refused whole, with the place of what is wrong, and nothing changes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from seeds.lists.findings import ListRefused
from seeds.lists.load import Options, import_list
from seeds.lists.metadata import Input, OfficialList
from seeds.lists.ofac import CONSOLIDATED, SDN
from seeds.lists.un import UN
from tests.seeds.lists.official import ALL, Folder, Listed, load_entries, small
from tests.seeds.lists.reading import entries_of, put
from tests.seeds.lists.test_ofac import XML
from tests.seeds.lists.test_un import LIST

ROOT = b"<sdnList>"
LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE sdnList [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
    "<sdnList><sdnEntry><uid>1</uid><lastName>&b;</lastName></sdnEntry></sdnList>"
)
OUTSIDE = (
    '<?xml version="1.0"?>\n<!DOCTYPE sdnList [<!ENTITY file SYSTEM "file:///etc/hostname">]>\n'
    "<sdnList><sdnEntry><uid>1</uid><lastName>&file;</lastName></sdnEntry></sdnList>"
)
HEADER = (
    "ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\n"
)


def _sdn(path: Path) -> bytes:
    return path.joinpath("sdn.csv").read_bytes()


def _replace(file: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / file
        assert old in path.read_bytes()
        path.write_bytes(path.read_bytes().replace(old, new, 1))

    return change


def _write(file: str, content: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / file).write_bytes(content((folder / file).read_bytes()))

    return change


# What is done to the four files, and what the refusal says.
DELIMITED: dict[str, tuple[Callable[[Path], None], str]] = {
    "cut within a row": (_write("sdn.csv", lambda whole: whole[:-300]), r"sdn\.csv:\d: the row (is broken|has \d+ columns)"),
    "cut between rows": (_write("add.csv", lambda whole: whole.splitlines(keepends=True)[0]), r"add\.csv:\d+: 3 of 4 entries have no row here"),
    "the list cut between rows": (_write("sdn.csv", lambda whole: b"".join(whole.splitlines(keepends=True)[:3])), r"add\.csv:5: the row belongs to the entry 40003, and the list ends with 40002"),
    "addresses cut between rows": (_write("add.csv", lambda whole: b"".join(whole.splitlines(keepends=True)[:4])), r"add\.csv:4: 1 of 4 entries have no row here"),
    "another delimiter": (_write("sdn.csv", lambda whole: whole.replace(b",", b"\t")), r"sdn\.csv:1: the row has 1 columns instead of 12"),
    "a column too few": (_replace("sdn.csv", b"-0- ,", b""), r"sdn\.csv:1: the row has 11 columns instead of 12"),
    "an open quote": (_replace("alt.csv", b'Kaliwerk"', b"Kaliwerk"), r"alt\.csv:2: the row is broken"),
    "a number twice": (_replace("sdn.csv", b"40001,", b"40002,"), r"sdn\.csv:3: the entry 40002 comes a second time"),
    "an alias twice": (_replace("alt.csv", b"33374,2,", b"33374,1,"), r"alt\.csv:2: the number 1 comes a second time"),
    "a byte order mark": (_write("sdn.csv", lambda whole: b"\xef\xbb\xbf" + whole), r"sdn\.csv:1: the file begins with a byte order mark"),
    "UTF-16": (_write("sdn.csv", lambda whole: whole.decode().encode("utf-16")), r"sdn\.csv:1: the file begins with a byte order mark"),
    "Latin-1": (_replace("sdn.csv", b"RIVER", b"R\xcdVER"), r"sdn\.csv:1: byte \d+ of the line is no UTF-8 \(0xcd\)"),
    "no end of line": (_write("sdn.csv", lambda whole: b"1" * (1 << 20) + whole), r"sdn\.csv:1: the line is longer than 1,048,576 bytes"),
    "a zero byte": (_replace("sdn.csv", b"RIVER", b"R\x00VER"), r"sdn\.csv:1: the line holds a zero byte"),
    "a header": (_write("sdn.csv", lambda whole: HEADER.encode() + whole), r"sdn\.csv:1: the row begins with 'ent_num'"),
    "no name": (_replace("sdn.csv", b'"RIVER BANK"', b"-0- "), r"sdn\.csv:2: the entry 40001 has no name"),
    "an empty file": (_write("sdn.csv", lambda _: b""), r"sdn\.csv:1: the file is empty"),
    "a missing file": (lambda folder: (folder / "alt.csv").unlink(), r"the file alt\.csv is missing; here are add\.csv, sdn\.csv"),
    "files of two days": (_replace("add.csv", b"40001,5", b"49999,5"), r"add\.csv:3: the row belongs to the entry 49999, and the list ends with 40003"),
    "rows of nobody": (_replace("add.csv", b"40001,5", b"39999,5"), r"add\.csv:3: 1 of 5 rows lead to no entry: the files are of different days"),
}  # fmt: skip


@pytest.mark.parametrize("name", DELIMITED)
async def test_broken_delimited_files_are_refused(
    told: asyncpg.Connection, tmp_path: Path, name: str
) -> None:
    """The message names file and line, and neither a row nor a revision is left."""
    folder = tmp_path / "list"
    await load_entries(told, folder, "2025-01-10", *ALL)
    before = (
        await told.fetch("SELECT xmin::text, * FROM list_entry ORDER BY key"),
        await told.fetch("SELECT * FROM revision"),
    )
    change, message = DELIMITED[name]
    change(folder)
    with pytest.raises(ListRefused, match=message) as refused:
        await import_list(told, small(SDN), Folder(folder).input(), Options(date(2025, 2, 10), shrink=None))
    assert "nothing was loaded.\n  Fix: " in str(refused.value)
    assert before == (
        await told.fetch("SELECT xmin::text, * FROM list_entry ORDER BY key"),
        await told.fetch("SELECT * FROM revision"),
    )


# The list, what its file holds, and what the refusal says.
BROKEN_XML = [
    (SDN, XML[: XML.index("<starSign>") - 10], r"list\.xml:2[12]: the file is broken or cut off"),
    (
        SDN,
        XML[: XML.rindex("</sdnList>")],
        r"list\.xml:\d+: the file is broken or cut off \(no element found",
    ),
    (SDN, XML.replace("</idList>", "", 1), r"list\.xml:\d+: the file is broken or cut off \(mismatched tag"),
    (
        SDN,
        XML.replace("<Record_Count>2", "<Record_Count>3"),
        r"list\.xml:1: the file says that it has 3 entries, and 2 are here",
    ),
    (SDN, XML.replace("<uid>40003</uid>", "", 1), r"list\.xml:2\d: the entry has no uid"),
    (SDN, LAUGHS, r"list\.xml:2: the file declares a document type"),
    (SDN, OUTSIDE, r"list\.xml:2: the file declares a document type"),
    (SDN, "<sdnList></sdnList>", r"list\.xml:1: the file holds no entry"),
    (SDN, "", r"list\.xml:1: the file is broken or cut off \(no element found"),
    (
        SDN,
        "<sdnList><sdnEntry>" + "long " * (1 << 22),
        r"list\.xml:1: one entry holds more than 16,777,216 letters",
    ),
    (SDN, "<sdnList>" + "<a>" * 100, r"list\.xml:1: elements stand 64 deep and more"),
    (SDN, LIST, r"list\.xml:2: the file is <CONSOLIDATED_LIST>, not <sdnList>: it is another list"),
    (CONSOLIDATED, XML, r"list\.xml:1: 2 of 2 entries stand under programs of OFAC's other list"),
    (
        SDN,
        XML.replace("<program>BELARUS</program>", "<program>NS-PLC</program>"),
        r"list\.xml:1: 2 of 2 entries stand under programs of OFAC's other list",
    ),
    (UN, XML, r"list\.xml:2: the file is <sdnList>, not <CONSOLIDATED_LIST>: it is another list"),
    (UN, LIST[: LIST.index("</INDIVIDUALS>")], r"list\.xml:\d+: the file is broken or cut off"),
    (
        UN,
        LIST.replace("<REFERENCE_NUMBER>ZZi.001</REFERENCE_NUMBER>", ""),
        r"list\.xml:\d+: the entry has no REFERENCE_NUMBER",
    ),
]


@pytest.mark.parametrize(("official", "content", "message"), BROKEN_XML)
def test_broken_xml_is_refused(
    tmp_path: Path, official: OfficialList[Any], content: str, message: str
) -> None:
    """The message names the line; entities are never expanded, and no other file is read."""
    with pytest.raises(ListRefused, match=message):
        entries_of(official, put(tmp_path / "list.xml", content.encode()))


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_the_encoding_that_xml_states_is_read(tmp_path: Path, encoding: str) -> None:
    """XML says its encoding itself; bytes that are not of it are refused."""
    text = XML.replace("SEA SAMPLE", "SEA SÁMPLE").replace(
        'version="1.0"', f'version="1.0" encoding="{encoding}"'
    )
    entries, _ = entries_of(SDN, put(tmp_path / "list.xml", text.encode(encoding)))
    assert entries["40003"].name == "SEA SÁMPLE"
    with pytest.raises(ListRefused, match=r"list\.xml:\d+: the file is broken or cut off \(not well-formed"):
        entries_of(SDN, put(tmp_path / "list.xml", XML.replace("SEA", "SÉA").encode("latin-1")))


def test_a_list_in_two_forms_is_refused(tmp_path: Path) -> None:
    """Nobody can tell which of the two is meant."""
    folder = Folder(tmp_path)
    folder.write()
    put(tmp_path / "sdn.xml", XML.encode())
    with pytest.raises(
        ListRefused, match=r"the list is one XML file or four delimited ones; here are add\.csv"
    ):
        entries_of(SDN, folder.input())


async def test_an_entry_twice_in_xml_is_refused(told: asyncpg.Connection, tmp_path: Path) -> None:
    """Two entries with one number are refused with the line of the second."""
    source = put(tmp_path / "list.xml", XML.replace("<uid>40003</uid>", "<uid>40002</uid>", 1).encode())
    with pytest.raises(ListRefused, match=r"list\.xml:\d+: the entry 40002 comes a second time"):
        await import_list(told, small(SDN), source, Options(date(2025, 1, 10)))


async def test_a_list_without_countries_to_lean_on_is_refused(
    writer: asyncpg.Connection, tmp_path: Path
) -> None:
    """An empty database has nothing that a list could refer to; the message says what to run."""
    with pytest.raises(ListRefused, match=r"holds no countries.*\n  Fix: run `detente seed` first"):
        await load_entries(writer, tmp_path / "a", "2025-01-10", *ALL)


def test_a_list_is_one_file(tmp_path: Path) -> None:
    """The UN's list is one XML file; a folder without it, or with two, is refused."""
    for many in (0, 2):
        source = Input(tuple(tmp_path / f"{n}.xml" for n in range(many)), "0" * 64)
        with pytest.raises(ListRefused, match="the list is one XML file; here are"):
            entries_of(UN, source)


def test_an_unknown_kind_of_entry_is_told(tmp_path: Path) -> None:
    """A type that OFAC has not used so far makes an entry of no kind, and is reported."""
    entries, audit = entries_of(SDN, Folder(tmp_path, (Listed(40011, "MOON BASE", "moonbase"),)).write())
    assert entries["40011"].kind.value == "OTHER"
    assert list(map(str, audit.findings)) == ["sdn.csv:1: a type of entry that is not known: 'moonbase'"]
