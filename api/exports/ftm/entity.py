"""Builds one entity of the FollowTheMoney model: only values that its types take."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.exports.ftm.facts import CODES

Dataset = tuple[str, str]
"""A data set, and its license."""

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_LINK = re.compile(r"https?://[^\s/]+\.[^\s/]+")


@dataclass(slots=True)
class Draft:
    """An entity as it grows, property by property."""

    id: str
    schema: str
    datasets: tuple[Dataset, ...]
    caption: str = ""
    referents: list[str] = field(default_factory=list)
    properties: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, name: str, *values: str | None) -> None:
        """Add values of a property; what is not known says nothing."""
        for value in values:
            if value and (text := " ".join(value.split())):
                self.properties.setdefault(name, {})[text] = None

    def add_days(self, name: str, *values: str | None) -> None:
        """Add dates as exactly as the model has them; between two days it has none."""
        self.add(name, *(found for value in values if (found := prefix(value))))

    def add_countries(self, name: str, countries: Iterable[Mapping[str, Any] | None]) -> None:
        """Add countries by their codes."""
        self.add(name, *(CODES.get(each["iso2"], each["iso2"].lower()) for each in countries if each))

    def add_links(self, name: str, *urls: str | None) -> None:
        """Add addresses on the web."""
        self.add(name, *(each for each in urls if each and _LINK.match(each)))

    def done(self) -> Mapping[str, Any]:
        """Return the entity as it stands on its line."""
        made: dict[str, Any] = {
            "id": self.id,
            "caption": self.caption or self.schema,
            "schema": self.schema,
            "properties": {name: list(values) for name, values in self.properties.items()},
            "datasets": [slug for slug, _ in self.datasets],
            "license": list(dict.fromkeys(license_ for _, license_ in self.datasets)),
        }
        return made | ({"referents": self.referents} if self.referents else {})


def prefix(value: str | None) -> str | None:
    """Return a fuzzy date as ISO 8601 has it: "2025-12" → "2025-12", "1962~" → "1962", "1962/1964" → None."""
    found = _DAY.fullmatch((value or "").rstrip("~?%"))
    return found[0] if found else None
