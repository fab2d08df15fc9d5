"""Where the data come from: asked in the same moment as the rows."""

from collections.abc import Mapping
from typing import Any

from api.asking.operations import Operation
from api.exports.sheets import Sheet, Wanted
from api.exports.table import About, Origin

DATASET = Operation(
    """query ExportedDataset {
  dataset {
    revision
    updatedAt
    license
    sources { title license url retrievedOn publisher { name } }
  }
}""",
    {},
    fixed=True,
)


def about(data: Mapping[str, Any], sheet: Sheet, wanted: Wanted, address: str) -> About:
    """Return what is told beside a table, from the answer to DATASET."""
    dataset = data["dataset"]
    return About(
        title=sheet.title,
        description=sheet.collection.about,
        address=address,
        filters=wanted.filters,
        revision=dataset["revision"],
        updated_at=dataset["updatedAt"],
        license=dataset["license"],
        origins=tuple(_origin(each) for each in dataset["sources"]),
    )


def _origin(found: Mapping[str, Any]) -> Origin:
    return Origin(
        found["title"], found["publisher"]["name"], found["license"], found["url"], found["retrievedOn"]
    )
