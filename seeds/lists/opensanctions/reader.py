"""Reads entities.ftm.json: one entity a line, in any order, what belongs together joined in constant memory."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeAlias

import orjson

from seeds.lists.audit import Audit
from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused
from seeds.lists.metadata import Input
from seeds.lists.opensanctions.index import Index, Spot
from seeds.lists.opensanctions.model import ADDRESS, BELONGS, EDGES, LISTED_TOPICS, REFERENCES, THINGS, UNUSED

Entity: TypeAlias = dict[str, Any]

_BATCH = 5_000
_LONGEST = 16 << 20
_KINDS = frozenset({str, dict})
_STATES = {2: "of an entry", 1: "of somebody who is not listed", 0: "of an entity that is not in the file"}
_REMEDY = "download entities.ftm.json again, whole"
_OTHER_FILE = "name the file entities.ftm.json of a data set (not its statements, its delta or a CSV)"


class Record(NamedTuple):
    """A listed thing, what belongs to it, where it lives, and what others that it names are called."""

    entity: Entity
    place: Place
    parts: list[tuple[Entity, Place]]
    addresses: list[Entity]
    others: Mapping[str, str]


def read(source: Input, audit: Audit) -> Iterator[Record]:
    """Every listed entity of a file; raises ListRefused where a line is broken or an id stands twice."""
    path = _choose(source.files)
    with Index() as index, path.open("rb") as file:
        _Scan(path.name, file, index, audit).run()
        index.sort()
        yield from _Join(path.name, file.fileno(), index, audit).run()
        for schema, state, many in index.uses():
            audit.uses_as(path.name, f"{schema} {_STATES[state]}", many)
        for line, schema, holder in index.orphans():
            audit.finds(Place(path.name, line), f"{schema} of an entity that the file does not hold", holder)


def _choose(files: tuple[Path, ...]) -> Path:
    found = [path for path in files if path.suffix == ".json" and path.name != "index.json"] or list(files)
    if len(found) != 1:
        names = ", ".join(path.name for path in files)
        raise ListRefused(f"it is not clear which of these is the list: {names}", _OTHER_FILE)
    return found[0]


class _Scan:
    """The first reading: checks every line and notes where it stands."""

    def __init__(self, name: str, file: BinaryIO, index: Index, audit: Audit) -> None:
        self.name, self.file, self.index, self.audit = name, file, index, audit
        self.entities: list[tuple[str, int, str]] = []
        self.things: list[Spot] = []
        self.parts: list[tuple[str, str, int, int, int]] = []
        self.unused: Counter[str] = Counter()

    def run(self) -> None:
        many = number = offset = 0
        while line := self.file.readline(_LONGEST):
            number += 1
            if line.strip():
                many += 1
                self._note(parse(line, Place(self.name, number)), Spot(number, offset, len(line)))
            offset += len(line)
            if len(self.entities) >= _BATCH:
                self._flush()
        if not many:
            raise ListRefused(f"{self.name} is empty", _REMEDY, Place(self.name, 1))
        self._flush()
        self.audit.reads(self.name, many)
        for use, count in self.unused.items():
            self.audit.uses_as(self.name, use, count)

    def _note(self, entity: Entity, spot: Spot) -> None:
        schema, properties, own = entity["schema"], entity["properties"], entity["id"]
        self.entities.append((own, spot.line, caption(entity)))
        if schema in THINGS:
            self.things.append(spot)
        elif schema in BELONGS:
            self._hold(_ids(properties.get(BELONGS[schema])), schema, spot)
        elif schema == ADDRESS:
            self._hold([own], schema, spot)
        elif schema in EDGES:
            edge = EDGES[schema]
            self._hold([*_ids(properties.get(edge.source)), *_ids(properties.get(edge.target))], schema, spot)
        else:
            self.unused[f"{schema} says nothing of sanctions"] += 1
            if schema not in UNUSED:
                self.audit.finds(Place(self.name, spot.line), "unknown kind of entity", schema)

    def _hold(self, holders: list[str], schema: str, spot: Spot) -> None:
        if not holders:
            raise ListRefused(f"a {schema} says not whom it belongs to", _REMEDY, Place(self.name, spot.line))
        self.parts.extend((holder, schema, *spot) for holder in dict.fromkeys(holders))

    def _flush(self) -> None:
        twice = self.index.add(self.entities, self.things, self.parts)
        if twice:
            first, again, own = twice
            message = f"the id `{own}` stands twice, first in line {first}"
            raise ListRefused(message, "download the file again", Place(self.name, again))
        self.entities, self.things, self.parts = [], [], []


class _Join:
    """The second reading: each thing with what belongs to it."""

    def __init__(self, name: str, descriptor: int, index: Index, audit: Audit) -> None:
        self.name, self.descriptor, self.index, self.audit = name, descriptor, index, audit
        self.uses: Counter[str] = Counter()
        self.marked: list[str] = []

    def run(self) -> Iterator[Record]:
        for spot in self.index.things():
            entity = self._at(spot)
            record = self._record(entity, Place(self.name, spot.line))
            self.uses[f"{entity['schema']} {'entries' if record else 'that are not listed themselves'}"] += 1
            if record:
                yield record
            if len(self.marked) >= _BATCH:
                self._mark()
        self._mark()
        for use, many in self.uses.items():
            self.audit.uses_as(self.name, use, many)

    def _mark(self) -> None:
        self.index.mark(self.marked)
        self.marked = []

    def _at(self, spot: Spot) -> Entity:
        entity: Entity = orjson.loads(os.pread(self.descriptor, spot.length, spot.offset))
        return entity

    def _record(self, entity: Entity, place: Place) -> Record | None:
        inner, addresses, others = unnested(entity, place)
        spots = self.index.parts(entity["id"])
        schemas = [part["schema"] for part, _ in inner] + [schema for schema, *_ in spots]
        if not _listed(entity) and "Sanction" not in schemas:
            return None
        parts = inner + [(self._at(Spot(*spot)), Place(self.name, spot[0])) for _, *spot in spots]
        wanted = _ids(entity["properties"].get("addressEntity"))
        for own in wanted:
            addresses.extend(
                self._at(Spot(*spot)) for schema, *spot in self.index.parts(own) if schema == ADDRESS
            )
        self.marked += (entity["id"], *wanted)
        for own in _named(entity, parts):
            called = others.get(own) or self.index.caption(own)
            if called is None:
                self.audit.finds(place, "names an entity that the file does not hold", own)
            else:
                others[own] = called
        return Record(entity, place, parts, addresses, others)


def parse(line: bytes, place: Place) -> Entity:
    """One line as an entity; raises ListRefused where it is none."""
    if line.startswith(b"\xef\xbb\xbf"):
        raise ListRefused(
            "begins with a byte order mark, which the publisher's file does not", _REMEDY, place
        )
    try:
        entity = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise ListRefused(_unreadable(line, error), _REMEDY, place) from None
    if b"\\u0000" in line:
        raise ListRefused("holds a character that is no text (U+0000)", _REMEDY, place)
    _judge(entity, place)
    return entity  # type: ignore[no-any-return] # _judge has looked


def _unreadable(line: bytes, error: orjson.JSONDecodeError) -> str:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return f"is not UTF-8 (byte {wrong.start + 1} of the line)"
    if not line.endswith(b"\n"):
        return "breaks off: the file is not whole"
    return f"is no JSON ({error.msg}, character {error.colno})"


def _judge(entity: object, place: Place) -> None:
    properties = entity.get("properties") if isinstance(entity, dict) else None
    if not isinstance(entity, dict) or not isinstance(properties, dict) or not _signed(entity):
        what = "is no entity: it lacks `id`, `schema` or `properties`"
        if isinstance(entity, dict) and ("op" in entity or "canonical_id" in entity):
            what = "holds changes or statements, not entities"
        raise ListRefused(what, _OTHER_FILE, place)
    for name, values in properties.items():
        if type(values) is not list or not _KINDS.issuperset(map(type, values)):
            raise ListRefused(f"the property `{name}` is no list of texts", _REMEDY, place)


def _signed(entity: Entity) -> bool:
    own = entity.get("id")
    lists = (entity.get("referents") or []), (entity.get("datasets") or [])
    return (
        bool(own)
        and isinstance(own, str)
        and isinstance(entity.get("schema"), str)
        and all(type(each) is list for each in lists)
    )


def unnested(entity: Entity, place: Place) -> tuple[list[tuple[Entity, Place]], list[Entity], dict[str, str]]:
    """What an entity holds inside itself: parts, addresses, and what other things are called; ids remain."""
    parts: list[tuple[Entity, Place]] = []
    addresses: list[Entity] = []
    called: dict[str, str] = {}
    for name, values in list(entity["properties"].items()):
        if not any(type(value) is dict for value in values):
            continue
        for value in values:
            if type(value) is not dict:
                continue
            _judge(value, place)
            deeper, more, names = unnested(value, place) if value["schema"] in EDGES else ([], [], {})
            called |= names
            if value["schema"] == ADDRESS:
                addresses.append(value)
            elif value["schema"] in THINGS:
                called[value["id"]] = caption(value)
            else:
                parts.append((value, place))
            parts.extend(deeper)
            addresses.extend(more)
        kept = [value["id"] if type(value) is dict else value for value in values]
        entity["properties"][name] = kept if name in REFERENCES or entity["schema"] in EDGES else []
    return parts, addresses, called


def caption(entity: Entity) -> str:
    """What an entity is called."""
    names = entity["properties"].get("name")
    return str(entity.get("caption") or (names[0] if names else entity["id"]))


def _listed(entity: Entity) -> bool:
    topics = entity["properties"].get("topics", ())
    return entity.get("target") is True or any(topic.startswith(LISTED_TOPICS) for topic in topics)


def _named(entity: Entity, parts: list[tuple[Entity, Place]]) -> Iterator[str]:
    """The other things that an entity or its ties name."""
    for name in REFERENCES:
        yield from entity["properties"].get(name, ())
    for part, _ in parts:
        edge = EDGES.get(part["schema"])
        if edge:
            ends = _ids(part["properties"].get(edge.source)) + _ids(part["properties"].get(edge.target))
            yield from (own for own in ends if own != entity["id"])


def _ids(values: list[Any] | None) -> list[str]:
    return [value["id"] if type(value) is dict else value for value in values or ()]
