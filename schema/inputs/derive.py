"""Derives, for every type, what its rows can be filtered and ordered by, and gives it to every connection."""

from collections.abc import Callable, Mapping

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLOutputType,
    GraphQLScalarType,
    GraphQLSchema,
)

from schema.binding import Column, Computed, Embedded, Figures, GlobalId, Key, Link, Rows
from schema.catalog import SQL_TYPES, Catalog, Field, ObjectType, owned, snake_case
from schema.inputs import operators
from schema.inputs.meaning import (
    Condition,
    Filtered,
    FilteredId,
    Logic,
    NoRow,
    Ordered,
    OrderedBy,
    Part,
    Quantifier,
    ToMany,
    ToOne,
    input_field,
    list_of,
    tie_of,
)

Fields = dict[str, GraphQLInputField]

DIRECTIONS = {
    "ASC": "The smallest, earliest or first in the alphabet comes first.",
    "DESC": "The largest, latest or last in the alphabet comes first.",
}


def with_inputs(schema: GraphQLSchema, catalog: Catalog) -> GraphQLSchema:
    """Give every connection its `where` and `orderBy`, and return the schema that knows their types."""
    inputs = Inputs(catalog)
    for owner in catalog.types.values():
        for field in owner.fields.values():
            if catalog.is_connection(field) and isinstance(field.binding, Rows) and not field.binding.table:
                inputs.give(field)
            if isinstance(field.binding, Figures):
                inputs.give_where(field, catalog.types[field.binding.type])
    return GraphQLSchema(
        query=schema.query_type,
        types=[each for name, each in schema.type_map.items() if not name.startswith("__")],
        directives=schema.directives,
    )


def sort_key(field: Field) -> Key:
    """Return the key that rows are ordered by: for a fuzzy date, its earliest day."""
    inner, nullable = field.target, not field.required
    if isinstance(inner, GraphQLEnumType):
        return Key(field.column, snake_case(inner.name), nullable=nullable, words=frozenset(inner.values))
    if inner.name == "FuzzyDate":
        return Key(f"{field.column}_earliest", "date", nullable=nullable)
    sql = SQL_TYPES[inner.name]
    return Key(field.column, sql, nullable=nullable, collation="C" if sql == "text" else None)


class Inputs:
    """Makes every input type once, when it is first mentioned."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.made: dict[str, GraphQLInputObjectType] = {}
        self.direction = GraphQLEnumType(
            "OrderDirection",
            {word: GraphQLEnumValue(word, description=text) for word, text in DIRECTIONS.items()},
            description="Which end of an order comes first. What has no value comes last in either.",
        )

    def give(self, field: Field) -> None:
        """Give a connection its arguments."""
        target = self.catalog.types[self.catalog.row_type(field)]
        self.give_where(field, target)
        field.definition.args["orderBy"] = GraphQLArgument(
            list_of(self.order(target)),
            description="The order of the rows: by the first key, then the next; ties by id."
            " What has no value comes last.",
        )

    def give_where(self, field: Field, target: ObjectType) -> None:
        """Give a field the filter of a type."""
        field.definition.args["where"] = GraphQLArgument(
            self.where(target), description="Only the rows of which this holds."
        )

    def _once(
        self, name: str, description: str, fields: Callable[[], Mapping[str, GraphQLInputField]]
    ) -> GraphQLInputObjectType:
        if name not in self.made:
            self.made[name] = GraphQLInputObjectType(name, lambda: dict(fields()), description=description)
        return self.made[name]

    # Filters

    def where(self, owner: ObjectType) -> GraphQLInputObjectType:
        """Return the filter of a type's rows."""
        return self._once(
            f"{owner.name}Where",
            f"Conditions on {owner.name}: all that are given must hold, and of none given it holds always.",
            lambda: self._where_fields(owner),
        )

    def _where_fields(self, owner: ObjectType) -> Fields:
        fields = self._logic(owner)
        for field in owner.fields.values():
            made = self._filter(owner, field)
            if made is not None:
                fields[field.name] = made
        for each in owner.table.conditions if owner.table else ():
            scalar = self.catalog.schema.type_map[each.type]
            assert isinstance(scalar, GraphQLScalarType)
            fields[each.name] = input_field(
                scalar, each.description, Condition(each.sql, SQL_TYPES[each.type])
            )
        return fields

    def _logic(self, owner: ObjectType) -> Fields:
        own = self.where(owner)
        none = (
            "Under an optional relation: whether there is nothing there. Elsewhere there always is something."
        )
        return {
            "and": input_field(list_of(own), "All of these must hold; an empty list holds.", Logic("and")),
            "or": input_field(list_of(own), "One of these must hold; an empty list does not.", Logic("or")),
            "not": input_field(own, "This must not hold.", Logic("not")),
            "isNull": input_field(GraphQLBoolean, none, NoRow()),
        }

    def _filter(self, owner: ObjectType, field: Field) -> GraphQLInputField | None:
        about = f"A condition on this: {field.definition.description}"
        match field.binding:
            case GlobalId():
                return input_field(self._ids(), about, FilteredId(owner.name))
            case Column(filterable=True):
                return input_field(self._values(field.output), about, Filtered(f"{{row}}.{field.column}"))
            case Computed(sql, filterable=True):
                return input_field(self._values(field.output), about, Filtered(owned(sql, owner)))
            case Embedded(prefix):
                return input_field(self.where(self.catalog.types[field.target.name]), about, Part(prefix))
            case Link() | Rows():
                return self._relation(owner, field, about)
            case _:
                return None

    def _relation(self, owner: ObjectType, field: Field, about: str) -> GraphQLInputField | None:
        binding = field.binding
        where = binding.where if isinstance(binding, Rows) else f"{{row}}.id = {{parent}}.{field.column}"
        if "{parent}" not in where or any("{" + name + "}" in where for name in field.definition.args):
            return None
        target = self.catalog.types[self.catalog.row_type(field)]
        table, tie = self.catalog.source(field).table, tie_of(owned(where, owner))
        if field.many or self.catalog.is_connection(field):
            return input_field(self._many(target), about, ToMany(table, tie))
        optional = not field.required
        return input_field(self.where(target), about, ToOne(table, tie, optional))

    def _many(self, target: ObjectType) -> GraphQLInputObjectType:
        where = self.where(target)
        words = {
            "some": "At least one row of which this holds; with {}, any row at all.",
            "every": "This holds of every row; it holds where there is none.",
            "none": "No row of which this holds; with {}, no row at all.",
        }
        return self._once(
            f"{target.name}ListWhere",
            f"Conditions on the rows of {target.name} that belong to something.",
            lambda: {word: input_field(where, text, Quantifier(word)) for word, text in words.items()},
        )

    def _ids(self) -> GraphQLInputObjectType:
        scalar = self.catalog.schema.type_map["ID"]
        return self._once("IDFilter", "Conditions on an id.", lambda: operators.id_operators(scalar))

    def _values(self, output: GraphQLOutputType) -> GraphQLInputObjectType:
        inner = output.of_type if isinstance(output, GraphQLNonNull) else output
        if isinstance(inner, GraphQLList):
            element = inner.of_type.of_type
            name, text = f"{element.name}ListFilter", f"Conditions on a list of {element.name}."
            return self._once(name, text, lambda: operators.list_operators(element))
        text = f"Conditions on a value of {inner.name}."
        return self._once(f"{inner.name}Filter", text, lambda: operators.scalar_operators(inner))

    # Orders

    def order(self, owner: ObjectType) -> GraphQLInputObjectType:
        """Return the order of a type's rows: one key of it."""
        return self._once(
            f"{owner.name}Order",
            f"One key to order {owner.name} by: give exactly one field of this.",
            lambda: self._order_fields(owner),
        )

    def _order_fields(self, owner: ObjectType) -> Fields:
        fields: Fields = {}
        for field in owner.fields.values():
            text = f"By this: {field.definition.description}"
            match field.binding:
                case Column(sortable=True) if not field.many:
                    fields[field.name] = input_field(self.direction, text, Ordered(sort_key(field)))
                case Link():
                    target = self.catalog.types[field.target.name]
                    by = OrderedBy(field.column, self.catalog.source(field).table, not field.required)
                    fields[field.name] = input_field(self.order(target), text, by)
                case _:
                    pass
        return fields
