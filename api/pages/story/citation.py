"""How a page is cited: what it is, where it stands, as of which revision, when it was read, and what it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from api.pages import dates, words
from api.pages.links import Node

_SOURCES = 8
"""Publishers that a citation names."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one paragraph, and its parts for machines."""

    text: str
    read_at: str


def citation(
    title: str, address: str, dataset: Mapping[str, Any], sources: Iterable[Node], now: datetime
) -> Citation:
    """Return how to cite a page.

    Args:
        title: What the page is called.
        address: Its stable address.
        dataset: The revision and the license of the answer.
        sources: What it rests on.
        now: When it was read.
    """
    moment = now.astimezone(UTC)
    read = f"{dates.words(moment.date().isoformat())}, {moment:%H:%M} UTC"
    said = [
        f"“{title}”. Détente, revision {dataset['revision']} of {dates.words(dataset['updatedAt'][:10])}.",
        f"Read on {read}. {address}",
        f"License: {dataset['license']}.",
        _rests(list(sources)),
    ]
    return Citation(" ".join(each for each in said if each), moment.isoformat(timespec="minutes"))


def _rests(sources: list[Node]) -> str:
    if not sources:
        return ""
    publishers = list(dict.fromkeys(each["publisher"]["name"] for each in sources))
    more = len(publishers) - _SOURCES
    named = [*publishers[:_SOURCES], f"{more} more"] if more > 0 else publishers
    return f"Rests on {words.plural(len(sources), 'source')}: {words.listed(named)}."
