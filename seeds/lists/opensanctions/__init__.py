"""Entities of OpenSanctions, or of whoever else publishes in the FollowTheMoney model: entities.ftm.json."""

from seeds.lists.entries import Authority
from seeds.lists.metadata import Metadata, OfficialList
from seeds.lists.opensanctions.mapper import map_record
from seeds.lists.opensanctions.reader import Record, read

METADATA = Metadata(
    slug="opensanctions",
    title="OpenSanctions",
    publisher=Authority("opensanctions", "OpenSanctions"),
    license="CC BY-NC 4.0",
    home="https://www.opensanctions.org/datasets/sanctions/",
    downloads=("https://data.opensanctions.org/datasets/latest/sanctions/entities.ftm.json",),
)

OPENSANCTIONS: OfficialList[Record] = OfficialList(METADATA, read, map_record, lambda _: None)
