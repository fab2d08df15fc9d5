"""Searches: what is found comes from the database, and is held against what decision 30 promises of it."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.oracle.connections import Resolver
from tests.oracle.orders import Order, by, by_word
from tests.oracle.world import Row, World

TABLES = {
    "COUNTRY": "country",
    "DETAINEE": "detainee",
    "TARGET": "target",
    "ORGANIZATION": "organization",
    "SANCTION_PROGRAM": "sanction_program",
    "AGREEMENT": "agreement",
    "RELEASE": "release",
    "RELIEF": "relief",
}
COLUMNS = {
    "country": ("name", "official_name", "iso2", "iso3"),
    "sanction_program": ("code", "name"),
    "agreement": ("title",),
    "release": ("title",),
    "relief": ("title",),
}
HITS = "search_hits({query}, {types}, {kinds}, {countries}, {born}, {programs})"
BEST_FIRST: Order = (by("distance"), by_word("type", "search_type"), by("id"))
ASK = """
SELECT h.type::text, h.id, h.matched, h.score, h.distance,
    (SELECT coalesce(json_agg(w ORDER BY w.place), '[]') FROM search_words_of(h.words) w)::text AS words
FROM search_hits($1, $2::text[]::search_type[], $3::text[]::target_kind[], $4, $5, $6, $7) h
ORDER BY h.distance, h.type, h.id
"""

LONGEST = 500
MOST = 500
LEAST = 0.4
"""Below this nothing is shown."""


@dataclass(frozen=True)
class Text:
    """A name, title or code of a record, as it is written and as it is compared."""

    type: str
    id: int
    written: str
    folded: str


@dataclass(frozen=True)
class Asked:
    """What a search asks beside the name."""

    types: list[str] | None = None
    kinds: list[str] | None = None
    countries: list[str] | None = None
    born: int | None = None
    programs: list[str] | None = None

    def admits(self, world: World, kind: str, number: int) -> bool:
        """Return whether a record may be found."""
        row = world.by_id(TABLES[kind], number)
        assert row is not None
        return (
            (self.types is None or kind in self.types)
            and (self.kinds is None or _kind(row) in self.kinds)
            and (self.countries is None or bool(_countries(world, row) & {c.upper() for c in self.countries}))
            and (self.born is None or _may_be_born(row, self.born))
            and (self.programs is None or bool(_programs(world, row) & set(self.programs)))
        )


def search(world: World, query: str, asked: Asked | None = None, first: int = MOST) -> list[Row]:
    """Return what a query finds, once it is proved to be found rightly."""
    wanted = asked or Asked()
    given = (wanted.types, wanted.kinds, wanted.countries, wanted.born, wanted.programs)
    hits = [_hit(record) for record in world.ask(ASK, query, *given, first)]
    keys = [(hit["type"], hit["id"]) for hit in hits]
    assert len(set(keys)) == len(keys) <= first
    assert all(wanted.admits(world, *key) for key in keys)
    texts = [text for text in every_text(world) if wanted.admits(world, text.type, text.id)]
    plain = folded(world, query)
    _prove(world, hits, texts, plain)
    if plain and len(hits) < first:
        assert {(text.type, text.id) for text in texts if text.folded.startswith(plain)} <= set(keys)
    return hits


def search_many(world: World, queries: list[dict[str, Any]]) -> list[Row]:
    """Return the answer to each of many searches."""
    return [Row("search_queries", {"query": each["query"], "hits": _one(world, **each)}) for each in queries]


def _one(world: World, query: str, first: int = 10, **asked: Any) -> list[Row]:  # noqa: ANN401 - as the client gave them
    return search(world, query, Asked(**asked), first)


def _prove(world: World, hits: list[Row], texts: list[Text], plain: str) -> None:
    """The best come first, 1 is for the very text alone, and what matched is a text of the record."""
    types = world.enums["search_type"]
    places = [(hit["distance"], types.index(hit["type"]), hit["id"]) for hit in hits]
    assert places == sorted(places)
    written = {(text.type, text.id, text.written): text for text in texts}
    for hit in hits:
        text = written[hit["type"], hit["id"], hit["matched"]]
        assert LEAST <= hit["score"] <= 1
        assert hit["distance"] == 10_000 - round(hit["score"] * 10_000)
        assert (hit["score"] == 1) is (text.folded == plain)
        assert all(0 <= word["likeness"] <= 1 and 0 < word["weight"] <= 1 for word in hit["words"])


# What is asked beside the name


def _kind(row: Row) -> str | None:
    kinds = {"detainee": "PERSON", "organization": "ORGANIZATION", "country": "COUNTRY"}
    return row["kind"] if row.table == "target" else kinds.get(row.table)


def _countries(world: World, row: Row) -> set[str]:
    links = {
        "target": ("target_country", "target_id"),
        "detainee": ("nationality", "detainee_id"),
        "sanction_program": ("sanction_program_target_country", "program_id"),
        "agreement": ("party", "agreement_id"),
    }
    numbers = {row["id"]} if row.table == "country" else {row.get("country_id")}
    if row.table in links:
        table, owner = links[row.table]
        numbers |= {each["country_id"] for each in world.rows(table) if each[owner] == row["id"]}
    return {country["iso2"] for country in world.rows("country") if country["id"] in numbers}


def _may_be_born(row: Row, year: int) -> bool:
    first, last = row.get("born_on_earliest"), row.get("born_on_latest")
    if first is None or last is None:
        return False
    # The driver has these for what is open at one end.
    begun: bool = first == date.min or first.year <= year
    open_or_later: bool = last == date.max or year <= last.year
    return begun and open_or_later


def _programs(world: World, row: Row) -> set[str]:
    """Return the codes, and those of official lists, of the programs that a record stands under."""
    numbers = {row["id"]} if row.table == "sanction_program" else set()
    if row.table == "target":
        sanctions = {each["id"] for each in world.rows("sanction") if each["target_id"] == row["id"]}
        numbers = {
            each["program_id"]
            for each in world.rows("sanction_in_program")
            if each["sanction_id"] in sanctions
        }
    elif row.table == "relief":
        numbers = {
            each["program_id"] for each in world.rows("relief_program") if each["relief_id"] == row["id"]
        }
    found = [each for each in world.rows("sanction_program") if each["id"] in numbers]
    return {code for each in found for code in (each["code"], *each["aliases"])}


# Texts


def folded(world: World, text: str) -> str:
    """Return the words of a text in small letters, without accents, apostrophes and punctuation."""
    letters = unicodedata.normalize("NFKC", text[:LONGEST])
    plain = "".join(world.searched[letter] for letter in letters)
    return " ".join(plain.split())[:LONGEST].rstrip()


def every_text(world: World) -> list[Text]:
    """Return all texts of all records; of those of a record that compare alike, the first by code points."""
    texts: dict[tuple[str, int, str], Text] = {}
    for kind, table in TABLES.items():
        for row in world.rows(table):
            for written in sorted(_written(world, row)):
                text = Text(kind, row["id"], written, folded(world, written))
                if text.folded:
                    texts.setdefault((kind, row["id"], text.folded), text)
    return list(texts.values())


def _written(world: World, row: Row) -> Iterator[str]:
    columns = COLUMNS.get(row.table, ("name",))
    yield from (row[each] for each in columns if row[each] is not None)
    yield from row.get("aliases", ())
    if row.table in ("detainee", "target"):
        owner = f"{row.table}_id"
        yield from (name["text"] for name in world.rows(f"{row.table}_name") if name[owner] == row["id"])


def _hit(record: Any) -> Row:  # noqa: ANN401 - the driver's
    words = [Row("search_words_of", word) for word in json.loads(record["words"])]
    return Row(HITS, {**dict(record), "words": words})


SEARCH: dict[str, dict[str, Resolver]] = {
    "SearchHit": {
        "node": lambda world, row: world.by_id(TABLES[row["type"]], row["id"]),
        "words": lambda _, row: row["words"],
    },
    "SearchAnswer": {"hits": lambda _, row: row["hits"]},
}
