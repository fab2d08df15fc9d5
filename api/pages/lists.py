"""Lists: all releases, agreements, people and so on, filtered and page by page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from api.asking.call import Call
from api.collections.collection import Collection
from api.collections.filters import Typed
from api.collections.parameters import read_question
from api.pages import words
from api.pages.links import with_parameters
from api.pages.site import Data, Site
from api.web.reply import Reply

_COUNTRIES = {"nationality", "country"}
"""Filters whose choices are asked for with the list."""
# What a page decides itself.
_OURS = {"total", "fields"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One list: what it is called, and the filters that its form has."""

    plural: str
    title: str
    about: str
    filters: tuple[str, ...]


LISTS = (
    Listed(
        "agreements",
        "Agreements",
        "Understandings between states or others, written or not, in which people were freed.",
        ("q", "nationality", "country", "year", "kind", "status", "contested"),
    ),
    Listed(
        "releases",
        "Releases",
        "Occasions on which a country or an armed group let people go.",
        ("q", "nationality", "country", "year", "mode", "contested"),
    ),
    Listed(
        "detainees",
        "People",
        "People who are or were detained. Far more were freed than are named, and some names are withheld for safety.",
        ("q", "nationality", "country", "year", "status", "charge", "contested"),
    ),
    Listed(
        "reliefs",
        "Relief from sanctions",
        "Steps by which a government eased sanctions, or said that it would. Most leave the sanctions in force.",
        ("q", "country", "year", "kind", "status", "contested"),
    ),
    Listed(
        "targets",
        "Targets of sanctions",
        "The people, companies, ships, sectors and countries that sanctions are aimed at.",
        ("q", "kind"),
    ),
    Listed(
        "programs",
        "Sanctions programs",
        "The laws and policies under which a government imposes sanctions.",
        ("q", "country", "status"),
    ),
    Listed(
        "countries",
        "Countries",
        "Who freed, whose nationals were freed, and who eased sanctions.",
        ("q", "kind"),
    ),
    Listed("organizations", "Organizations", "Authorities, publishers, parties and captors.", ("q", "kind")),
    Listed("sources", "Sources", "Where we read what we say.", ("q", "year", "kind")),
    Listed(
        "sanctions",
        "Sanctions",
        "Each is one target under the measures of one authority.",
        ("q", "country", "year", "contested"),
    ),
)
"""The lists there are, by their words in addresses."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: with choices a menu, else a line of text."""

    name: str
    title: str
    value: str
    hint: str
    choices: list[tuple[str, str]] | None = None
    pattern: str = ""


async def page(listed: Listed, site: Site, call: Call) -> Reply:
    """One page of a list."""
    collection = site.collections[listed.plural]
    pairs = [(name, value) for name, value in call.pairs() if name not in _OURS]
    question = read_question(collection, [*pairs, ("total", "true")], strict=False)
    given = {name: ",".join(values) for name, values in question.given.items()}
    given |= {name: value for name, value in pairs if name in {"where", "sort"} and value.strip()}

    def view(data: Data) -> Mapping[str, object]:
        found = collection.page(data)
        return {
            "listed": listed,
            "rows": found.rows,
            "total": found.total,
            "fields": list(_fields(listed, collection, given, data)),
            "others": list(_others(listed, collection, given)),
            "given": given,
            "order": {
                "path": f"/{listed.plural}",
                "given": given,
                "sort": given.get("sort") or collection.sort or "",
                "sortable": collection.sort_keys,
            },
            "next": found.next and with_parameters(f"/{listed.plural}", {**given, "after": found.next}),
            "previous": found.previous
            and with_parameters(f"/{listed.plural}", {**given, "before": found.previous}),
        }

    name = f"lists/{listed.plural}"
    return await site.answer(call, name, question.variables(), view)


def pages() -> dict[str, Any]:
    """Return the lists by their addresses."""
    return {f"/{listed.plural}": partial(page, listed) for listed in LISTS}


def _fields(listed: Listed, collection: Collection, given: Mapping[str, str], data: Data) -> Iterator[Field]:
    for name in listed.filters:
        own = collection.filters[name]
        value = given.get(name, "")
        yield Field(
            name,
            _title(listed, name),
            value,
            own.declared.description,
            _choices(own, data),
            own.declared.pattern,
        )


def _choices(own: Typed, data: Data) -> list[tuple[str, str]] | None:
    if own.name in _COUNTRIES:
        return [(each["iso2"], each["name"]) for each in data[f"{own.name}Choices"]["nodes"]]
    if own.words == ("true", "false"):
        return [("true", "yes"), ("false", "no")]
    return [(word, words.label(word)) for word in own.words] or None


def _title(listed: Listed, name: str) -> str:
    """What a field is called; the country of relief is the one that gave it."""
    if name == "country":
        return _COUNTRY.get(listed.plural, "Country")
    return _TITLES.get(name, words.sentence(name))


def _others(listed: Listed, collection: Collection, given: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """What was asked beside the form, such as by a link from another page; each can be taken away."""
    for name, value in given.items():
        if name in listed.filters or name == "sort":
            continue
        rest = {other: each for other, each in given.items() if other != name}
        own = collection.filters.get(name)
        yield {
            "parameter": name,
            "name": _TITLES.get(name, words.sentence(name)),
            "value": value,
            "about": own.declared.description if own else "A condition as the explorer has it.",
            "without": with_parameters(f"/{listed.plural}", rest),
        }


_COUNTRY = {
    "agreements": "Party",
    "releases": "Freed by",
    "detainees": "Held by",
    "reliefs": "Eased by",
    "programs": "Imposed by",
    "sanctions": "Imposed by",
}
_TITLES = {
    "q": "Words",
    "nationality": "Nationals of",
    "mode": "How",
    "charge": "Accused of",
    "where": "Condition",
}
