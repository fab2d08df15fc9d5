"""The catalog: what it reads from the types, and what it refuses."""

import pytest
import strawberry

from schema.binding import Column, Key, Table
from schema.build import declared, graphql_schema
from schema.catalog import CatalogError, read_catalog, snake_case, sql_type


def test_reads_tables_and_columns() -> None:
    """A type has its table and order; a field has its column, named like itself unless said otherwise."""
    release = read_catalog(graphql_schema()).types["Release"]
    assert release.table == Table(
        "release",
        (
            Key("released_on_earliest", "date", descending=True, nullable=True),
            Key("id", "bigint", descending=True),
        ),
    )
    assert release.fields["releasedOn"].binding == Column()
    assert release.fields["releasedOn"].column == "released_on"
    assert release.fields["country"].column == "country_id"


def test_field_without_binding_is_refused() -> None:
    """A field that nothing says how to read is refused by name."""

    @strawberry.type
    class Query:
        lost: str

    with pytest.raises(CatalogError, match=r"Query\.lost has no binding"):
        read_catalog(declared(Query))


def test_names() -> None:
    """Type names become SQL names."""
    assert snake_case("ReleaseMode") == "release_mode"
    assert snake_case("Sex") == "sex"


def test_argument_types() -> None:
    """An argument is bound as the SQL type of its GraphQL type."""
    query = graphql_schema().type_map["Query"]
    fields = query.fields  # type: ignore[attr-defined]
    assert sql_type(fields["node"].args["id"].type) == "text"
    assert sql_type(fields["nodes"].args["ids"].type) == "text[]"
    assert sql_type(fields["changes"].args["since"].type) == "integer"
    counts = graphql_schema().type_map["Release"].fields["counts"]  # type: ignore[attr-defined]
    assert sql_type(counts.args["dimension"].type) == "text::count_dimension"
