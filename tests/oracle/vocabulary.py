"""Knows which values make sense as arguments: those that stand in the rows, and some that do not."""

from dataclasses import dataclass
from functools import cached_property

from hypothesis import strategies as st

from tests.oracle import words
from tests.oracle.orders import Order, write_cursor
from tests.oracle.search import BEST_FIRST, every_text, search
from tests.oracle.system import type_system
from tests.oracle.world import TABLES, Row, World

Values = st.SearchStrategy[object]

ABSENT_IDS = ("Country:0", "Claim:999999", f"Release:{words.BIG}", "Party:1", "Nothing:1", "DatasetSource:1")


@dataclass(frozen=True, repr=False)
class Vocabulary:
    """The values of arguments over one database; a new kind of argument gets its values here, by name or type."""

    world: World

    def of(self, argument: str, kind: str, target: str) -> Values:
        """Return values of an argument of this type, on a field that leads to the target."""
        if argument in ("slug", "code", "iso2"):
            return self.column(TABLES[target], argument)
        return self.by_argument[argument] if argument in self.by_argument else self.by_type[kind]

    @cached_property
    def by_argument(self) -> dict[str, Values]:
        """Values by the name of the argument."""
        sizes = st.sampled_from([2, 1, 3, 4, 2, 3, 25, 500, 0])
        return {
            "ids": st.lists(self.ids, max_size=5),
            "first": sizes,
            "last": sizes,
            "query": self.queries,
            **{name: st.lists(values, max_size=3) for name, values in self.codes.items()},
            "born": self.years,
            "name": st.sampled_from([*type_system().type_map, "Nothing"]),
            "since": st.integers(-1, 5) | st.sampled_from([-words.LARGEST_INT, words.LARGEST_INT]),
        }

    def scalars(self, kind: str, name: str = "") -> Values:
        """Return values of a scalar, or of a field of one of many searches."""
        sizes = st.sampled_from([10, 0, 1, 3, 100])
        searched = {"query": self.queries, "first": sizes, "born": self.years, **self.codes}
        return searched[name] if name in searched else self.by_type[kind]

    @cached_property
    def codes(self) -> dict[str, Values]:
        """Codes of countries and programs, and a few that there are not."""
        rows = self.world.rows("sanction_program")
        programs = [code for row in rows for code in (row["code"], *row["aliases"])]
        countries = [row["iso2"] for row in self.world.rows("country")]
        return {
            "countries": st.sampled_from([*countries, *(code.lower() for code in countries), "QQ"]),
            "programs": st.sampled_from([*programs, "NO-SUCH"]),
        }

    @cached_property
    def years(self) -> Values:
        """Years in which somebody may be born, and some in which nobody is."""
        ends = ("born_on_earliest", "born_on_latest")
        born = {row[end].year for row in self.rows for end in ends if row.get(end) is not None}
        return st.sampled_from([*sorted(born), 0, words.LARGEST_INT])

    @cached_property
    def by_type(self) -> dict[str, Values]:
        """Values by the named type of the argument."""
        texts = sorted(
            {value for row in self.rows for value in row.values() if isinstance(value, str) and value}
        )
        parts = [text[start:end] for text in texts for start, end in ((0, 1), (0, 3), (1, 4), (2, None))]
        known = st.sampled_from(texts or ["x"]) | st.sampled_from(parts or ["x"])
        moments = [each["at"].isoformat() for each in self.world.rows("revision")]
        return {
            "String": known | st.sampled_from(["", *words.NASTY]),
            "URL": st.sampled_from(["https://example.org/Z", "http://x"]),
            "ID": self.ids,
            "Int": st.sampled_from([0, 1, 2, 12, 120, words.LARGEST_INT]),
            "Boolean": st.booleans(),
            "Date": st.sampled_from(words.DAYS),
            "DateTime": st.sampled_from([*moments, "2025-12-13T10:00:00Z", "1969-12-31T23:59:59.5+03:00"]),
            "FuzzyDate": st.sampled_from([each for each in words.FUZZY if each != "../.."]),
        }

    @property
    def rows(self) -> list[Row]:
        """All rows that have global ids."""
        return [row for table in TABLES.values() for row in self.world.rows(table)]

    @cached_property
    def ids(self) -> Values:
        """Global ids, most of them of rows that are there."""
        known = [row.global_id for row in self.rows]
        return st.sampled_from([*known * 4, *ABSENT_IDS]) if known else st.sampled_from(ABSENT_IDS)

    def column(self, table: str, name: str) -> Values:
        """Return what stands in a column, and a little that does not."""
        found = [row[name] for row in self.world.rows(table)]
        if name == "iso2":
            found += [code.lower() for code in found]
        return st.sampled_from([*(found * 4), "no-such-thing", *words.NASTY[-2:]])

    @property
    def queries(self) -> Values:
        """What to search for: texts that there are, parts of them, and as somebody else would spell them."""
        texts = sorted({text.written[:60] for text in every_text(self.world)}) or ["x"]
        return st.one_of(
            st.sampled_from(texts),
            st.builds(misspelled, st.sampled_from(texts), st.sampled_from(MISTAKES), st.integers(0, 59)),
            st.sampled_from([*words.NASTY, "", "%!", "a b c d e f g h"]),
        )

    def places(self, query: str) -> Values:
        """Return cursors of what a query finds, or of what it would not find."""
        hits = search(self.world, query) + search(self.world, words.NASTY[0])
        cursors = [write_cursor(self.world, BEST_FIRST, hit) for hit in hits]
        return st.sampled_from(cursors) if cursors else st.none()

    def cursors(self, type_name: str, order: Order) -> Values:
        """Return cursors of the rows of a type in an order, and of rows that are gone."""
        table = TABLES[type_name]
        rows = self.world.rows(table)
        gone = [Row(table, {**row, "id": row["id"] - 1}) for row in rows]
        cursors = [write_cursor(self.world, order, row) for row in [*rows, *gone]]
        return st.sampled_from(cursors) if cursors else st.none()


MISTAKES = ("left out", "twice", "swapped", "other", "begun", "ended", "turned", "loud", "split", "joined")


def misspelled(text: str, mistake: str, place: int) -> str:
    """Return a text with a mistake, or otherwise written, at a place of it."""
    at = place % len(text)
    head, letter, tail = text[:at], text[at], text[at + 1 :]
    return {
        "left out": head + tail,
        "twice": head + letter * 2 + tail,
        "swapped": head + tail[:1] + letter + tail[1:],
        "other": head + "e" + tail,
        "begun": head + letter,
        "ended": letter + tail,
        "turned": " ".join(reversed(text.split())),
        "loud": text.upper(),
        "split": f"{head} {letter}{tail}",
        "joined": text.replace(" ", ""),
    }[mistake]
