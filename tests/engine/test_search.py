"""Search: who is found by what, in what order, and what a query can never do."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from api.database import urls
from api.database.connect import connected
from api.database.embedded import Server
from api.database.reader import Reader, open_reader
from api.database.urls import Urls
from api.engine import Engine
from tests import databases
from tests.engine.conftest import Refusal
from tests.engine.test_pages import ask
from tests.recorder import Recorder

PEOPLE = [
    "Kim Jongun",
    "Kim",
    "Kimberly Jones",
    "Maria Kim",
    "Jon Kimball",
    "Zoë Łukašenka",
    "Алесь Бяляцкі",
    "محمد الصالح",
    "Bernadette O\u2019Brien-Smith",
    "100% Sure_Thing \\ Ltd",
    "Xi Jinping",
    "Lee Min Ho",
    "田中花子",
    *(f"Common {letter * 3}" for letter in "abcdefghijklmnopqrstuvwxyz"),
]
WRITE = """
INSERT INTO detainee (id, slug, name, publication, status)
SELECT place, 'person-' || place, name, 'NAMED', 'UNKNOWN' FROM unnest($1::text[]) WITH ORDINALITY AS p (name, place)
"""
OTHERS = """
INSERT INTO detainee (id, slug, name, publication, status) VALUES
    (901, 'withheld-901', NULL, 'WITHHELD', 'UNKNOWN'), (902, 'initials-q-x', 'Q. X.', 'INITIALS', 'UNKNOWN');
INSERT INTO confidential.detainee_name VALUES (901, 'Wilhelmina Hidden-Person'), (902, 'Quentin Xylander');
INSERT INTO country (id, iso2, iso3, name, official_name, kind) VALUES
    (1, 'KI', 'KIR', 'Kiribati', 'Republic of Kiribati', 'STATE');
INSERT INTO organization (id, slug, name, kind) VALUES (1, 'kim-shipping', 'Kim Shipping', 'COMPANY');
"""
FIND = """
query ($text: String!, $types: [SearchType!]) {
  search(query: $text, types: $types, first: 500) { totalCount nodes { score matched node { ... on Node { id } } } }
}
"""
PAGE = """
query ($first: Int, $after: String, $last: Int, $before: String) {
  search(query: "common", first: $first, after: $after, last: $last, before: $before) {
    nodes { score matched }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""


@pytest.fixture(scope="module")
def crowd(server: Server, _migrated: str, worker_id: str) -> Iterator[Urls]:
    """A database of people whose names try search."""
    name = f"search_{worker_id}"
    asyncio.run(databases.clone(server, _migrated, name))
    found = urls.embedded(server, name)
    asyncio.run(fill(found))
    yield found
    asyncio.run(databases.drop(server, name))


async def fill(database: Urls) -> None:
    """Write the people."""
    async with connected(database.writer) as writer:
        await writer.execute(WRITE, PEOPLE)
        await writer.execute(OTHERS)


@pytest.fixture
async def people(crowd: Urls) -> AsyncIterator[Reader]:
    """The API's pool on the people."""
    async with open_reader(crowd.reader, size=1, statement_timeout_ms=10_000) as opened:
        yield opened


async def hits(engine: Engine, reader: Reader, query: str, types: list[str] | None = None) -> Any:  # noqa: ANN401 - JSON
    """What a search finds."""
    found = (await ask(engine, reader, FIND, text=query, types=types))["search"]
    assert found["totalCount"] == len(found["nodes"])
    assert len({hit["node"]["id"] for hit in found["nodes"]}) == len(found["nodes"])
    return found["nodes"]


async def matched(engine: Engine, reader: Reader, query: str, types: list[str] | None = None) -> list[str]:
    """The texts by which a search finds what it finds."""
    return [hit["matched"] for hit in await hits(engine, reader, query, types)]


async def test_order(engine: Engine, people: Reader) -> None:
    """First comes the very name, then names that begin with it, then those that hold it, then those with a word that begins so."""
    found = await hits(engine, people, "kim")
    assert [hit["matched"] for hit in found] == [
        "Kim",
        "Kim Jongun",
        "Kim Shipping",
        "Maria Kim",
        "Kimberly Jones",
        "Jon Kimball",
    ]
    scores = [hit["score"] for hit in found]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)
    assert all(0.7 <= score < 0.85 for score in scores[1:4])
    assert all(0.4 <= score < 0.7 for score in scores[4:])


FOUND = {
    "in small letters": ("zoë łukašenka", "Zoë Łukašenka"),
    "in capitals without accents": ("ZOE LUKASENKA", "Zoë Łukašenka"),
    "with accents taken apart": ("Zoe\u0308 Lukas\u030cenka", "Zoë Łukašenka"),
    "the other way round": ("Lukasenka, Zoe", "Zoë Łukašenka"),
    "by one name": ("Łukašenka", "Zoë Łukašenka"),
    "by the beginning of one name": ("lukas", "Zoë Łukašenka"),
    "misspelled": ("Zoe Lukashenka", "Zoë Łukašenka"),
    "with a word too many": ("Zoe Maria Lukasenka", "Zoë Łukašenka"),
    "with one word for two": ("KimJongun", "Kim Jongun"),
    "with two words for one": ("Kim Jon gun", "Kim Jongun"),
    "in Cyrillic": ("бяляцкі", "Алесь Бяляцкі"),
    "in Cyrillic capitals": ("БЯЛЯЦКІ АЛЕСЬ", "Алесь Бяляцкі"),
    "in Cyrillic, misspelled": ("Бялацкі", "Алесь Бяляцкі"),
    "in Arabic": ("محمد", "محمد الصالح"),
    "in Latin letters, where it stands in Arabic": ("Mohammed al-Saleh", "محمد الصالح"),
    "in Latin letters, where it stands in Cyrillic": ("Ales Bialiatski", "Алесь Бяляцкі"),
    "in Cyrillic, where it stands in Latin letters": ("Зоя Лукашенка", "Zoë Łukašenka"),
    "as Germans write it": ("Ales Bjaljazki", "Алесь Бяляцкі"),
    "in Chinese, simplified": ("习近平", "Xi Jinping"),
    "in Chinese, traditional": ("習近平", "Xi Jinping"),
    "with a Chinese given name in two": ("Xi Jin Ping", "Xi Jinping"),
    "in Korean": ("이민호", "Lee Min Ho"),
    "in Latin letters, where it stands in Japanese": ("Tanaka Hanako", "田中花子"),
    "with two letters swapped": ("Zoe Lukashenak", "Zoë Łukašenka"),
    "without apostrophe": ("obrien smith", "Bernadette O\u2019Brien-Smith"),
    "with a typewriter's apostrophe": ("O'Brien Smith", "Bernadette O\u2019Brien-Smith"),
    "by signs and all": ("100% sure_thing \\ ltd", "100% Sure_Thing \\ Ltd"),
    "by initials": ("q. x.", "Q. X."),
    "by a code": ("KIR", "KIR"),
    "by two letters": ("ki", "KI"),
}


@pytest.mark.parametrize("how", FOUND)
async def test_found(engine: Engine, people: Reader, how: str) -> None:
    """A name is found however it is written."""
    query, expected = FOUND[how]
    assert (await matched(engine, people, query))[:1] == [expected]


HIDDEN = [
    "Wilhelmina Hidden-Person",
    "Wilhelmina",
    "hidden",
    "Person",
    "wilhelmin",
    "wil",
    "Quentin Xylander",
]
HIDDEN += ["Quentin", "xylander", "Wilhelmina Xylander", "withheld-901", "withheld"]


@pytest.mark.parametrize("query", HIDDEN)
async def test_withheld(engine: Engine, people: Reader, query: str) -> None:
    """Nobody is found by any part of a name that is withheld, nor, where initials are published, by the whole."""
    found = {hit["node"]["id"] for hit in await hits(engine, people, query)}
    assert not found & {"Detainee:901", "Detainee:902"}


async def test_types(engine: Engine, people: Reader) -> None:
    """Only the types asked for are found: none of no types, any where none are named."""
    assert await matched(engine, people, "ki", ["COUNTRY"]) == ["KI"]
    assert await matched(engine, people, "kim", ["ORGANIZATION", "RELEASE"]) == ["Kim Shipping"]
    assert await matched(engine, people, "kim", []) == []


@pytest.mark.parametrize("backward", [False, True])
async def test_pages(engine: Engine, people: Reader, *, backward: bool) -> None:
    """Pages joined from either end are the whole, equal scores and all."""
    whole = (await ask(engine, people, PAGE, first=500))["search"]["nodes"]
    assert len(whole) == 26
    pieces: list[Any] = []
    cut: dict[str, object] = {"last": 4} if backward else {"first": 4}
    for _ in range(26):
        page = (await ask(engine, people, PAGE, **cut))["search"]
        pieces = page["nodes"] + pieces if backward else pieces + page["nodes"]
        info = page["pageInfo"]
        if not info["hasPreviousPage" if backward else "hasNextPage"]:
            break
        cut["before" if backward else "after"] = info["startCursor" if backward else "endCursor"]
    assert pieces == whole


HOPELESS = ["", " ", "%", "_", "''", "';--", "\\", "!&|()<->:*", "😀", "\u202e\u200f", "\u0301", "\n\t", "--"]


@pytest.mark.parametrize("query", HOPELESS)
async def test_hopeless(engine: Engine, people: Reader, query: str) -> None:
    """A query without a letter or a digit finds nothing."""
    assert await matched(engine, people, query) == []


HOSTILE = ["kim'; DROP TABLE detainee; --", "kim' & !'x", "kim:*", "k%m", "'kim' | 'maria'", "k_m \\' $1"]
HOSTILE += [
    "kim " * 2_500,
    "k" * 10_000,
    "😀kim😀",
    "\u202ekim",
    "ﷺ" * 5_000,
    " ".join(map(str, range(2_000))),
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile(engine: Engine, people: Reader, query: str) -> None:
    """Whatever a query holds is looked for and nothing else."""
    await hits(engine, people, query)


@pytest.mark.parametrize("query", ["kim\0", "kim\ud800"])
def test_no_text(refusal: Refusal, query: str) -> None:
    """What Postgres cannot hold is refused with its reason."""
    error = refusal(FIND, {"text": query})
    assert "holds a NUL or half a character" in str(error["message"])


async def test_one_statement(engine: Engine, world_reader: Reader, world_recorder: Recorder) -> None:
    """A search, with all that lies behind its hits, is one statement."""
    query = """{ search(query: "potash") { totalCount pageInfo { hasNextPage endCursor }
      edges { cursor node { node { ... on Target { sanctions { nodes { authority { name } } } } ... on Sourced { contested } } } } } }"""
    assert (await ask(engine, world_reader, query))["search"]["totalCount"] == 2
    assert len(await world_recorder.seen()) == 1


MANY = "query ($queries: [SearchQuery!]!) { searchMany(queries: $queries) { query hits { matched } } }"


async def test_many(engine: Engine, world_reader: Reader, world_recorder: Recorder) -> None:
    """A hundred searches are one statement, and each is answered in its place as it would be alone."""
    texts = ["potash", "", "Ганна Спіс", "nobody whosoever"] * 25
    data = await ask(engine, world_reader, MANY, queries=[{"query": text, "first": 1} for text in texts])
    assert [each["query"] for each in data["searchMany"]] == texts
    assert [[hit["matched"] for hit in each["hits"]] for each in data["searchMany"]] == [
        ["Potash Works"],
        [],
        ["Ганна Спіс"],
        [],
    ] * 25
    assert len(await world_recorder.seen()) == 1


def test_too_many(refusal: Refusal) -> None:
    """More than a hundred searches, or hits of one, are refused with their place."""
    error = refusal(MANY, {"queries": [{"query": "a"}] * 101})
    assert "101 queries are too many; give 100 at the most" in str(error["message"])
    error = refusal(MANY, {"queries": [{"query": "a"}, {"query": "b", "first": 101}]})
    assert "`queries.1.first: 101` is out of range" in str(error["message"])


@pytest.mark.parametrize("query", ["KIN", "ky", "wi", "IRK"])
async def test_codes_sound_like_nothing(engine: Engine, people: Reader, query: str) -> None:
    """A country's code is found as it is written, or as it begins, and by nothing that sounds like it."""
    assert "KIR" not in await matched(engine, people, query)
    assert "KI" not in await matched(engine, people, query)


def test_no_filter_and_no_order(refusal: Refusal) -> None:
    """The best hits come first, and nothing else can be asked of them."""
    for argument in ("where: {}", "orderBy: []"):
        error = refusal(f'{{ search(query: "kim", {argument}) {{ totalCount }} }}')
        assert "Unknown argument" in str(error["message"])
