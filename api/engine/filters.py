"""Lowers the value of `where` to conditions of the plan.

What a filter holds may come as literals, as one variable or in parts: what counts is its coerced value. Its
skeleton shapes the SQL; the values in it are parameters.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLInputField, GraphQLInputObjectType, get_named_type

from api.engine.errors import bad_input
from api.engine.inputs import FilterId, FilterValue
from api.engine.plan import All, AnyOf, Compared, Exists, Filter, Not
from api.engine.sites import Site
from schema.inputs.meaning import (
    Condition,
    Filtered,
    FilteredId,
    Logic,
    NoRow,
    Operator,
    Part,
    Quantifier,
    ToMany,
    ToOne,
    meaning_of,
)

Path = tuple[str | int, ...]
Given = Any  # what coercion has checked against the input type
NO_ROW = Compared("{row}.* IS NULL", None)


@dataclass(slots=True)
class FilterLowering:
    """The lowering of one connection's filter."""

    site: Site
    limit: int
    count: int = 0

    def lower(self, value: Mapping[str, Any]) -> Filter:
        """Return what the filter asks of a row."""
        type_ = get_named_type(self.site.definition.args["where"].type)
        assert isinstance(type_, GraphQLInputObjectType)
        return self.row(type_, value, (), "")

    def row(self, type_: GraphQLInputObjectType, value: Mapping[str, Any], path: Path, prefix: str) -> Filter:
        """Return what is asked of one row: all that is given must hold."""
        return All(tuple(self._given(type_, value, path, prefix)))

    def _given(
        self, type_: GraphQLInputObjectType, value: Mapping[str, Any], path: Path, prefix: str
    ) -> Iterator[Filter]:
        for name, given in value.items():
            self._count()
            field = type_.fields[name]
            here = (*path, name)
            if given is not None:
                yield self._field(type_, field, given, here, prefix)
            elif isinstance(meaning_of(field), Condition | NoRow):
                raise self._null(here)

    def _field(
        self, type_: GraphQLInputObjectType, field: GraphQLInputField, given: Given, path: Path, prefix: str
    ) -> Filter:
        meaning = meaning_of(field)
        match meaning:
            case Logic(word):
                return self._logic(type_, word, given, path, prefix)
            case NoRow():
                return NO_ROW if given else Not(NO_ROW)
            case Condition(sql, bound):
                return Compared(sql, FilterValue(self.site, path, bound))
            case Part(part):
                return self.row(_inner(field), given, path, part)
            case ToOne() | ToMany():
                return self._relation(meaning, _inner(field), given, path)
            case Filtered() | FilteredId():
                return All(tuple(self._operators(meaning, _inner(field), given, path, prefix)))
            case _:  # pragma: no cover - the other meanings stand one level below
                raise AssertionError(meaning)

    def _logic(
        self, type_: GraphQLInputObjectType, word: str, given: Given, path: Path, prefix: str
    ) -> Filter:
        if word == "not":
            return Not(self.row(type_, given, path, prefix))
        parts = tuple(self.row(type_, each, (*path, place), prefix) for place, each in enumerate(given))
        return All(parts) if word == "and" else AnyOf(parts)

    def _relation(
        self, relation: ToOne | ToMany, type_: GraphQLInputObjectType, given: Mapping[str, Any], path: Path
    ) -> Filter:
        if isinstance(relation, ToOne):
            if not given:
                return All(())
            asked = self.row(type_, given, path, "")
            return Exists(
                relation.table, relation.tie, asked, optional=relation.optional and _asks_for_none(given)
            )
        return All(tuple(self._quantified(relation, type_, given, path)))

    def _quantified(
        self, relation: ToMany, type_: GraphQLInputObjectType, given: Mapping[str, Any], path: Path
    ) -> Iterator[Filter]:
        for name, value in given.items():
            if value is None:
                continue
            meaning = meaning_of(type_.fields[name])
            assert isinstance(meaning, Quantifier)
            asked = self.row(_inner(type_.fields[name]), value, (*path, name), "")
            match meaning.word:
                case "some":
                    yield Exists(relation.table, relation.tie, asked)
                case "none":
                    yield Not(Exists(relation.table, relation.tie, asked))
                case _:
                    yield Not(Exists(relation.table, relation.tie, Not(asked)))

    def _operators(
        self,
        filtered: Filtered | FilteredId,
        type_: GraphQLInputObjectType,
        given: Mapping[str, Any],
        path: Path,
        prefix: str,
    ) -> Iterator[Filter]:
        for name, value in given.items():
            self._count()
            operator = meaning_of(type_.fields[name])
            assert isinstance(operator, Operator)
            if value is None:
                raise self._null((*path, name))
            sql = operator.sql.replace("{column}", _expression(filtered, prefix))
            if operator.type is None:
                yield Compared(sql, None) if value else Not(Compared(sql, None), strict=name == "eq")
            elif isinstance(filtered, FilteredId):
                yield Compared(sql, FilterId(self.site, (*path, name), operator.type, filtered.type))
            else:
                yield Compared(sql, FilterValue(self.site, (*path, name), operator.type))

    def _count(self) -> None:
        self.count += 1
        if self.count > self.limit:
            raise bad_input(
                f"`where` holds more than {self.limit} conditions; ask for less at once.", self.site
            )

    def _null(self, path: Path) -> Exception:
        where = ".".join(map(str, path))
        return bad_input(
            f"`where.{where}: null` says nothing; leave it out, or ask for what has no value by isNull: true.",
            self.site,
        )


def _inner(field: GraphQLInputField) -> GraphQLInputObjectType:
    inner = get_named_type(field.type)
    assert isinstance(inner, GraphQLInputObjectType)
    return inner


def _expression(filtered: Filtered | FilteredId, prefix: str) -> str:
    if isinstance(filtered, FilteredId):
        return "{row}.id"
    return filtered.expression.replace("{row}.", f"{{row}}.{prefix}_") if prefix else filtered.expression


def _asks_for_none(given: Mapping[str, Any]) -> bool:
    """Return whether a filter asks, of the row itself, whether it is there at all."""
    if given.get("isNull") is not None:
        return True
    inner = [
        *(given.get("and") or ()),
        *(given.get("or") or ()),
        *([given["not"]] if given.get("not") else ()),
    ]
    return any(_asks_for_none(each) for each in inner)
