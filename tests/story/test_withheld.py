"""Withheld is withheld: a person whose name is withheld is counted everywhere and named nowhere."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from api.app import create_app
from api.database.attach import open_servers
from api.database.connect import connected
from api.database.reader import PoolLimits
from api.database.urls import Urls
from api.engine import Engine
from api.settings import Settings
from tests.logged import logged
from tests.serving import serving

NAME = "Zyxwyn Qwertova"
SLUG = "withheld-test"
WRITE = f"""
INSERT INTO detainee (id, slug, publication, status) VALUES (7, '{SLUG}', 'WITHHELD', 'RELEASED');
INSERT INTO confidential.detainee_name VALUES (7, '{NAME}');
INSERT INTO nationality SELECT 7, id, 'CITIZEN' FROM country WHERE iso2 = 'US';
INSERT INTO detention (id, detainee_id, country_id, legal_status) SELECT 7, 7, id, 'UNKNOWN' FROM country WHERE iso2 = 'BY';
INSERT INTO charge (id, detention_id, position, category, title, stage) VALUES (7, 7, 0, 'UNKNOWN', 'not said', 'ALLEGED');
INSERT INTO release_member (id, release_id, detainee_id, position, outcome)
    SELECT 7, id, 7, 90, 'FREED' FROM release WHERE slug = 'by-us-2025-12-13';
INSERT INTO claim (id, position, release_member_id, field, statement, speaker, stance, verification, source_id)
    SELECT 7, 90, 7, 'outcome', 'One more was freed.', 'A source', 'ASSERTS', 'SINGLE_SOURCE', min(id) FROM source;
"""

PERSON = "id slug name names { text } publication bornOn occupation identifiers { value } listedAs { name }"
PATHS = {
    "itself": f'{{ detainee(slug: "{SLUG}") {{ {PERSON} }} }}',
    "by id": f'{{ node(id: "Detainee:7") {{ ... on Detainee {{ {PERSON} }} }} }}',
    "by ids": f'{{ nodes(ids: ["Detainee:7"]) {{ ... on Detainee {{ {PERSON} }} }} }}',
    "from the list": f"{{ detainees(last: 50) {{ nodes {{ {PERSON} }} }} }}",
    "from a country": f'{{ country(iso2: "US") {{ nationals(last: 50) {{ edges {{ cursor node {{ {PERSON} }} }} }} }} }}',
    "from a release": f'{{ release(slug: "by-us-2025-12-13") {{ members(last: 5) {{ nodes {{ detainee {{ {PERSON} }} }} }} }} }}',
    "from a charge": f'{{ node(id: "Charge:7") {{ ... on Charge {{ detainee {{ {PERSON} }} }} }} }}',
    "from a detention": f'{{ node(id: "Detention:7") {{ ... on Detention {{ detainee {{ {PERSON} }} }} }} }}',
    "from a claim": f'{{ node(id: "Claim:7") {{ ... on Claim {{ subject {{ ... on ReleaseMember {{ detainee {{ {PERSON} }} }} }} }} }} }}',
    "from a change": f"{{ changes(last: 25) {{ nodes {{ fields reason subject {{ ... on Detainee {{ {PERSON} }} }} }} }} }}",
}
SURNAME = NAME.split()[1]
WRONG = {
    "as a slug": f'{{ detainee(slug: "{NAME}") {{ name }} }}',
    "as a field": f'{{ detainee(slug: "{SLUG}") {{ {SURNAME} }} }}',
    "as an argument": f'{{ detainee({SURNAME}: "{SLUG}") {{ name }} }}',
    "as an id": f'{{ node(id: "{NAME}") {{ id }} }}',
    "as a cursor": f'{{ detainees(after: "{NAME}") {{ totalCount }} }}',
    "as no GraphQL": f"{{ detainee(slug: {NAME}",
}


@pytest.fixture
async def withheld(seeded_copy: Urls) -> Urls:
    """The real data and one person more, whose name is withheld."""
    async with connected(seeded_copy.writer) as writer, writer.transaction():
        await writer.execute(WRITE)
    return seeded_copy


@pytest.fixture
async def client(withheld: Urls, engine: Engine) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the API on that data."""
    settings = Settings()
    async with (
        open_servers([withheld.reader], PoolLimits(size=1, statement_timeout_ms=10_000)) as servers,
        serving(create_app(settings, engine, servers, version=0)) as opened,
    ):
        yield opened


async def test_counted(client: httpx.AsyncClient) -> None:
    """The person counts among those released and among the nationals."""
    query = '{ release(slug: "by-us-2025-12-13") { members(first: 500) { totalCount nodes { detainee { slug } } } } }'
    answer = (await client.post("/graphql", json={"query": query})).json()["data"]["release"]["members"]
    assert SLUG in [each["detainee"]["slug"] for each in answer["nodes"]]
    assert answer["totalCount"] == len(answer["nodes"])


async def test_named_nowhere(client: httpx.AsyncClient) -> None:
    """From whichever side and at whatever depth, the name is null and nothing else identifies the person."""
    with logged() as lines:
        for side, query in PATHS.items():
            response = await client.post("/graphql", json={"query": query})
            assert response.status_code == httpx.codes.OK, (side, response.text)
            assert SLUG in response.text, side
            for word in NAME.split():
                assert word not in response.text, side
            person = _person(response.json()["data"])
            assert person["name"] is None
            assert person["names"] == person["identifiers"] == []
            assert person["bornOn"] is person["occupation"] is person["listedAs"] is None
    assert lines.getvalue()
    assert "Qwertova" not in lines.getvalue()


def _person(data: object) -> dict[str, object]:
    """The withheld person, wherever it stands in an answer."""
    found = list(_search(data))
    assert found
    return found[0]


def _search(data: object) -> list[dict[str, object]]:
    if isinstance(data, dict):
        own = [data] if data.get("slug") == SLUG else []
        return own + [each for value in data.values() for each in _search(value)]
    return [each for value in data for each in _search(value)] if isinstance(data, list) else []


@pytest.mark.parametrize("how", WRONG)
async def test_logs_do_not_keep_who_is_asked_for(client: httpx.AsyncClient, how: str) -> None:
    """Where an operation holds the name, rightly or wrongly, its log does not, and the person is not found by it."""
    with logged() as lines:
        response = await client.post("/graphql", json={"query": WRONG[how]})
    assert response.status_code < httpx.codes.INTERNAL_SERVER_ERROR
    assert lines.getvalue()
    assert SURNAME not in lines.getvalue()
    assert SLUG not in response.text
    assert not any((response.json().get("data") or {}).values())


async def test_a_name_is_as_unknown_as_any_other(client: httpx.AsyncClient) -> None:
    """Whoever guesses the name learns no more than from one that nobody bears."""
    for how, query in WRONG.items():
        told = await client.post("/graphql", json={"query": query})
        other = await client.post("/graphql", json={"query": query.replace(SURNAME, "Asdfgova")})
        assert other.text == told.text.replace(SURNAME, "Asdfgova"), how


READS = [
    "SELECT * FROM confidential.detainee_name",
    "SELECT before FROM change",
    "SELECT * FROM change",
    "COPY confidential.detainee_name TO STDOUT",
    "COPY (SELECT name FROM confidential.detainee_name) TO STDOUT",
    "SET ROLE detente_writer",
    "SET SESSION AUTHORIZATION detente_writer",
    "SELECT pg_read_file('PG_VERSION')",
    "SELECT query_to_xml('TABLE confidential.detainee_name', true, false, '')",
    "CREATE FUNCTION leak() RETURNS text SECURITY DEFINER LANGUAGE sql AS 'SELECT name FROM confidential.detainee_name'",
    "CREATE TABLE mine (name text)",
    "UPDATE detainee SET name = name",
    "INSERT INTO revision (number) VALUES (999)",
]


@pytest.mark.parametrize("sql", READS)
async def test_reader_has_no_right(withheld: Urls, sql: str) -> None:
    """Whatever SQL the reader were made to run, even outside its read-only default, it cannot reach the name."""
    async with connected(withheld.reader) as reader:
        await reader.execute(
            "SET default_transaction_read_only = off; SET transaction_read_only = off; RESET ROLE"
        )
        with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.UndefinedFunctionError)):
            await reader.execute(sql)


async def test_no_statistics_tell(withheld: Urls) -> None:
    """The planner's statistics, which hold sample values, show the reader nothing of the confidential table."""
    async with connected(withheld.owner) as owner:
        await owner.execute("ANALYZE confidential.detainee_name; ANALYZE change")
    async with connected(withheld.reader) as reader:
        rows = await reader.fetch("SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats")
        assert "Qwertova" not in str([tuple(row) for row in rows])
        assert not await reader.fetch("SELECT 1 FROM pg_stats WHERE schemaname = 'confidential'")


async def test_every_readable_text(withheld: Urls) -> None:
    """No text that the reader can read, in any table, holds the name."""
    async with connected(withheld.reader) as reader:
        tables = await reader.fetch(
            "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
            " AND c.relkind IN ('r', 'v') AND has_table_privilege(c.oid, 'SELECT')"
        )
        assert len(tables) > 30
        for (table,) in tables:
            found = await reader.fetchval(
                f"SELECT count(*) FROM \"{table}\" t WHERE t::text LIKE '%Qwertova%'"
            )
            assert found == 0, table


async def test_constraints_hold_the_policy(withheld: Urls) -> None:
    """A withheld person cannot be given a name, an alias, an identifier or a listing, nor a telling slug."""
    attempts = [
        "UPDATE detainee SET name = 'N' WHERE id = 7",
        "UPDATE detainee SET born_on = '1970' WHERE id = 7",
        "UPDATE detainee SET slug = 'a-name' WHERE id = 7",
        "UPDATE detainee SET target_id = (SELECT min(id) FROM target) WHERE id = 7",
        "INSERT INTO detainee_name (detainee_id, position, text, kind) VALUES (7, 0, 'N', 'ALIAS')",
        "INSERT INTO detainee_identifier (detainee_id, scheme, value) VALUES (7, 'PASSPORT', '1')",
    ]
    async with connected(withheld.writer) as writer:
        for attempt in attempts:
            with pytest.raises(asyncpg.IntegrityConstraintViolationError):
                await writer.execute(attempt)


def test_no_name_in_the_dossiers() -> None:
    """No dossier that is published with the project carries a confidential name."""
    for path in (Path(__file__).parents[2] / "seeds" / "dossiers").glob("*.yaml"):
        assert "confidential_name" not in path.read_text(encoding="utf-8"), path
