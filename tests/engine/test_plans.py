"""How plans are found again: by the document, the operation, and only those facts that shape the SQL."""

import pytest

from api.engine import Engine, Refused
from api.engine.cache import ByteCache
from api.engine.plans import PLANS_PER_DOCUMENT

PAGE = "query ($first: Int, $after: String, $more: Boolean = false) { releases(first: $first, after: $after)"
PAGE += " { nodes { slug title @include(if: $more) } pageInfo { hasNextPage } } }"
CURSOR = "WyIyOGJlZDZjMiIsICIyMDI1LTEyLTEzIiwgMl0="
NULL_CURSOR = "WyIyOGJlZDZjMiIsIG51bGwsIDJd"


def plans(engine: Engine, query: str) -> int:
    """How many plans are kept for a document."""
    operations = engine.cache.get(query)
    assert operations is not None
    return operations.plans


def test_equal_operations_give_equal_text(engine: Engine) -> None:
    """The same document gives the same statement, also where nothing is cached."""
    first = engine.prepare(PAGE, {"first": 3}, None)
    engine.cache = ByteCache(engine.cache_bytes)
    assert engine.prepare(PAGE, {"first": 3}, None).sql == first.sql


def test_values_share_a_plan(engine: Engine) -> None:
    """Values that only fill parameters share one plan."""
    for size in (1, 2, None, 500):
        engine.prepare(PAGE, {"first": size}, None)
    assert plans(engine, PAGE) == 1
    assert engine.prepare(PAGE, {"first": 7}, None).arguments == (7,)


def test_shapes_have_plans_of_their_own(engine: Engine) -> None:
    """A flag, and a cursor with or without nulls, shape the SQL: each has its plan, found again."""
    shapes: list[dict[str, object]] = [
        {},
        {"more": True},
        {"after": CURSOR},
        {"after": NULL_CURSOR},
        {"after": CURSOR, "more": True},
    ]
    texts = {engine.prepare(PAGE, shape, None).sql for shape in shapes}
    assert len(texts) == len(shapes)
    assert {engine.prepare(PAGE, shape, None).sql for shape in shapes} == texts
    assert plans(engine, PAGE) == len(shapes)


def test_what_is_skipped_is_not_asked(engine: Engine) -> None:
    """An argument under a field that is skipped is not looked at, also when a plan is looked for."""
    query = (
        "query ($no: Boolean!, $c: String) { __typename releases(after: $c) @skip(if: $no) { totalCount } }"
    )
    with pytest.raises(Refused):
        engine.prepare(query, {"no": False, "c": "nonsense"}, None)
    engine.prepare(query, {"no": False, "c": CURSOR}, None)
    assert engine.prepare(query, {"no": True, "c": "nonsense"}, None).sql is None
    assert engine.prepare(query, {"no": True, "c": "nonsense"}, None).sql is None


def test_plans_of_a_document_are_bounded(engine: Engine) -> None:
    """A document whose variables shape the SQL in many ways keeps a bounded number of plans, and still answers."""
    flags = [f"v{n}" for n in range(8)]
    query = "query (" + " ".join(f"${flag}: Boolean!" for flag in flags) + ') { country(iso2: "BY") { name '
    query += " ".join(f"{flag}: name @include(if: ${flag})" for flag in flags) + " } }"
    for number in range(256):
        variables: dict[str, object] = {flag: bool(number >> place & 1) for place, flag in enumerate(flags)}
        assert engine.prepare(query, variables, None).sql is not None
    assert plans(engine, query) == PLANS_PER_DOCUMENT


def test_memory_is_bounded(engine: Engine) -> None:
    """The least recently used documents are forgotten when the cache is full."""
    engine.cache = ByteCache(30_000)
    first = '{ country(iso2: "A0") { name } }'
    for number in range(100):
        engine.prepare(first, None, None)
        engine.prepare(f'{{ country(iso2: "A{number}") {{ name }} }}', None, None)
    assert engine.cache.used <= 30_000
    assert engine.cache.get(first) is not None
    assert engine.cache.get('{ country(iso2: "A1") { name } }') is None


def test_operations_of_a_document_are_apart(engine: Engine) -> None:
    """Each operation of a document has its own plan."""
    query = 'query A { country(iso2: "BY") { name } } query B { country(iso2: "BY") { iso2 } }'
    first, second = engine.prepare(query, None, "A").sql, engine.prepare(query, None, "B").sql
    assert first != second
    assert engine.prepare(query, None, "A").sql == first


def test_introspection_follows_variables(engine: Engine) -> None:
    """Introspection that a variable decides is asked anew."""
    query = "query ($name: String!) { __type(name: $name) { name } }"
    for name in ("Release", "Relief"):
        prepared = engine.prepare(query, {"name": name}, None)
        assert name.encode() in prepared.respond(None, None)


def test_what_a_filter_compares_with_is_not_steady(engine: Engine) -> None:
    """One plan serves all keys and sizes of pages; a filter's operands may each want their own."""
    assert engine.prepare(PAGE, {"first": 3, "after": CURSOR}, None).steady
    assert engine.prepare('{ release(slug: "x") { slug } }', None, None).steady
    query = "query ($w: DetaineeWhere) { detainees(where: $w) { nodes { slug } } }"
    assert not engine.prepare(query, {"w": {"name": {"contains": "x"}}}, None).steady


@pytest.mark.parametrize("value", ["$s", "[$s]", "{ eq: $s }", "{ in: [$s] }"])
def test_a_variable_is_read_anew_wherever_it_stands(engine: Engine, value: str) -> None:
    """What is kept of a field's arguments is what no request can change: no variable, at any depth of a value."""
    where = {"$s": "and: $s", "[$s]": "and: [$s]"}.get(value, f"slug: {value}")
    kind = {"$s": "[DetaineeWhere!]!", "[$s]": "DetaineeWhere!"}.get(value, "String!")
    query = f"query ($s: {kind}) {{ detainees(first: 3, where: {{ {where} }}) {{ nodes {{ slug }} }} }}"
    for slug in ("a", "b"):
        given = {"$s": [{"slug": {"eq": slug}}], "[$s]": {"slug": {"eq": slug}}}.get(value, slug)
        assert slug in str(engine.prepare(query, {"s": given}, None).arguments)
