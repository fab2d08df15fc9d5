"""The list of the UN Security Council: original scripts, quality of aliases, fuzzy dates, lists as programs."""

from pathlib import Path

from schema.enums import DetailKind, IdentifierScheme, NameKind, NameQuality, TargetKind
from seeds.lists.entries import Address, Detail, Identifier, Name
from seeds.lists.un import UN
from tests.seeds.lists.reading import entries_of, put

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>690001</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>SAMPLE</FIRST_NAME><SECOND_NAME>IBN</SECOND_NAME><THIRD_NAME>EXAMPLE </THIRD_NAME>
      <UN_LIST_TYPE>Libya</UN_LIST_TYPE><REFERENCE_NUMBER>ZZi.001</REFERENCE_NUMBER><LISTED_ON>2015-04-07-04:00</LISTED_ON>
      <NAME_ORIGINAL_SCRIPT>مثال بن نموذج</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Invented for
      a test.</COMMENTS1>
      <TITLE><VALUE>Dr.</VALUE></TITLE><DESIGNATION><VALUE>Head of nothing</VALUE><VALUE>Treasurer</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Libya</VALUE><VALUE>Atlantis</VALUE></NATIONALITY><LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Sampel</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Test</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Severny</ALIAS_NAME><NOTE>original script: Северный</NOTE></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Old Sample</ALIAS_NAME><NOTE>previously listed as</NOTE></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><STREET>Street 1</STREET><CITY>Tripoli</CITY><COUNTRY>Libya</COUNTRY><NOTE>as of 2016</NOTE></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1955</FROM_YEAR><TO_YEAR>1958</TO_YEAR><NOTE>Approximately </NOTE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1957</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1956-03-01</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>in spring</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Sirte</CITY><COUNTRY>Libya</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A0001</NUMBER><ISSUING_COUNTRY>Libya</ISSUING_COUNTRY><DATE_OF_ISSUE>2013-06-11</DATE_OF_ISSUE></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT/>
      <MOOD>good</MOOD>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>690002</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>SAMPLE TRADING</FIRST_NAME>
      <UN_LIST_TYPE>Mars</UN_LIST_TYPE><REFERENCE_NUMBER>ZZe.001</REFERENCE_NUMBER><LISTED_ON>2017-06-02</LISTED_ON>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD TRADING</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><CITY>Minsk</CITY><COUNTRY>Belarus</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""


def test_a_person_of_the_un_list(tmp_path: Path) -> None:
    """Names in every script with their quality, fuzzy dates, documents, and the Council's list as a program."""
    entries, audit = entries_of(UN, put(tmp_path / "un.xml", LIST.encode()))
    person = entries["ZZi.001"]
    assert (person.slug, person.kind, person.name) == ("un-zzi-001", TargetKind.PERSON, "SAMPLE IBN EXAMPLE")
    assert person.names == (
        Name("مثال بن نموذج", NameKind.ORIGINAL_SCRIPT, None, None, "Arab"),
        Name("Sampel", NameKind.ALIAS, NameQuality.STRONG, None, "Latn"),
        Name("Abu Test", NameKind.ALIAS, NameQuality.WEAK, None, "Latn"),
        Name("Severny", NameKind.ALIAS, NameQuality.STRONG, None, "Latn"),
        Name("Северный", NameKind.ORIGINAL_SCRIPT, NameQuality.STRONG, None, "Cyrl"),
        Name("Old Sample", NameKind.FORMER, NameQuality.STRONG, None, "Latn"),
    )
    births = [detail.value for detail in person.details if detail.kind is DetailKind.BIRTH_DATE]
    assert (person.born_on, births) == ("1955~/1958~", ["1955~/1958~", "1957~", "1956-03-01", "1973-11"])
    assert person.addresses == (Address("Street 1", "Tripoli", country="LY", note="as of 2016"),)
    assert (
        Identifier(IdentifierScheme.PASSPORT, "A0001", "LY", "Passport, issued 2013-06-11")
        in person.identifiers
    )
    assert Detail(DetailKind.POSITION, "Treasurer") in person.details
    assert (person.countries, person.remarks) == (("LY",), "Invented for a test.")
    (designation,) = person.designations
    assert (designation.programs, designation.list, designation.listed_on) == (
        ("UN-SC1970",),
        "UN Libya",
        "2015-04-07",
    )
    assert list(map(str, audit.findings)) == [
        "un.xml:28: an element that is not known: 'MOOD: good'",
        "un.xml:12: a country that is not known: 'Atlantis'",
        "un.xml:23: a date of birth that is not understood: 'EXACT in spring'",
        "un.xml:32: a list of the Council that is not known: 'Mars'",
    ]


def test_a_body_of_the_un_list(tmp_path: Path) -> None:
    """A former name is one, the office's country is the body's, and a list nobody knows is kept as it is written."""
    entries, _ = entries_of(UN, put(tmp_path / "un.xml", LIST.encode()))
    body = entries["ZZe.001"]
    assert (body.kind, body.names, body.countries) == (
        TargetKind.ORGANIZATION, (Name("OLD TRADING", NameKind.FORMER, None, None, "Latn"),), ("BY",),
    )  # fmt: skip
    assert body.designations[0].programs == ("Mars",)


def test_the_list_bears_its_day(tmp_path: Path) -> None:
    """What the file says of its making is the day that it stands for."""
    assert UN.published_on(put(tmp_path / "un.xml", LIST.encode())) == "2026-02-27"
