"""OFAC's lists are read whole, in either form, and every record of the input is accounted for."""

from pathlib import Path

from schema.enums import DetailKind, IdentifierScheme, LinkKind, NameKind, NameQuality, TargetKind
from seeds.lists.entries import Address, Detail, Entry, Identifier, Link, Name
from seeds.lists.ofac import CONSOLIDATED, SDN
from tests.seeds.lists.official import ALL, BANK, PERSON, POTASH, SHIP, Folder, Listed
from tests.seeds.lists.reading import entries_of, put

XML = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://publisher.example/xml">
  <publshInformation><Publish_Date>12/19/2025</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry>
    <uid>40002</uid><firstName>Ivan Ivanavich</firstName><lastName>SAMPLE</lastName><title>Director, River Bank</title>
    <sdnType>Individual</sdnType><programList><program>BELARUS</program><program>BELARUS-EO14038</program></programList>
    <idList>
      <id><uid>1</uid><idType>Passport</idType><idNumber>MP1234567</idNumber><idCountry>Belarus</idCountry><expirationDate>2029</expirationDate></id>
      <id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
    </idList>
    <akaList>
      <aka><uid>3</uid><type>a.k.a.</type><category>strong</category><lastName>SAMPLE</lastName><firstName>Jan</firstName></aka>
      <aka><uid>4</uid><type>a.k.a.</type><category>weak</category><lastName>VANYA</lastName></aka>
    </akaList>
    <addressList><address><uid>5</uid><address1>Quay 1</address1><address2>Room 2</address2><city>Minsk</city><stateOrProvince>Minsk Region</stateOrProvince><postalCode>220030</postalCode><country>Belarus</country></address></addressList>
    <nationalityList><nationality><uid>6</uid><country>Belarus</country><mainEntry>true</mainEntry></nationality></nationalityList>
    <dateOfBirthList>
      <dateOfBirthItem><uid>7</uid><dateOfBirth>1956</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem>
      <dateOfBirthItem><uid>8</uid><dateOfBirth>15 Jan 1955</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
    </dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><uid>9</uid><placeOfBirth>Minsk, Belarus</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList>
    <starSign>Leo</starSign><remarks>(Linked To: RIVER BANK)</remarks>
  </sdnEntry>
  <sdnEntry>
    <uid>40003</uid><lastName>SEA SAMPLE</lastName><sdnType>Vessel</sdnType>
    <remarks>(Linked To: RIVER BANK)</remarks><programList><program>BELARUS</program></programList>
    <idList><id><uid>10</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9187629</idNumber></id></idList>
    <vesselInfo><callSign>ABCD1</callSign><vesselType>Bulk Carrier</vesselType><vesselFlag>Lithuania</vesselFlag></vesselInfo>
  </sdnEntry>
</sdnList>
"""


def _entry(folder: Path, *listed: Listed) -> Entry:
    entries, audit = entries_of(SDN, Folder(folder, listed).write())
    assert audit.findings == []
    return entries[str(listed[0].uid)]


def _details(entry: Entry, kind: DetailKind) -> list[str]:
    return [detail.value for detail in entry.details if detail.kind is kind]


def test_a_company_keeps_what_stands_in_four_files(tmp_path: Path) -> None:
    """Names with their quality, numbers, addresses, programs and ties come from all files under its number."""
    entry = _entry(tmp_path, POTASH)
    assert (entry.key, entry.slug, entry.kind) == ("33374", "ofac-33374", TargetKind.ORGANIZATION)
    assert entry.names == (
        Name("OPEN JOINT STOCK COMPANY POTASH WORKS", NameKind.ALIAS, NameQuality.STRONG),
        Name("Kaliwerk", NameKind.FORMER, NameQuality.STRONG),
        Name("PW", NameKind.ALIAS, NameQuality.WEAK),
    )
    assert entry.identifiers[1:] == (Identifier(IdentifierScheme.TAX_ID, "600122610", "BY", "Tax ID No."),)
    assert entry.addresses == (Address("Main Street 5", "Salt Town 223710", country="BY"),)
    assert entry.links == (Link(LinkKind.LINKED, "RIVER BANK"),)
    assert entry.countries == ("BY",)
    (designation,) = entry.designations
    assert (designation.list, designation.programs) == ("SDN", ("BELARUS-EO14038",))


def test_one_entry_may_stand_under_several_programs(tmp_path: Path) -> None:
    """`BELARUS] [BELARUS-EO14038` is two programs."""
    (designation,) = _entry(tmp_path, BANK).designations
    assert designation.programs == ("BELARUS", "BELARUS-EO14038")


def test_a_person_is_born_where_and_when_the_remarks_say(tmp_path: Path) -> None:
    """The first date is the date of birth; others, places, passports and nationality are kept beside it."""
    entry = _entry(tmp_path, PERSON)
    assert (entry.kind, entry.born_on, entry.countries) == (TargetKind.PERSON, "1955-01-15", ("BY",))
    assert _details(entry, DetailKind.BIRTH_DATE) == ["1955-01-15", "1956"]
    assert _details(entry, DetailKind.BIRTH_PLACE) == ["Minsk, Belarus"]
    assert _details(entry, DetailKind.POSITION) == ["Director, River Bank"]
    assert (
        Identifier(IdentifierScheme.PASSPORT, "MP1234567", "BY", "Passport, expires 2029")
        in entry.identifiers
    )


def test_a_ship_has_its_flag_and_numbers(tmp_path: Path) -> None:
    """Call sign, type, tonnage, flag and owner are details; IMO number and MMSI are identifiers."""
    entry = _entry(tmp_path, SHIP)
    assert Detail(DetailKind.FLAG, "LT") in entry.details
    assert {
        kind: _details(entry, kind) for kind in (DetailKind.CALL_SIGN, DetailKind.TONNAGE, DetailKind.OWNER)
    } == {
        DetailKind.CALL_SIGN: ["ABCD1"],
        DetailKind.TONNAGE: ["70000"],
        DetailKind.OWNER: ["River Bank"],
    }
    assert [one.value for one in entry.identifiers if one.scheme is IdentifierScheme.IMO] == ["9187629"]


def test_an_aircraft_is_known_by_its_tail_number(tmp_path: Path) -> None:
    """Its name is its registration; model, maker's number and year stand in the remarks."""
    plane = Listed(
        40004, "EW-001ZZ", "aircraft", remarks="Aircraft Model B737-8EV; Aircraft Manufacturer's Serial Number (MSN) 40916; Aircraft Manufacture Date Aug 2010."
    )  # fmt: skip
    entry = _entry(tmp_path, plane)
    schemes = {one.scheme: one.value for one in entry.identifiers}
    assert (schemes[IdentifierScheme.ICAO_REGISTRATION], schemes[IdentifierScheme.SERIAL]) == (
        "EW-001ZZ",
        "40916",
    )
    assert (_details(entry, DetailKind.MODEL), _details(entry, DetailKind.BUILT_ON)) == (
        ["B737-8EV"],
        ["2010-08"],
    )


def test_remarks_go_on_in_the_comments(tmp_path: Path) -> None:
    """What overflows a thousand characters is put behind them, within a word if need be."""
    start = "Linked To: RIVER BANK; " * 43 + "Gender M"
    entry = _entry(
        tmp_path,
        Listed(
            40005,
            "LONG",
            "individual",
            remarks=start.ljust(1000, " ")[:1000].rstrip(),
            comment="ale; a.k.a. 'L'.",
        ),
    )
    assert _details(entry, DetailKind.GENDER) == ["Male"]
    assert [name.text for name in entry.names] == ["L"]


def test_every_record_is_accounted_for(tmp_path: Path) -> None:
    """The account says of each file how many records it had and what became of them."""
    _, audit = entries_of(SDN, Folder(tmp_path, ALL).write())
    assert sorted(line.strip() for line in audit.lines()) == sorted([
        "sdn.csv: 4 records", "4 entries", "alt.csv: 3 records", "2 aka: names", "1 fka: names", "add.csv: 5 records",
        "3 addresses", "2 say nothing (-0-)",
    ])  # fmt: skip


def test_what_is_not_understood_is_told_with_its_place(tmp_path: Path) -> None:
    """An unknown sort of number, a date of no form, a country nobody knows and an alias of no entry are reported."""
    odd = Listed(
        40006, "ODD", "individual", remarks="DOB long ago; Moon Permit No. 12345; nationality Atlantis", aliases=(("zka", "ODDER"),),
    )  # fmt: skip
    folder = Folder(tmp_path, (odd, *ALL))
    folder.write()
    with (tmp_path / "sdn_comments.csv").open("ab") as file:
        file.write(b'\r\n99999,"of nobody"\r\n')
    _, audit = entries_of(SDN, folder.input())
    assert sorted(map(str, audit.findings)) == [
        "alt.csv:1: a type of alias that is not known: 'zka'",
        "sdn.csv:1: a country that is not known (nationality): 'Atlantis'",
        "sdn.csv:1: a date that is not understood: 'DOB long ago'",
        "sdn.csv:1: a number of a sort that is not known: 'Moon Permit No. 12345'",
        "sdn_comments.csv:2: comments of an entry that the list does not have: '99999,of nobody'",
    ]


def test_the_other_lists_keep_list_and_program_apart(tmp_path: Path) -> None:
    """The consolidated file holds several lists; the program says which, and the authority is the same."""
    council = Listed(40007, "SAMPLE, Deputy", "individual", "SDGT] [NS-PLC")
    names = ("cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv")
    entries, _ = entries_of(CONSOLIDATED, Folder(tmp_path, (council,), names).write())
    (designation,) = entries["40007"].designations
    assert (designation.list, designation.authority.slug, designation.programs) == (
        "NS-PLC",
        "ofac",
        ("SDGT", "NS-PLC"),
    )


def test_the_xml_says_the_same(tmp_path: Path) -> None:
    """An entry of the XML form is the entry of the delimited one, with addresses taken apart, and an unknown element told."""
    source = put(tmp_path / "sdn.xml", XML.encode())
    entries, audit = entries_of(SDN, source)
    person, ship = entries["40002"], entries["40003"]
    (tmp_path / "delimited").mkdir()
    same = _entry(tmp_path / "delimited", PERSON)
    assert (person.name, person.born_on, person.countries) == (same.name, same.born_on, same.countries)
    assert set(person.names) == set(same.names)
    assert set(person.identifiers) == set(same.identifiers)
    assert set(person.details) == set(same.details)
    assert person.addresses == (Address("Quay 1, Room 2", "Minsk", "Minsk Region", "220030", "BY"),)
    assert Detail(DetailKind.FLAG, "LT") in ship.details
    assert [one.value for one in ship.identifiers if one.scheme is IdentifierScheme.IMO] == ["9187629"]
    assert ship.links == (Link(LinkKind.LINKED, "RIVER BANK"),)
    assert list(map(str, audit.findings)) == ["sdn.xml:22: an element that is not known: 'starSign: Leo'"]
    assert SDN.published_on(source) == "2025-12-19"
