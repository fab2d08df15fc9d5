"""What is written about dossiers is true."""

import re
from pathlib import Path

import pytest

from seeds.check import invariants
from seeds.check.prove import WITHHELD, WITHHELD_SENTENCE
from seeds.loader import check_folder
from seeds.records import Record, read_dossier
from seeds.records.describe import models, page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_fields_is_that_of_the_models() -> None:
    """docs/dossier-fields.md is what `python -m seeds.records.describe` writes."""
    assert (DOCS / "dossier-fields.md").read_text("utf-8") == page()


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_is_explained(model: type[Record]) -> None:
    """Each model and each of its fields has a sentence."""
    assert model.__doc__
    assert [
        name
        for name, field in model.model_fields.items()
        if not (field.description or "").endswith((".", "…"))
    ] == []


def test_the_example_is_a_dossier_that_loads(tmp_path: Path) -> None:
    """The dossier on the page passes every check beside our own reference data."""
    (example,) = re.findall(r"```yaml\n(.*?)```", (DOCS / "dossiers.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "dossiers").mkdir()
    file = tmp_path / "dossiers" / "by-us-2025-03-01.yaml"
    file.write_text(example, "utf-8")
    (tmp_path / "reference").symlink_to(DOCS.parent / "seeds" / "reference")
    assert read_dossier(file).record.slug == "by-us-2025-03-01"
    assert len(check_folder(tmp_path).dossiers) == 1


def test_the_page_names_every_invariant() -> None:
    """What `detente check` proves is listed, in the order in which it is proved."""
    listed = re.findall(r"^\| ([a-z-]+) \| (.+) \|$", (DOCS / "dossiers.md").read_text("utf-8"), re.MULTILINE)
    assert listed == [*((one.name, one.sentence) for one in invariants()), (WITHHELD, WITHHELD_SENTENCE)]
