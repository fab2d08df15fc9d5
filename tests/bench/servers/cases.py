"""The questions that all servers are asked, each in its own schema's words."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

QUERIES = Path(__file__).with_name("queries")


@dataclass(frozen=True, slots=True)
class Case:
    """One question with the values it is asked with, in turn."""

    letter: str
    name: str
    values: tuple[dict[str, Any], ...]

    def query(self, schema: str) -> str:
        """The document in the words of one schema."""
        return (QUERIES / self.name / f"{schema}.graphql").read_text(encoding="utf-8")

    @property
    def sentence(self) -> str:
        """What it asks."""
        return self.query("detente").partition("\n")[0].removeprefix("# ").rstrip(".")

    def bodies(self, schema: str) -> list[str]:
        """The bodies that are posted, in turn."""
        query = self.query(schema)
        return [json.dumps({"query": query, "variables": values}) for values in self.values]


# More than connections, so that no two ask the same at once. The size of a page beyond what there is changes no answer.
SIZES = range(50, 82)

# From real dossiers, so that every database holds them: the synthetic data differ from size to size.
RELEASES = """
by-va-2025-11-20 ir-be-2023-05-26-be ir-us-2023-09-18 by-us-ua-2025-11-22 by-eu-us-2015-08-22 mm-2012-01-13
by-us-2025-02-12 ir-se-2024-06-15-se by-2024-pardons-2024-08 by-eu-us-2008-08 ru-us-2025-02-11-us cn-us-2024-11-27
cn-ca-us-2021-09-24 ve-us-2022-10-01-us ru-west-2024-08-01-de ni-us-2023-02-09 by-2024-pardons-2025-07 by-us-2025-04-30
ir-us-2019-12-07 by-us-2025-06-21 cn-us-2024-11-27-us ve-us-sv-2025-07-18 cu-us-2014-12-17-53 ir-us-2023-09-18-us
"""
NAMES = (
    "Mikalai Statkevich, Wilbert Castaneda, Marc Fogel, Felix Navarro, Alsu Kurmasheva, Nasta Loika, Saeed Azizi,"
    " Joseph St Clair, Maryna Zolatava, Michael Spavor, Nazanin Zaghari-Ratcliffe, Xiyue Wang, Pavel Seviarynets,"
    " Vadim Krasikov, Ales Bialiatski, Ilya Yashin, potash, lukashenko"
)
# Of whose nationals enough were released in either database that the page is full.
COUNTRIES = ("MM", "CU", "NI", "SY")

POINT = Case("a", "point", tuple({"slug": slug} for slug in RELEASES.split()))
TREE = Case("b", "tree", tuple({"slug": "by-us-2025-12-13", "most": size} for size in SIZES))
CASES = (
    POINT,
    TREE,
    Case("c", "page", tuple({"most": size} for size in SIZES)),
    Case("d", "mission", tuple({"iso2": COUNTRIES[size % 4], "most": size} for size in SIZES)),
    Case("e", "search", tuple({"query": name} for name in NAMES.split(", "))),
)
