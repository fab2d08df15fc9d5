"""Makes operations over the whole schema: valid, within the limits, and as odd as the language allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLUnionType,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    get_named_type,
    is_composite_type,
    is_leaf_type,
    is_non_null_type,
    specified_scalar_types,
)
from hypothesis import strategies as st

from tests.oracle.aims import Aim
from tests.oracle.conditions import Conditions
from tests.oracle.literals import Literals
from tests.oracle.orders import ORDERS
from tests.oracle.resolvers import resolver
from tests.oracle.sorting import read_order
from tests.oracle.system import type_system
from tests.oracle.vocabulary import Vocabulary
from tests.oracle.world import TABLES

Composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType

NAME = GraphQLNonNull(specified_scalar_types["String"])
DEEPEST = 11
MOST_LISTS = 3
"""Lists within lists; more of them make answers large and teach nothing."""
FIELDS = 40
MOST_AIMS = 8
ABOUT_SCHEMA = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}
UNORDERED = {"types", "possibleTypes"}
"""Lists of the schema about itself that come in no particular order."""
PERCENTS = st.integers(0, 99)
PARTS = st.integers(1, 5)
PERCENT = {"where": 25, "orderBy": 25, "first": 25, "last": 25, "dimension": 30}
"""How often an argument is given."""
CURSORS = {"after", "before"}
SELDOM = {"on", "dimension", "since"}
"""Arguments that few fields have; those come more often."""

ALIASES = (
    *("t1", "t2", "o1", "o2", "p3", "s4", "a5", "v0", "v1", "n1", "place", "rows", "head", "tail", "cursor"),
    *("json", "data", "revision", "type", "id", "name", "slug", "row", "parent", "select", "user", "order"),
    *("_", "A", "a", "null", "true", "nodes", "edges", "x" * 63, "x" * 64, "x" * 63 + "1", "x" * 63 + "2"),
    "y" * 120,
)


@dataclass(frozen=True, repr=False)
class Operation:
    """What a client sends."""

    text: str
    variables: dict[str, Any]
    name: str | None

    def __repr__(self) -> str:
        return f"{self.text}\n{self.variables}"


@dataclass
class Scope:
    """Which fields each response key stands for, wherever selections are merged with one another."""

    keys: dict[str, list["Taken"]] = field(default_factory=dict)


@dataclass
class Taken:
    """A response key in use.

    The very same field, with the same arguments, may stand under it again; so may another value of the same type
    where no object can have both.
    """

    parent: Composite
    field: str
    arguments: str
    type: GraphQLOutputType
    inside: Scope

    def is_same(self, other: "Taken") -> bool:
        """Return whether this is the same field."""
        return (self.field, self.arguments, str(self.type)) == (other.field, other.arguments, str(other.type))

    def may_stand_with(self, other: "Taken") -> bool:
        """Return whether both may stand under one key."""
        apart = (
            isinstance(self.parent, GraphQLObjectType)
            and isinstance(other.parent, GraphQLObjectType)
            and self.parent is not other.parent
        )
        return self.is_same(other) or (
            apart and str(self.type) == str(other.type) and is_leaf_type(get_named_type(self.type))
        )


@dataclass
class Fragment:
    """A named fragment; every place that spreads it shares its scope."""

    name: str
    type: str
    scope: Scope
    text: str


@dataclass(frozen=True)
class Place:
    """Where a selection stands: how deep, within how many lists, and what it may not contradict."""

    scope: Scope
    depth: int = 0
    lists: int = 0


@dataclass(repr=False)
class Writer:
    """Writes one operation."""

    draw: st.DrawFn
    vocabulary: Vocabulary
    literals: Literals
    left: int
    fragments: list[Fragment] = field(default_factory=list)

    def chance(self, percent: int) -> bool:
        """Return whether something happens that happens this often; shrinking makes it not happen."""
        return self.draw(PERCENTS) >= 100 - percent

    # Selections

    def selections(self, parent: Composite, place: Place) -> str:
        """Return what stands between braces, braces included."""
        parts = [self.selection(parent, place) for _ in range(self.draw(PARTS))]
        return "{ " + " ".join(parts) + " }"

    def selection(self, parent: Composite, place: Place) -> str:
        """Return a field or a fragment."""
        if self.left > 0 and self.chance(20 if isinstance(parent, GraphQLObjectType) else 60):
            return self.fragment(parent, place)
        return self.field(parent, place)

    def directives(self) -> str:
        """Return @skip and @include, mostly none."""
        which = self.draw(PERCENTS)
        if which < 91:
            return ""
        text = f" @include(if: {self.literals.flag(not self.chance(30))})" if which < 97 else ""
        return text + (f" @skip(if: {self.literals.flag(self.chance(30))})" if which > 95 else "")

    # Fragments

    def fragment(self, parent: Composite, place: Place) -> str:
        """Return an inline fragment or the spread of a named one."""
        narrowed = self.draw(st.sampled_from(_overlapping(parent)))
        fitting = [
            each
            for each in self.fragments
            if each.type == narrowed.name and (each.scope is place.scope or not place.scope.keys)
        ]
        if fitting and self.chance(50):
            return self._spread(self.draw(st.sampled_from(fitting)), place)
        if self.chance(40):
            text = self.selections(narrowed, place)
            made = Fragment(f"F{len(self.fragments)}", narrowed.name, place.scope, text)
            self.fragments.append(made)
            return self._spread(made, place)
        condition = "" if narrowed is parent and self.chance(50) else f" on {narrowed.name}"
        return f"...{condition}{self.directives()} {self.selections(narrowed, place)}"

    def _spread(self, fragment: Fragment, place: Place) -> str:
        place.scope.keys = fragment.scope.keys
        return f"...{fragment.name}{self.directives()}"

    # Fields

    def field(self, parent: Composite, place: Place) -> str:
        """Return a field with alias, arguments, directives and selections."""
        self.left -= 1
        name = self.draw(st.sampled_from(self.candidates(parent, place)))
        if name == "__typename":
            return self.leaf(parent, name, NAME, "", place)
        definition = _fields(parent)[name]
        arguments = self.arguments(definition)
        if not is_composite_type(get_named_type(definition.type)):
            return self.leaf(parent, name, definition.type, arguments, place)
        return self.composite(parent, name, arguments, place)

    def candidates(self, parent: Composite, place: Place) -> list[str]:
        """Return the fields that may be asked for here: fewer where it is deep or there is little left."""
        deep = place.depth >= DEEPEST or self.left <= 0
        names = ["__typename"]
        for name, each in _fields(parent).items():
            if is_composite_type(get_named_type(each.type)):
                if deep or (place.lists >= MOST_LISTS and _is_many(each)):
                    continue
                names += [name] * (3 if place.depth < 4 else 1)
            names += [name] * (4 if each.args.keys() & SELDOM else 1)
        return names

    def aimed(self, parent: Composite, place: Place, aim: Aim, step: int = 0) -> str:
        """Return a field that leads to an aim."""
        name, last = aim.fields[step], step == len(aim.fields) - 1
        definition = _fields(parent)[name]
        arguments = self.arguments(definition, aim if last else None)
        target = get_named_type(definition.type)
        if not isinstance(target, Composite):
            return self.leaf(parent, name, definition.type, arguments, place)
        if last:
            return self.composite(parent, name, arguments, place)
        key, inside = self.key(Taken(parent, name, arguments, definition.type, Scope()), place.scope)
        inner = Place(inside, place.depth + 1, place.lists + _is_many(definition))
        within = self.aimed(target, inner, aim, step + 1)
        return f"{_aliased(key, name)}{arguments} {{ {within} {self.selection(target, inner)} }}"

    def leaf(
        self, parent: Composite, name: str, kind: GraphQLOutputType, arguments: str, place: Place
    ) -> str:
        """Return a field without selections."""
        key, _ = self.key(Taken(parent, name, arguments, kind, Scope()), place.scope)
        return f"{_aliased(key, name)}{arguments}{self.directives()}"

    def composite(self, parent: Composite, name: str, arguments: str, place: Place) -> str:
        """Return a field with selections."""
        definition = _fields(parent)[name]
        key, inside = self.key(Taken(parent, name, arguments, definition.type, Scope()), place.scope)
        inner = Place(inside, place.depth + 1, place.lists + _is_many(definition))
        target = get_named_type(definition.type)
        assert isinstance(target, Composite)
        head = f"{_aliased(key, name)}{arguments}{self.directives()}"
        return f"{head} {self.selections(target, inner)}"

    def key(self, wanted: Taken, scope: Scope) -> tuple[str, Scope]:
        """Return a response key that contradicts nothing, and the scope of what stands under it."""
        plain = self.draw(st.sampled_from(ALIASES)) if self.chance(30) else wanted.field
        for number in count():
            key = f"{plain}_{number}" if number else plain
            others = scope.keys.setdefault(key, [])
            if all(wanted.may_stand_with(each) for each in others):
                same = [each.inside for each in others if wanted.is_same(each)]
                wanted.inside = same[0] if same else wanted.inside
                others.append(wanted)
                return key, wanted.inside
        raise AssertionError

    # Arguments

    def arguments(self, definition: GraphQLField, aim: Aim | None = None) -> str:
        """Return the arguments of a field, parentheses included."""
        chosen = self.chosen(definition, aim)
        written = {
            argument: self.literals.write(definition.args[argument].type, value)
            for argument, value in chosen.items()
        }
        given = ", ".join(f"{argument}: {text}" for argument, text in written.items() if text is not None)
        return f"({given})" if given else ""

    def chosen(self, definition: GraphQLField, aim: Aim | None) -> dict[str, Any]:
        """Return the values of the arguments, None where one is not given."""
        target = get_named_type(definition.type).name
        aimed = aim.argument if aim else None
        chosen = {
            argument: self.value(argument, each.type, target)
            if is_non_null_type(each.type) or self.chance(PERCENT.get(argument, 60))
            else None
            for argument, each in definition.args.items()
            if argument not in CURSORS
        }
        if aim and aimed and aimed not in CURSORS:
            chosen[aimed] = self.value(aimed, definition.args[aimed].type, target, aim.inputs)
        for side in sorted(CURSORS & definition.args.keys()):
            wanted = side == aimed or self.chance(15)
            chosen[side] = self.cursor(target.removesuffix("Connection"), chosen) if wanted else None
        if chosen.get("first") is not None and chosen.get("last") is not None:
            chosen["last" if aimed == "first" or (aimed != "last" and self.chance(50)) else "first"] = None
        return chosen

    def value(self, argument: str, kind: GraphQLInputType, target: str, inputs: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
        """Return the value of an argument of a field that leads to the target."""
        conditions, named = Conditions(self.draw, self.vocabulary), get_named_type(kind)
        if argument == "orderBy" or inputs:
            return conditions.along(kind, argument, inputs)
        if isinstance(named, GraphQLInputObjectType | GraphQLEnumType):
            return conditions.value(kind, argument, 0)
        return self.draw(self.vocabulary.of(argument, named.name, target))

    def cursor(self, kind: str, chosen: dict[str, Any]) -> object:
        """Return a cursor in the order that is asked for."""
        if kind == "Search":
            return self.draw(self.vocabulary.places(chosen["query"]))
        keys = chosen.get("orderBy")
        order = read_order(type_system(), resolver, kind, keys) if keys else ORDERS[TABLES[kind]]
        return self.draw(self.vocabulary.cursors(kind, order))


def _aliased(key: str, name: str) -> str:
    return name if key == name else f"{key}: {name}"


def _is_many(definition: GraphQLField) -> bool:
    """Return whether there may be many; of the schema there is much of everything."""
    if definition in ABOUT_SCHEMA.values():
        return True
    return "[" in str(definition.type) or get_named_type(definition.type).name.endswith("Connection")


def _fields(parent: Composite) -> Mapping[str, GraphQLField]:
    if isinstance(parent, GraphQLUnionType):
        return {}
    more = ABOUT_SCHEMA if parent is type_system().query_type else {}
    return {name: each for name, each in (parent.fields | more).items() if name not in UNORDERED}


def _overlapping(parent: Composite) -> list[Composite]:
    """Return the types that a fragment may narrow to: itself first, then all that share an object type with it."""
    ours = _objects(parent)
    every = [
        each
        for name, each in type_system().type_map.items()
        if isinstance(each, Composite) and not name.startswith("__")
    ]
    return [parent, *(each for each in every if each is not parent and ours & _objects(each))]


def _objects(kind: Composite) -> set[str]:
    if isinstance(kind, GraphQLObjectType):
        return {kind.name}
    return {each.name for each in type_system().get_possible_types(kind)}


@st.composite
def operations(draw: st.DrawFn, vocabulary: Vocabulary, aimed: Sequence[Aim]) -> Operation:
    """Operations over the whole schema, on one database; some of what is aimed at is in each."""
    writer = Writer(draw, vocabulary, Literals(draw), draw(st.integers(3, FIELDS)))
    query = type_system().query_type
    assert query is not None
    root = Place(Scope())
    body = writer.selections(query, root).removesuffix("}")
    for aim in draw(st.lists(st.sampled_from(aimed), min_size=MOST_AIMS // 2, max_size=MOST_AIMS)):
        body += writer.aimed(query, root, aim) + " "
    definitions = writer.literals.definitions()
    name = "Q" if writer.chance(30) else None
    head = f"query{f' {name}' if name else ''}{definitions} " if name or definitions else ""
    parts = [
        f"{head}{body} }}",
        *(f"fragment {each.name} on {each.type} {each.text}" for each in writer.fragments),
    ]
    if name and writer.chance(20):
        parts.insert(0, "query Other { __typename }")
    return Operation("\n".join(parts), writer.literals.given(), name)
