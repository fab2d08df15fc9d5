"""Entities in the FollowTheMoney model become entries, whatever stands where in the file."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from schema.enums import (
    DetailKind,
    IdentifierScheme,
    LinkKind,
    NameKind,
    NameQuality,
    SanctionEnding,
    TargetKind,
)
from seeds.lists.audit import Audit
from seeds.lists.entries import Address, Detail, Entry, Identifier, Link, Name
from seeds.lists.findings import ListRefused
from seeds.lists.opensanctions import METADATA, OPENSANCTIONS
from tests.seeds.lists.reading import entity, entries_of, lines, put

PERSON = {
    **entity(
        "NK-aB3",
        "Person",
        name=["Iryna Example", "Ірына Прыклад"],
        alias="I. Example",
        weakAlias="The Clerk",
        birthDate=["1962", "1962-05-03"],
        nationality="by",
        position="Deputy head",
        topics="sanction",
        addressEntity="addr-1",
        passportNumber="MP1",
        notes="Named in an annex.",
    ),
    "caption": "Iryna Example",
    "referents": ["ofac-32746", "eu-fsf-eu-7945-57", "Q42", "NK-old"],
}
ADDRESS = entity(
    "addr-1", "Address", full="1 Main Street, Minsk", street="1 Main Street", city="Minsk", country="by"
)
SANCTION = entity(
    "s-1",
    "Sanction",
    entity="NK-aB3",
    authority="European External Action Service",
    country="eu",
    programId="EU-BLR",
    program="BLR",
    listingDate="2021-06-21",
    startDate="2021-06-22",
    reason="Responsible.",
    provisions=["Asset freeze", "Travel ban"],
    authorityId="EU.7945.57",
)
PASSPORT = entity("p-1", "Passport", holder="NK-aB3", number="MP2", country="by", type="Diplomatic")
COMPANY = entity(
    "c-1", "Company", name="Example Trade", topics="sanction", innCode="7700000000", imoNumber="IMO5000000"
)
OWNERSHIP = entity("o-1", "Ownership", owner="NK-aB3", asset="c-1")


def _read(tmp_path: Path, *entities: dict[str, Any]) -> tuple[dict[str, Entry], Audit]:
    return entries_of(OPENSANCTIONS, put(tmp_path / "entities.ftm.json", lines(entities)))


def test_an_entity_is_an_entry_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    """Names, dates, addresses, numbers and sanctions, each in its place."""
    entries, audit = _read(tmp_path, PERSON, ADDRESS, SANCTION, PASSPORT)
    person = entries["NK-aB3"]
    assert (person.kind, person.name, person.born_on) == (TargetKind.PERSON, "Iryna Example", "1962-05-03")
    assert person.names == (
        Name("Ірына Прыклад", NameKind.ORIGINAL_SCRIPT, script="Cyrl"),
        Name("I. Example", NameKind.ALIAS, script="Latn"),
        Name("The Clerk", NameKind.ALIAS, NameQuality.WEAK, script="Latn"),
    )
    assert person.countries == ("BY",)
    assert person.addresses == (Address("1 Main Street", "Minsk", country="BY"),)
    assert Detail(DetailKind.BIRTH_DATE, "1962") in person.details
    assert Detail(DetailKind.TOPIC, "sanction") in person.details
    assert Identifier(IdentifierScheme.PASSPORT, "MP1") in person.identifiers
    assert Identifier(IdentifierScheme.PASSPORT, "MP2", "BY", "Diplomatic") in person.identifiers
    assert person.remarks == "Named in an annex."
    assert audit.findings == []


def test_a_sanction_is_a_designation(tmp_path: Path) -> None:
    """Who imposed it, under what, when, and the number that the list gives it."""
    entries, _ = _read(tmp_path, PERSON, SANCTION)
    (one,) = entries["NK-aB3"].designations
    assert (one.key, one.authority.slug, one.country) == ("s-1", "council-of-the-european-union", "EU")
    assert (one.list, one.programs) == ("EU Consolidated Financial Sanctions List", ("EU-BLR",))
    assert [measure.value for measure in one.measures] == ["ASSET_FREEZE", "TRAVEL_BAN"]
    assert (one.listed_on, one.started_on, one.ended_on, one.ending) == (
        "2021-06-21",
        "2021-06-22",
        None,
        None,
    )
    assert one.identifiers == (Identifier(IdentifierScheme.EU_REF, "EU.7945.57"),)


def test_a_sanction_that_ended_says_how(tmp_path: Path) -> None:
    """By expiry where it says so, otherwise by delisting."""
    ended = entity(
        "s-1", "Sanction", entity="NK-aB3", authority="Somebody", endDate="2024-02-01", status="Expired"
    )
    lifted = entity("s-2", "Sanction", entity="NK-aB3", authority="Somebody", endDate="2024-03-01")
    entries, _ = _read(tmp_path, PERSON, ended, lifted)
    assert [(one.ended_on, one.ending) for one in entries["NK-aB3"].designations] == [
        ("2024-02-01", SanctionEnding.EXPIRED),
        ("2024-03-01", SanctionEnding.DELISTED),
    ]


def test_ofacs_tags_say_more_than_the_registrys_key(tmp_path: Path) -> None:
    """Where both are given for the United States, the tags are taken."""
    sanction = entity(
        "s-1", "Sanction", entity="NK-aB3", program=["BELARUS", "BELARUS-EO14038"], programId="US-BRUS"
    )
    entries, _ = _read(tmp_path, PERSON, {**sanction, "datasets": ["us_ofac_sdn"]})
    (one,) = entries["NK-aB3"].designations
    assert (one.authority.slug, one.list, one.programs) == ("ofac", "SDN", ("BELARUS", "BELARUS-EO14038"))


def test_earlier_ids_lead_to_the_official_lists(tmp_path: Path) -> None:
    """Ids that are made of a list's own number tie the entity to that list's entry."""
    entries, _ = _read(tmp_path, PERSON)
    person = entries["NK-aB3"]
    numbers = {(one.scheme, one.value) for one in person.identifiers}
    assert {
        (IdentifierScheme.OFAC_UID, "32746"),
        (IdentifierScheme.EU_REF, "EU.7945.57"),
        (IdentifierScheme.WIKIDATA, "Q42"),
        (IdentifierScheme.OPENSANCTIONS, "NK-old"),
    } <= numbers
    assert person.former_keys == ("ofac-32746", "eu-fsf-eu-7945-57", "Q42", "NK-old")


def test_ties_are_seen_from_both_ends(tmp_path: Path) -> None:
    """The owner of a company is its owner, and to the owner the company is linked."""
    entries, _ = _read(tmp_path, OWNERSHIP, COMPANY, PERSON)
    assert entries["c-1"].links == (Link(LinkKind.OWNER, "Iryna Example", "NK-aB3"),)
    assert entries["NK-aB3"].links == (Link(LinkKind.LINKED, "Example Trade", "c-1"),)


def test_a_companys_numbers_are_its_own_kind(tmp_path: Path) -> None:
    """An IMO number of a company is not that of a ship; a tax number says which one it is."""
    entries, _ = _read(tmp_path, COMPANY)
    assert Identifier(IdentifierScheme.IMO_COMPANY, "IMO5000000") in entries["c-1"].identifiers
    assert Identifier(IdentifierScheme.TAX_ID, "7700000000", note="innCode") in entries["c-1"].identifiers


def test_the_order_of_the_lines_does_not_matter(tmp_path: Path) -> None:
    """What belongs together may stand anywhere in the file."""
    entities = [PERSON, ADDRESS, SANCTION, PASSPORT, COMPANY, OWNERSHIP]
    found = []
    for seed in range(5):
        Random(seed).shuffle(entities)  # noqa: S311 - an order, no secret
        entries, _ = _read(tmp_path, *entities)
        found.append(
            {
                key: (entry.names, entry.addresses, entry.links, entry.designations)
                for key, entry in entries.items()
            }
        )
    assert all(each == found[0] for each in found)


def test_nested_entities_say_the_same(tmp_path: Path) -> None:
    """What belongs to an entity may stand inside it, as in targets.nested.json."""
    flat, _ = _read(tmp_path, PERSON, ADDRESS, SANCTION, PASSPORT)
    properties = {
        **PERSON["properties"],
        "addressEntity": [ADDRESS],
        "sanctions": [SANCTION],
        "passports": [PASSPORT],
    }
    nested, audit = _read(tmp_path, {**PERSON, "properties": properties})
    one, other = flat["NK-aB3"], nested["NK-aB3"]
    assert (one.names, one.addresses, one.designations) == (other.names, other.addresses, other.designations)
    assert set(one.identifiers) == set(other.identifiers)
    assert audit.findings == []


def test_a_nested_tie_names_the_other(tmp_path: Path) -> None:
    """The other end of a tie may stand inside it."""
    tie = entity("o-1", "Ownership", asset=["c-1"], owner=[entity("x", "Person", name="Owner Unlisted")])
    entries, _ = _read(
        tmp_path, {**COMPANY, "properties": {**COMPANY["properties"], "ownershipAsset": [tie]}}
    )
    assert entries["c-1"].links == (Link(LinkKind.OWNER, "Owner Unlisted", "x"),)


def test_who_is_not_listed_is_no_entry(tmp_path: Path) -> None:
    """Relatives and owners are named where they are tied, and accounted for."""
    relative = entity("r-1", "Person", name="A Relative")
    tie = entity("f-1", "Family", person="NK-aB3", relative="r-1")
    entries, audit = _read(tmp_path, PERSON, relative, tie, ADDRESS)
    assert list(entries) == ["NK-aB3"]
    assert entries["NK-aB3"].links == (Link(LinkKind.FAMILY, "A Relative", "r-1"),)
    assert audit.uses["entities.ftm.json", "Person that are not listed themselves"] == 1


def test_every_line_is_accounted_for(tmp_path: Path) -> None:
    """Each has one use, also what says nothing of sanctions or belongs to nobody."""
    post = entity("post-1", "Position", name="Minister")
    stray = entity("s-9", "Sanction", entity="nobody")
    _, audit = _read(tmp_path, PERSON, ADDRESS, SANCTION, post, stray)
    assert {use: many for (_, use), many in audit.uses.items()} == {
        "Person entries": 1,
        "Address of an entry": 1,
        "Sanction of an entry": 1,
        "Sanction of an entity that is not in the file": 1,
        "Position says nothing of sanctions": 1,
    }
    assert [(one.place.line, one.what, one.value) for one in audit.findings] == [
        (5, "Sanction of an entity that the file does not hold", "nobody")
    ]


@pytest.mark.parametrize(
    ("changed", "what", "value"),
    [
        ({"shoeSize": "43"}, "unknown property `shoeSize`", "43"),
        ({"country": "atlantis"}, "unknown country code", "atlantis"),
        ({"birthDate": "about 1960"}, "unknown form of date", "about 1960"),
        ({"owner": "nobody"}, "names an entity that the file does not hold", "nobody"),
    ],
)
def test_what_is_not_understood_is_reported(
    tmp_path: Path, changed: dict[str, str], what: str, value: str
) -> None:
    """With its line and its value; the entry stays."""
    entries, audit = _read(
        tmp_path, ADDRESS, entity("c-1", "Company", name="A", topics="sanction", **changed)
    )
    assert "c-1" in entries
    assert [(one.place.line, one.what, one.value) for one in audit.findings] == [(2, what, value)]


def test_an_unknown_kind_of_entity_is_reported(tmp_path: Path) -> None:
    """It may be one that the model has got since."""
    _, audit = _read(tmp_path, PERSON, entity("u-1", "Unicorn", name="Uni"))
    assert [(one.place.line, one.what, one.value) for one in audit.findings] == [
        (2, "unknown kind of entity", "Unicorn")
    ]


def test_an_empty_text_says_nothing(tmp_path: Path) -> None:
    """It is neither a name nor a number."""
    company = entity("c-1", "Company", name=["A", ""], alias="", innCode=["", "77"], topics="sanction")
    entries, audit = _read(tmp_path, company)
    assert entries["c-1"].names == ()
    assert [one.value for one in entries["c-1"].identifiers] == ["77", "c-1"]
    assert audit.findings == []


def test_a_document_without_a_number_is_reported(tmp_path: Path) -> None:
    """With what else it says."""
    _, audit = _read(tmp_path, PERSON, ADDRESS, entity("p-1", "Passport", holder="NK-aB3", type="Diplomatic"))
    assert [(one.place.line, one.what) for one in audit.findings] == [(3, "a Passport without a number")]


def test_ids_that_differ_by_case_have_slugs_of_their_own(tmp_path: Path) -> None:
    """OpenSanctions tells NK-aB from NK-Ab."""
    entries, _ = _read(tmp_path, *({**COMPANY, "id": own} for own in ("NK-aB", "NK-Ab", "ofac-1")))
    assert len({entry.slug for entry in entries.values()}) == 3
    assert entries["ofac-1"].slug == "opensanctions-ofac-1"


def test_the_licence_is_that_of_the_publisher() -> None:
    """It goes with every row, by the data set."""
    assert METADATA.license == "CC BY-NC 4.0"


GOOD = lines([PERSON, SANCTION])


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        pytest.param(b"", 1, "is empty", id="empty"),
        pytest.param(b"\n\n\n", 1, "is empty", id="blank"),
        pytest.param(GOOD[:-40], 2, "breaks off", id="truncated"),
        pytest.param(GOOD + b'{"id": "x", "schema"}\n', 3, "is no JSON", id="broken"),
        pytest.param(b"\xef\xbb\xbf" + GOOD, 1, "byte order mark", id="mark"),
        pytest.param(GOOD.decode().encode("utf-16"), 1, "is not UTF-8", id="utf-16"),
        pytest.param(lines([PERSON]) + '{"id": "é"}\n'.encode("latin-1"), 2, "is not UTF-8", id="latin-1"),
        pytest.param(GOOD + lines([PERSON]), 3, r"the id `NK-aB3` stands twice, first in line 1", id="twice"),
        pytest.param(lines([{"op": "ADD", "entity": PERSON}]), 1, "changes or statements", id="delta"),
        pytest.param(lines([{"canonical_id": "x", "prop": "name"}]), 1, "changes or statements", id="statements"),
        pytest.param(b"id,schema,name\nx,Person,A\n", 1, "is no JSON", id="csv"),
        pytest.param(b"<sdnList></sdnList>\n", 1, "is no JSON", id="xml"),
        pytest.param(GOOD + b"[1, 2]\n", 3, "is no entity", id="list"),
        pytest.param(GOOD + lines([{"id": "", "schema": "Person", "properties": {}}]), 3, "is no entity", id="no id"),
        pytest.param(GOOD + lines([{**COMPANY, "properties": {"name": "A"}}]), 3, "`name` is no list", id="no list"),
        pytest.param(GOOD + lines([{**COMPANY, "properties": {"name": [7]}}]), 3, "`name` is no list", id="number"),
        pytest.param(GOOD + lines([{**COMPANY, "referents": "ofac-1"}]), 3, "is no entity", id="referents"),
        pytest.param(GOOD + lines([entity("s-2", "Sanction")]), 3, "says not whom", id="nobody's"),
        pytest.param(GOOD + lines([entity("c", "Company", name="A\0B")]), 3, "no text", id="nul"),
        pytest.param(
            lines([SANCTION, {**PERSON, "properties": {**PERSON["properties"], "birthDate": ["1962-02-30"]}}]),
            2, "`1962-02-30` is no day of the calendar", id="impossible date",
        ),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_its_place(
    tmp_path: Path, content: bytes, line: int, message: str
) -> None:
    """The message names the file, the line and what is wrong."""
    with pytest.raises(ListRefused, match=message) as refused:
        entries_of(OPENSANCTIONS, put(tmp_path / "entities.ftm.json", content))
    assert str(refused.value).startswith(f"entities.ftm.json:{line}: ")
