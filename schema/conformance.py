"""Compares the catalog with a live database: what GraphQL promises, the tables must keep.

Nothing enforces null propagation or enum values once the database writes the answer itself, so a mismatch
must stop the start, with a message that names the field.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graphql import GraphQLEnumType, GraphQLList, GraphQLNonNull, GraphQLOutputType

from schema.binding import AnyNode, Column, Embedded, Key, Link, OneOf, Rows
from schema.catalog import SQL_TYPES, Catalog, Field, ObjectType, owned, snake_case
from schema.inputs.derive import sort_key


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """One column as the database has it; ``not_null`` is None where a view or function says nothing of it."""

    type: str
    not_null: bool | None


@dataclass(frozen=True, slots=True)
class IndexKey:
    """One key of an index."""

    column: str
    descending: bool
    nulls_first: bool
    collation: str | None


@dataclass(frozen=True, slots=True)
class DatabaseShape:
    """What the catalog is compared with.

    Attributes:
        columns: By table, view or function that returns rows, then by column.
        enums: The labels of each enum type.
        foreign_keys: (table, column) → the table it points at.
        indexes: By table: the keys of each index, in order.
    """

    columns: Mapping[str, Mapping[str, ColumnShape]]
    enums: Mapping[str, frozenset[str]]
    foreign_keys: Mapping[tuple[str, str], str]
    indexes: Mapping[str, tuple[tuple[IndexKey, ...], ...]]


def disagreements(catalog: Catalog, database: DatabaseShape) -> list[str]:
    """Return a sentence for each promise of the catalog that the database does not keep."""
    found: list[str] = []
    for owner, table, prefix in _uses(catalog):
        if table in database.columns:
            found += _own_row(catalog, database, owner, table, prefix)
        else:
            found.append(f"{owner.name} is read from table {table}, which does not exist.")
    for owner in catalog.types.values():
        for field in owner.fields.values():
            found += _named(owner, field, _rows(catalog, database, owner, field))
    return found


def _named(owner: ObjectType, field: Field, sentences: Iterator[str]) -> Iterator[str]:
    return (f"{owner.name}.{field.name}: {sentence}" for sentence in sentences)


def _own_row(
    catalog: Catalog, database: DatabaseShape, owner: ObjectType, table: str, prefix: str
) -> Iterator[str]:
    """Yield what is wrong with the columns that a type's fields read."""
    for field in owner.fields.values():
        match field.binding:
            case Column():
                column = f"{prefix}_{field.column}" if prefix else field.column
                yield from _named(owner, field, _column(database, field, table, column))
                if owner.is_node:
                    yield from _named(owner, field, _findable(database, field, table, column))
            case Link():
                yield from _named(owner, field, _link(catalog, database, field, table))
            case AnyNode(type_column, id_column, types):
                yield from _named(owner, field, _any_node(database, table, (type_column, id_column), types))
            case OneOf(branches):
                for target, key in branches:
                    yield from _named(owner, field, _foreign_key(catalog, database, table, key, target))
            case _:
                pass


def _uses(catalog: Catalog) -> Iterator[tuple[ObjectType, str, str]]:
    """Yield every type with each table, and column prefix, that it is read from."""
    for owner in catalog.types.values():
        if owner.table is not None:
            yield owner, owner.table.name, ""
        for field in owner.fields.values():
            match field.binding:
                case Rows(table=str(table)):
                    yield catalog.types[catalog.row_type(field)], table.partition("(")[0], ""
                case Embedded(prefix) if owner.table is not None:
                    yield catalog.types[field.target.name], owner.table.name, prefix
                case _:
                    pass


def _column(database: DatabaseShape, field: Field, table: str, column: str) -> Iterator[str]:
    shape = database.columns[table].get(column)
    if shape is None:
        yield f"there is no column {table}.{column}."
        return
    wanted = _sql_type(field.output)
    if shape.type != wanted:
        yield f"column {table}.{column} is {shape.type}; the field needs {wanted}."
    yield from _nullability(field, table, column, shape)
    if isinstance(field.target, GraphQLEnumType):
        words = frozenset(field.target.values)
        labels = database.enums.get(snake_case(field.target.name), frozenset())
        if words != labels:
            yield f"enum {field.target.name} and the database differ in {', '.join(sorted(words ^ labels))}."


def _findable(database: DatabaseShape, field: Field, table: str, column: str) -> Iterator[str]:
    """What can be filtered or ordered by is indexed; text also for what it contains, and long text for that alone."""
    assert isinstance(field.binding, Column)
    indexes = database.indexes.get(table)
    if indexes is None or not (field.binding.filterable or field.binding.sortable):
        return
    key = replace(sort_key(field), descending=False, collation=None) if not field.many else Key(column, "")
    is_text = field.target.name == "String" and not field.many
    wanted = [replace(key, column=column + key.column.removeprefix(field.column))]
    if is_text and not field.binding.sortable:
        wanted.clear()
    if is_text and field.binding.filterable:
        wanted.append(Key(f"folded({column})", "text"))
    for each in wanted:
        if not _indexed(indexes, [each.column], ()):
            yield f"no index of {table} begins with {each.column}, and it can be filtered or ordered by."


def _nullability(field: Field, table: str, column: str, shape: ColumnShape) -> Iterator[str]:
    if shape.not_null is not None and shape.not_null is not field.required:
        be = "NOT NULL" if field.required else "nullable"
        yield f"column {table}.{column} must be {be}, as the field's type says."


def _sql_type(output: GraphQLOutputType) -> str:
    inner = output.of_type if isinstance(output, GraphQLNonNull) else output
    if isinstance(inner, GraphQLList):
        return _sql_type(inner.of_type) + "[]"
    if isinstance(inner, GraphQLEnumType):
        return snake_case(inner.name)
    return SQL_TYPES[inner.name]


def _link(catalog: Catalog, database: DatabaseShape, field: Field, table: str) -> Iterator[str]:
    broken = list(_foreign_key(catalog, database, table, field.column, field.target.name))
    yield from broken or _nullability(field, table, field.column, database.columns[table][field.column])


def _foreign_key(
    catalog: Catalog, database: DatabaseShape, table: str, column: str, target_name: str
) -> Iterator[str]:
    target = catalog.types[target_name].table
    if column not in database.columns[table]:
        yield f"there is no column {table}.{column}."
    elif target is None or database.foreign_keys.get((table, column)) != target.name:
        yield f"column {table}.{column} is no foreign key of {target_name}'s table."


def _any_node(
    database: DatabaseShape, table: str, columns: tuple[str, str], types: tuple[tuple[str, str], ...]
) -> Iterator[str]:
    """Both columns must be there; where words stand for types, just these words."""
    for column in columns:
        if column not in database.columns[table]:
            yield f"there is no column {table}.{column}."
            return
    labels = database.enums.get(database.columns[table][columns[0]].type)
    if types and labels != (words := frozenset(word for _, word in types)):
        yield f"the types it leads to and column {table}.{columns[0]} differ in {', '.join(sorted(words ^ (labels or frozenset())))}."


def _rows(catalog: Catalog, database: DatabaseShape, owner: ObjectType, field: Field) -> Iterator[str]:
    """A relation by one column needs an index on it; a connection needs its order in that index too."""
    if not isinstance(field.binding, Rows):
        return
    source = catalog.source(field)
    simple = re.fullmatch(r"\{row\}\.(\w+) = \{parent\}\.id", owned(field.binding.where, owner))
    if simple is None and field.binding.where != "true":
        return
    lead = [simple[1]] if simple else []
    order = source.order if catalog.is_connection(field) else ()
    if source.table in database.indexes and not _indexed(database.indexes[source.table], lead, order):
        keys = ", ".join([*lead, *(key.column for key in order)])
        yield f"no index of {source.table} begins with ({keys}) in the order that is read."


def _indexed(indexes: tuple[tuple[IndexKey, ...], ...], lead: list[str], order: tuple[Key, ...]) -> bool:
    return any(_serves(index, lead, order) for index in indexes)


def _serves(index: tuple[IndexKey, ...], lead: list[str], order: tuple[Key, ...]) -> bool:
    size = len(lead) + len(order)
    if [key.column for key in index[: len(lead)]] != lead or len(index) < size:
        return False
    return all(_matches(have, want) for have, want in zip(index[len(lead) : size], order, strict=True))


def _matches(have: IndexKey, want: Key) -> bool:
    return (
        have.column == want.column
        and have.descending is want.descending
        and (not want.nullable or not have.nulls_first)
        and (want.collation is None or have.collation == want.collation)
    )
