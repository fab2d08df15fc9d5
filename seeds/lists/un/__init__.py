"""The consolidated list of the United Nations Security Council."""

from seeds.lists.metadata import Metadata, OfficialList
from seeds.lists.un.mapping import COUNCIL, map_record
from seeds.lists.un.records import Record, published_on, read

UN: OfficialList[Record] = OfficialList(
    Metadata(
        slug="un-security-council",
        title="United Nations Security Council Consolidated List",
        publisher=COUNCIL,
        license="United Nations, all rights reserved: the UN's terms of use restrict reuse",
        home="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
        downloads=("https://scsanctions.un.org/resources/xml/en/consolidated.xml",),
        expected=500,
    ),
    read,
    map_record,
    published_on,
)
