"""Small lists in OFAC's and the United Nations' own forms, with invented entries, which a test may change."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg

from seeds.lists.downloads import checksum_of
from seeds.lists.load import Options, import_list
from seeds.lists.metadata import Input, OfficialList
from seeds.lists.ofac import SDN
from seeds.lists.report import Report

_NULL = "-0- "


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of an OFAC list, with what the other files say under its number."""

    uid: int
    name: str
    kind: str = _NULL
    program: str = "BELARUS-EO14038"
    title: str = _NULL
    vessel: tuple[str, str, str, str, str, str] = (_NULL,) * 6
    remarks: str = _NULL
    aliases: tuple[tuple[str, str], ...] = ()
    addresses: tuple[tuple[str, str, str], ...] = ((_NULL, _NULL, _NULL),)
    comment: str | None = None


POTASH = Listed(
    33374,
    "POTASH WORKS OJSC",
    remarks="Tax ID No. 600122610 (Belarus); a.k.a. 'PW'; Linked To: RIVER BANK.",
    aliases=(("aka", "OPEN JOINT STOCK COMPANY POTASH WORKS"), ("fka", "Kaliwerk")),
    addresses=(("Main Street 5", "Salt Town 223710", "Belarus"),),
)
BANK = Listed(
    40001,
    "RIVER BANK",
    program="BELARUS] [BELARUS-EO14038",
    addresses=(("Quay 1", "Minsk", "Belarus"), (_NULL, _NULL, "Lithuania")),
)
PERSON = Listed(
    40002,
    "SAMPLE, Ivan Ivanavich",
    "individual",
    title="Director, River Bank",
    remarks="DOB 15 Jan 1955; alt. DOB 1956; POB Minsk, Belarus; nationality Belarus; Passport MP1234567 (Belarus) expires 2029;"
    " Gender Male; a.k.a. 'VANYA'; Linked To: RIVER BANK.",
    aliases=(("aka", "SAMPLE, Jan"),),
)
SHIP = Listed(
    40003,
    "SEA SAMPLE",
    "vessel",
    vessel=("ABCD1", "Bulk Carrier", "70000", "35000", "Lithuania", "River Bank"),
    remarks="Vessel Registration Identification IMO 9187629; MMSI 572469210.",
)
ALL = (POTASH, BANK, PERSON, SHIP)


def _quoted(text: str) -> str:
    return text if text == _NULL else '"' + text.replace('"', '""') + '"'


@dataclass(slots=True)
class Folder:
    """A folder with the four files."""

    path: Path
    entries: tuple[Listed, ...] = ALL
    names: tuple[str, str, str, str] = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")

    def write(self) -> Input:
        """Write the files; give them as the input of a list."""
        self.path.mkdir(exist_ok=True)
        rows: dict[str, list[str]] = {name: [] for name in self.names}
        own = 0
        for entry in self.entries:
            cells = (entry.name, entry.kind, entry.program, entry.title, *entry.vessel, entry.remarks)
            rows[self.names[0]].append(",".join((str(entry.uid), *map(_quoted, cells))))
            for kind, alias in entry.aliases:
                own += 1
                rows[self.names[1]].append(f'{entry.uid},{own},"{kind}",{_quoted(alias)},{_NULL}')
            for address in entry.addresses:
                own += 1
                rows[self.names[2]].append(f"{entry.uid},{own},{','.join(map(_quoted, address))},{_NULL}")
            if entry.comment:
                rows[self.names[3]].append(f"{entry.uid},{_quoted(entry.comment)}")
        for name, lines in rows.items():
            (self.path / name).write_bytes("".join(f"{line}\r\n" for line in lines).encode() + b"\x1a")
        return self.input()

    def input(self) -> Input:
        """The files as they are now."""
        files = tuple(sorted(path for path in self.path.iterdir() if path.is_file()))
        return Input(files, checksum_of(*files))


def small(official: OfficialList[Any], expected: int = 1) -> OfficialList[Any]:
    """A list of which few entries are enough."""
    return replace(official, metadata=replace(official.metadata, expected=expected))


async def load_entries(
    connection: asyncpg.Connection,
    folder: Path,
    day: str,
    *entries: Listed,
    shrink: float | None = None,
    dry_run: bool = False,
) -> Report:
    """Load a small SDN list of a day."""
    chosen = Options(date.fromisoformat(day), shrink, dry_run)
    return await import_list(connection, small(SDN), Folder(folder, entries).write(), chosen)
