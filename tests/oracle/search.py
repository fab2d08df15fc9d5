"""Searches as decision 16 promises: by what texts begin with, by their words, by words like these; best first."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.connections import Resolver
from tests.oracle.orders import Order, by, by_word
from tests.oracle.trigrams import best_extent, similarity
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
HITS = "search_hits({query}, {types})"
BEST_FIRST: Order = (by("distance"), by_word("type", "search_type"), by("id"))

LONGEST = 500
SHORT = 2
"""So few letters are looked for at the start of texts alone."""
MOST_WORDS = 5
SEVERAL = 3
ENOUGH = 25
"""Where so many texts are found, nothing less alike is looked for."""
VARIANTS = 12
CLOSE = 0.6
ALIKE = 0.3
LEAST = 4_000
MOST = 500


@dataclass(frozen=True)
class Text:
    """A name, title or code of a record, as it is written and as it is compared."""

    type: str
    id: int
    written: str
    folded: str

    @property
    def words(self) -> set[str]:
        """The words of it."""
        return set(self.folded.split(" "))


def search(world: World, query: str, types: list[str] | None) -> list[Row]:
    """Return what a query finds."""
    texts, asked = every_text(world), folded(world, query)
    if not asked:
        return []
    wanted = [text for text in texts if types is None or text.type in types]
    vocabulary = sorted({word for text in texts for word in text.words})
    return [_hit(*each) for each in _best(world, asked, _found(asked, wanted, vocabulary))]


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


# What is found


def _found(asked: str, wanted: list[Text], vocabulary: list[str]) -> list[Text]:
    """Return texts that begin with the asked, hold its words, or words like them; the latter where few are found."""
    if len(asked) <= SHORT:
        return [text for text in wanted if text.folded.startswith(asked)]
    words, joined = set(asked.split(" ")), asked.replace(" ", "")
    longest = sorted(words, key=lambda word: (-len(word), word))[:MOST_WORDS]
    variants = [_variants(word, vocabulary) for word in longest]
    close = [{word for word, alike in each.items() if alike >= CLOSE} for each in variants]

    def found(text: Text, near: list[set[str]]) -> bool:
        plainly = text.folded.startswith(asked) or words <= text.words or joined in text.words
        return plainly or _holds(text, near)

    closely = [text for text in wanted if found(text, close)]
    if len(closely) >= ENOUGH:
        return closely
    return [text for text in wanted if found(text, [set(each) for each in variants])]


def _holds(text: Text, near: list[set[str]]) -> bool:
    """Return whether a text holds one of each; of three and more, one may be missing."""
    missing = sum(not text.words & each for each in near)
    return missing <= (1 if len(near) >= SEVERAL else 0)


def _variants(word: str, vocabulary: list[str]) -> dict[str, float]:
    """Return a word, words that begin with it and words that are spelled like it: how alike each is."""
    longer = [each for each in vocabulary if each.startswith(word)] if len(word) > SHORT else []
    others = [each for each in vocabulary if len(each) > SHORT] if len(word) > SHORT + 1 else []
    alike = {each: similarity(each, word) for each in others}
    likest = sorted((each for each in others if alike[each] >= ALIKE), key=lambda each: (-alike[each], each))
    return {each: alike[each] for each in likest[:VARIANTS]} | dict.fromkeys([word, *longer[:VARIANTS]], 1.0)


# What comes first


def _best(world: World, asked: str, found: list[Text]) -> list[tuple[int, Text]]:
    """Return of each record the text that fits best, with its score, best first."""
    best: dict[tuple[str, int], tuple[int, Text]] = {}
    for text in sorted(found, key=lambda each: each.folded):
        score = round(10_000 * _score(asked, text))
        if score >= LEAST and score > best.get((text.type, text.id), (0, text))[0]:
            best[text.type, text.id] = score, text
    types = world.enums["search_type"]
    return sorted(best.values(), key=lambda each: (-each[0], types.index(each[1].type), each[1].id))[:MOST]


def _score(asked: str, text: Text) -> float:
    part = Fraction(len(asked), len(text.folded))
    if text.folded == asked:
        return 1
    if text.folded.startswith(asked):
        return float(Fraction(85, 100) + part / 10)
    if f" {asked}" in text.folded or set(asked.split(" ")) <= text.words:
        return float(Fraction(70, 100) + min(part, Fraction(1)) * Fraction(15, 100))
    return 0.2 + 0.5 * best_extent(asked, text.folded)


def _hit(score: int, text: Text) -> Row:
    return Row(
        HITS,
        {
            "type": text.type,
            "id": text.id,
            "matched": text.written,
            "score": score / 10_000,
            "distance": 10_000 - score,
        },
    )


SEARCH: dict[str, dict[str, Resolver]] = {
    "SearchHit": {"node": lambda world, row: world.by_id(TABLES[row["type"]], row["id"])}
}
