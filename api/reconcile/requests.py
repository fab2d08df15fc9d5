"""Reads batches of queries and data extension queries, of version 0.2 and 1.0-draft, and refuses what is neither."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeVar

import orjson
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    TypeAdapter,
    ValidationError,
)

from api.errors import BodyTooLarge, IllFormedRequest, RequestError
from api.reconcile.agreement import Asked, Quantifier, plain
from api.reconcile.asked import BATCH, MOST, USUAL, Batch, Condition, Query, entity_id
from api.reconcile.kinds import TYPES, Scope, scope
from api.reconcile.properties import PROPERTIES, Property

T = TypeVar("T")

IDS = 200
"""Entities in one data extension query, or ids in a batch."""
NAMES = 100
"""Names in a batch of 1.0-draft, where a query may have several."""


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("there is a NUL character")
    return text


Text = Annotated[str, AfterValidator(_storable)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reference(BaseModel):
    """An entity or a type where a value stands."""

    id: Text
    name: Text | None = None


Value = Text | StrictBool | StrictInt | StrictFloat | Reference
Values = Value | list[Value]
Limit = Annotated[int, Field(ge=1)]


class Assignment(_Part):
    """A property and its values, in 0.2."""

    pid: str
    v: Values


class OldQuery(_Part):
    """A query of 0.2."""

    query: Text | None = None
    type: str | list[str | Reference] | None = None
    limit: Limit | None = None
    properties: list[Assignment] = Field(default_factory=list)
    type_strict: Literal["any", "all", "should"] | None = None


class Clause(_Part):
    """A condition of 1.0-draft."""

    matchType: Literal["name", "id", "property"]  # noqa: N815 - as it is sent
    propertyId: str | None = None  # noqa: N815
    propertyValue: Values  # noqa: N815
    required: bool = False
    matchQuantifier: Quantifier = "any"  # noqa: N815
    matchQualifier: str | None = None  # noqa: N815
    lang: str | None = None
    dir: str | None = None


class NewQuery(_Part):
    """A query of 1.0-draft."""

    conditions: Annotated[list[Clause], Field(min_length=1)]
    type: str | None = None
    limit: Limit | None = None
    lang: str | None = None
    dir: str | None = None


class NewBatch(BaseModel):
    """A batch of 1.0-draft."""

    queries: list[NewQuery]


class PropertyAsked(BaseModel):
    """A property to fetch, with what the reader has set."""

    id: str
    settings: dict[str, Any] | None = None


class ExtensionQuery(BaseModel):
    """Entities, and the properties to fetch of them."""

    ids: list[str]
    properties: list[PropertyAsked]


_OLD_BATCH: TypeAdapter[dict[str, OldQuery]] = TypeAdapter(dict[str, OldQuery])
_NEW_BATCH: TypeAdapter[NewBatch] = TypeAdapter(NewBatch)
_EXTENSION: TypeAdapter[ExtensionQuery] = TypeAdapter(ExtensionQuery)


def old_batch(text: bytes | str) -> Batch:
    """Read the form field `queries` of 0.2: '{"q0": {"query": "Belavia"}}'."""
    sent = _read(_OLD_BATCH, text, "queries")
    _bound(len(sent), BATCH, "queries")
    return {key: _old(each, f"queries.{key}") for key, each in sent.items()}


def new_batch(text: bytes) -> Batch:
    """Read the body that 1.0-draft sends to /match; the keys are the places in it."""
    sent = _read(_NEW_BATCH, text, "The body").queries
    _bound(len(sent), BATCH, "queries")
    batch = {str(place): _new(each, f"queries.{place}") for place, each in enumerate(sent)}
    _bound(sum(len(each.names) for each in batch.values()), NAMES, "queries: names")
    _bound(sum(len(each.ids) for each in batch.values()), IDS, "queries: ids")
    return batch


def extension(text: bytes | str, name: str) -> ExtensionQuery:
    """Read a data extension query."""
    found = _read(_EXTENSION, text, name)
    _bound(len(found.ids), IDS, "ids")
    for place, each in enumerate(found.properties):
        property_of(each.id, f"properties.{place}.id")
    return found


def property_of(own: str, place: str) -> Property:
    """Return a property by its id."""
    if own not in PROPERTIES:
        raise IllFormedRequest(
            f"{place}: there is no such property.", "suggest/property, with an empty prefix, lists them all."
        )
    return PROPERTIES[own]


def _old(sent: OldQuery, place: str) -> Query:
    if sent.query is None and not sent.properties:
        raise IllFormedRequest(f"{place} has neither query nor properties.", "send one of them, or both.")
    types = [sent.type] if isinstance(sent.type, str) else sent.type or []
    ids = [each.id if isinstance(each, Reference) else each for each in types]
    name = (sent.query or "").strip()
    return Query(
        scope=_scope(ids, f"{place}.type", every=sent.type_strict == "all"),
        limit=min(sent.limit or USUAL, MOST),
        names=(name,) if name and not entity_id(name) else (),
        ids=(name,) if entity_id(name) else (),
        conditions=tuple(
            Condition(property_of(each.pid, f"{place}.properties.{number}.pid"), _values(each.v))
            for number, each in enumerate(sent.properties)
        ),
    )


def _new(sent: NewQuery, place: str) -> Query:
    names: list[str] = []
    ids: list[str] = []
    conditions: list[Condition] = []
    every = False
    for number, each in enumerate(sent.conditions):
        spot = f"{place}.conditions.{number}"
        if each.matchQualifier is not None:
            raise IllFormedRequest(f"{spot}: matchQualifier is not supported.", "leave it out.")
        values = _values(each.propertyValue)
        if each.matchType == "property":
            own = property_of(each.propertyId or "", f"{spot}.propertyId")
            conditions.append(Condition(own, values, each.required, each.matchQuantifier))
            continue
        if each.matchQuantifier == "none":
            raise IllFormedRequest(f"{spot}: names and ids are not matched by none.", "send any or all.")
        by_id = each.matchType == "id"
        texts = [
            str(value["id"] if by_id and isinstance(value, dict) else plain(value)).strip()
            for value in values
        ]
        every = every or each.matchQuantifier == "all"
        (ids if by_id else names).extend(text for text in texts if text)
    return Query(
        scope=_scope([sent.type] if sent.type else [], f"{place}.type"),
        limit=min(sent.limit or USUAL, MOST),
        names=tuple(each for each in names if not entity_id(each)),
        every_name=every,
        ids=tuple(each for each in (*ids, *names) if entity_id(each)),
        conditions=tuple(conditions),
    )


def _scope(ids: list[str], place: str, *, every: bool = False) -> Scope:
    for each in ids:
        if each not in TYPES:
            raise IllFormedRequest(
                f"{place}: there is no such type.", f"send one of {', '.join(TYPES)}, or none."
            )
    return scope(ids, every=every)


def _values(sent: Values) -> tuple[Asked, ...]:
    several: Iterable[Value] = sent if isinstance(sent, list) else (sent,)
    return tuple(each.model_dump() if isinstance(each, Reference) else each for each in several)


def _bound(number: int, most: int, name: str) -> None:
    if number > most:
        raise BodyTooLarge(
            f"{name}: there are {number}, and the most is {most}.", "send them in several requests."
        )


def _read(reader: TypeAdapter[T], text: bytes | str, name: str) -> T:
    try:
        return reader.validate_python(orjson.loads(text))
    except orjson.JSONDecodeError as fault:
        # Not the fault's text: it may quote what was sent.
        raise RequestError(
            f"{name} is not JSON: line {fault.lineno}, column {fault.colno}.", "send JSON."
        ) from None
    except ValidationError as fault:
        first = fault.errors(include_input=False, include_url=False, include_context=False)[0]
        place = ".".join(str(step) for step in (name, *first["loc"]))
        raise IllFormedRequest(
            f"{place}: {first['msg'][0].lower()}{first['msg'][1:]}.", "see the version's specification."
        ) from None
