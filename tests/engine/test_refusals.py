"""What the engine will not run, and what it says then: the code, the place and the remedy."""

import time

import pytest

from api.engine import Engine, Limits, Refused
from schema.build import graphql_schema
from schema.catalog import read_catalog
from tests.engine.conftest import Refusal


def code(error: dict[str, object]) -> object:
    """The code of an error."""
    extensions = error["extensions"]
    assert isinstance(extensions, dict)
    return extensions["code"]


def test_syntax(refusal: Refusal) -> None:
    """A document that does not parse is refused with the place."""
    error = refusal("{ country(")
    assert code(error) == "GRAPHQL_PARSE_FAILED"
    assert error["locations"] == [{"line": 1, "column": 11}]


def test_literal_of_a_date(refusal: Refusal) -> None:
    """A day that there is not is refused with the place where it stands."""
    error = refusal('{ releases(where: {releasedOn: {eq: "2025-13"}}) { totalCount } }')
    assert "is not a fuzzy date" in str(error["message"])
    assert error["locations"] == [{"line": 1, "column": 37}]


def test_unknown_field(refusal: Refusal) -> None:
    """A field that the schema lacks is refused with a suggestion."""
    error = refusal('{ country(iso2: "BY") { nam } }')
    assert code(error) == "GRAPHQL_VALIDATION_FAILED"
    assert "Did you mean 'name'" in str(error["message"])


def test_no_operation(refusal: Refusal) -> None:
    """A document without an operation is refused."""
    assert code(refusal("fragment F on Country { name }")) in {
        "OPERATION_RESOLUTION_FAILURE",
        "GRAPHQL_VALIDATION_FAILED",
    }


def test_ambiguous_operation(refusal: Refusal) -> None:
    """Of several operations one must be named."""
    error = refusal("query A { __typename } query B { __typename }")
    assert code(error) == "OPERATION_RESOLUTION_FAILURE"
    assert "operationName" in str(error["message"])


def test_unknown_operation(refusal: Refusal) -> None:
    """A name that no operation has is refused with the names there are."""
    assert "A, B" in str(refusal("query A { __typename } query B { __typename }", None, "C")["message"])


def test_missing_variable(refusal: Refusal) -> None:
    """A variable that must have a value is asked for by name."""
    error = refusal("query ($slug: String!) { release(slug: $slug) { slug } }")
    assert code(error) == "BAD_USER_INPUT"
    assert "$slug" in str(error["message"])


@pytest.mark.parametrize(
    "day", ["2025-02-30", "13.12.2025", "2025-12", 5, "2025-12-13T00:00:00Z", "٢٠٢٥-١٢-١٣"]
)
def test_bad_date(refusal: Refusal, day: object) -> None:
    """A date that is none is refused before the database sees it."""
    query = 'query ($on: Date) { sanction(slug: "x") { status(on: $on) } }'
    assert code(refusal(query, {"on": day})) == "BAD_USER_INPUT"


@pytest.mark.parametrize("arguments", ["first: 501", "first: -1", "last: 501", "first: 1, last: 1"])
def test_page_size(refusal: Refusal, arguments: str) -> None:
    """A page holds 0 to 500 rows, and is taken from one end."""
    error = refusal(f"{{ releases({arguments}) {{ nodes {{ slug }} }} }}")
    assert code(error) == "BAD_USER_INPUT"
    assert error["path"] == ["releases"]


@pytest.mark.parametrize(
    "cursor", ["", "x", "====", "bnVsbA==", "W10=", "eyJhIjoxfQ==", "W1siYSJdXQ==", "a" * 5_000, "é"]
)
def test_no_cursor(refusal: Refusal, cursor: str) -> None:
    """What is no cursor of ours is refused, whatever it is."""
    error = refusal("query ($c: String) { releases(after: $c) { nodes { slug } } }", {"c": cursor})
    assert code(error) == "BAD_USER_INPUT"
    assert "`after`" in str(error["message"])


def test_cursor_of_another_list(refusal: Refusal) -> None:
    """A cursor of another list is told apart."""
    cursor = "WyIyOGJlZDZjMiIsICIyMDI1LTEyLTEzIiwgMl0="
    error = refusal(f'{{ countries(after: "{cursor}") {{ nodes {{ iso2 }} }} }}')
    assert "another list" in str(error["message"])


@pytest.mark.parametrize(
    "given", ["x", "Release:", "Release:-1", "Release:1;2", "Release:99999999999999999999"]
)
def test_no_id(refusal: Refusal, given: str) -> None:
    """What is no global id is refused; an id of nothing is null instead."""
    assert code(refusal("query ($id: ID!) { node(id: $id) { id } }", {"id": given})) == "BAD_USER_INPUT"


def test_too_many_ids(refusal: Refusal) -> None:
    """Ids are looked up 500 at a time at the most."""
    ids = [f"Release:{number}" for number in range(501)]
    assert "500" in str(refusal("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids})["message"])


def test_depth(refusal: Refusal) -> None:
    """An operation deeper than the limit is refused with the path."""
    query = "releases { nodes { agreements { " * 6 + "slug" + "} } }" * 6
    error = refusal("{ agreements { nodes { " + query + "} } }")
    assert code(error) == "QUERY_TOO_LARGE"
    assert str(error["message"]).startswith("agreements.nodes.releases")


def test_fragments_that_double(refusal: Refusal) -> None:
    """Fragments that double at each step are cut short in bounded time."""
    chain = "".join(
        f"fragment F{n} on Country {{ a: releases {{ nodes {{ country {{ ...F{n + 1} }} }} }}"
        f" b: releases {{ nodes {{ country {{ ...F{n + 1} }} }} }} }} "
        for n in range(40)
    )
    started = time.perf_counter()
    refusal('{ country(iso2: "BY") { ...F0 } } ' + chain + "fragment F40 on Country { name }")
    assert time.perf_counter() - started < 2


def test_too_many_tokens(refusal: Refusal) -> None:
    """A document of too many tokens is refused while it is read."""
    assert code(refusal("{ " + "__typename " * 5_000 + "}")) == "GRAPHQL_PARSE_FAILED"


def test_too_many_fields_of_an_object() -> None:
    """An object has at most as many fields as a row of Postgres has columns."""
    schema = graphql_schema()
    small = Engine(schema, read_catalog(schema), Limits(fields_of_an_object=3))
    with pytest.raises(Refused, match="more than 3 fields of one object"):
        small.prepare('{ country(iso2: "BY") { a: name b: name c: name d: name } }', None, None)


def test_mutation(refusal: Refusal) -> None:
    """There is nothing to mutate."""
    assert code(refusal("mutation { x }")) == "OPERATION_NOT_SUPPORTED"


def test_nul(refusal: Refusal) -> None:
    """A NUL character, which Postgres cannot hold, is refused wherever it comes in."""
    assert code(refusal("{ __typename \0 }")) == "GRAPHQL_PARSE_FAILED"
    query = "query ($slug: String!) { release(slug: $slug) { slug } }"
    assert code(refusal(query, {"slug": "a\0b"})) == "BAD_USER_INPUT"
    assert code(refusal('{ release(slug: "a\\u0000b") { slug } }')) == "BAD_USER_INPUT"


def test_lone_surrogate(refusal: Refusal) -> None:
    """Half a character, which UTF-8 cannot hold, is refused."""
    query = "query ($slug: String!) { release(slug: $slug) { slug } }"
    assert code(refusal(query, {"slug": "a\ud800b"})) == "BAD_USER_INPUT"


def test_errors_are_few(engine: Engine) -> None:
    """However wrong a document is, only a few errors are told."""
    with pytest.raises(Refused) as caught:
        engine.prepare("{ " + " ".join(f"x{n}" for n in range(50)) + " }", None, None)
    assert len(caught.value.errors) <= Limits().errors + 1
