"""Reads the parameters of a list, as a query string has them; refuses what it does not know, with the nearest."""

from collections.abc import Collection as Some
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from graphql import GraphQLError, GraphQLInputObjectType
from graphql.utilities import validate_input_value

from api.collections.collection import Collection
from api.collections.filters import Typed, Where, all_of, any_of
from api.collections.nearest import meant
from api.collections.question import LARGEST, USUAL, Question
from api.collections.sorting import order_by
from api.errors import IllFormedRequest

Pairs = Iterable[tuple[str, str]]
Given = Mapping[str, tuple[str, ...]]

CONTROLS = {
    "where": "Any condition, as the JSON that `where` takes in GraphQL; it must hold beside the other filters.",
    "sort": "What to sort by, separated by commas; with a minus, the largest or latest comes first.",
    "limit": "How many rows a page has at the most.",
    "after": "The cursor behind which the page begins: `page.next` of the page before.",
    "before": "The cursor before which the page ends: `page.previous` of the page behind.",
    "fields": "Only these fields, separated by commas, with dots for what lies below: `title,country.name`."
    " What is left out is not read, either.",
    "total": "Whether to count the rows of all pages together.",
}
"""What every list takes beside its filters."""
LONGEST = 20_000
"""Characters of `where`."""
MOST_FIELDS = 200
_SINGLE = {"where", "limit", "after", "before", "total"}


def read_question(
    collection: Collection,
    pairs: Pairs,
    also: Some[str] = (),
    *,
    strict: bool = True,
    fields: Sequence[str] = (),
) -> Question:
    """Return what parameters ask of a collection.

    Args:
        collection: The collection.
        pairs: The parameters; an empty one counts as not given, as forms send them.
        also: Parameters that the caller reads itself.
        strict: Whether an unknown parameter is refused; else it is passed over.
        fields: The fields there are, where they are not those of the list.
    """
    given = _given(collection, pairs, also, strict=strict)
    after, before = _first(given, "after"), _first(given, "before")
    if after and before:
        raise IllFormedRequest("There are both after and before.", "send one of them.")
    filters = {name: given[name] for name in collection.filters if name in given}
    return Question(
        where=_where(collection, filters, _first(given, "where")),
        order=order_by(given.get("sort") or _usual(collection.sort), collection.sort_keys),
        limit=_limit(_first(given, "limit")),
        after=after,
        before=before,
        total=_truth("total", _first(given, "total")),
        fields=read_fields(given.get("fields", ()), fields or collection.list.fields),
        given=filters,
    )


def read_fields(texts: Sequence[str], known: Sequence[str]) -> tuple[str, ...] | None:
    """Return the fields that are asked for, in the order of those that are known; None for all."""
    if not texts:
        return None
    if len(texts) > MOST_FIELDS:
        raise IllFormedRequest(f"There are {len(texts)} fields.", f"name {MOST_FIELDS} at the most.")
    for text in texts:
        if text not in known:
            tops = ", ".join(each for each in known if "." not in each)
            raise IllFormedRequest(
                f"There is no field {text[:100]!r}.{meant(text, known)}", f"use some of {tops}."
            )
    asked = set(texts)
    return tuple(each for each in known if each in asked)


def _given(collection: Collection, pairs: Pairs, also: Some[str], *, strict: bool) -> Given:
    """The values of each parameter; commas separate those of one."""
    known = (*collection.filters, *CONTROLS)
    given: dict[str, tuple[str, ...]] = {}
    for name, text in pairs:
        if name in also or (name not in known and not strict):
            continue
        if name not in known:
            raise unknown(name, known)
        if not text.strip():
            continue
        values = (text,) if _is_whole(name, collection.filters.get(name)) else tuple(text.split(","))
        values = tuple(value.strip() for value in values)
        if not all(values):
            raise IllFormedRequest(f"{name} has an empty value among others.", "leave it out.")
        if name in given and name in _SINGLE:
            raise IllFormedRequest(f"{name} is there twice.", "send it once.")
        given[name] = (*given.get(name, ()), *values)
    return given


def unknown(name: str, known: Some[str]) -> IllFormedRequest:
    """Return the refusal of a parameter that is not known."""
    return IllFormedRequest(
        f"There is no parameter {name[:60]!r}.{meant(name, known)}", f"use some of {', '.join(known)}."
    )


def _is_whole(name: str, own: Typed | None) -> bool:
    """Whether commas belong to the value: of text and JSON."""
    return name in _SINGLE or (own is not None and not own.takes_many)


def _usual(sort: str | None) -> tuple[str, ...]:
    return tuple(sort.split(",")) if sort else ()


def _first(given: Given, name: str) -> str | None:
    return given[name][0] if given.get(name) else None


def _where(collection: Collection, given: Given, text: str | None) -> Where:
    conditions: list[Where] = []
    sides: list[list[Where]] = []
    for name, values in given.items():
        own = collection.filters[name]
        places = own.conditions(values)
        if own.declared.sides:
            sides.append(places)
        else:
            conditions.append(any_of(places))
    conditions = [each for each in conditions if each]
    if sides:
        conditions.append(any_of([all_of(list(side)) for side in zip(*sides, strict=True)]))
    if text is not None and (free := _free(text, collection.where)):
        conditions.append(free)
    return all_of(conditions)


def _free(text: str, kind: GraphQLInputObjectType) -> Where:
    """A `where` that was sent as JSON."""
    try:
        value: Any = orjson.loads(text) if len(text) <= LONGEST else None
    except orjson.JSONDecodeError:
        value = None
    if not isinstance(value, dict):
        hint = (
            f'send an object such as {{"contested": {{"eq": true}}}}, of {LONGEST:,} characters at the most.'
        )
        raise IllFormedRequest("where is not a JSON object.", hint)
    validate_input_value(value, kind, _refuse)
    return value


def _refuse(error: GraphQLError, path: list[str | int]) -> None:
    place = ".".join(map(str, ["where", *path]))
    raise IllFormedRequest(
        f"{place}: {error.message}", "the inputs of GraphQL's schema say what can be asked."
    ) from None


def _limit(text: str | None) -> int:
    if text is None:
        return USUAL
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:10]) <= LARGEST):
        raise IllFormedRequest(f"limit cannot be {text[:20]!r}.", f"send a number from 1 to {LARGEST}.")
    return int(text)


def _truth(name: str, text: str | None) -> bool:
    if text not in {None, "true", "false"}:
        raise IllFormedRequest(f"{name} cannot be {text!r}.", "send true or false.")
    return text == "true"
