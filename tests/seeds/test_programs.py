"""The registry of sanctions programs: everything that official lists name is there, under the code that they use."""

import csv
import re
from pathlib import Path

import pytest

from schema.enums import Measure, ProgramStatus
from seeds.loader import check_folder
from seeds.records.world import Organization, Program

SHARED = Path(__file__).parents[3] / "shared" / "data"
REGISTRY = SHARED / "sanction-programs.csv"
OFAC = (SHARED / "ofac-sdn-2019" / "sdn.csv", SHARED / "ofac-consolidated-2025" / "cons_prim.csv")


@pytest.fixture(scope="module")
def programs() -> dict[str, Program]:
    """All programs of the reference data."""
    return {one.code: one for document in check_folder().references for one in document.record.programs}


@pytest.fixture(scope="module")
def authorities() -> dict[str, Organization]:
    """All organizations of the reference data."""
    return {one.slug: one for document in check_folder().references for one in document.record.organizations}


@pytest.mark.parametrize(
    ("code", "authority", "alias"),
    [
        ("BELARUS", "ofac", "EO 13405"),
        ("BELARUS-EO14038", "ofac", "EO 14038"),
        ("NPWMD", "ofac", "US-NON-PROLIF"),
        ("CAATSA - RUSSIA", "us-treasury", "US-CAATSA"),
        ("EU-UKR", "council-of-the-european-union", "Regulation (EU) No 269/2014"),
        ("GB-RUS", "uk-fcdo", "SI 2019/855"),
        ("UN-SC1988", "un-security-council", "Resolution 1988"),
        ("SECO-UKRAINE", "swiss-seco", None),
    ],
)
def test_a_program_goes_by_the_code_of_its_authority(
    programs: dict[str, Program], code: str, authority: str, alias: str | None
) -> None:
    """OFAC's are its tags, the others' the registry's keys; orders and regulations are aliases."""
    assert programs[code].authority == authority
    assert alias is None or alias in programs[code].aliases


def test_a_key_over_several_tags_is_a_program_too(programs: dict[str, Program]) -> None:
    """A listing under US-IRAN that says no more is under none of OFAC's thirteen tags for Iran."""
    tags = [one.code for one in programs.values() if "US-IRAN" in one.aliases]
    assert len(tags) == 13
    assert "US-IRAN" in programs
    assert "US-IRAN" not in tags


def test_what_has_ended_says_so(programs: dict[str, Program]) -> None:
    """Programs that were revoked or terminated, also those that only old lists name."""
    ended = {code for code, one in programs.items() if one.status is ProgramStatus.ENDED}
    assert {"SYRIA", "ZIMBABWE", "BURUNDI", "SDT", "BURMA", "SECO-YUGO", "CH-FIAA-EG"} <= ended
    assert programs["CH-FIAA-UA"].status is ProgramStatus.LEGACY
    assert not {"BELARUS", "EU-BLR", "UN-SC1718"} & ended


def test_an_authority_belongs_where_its_programs_say(
    programs: dict[str, Program], authorities: dict[str, Organization]
) -> None:
    """The country of a program is that of the body that runs it; the United Nations have none."""
    for program in programs.values():
        assert program.country == authorities[program.authority].country, program.code


def test_no_two_programs_are_told_apart_by_case(programs: dict[str, Program]) -> None:
    """Codes are compared as they are typed."""
    assert len({code.casefold() for code in programs}) == len(programs)


@pytest.mark.skipif(not REGISTRY.exists(), reason="the registry is not beside this project")
def test_nothing_of_the_registry_is_missing(programs: dict[str, Program]) -> None:
    """Each key leads to a program that has the key's aliases and measures, or to its tags, which have them together."""
    with REGISTRY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 261
    for row in rows:
        found = [one for one in programs.values() if row["key"] in (one.code, *one.aliases)]
        assert found, row["key"]
        spelled = {word for one in found for word in (one.code, one.name, *one.aliases)}
        # Two aliases are a list and a whole sentence, and stand here in parts.
        aliases = {
            alias
            for alias in row["aliases"].split("|")
            if alias and not re.match("Resolutions |Lists of", alias)
        }
        assert aliases <= spelled, row["key"]
        measures = {Measure[word.upper().replace(" ", "_")] for word in row["measures"].split("|") if word}
        assert measures <= {measure for one in found for measure in one.measures}, row["key"]


@pytest.mark.skipif(not OFAC[0].exists(), reason="OFAC's files are not beside this project")
def test_every_tag_of_the_official_files_is_a_code(programs: dict[str, Program]) -> None:
    """Those of 2019 and of 2025, several in one field among them."""
    for path in OFAC:
        with path.open(encoding="latin-1", newline="") as file:
            fields = {row[3].strip() for row in csv.reader(file) if len(row) > 3}
        assert {tag for field in fields for tag in field.split("] [")} <= programs.keys()
