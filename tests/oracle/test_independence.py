"""The oracle proves something only while it shares nothing with the compiler, and knows the whole schema."""

import ast
from pathlib import Path

import pytest

from tests.oracle.resolvers import RESOLVERS
from tests.oracle.rows import ROWS
from tests.oracle.system import type_system
from tests.oracle.words import snake_case
from tests.oracle.world import TABLES

HERE = Path(__file__).parent
ORACLE = (
    "connections",
    "dates",
    "executor",
    "facts",
    "figures",
    "filters",
    "orders",
    "resolvers",
    "search",
    "sorting",
    "system",
    "words",
    "world",
)
FORBIDDEN = ("api", "schema.binding", "schema.catalog", "schema.types", "seeds")


@pytest.mark.parametrize("name", ORACLE)
def test_the_oracle_shares_nothing_with_the_compiler(name: str) -> None:
    """Its modules import the type system of the schema, and nothing else of the program."""
    tree = ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))
    imported = [
        module
        for node in ast.walk(tree)
        for module in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    ]
    assert not [module for module in imported if module.startswith(FORBIDDEN)]


def test_the_oracle_knows_every_type() -> None:
    """Each type with ids of its own has a table, and its rows are made by chance."""
    nodes = {each.name for each in type_system().get_possible_types(type_system().type_map["Node"])}  # type: ignore[arg-type]
    assert nodes == set(TABLES)
    assert {TABLES[name] for name in nodes} - ROWS.keys() == {"published_change"}


def test_the_oracle_knows_every_field() -> None:
    """Each resolver belongs to a field of the schema, and each field of the root has one."""
    for name, fields in RESOLVERS.items():
        known = type_system().type_map[name].fields  # type: ignore[attr-defined]
        assert fields.keys() <= known.keys(), name
    query = type_system().query_type
    assert query is not None
    assert query.fields.keys() == RESOLVERS["Query"].keys()


def test_names_are_spelled_as_columns() -> None:
    """A field without a resolver reads the column that it is named like."""
    assert snake_case("releasedOn") == "released_on"
