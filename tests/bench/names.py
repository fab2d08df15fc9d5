"""Measures how names are found: how many, how high, how many wrongly, and how fast, over HTTP; writes a page about it.

Run as: python -m tests.bench.names PAGE [--names FOLDER] [--every NUMBER]

The folder holds index.tsv (id, kind, name, aliases) and queries.tsv (id, suite, stratum, query, expected ids).
"""

import argparse
import asyncio
import csv
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import asyncpg
import httpx
import psutil

from api import logs, settings
from api.app import create_app
from api.cli.databases import Database
from api.database import embedded, urls
from api.database.attach import open_servers
from api.database.connect import connected
from api.database.reader import PoolLimits
from api.database.urls import Urls
from api.engine import Engine
from schema.build import catalog
from tests.serving import serving

FIND = "query ($q: String!) { search(query: $q, first: 10) { nodes { score matched node { ... on Target { slug name } } } } }"
MANY = "query ($q: [SearchQuery!]!) { searchMany(queries: $q) { hits { score } } }"
BATCH = 50
BATCHES = 10
RICH = 10**12
SIZES = (0, 100_000)
GOALS = {
    "A, near": (0.96, 0.99),
    "B": (0.85, 0.93),
    "C": (0.97, 0.99),
    "C, Cyrillic": (1.0, 1.0),
}
CYRILLIC = ("c-be", "c-ru", "c-uk")

Row = dict[str, str]
Found = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one query found, and in how many milliseconds."""

    query: Row
    found: Sequence[Found]
    took: float

    @property
    def rank(self) -> int:
        """The place of the first record that was meant, from 1; 0 where none was found."""
        meant = set(self.query["expected"].lower().split("|"))
        return next((place for place, (slug, _) in enumerate(self.found, 1) if slug in meant), 0)

    @property
    def top(self) -> float:
        """The best score."""
        return self.found[0][1] if self.found else 0.0


def read(path: Path) -> list[Row]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def more(index: Sequence[Row], many: int) -> Iterator[Row]:
    """Yield made-up records: words of real names in other company, and some that nobody has."""
    chance = random.Random(7)  # noqa: S311 - names, no secret
    words = [word for row in index for word in row["name"].replace(",", "").split()]
    for number in range(many):
        name = [chance.choice(words) for _ in range(chance.choice((2, 3, 3, 4)))]
        name = ["".join(chance.sample(word, len(word))) if chance.random() < 0.2 else word for word in name]
        yield {"id": f"made-{number}", "kind": "person", "name": " ".join(name), "aliases": ""}


async def fill(database: Urls, rows: Iterator[Row] | Sequence[Row], first: int) -> tuple[int, float]:
    """Write records as targets; return how many names they have, and the seconds that their keys took."""
    targets = [(first + place, row) for place, row in enumerate(rows)]
    names = [
        (number, place, alias)
        for number, row in targets
        for place, alias in enumerate(filter(None, row["aliases"].split("|")))
    ]
    async with connected(database.writer) as writer, writer.transaction():
        await writer.execute("SELECT set_config('detente.search', 'later', true)")
        source = await writer.fetchval("SELECT min(id) FROM dataset_source")
        await writer.copy_records_to_table(
            "target",
            columns=["id", "slug", "kind", "name", "dataset_id"],
            records=[
                (
                    n,
                    row["id"].lower(),
                    "PERSON" if row["kind"] == "person" else "ORGANIZATION",
                    row["name"],
                    source,
                )
                for n, row in targets
            ],
        )
        await writer.copy_records_to_table(
            "target_name",
            columns=["target_id", "position", "text", "kind", "dataset_id"],
            records=[(number, place, alias, "ALIAS", source) for number, place, alias in names],
        )
        started = time.perf_counter()
        await writer.execute("CALL refresh_search('TARGET', $1::bigint[])", [number for number, _ in targets])
        took = time.perf_counter() - started
    async with connected(database.owner) as owner:
        await owner.execute("VACUUM ANALYZE")
    return len(targets) + len(names), took


async def ask(http: httpx.AsyncClient, queries: Sequence[Row]) -> list[Answer]:
    """Ask one query after the other."""
    answers = []
    for query in queries:
        started = time.perf_counter()
        reply = await http.post("/graphql", json={"query": FIND, "variables": {"q": query["query"]}})
        took = (time.perf_counter() - started) * 1000
        nodes = reply.json()["data"]["search"]["nodes"]
        answers.append(Answer(query, [(hit["node"].get("slug", ""), hit["score"]) for hit in nodes], took))
    return answers


async def batches(http: httpx.AsyncClient, queries: Sequence[Row]) -> list[float]:
    """Ask fifty queries at a time; return the milliseconds of each batch."""
    took: list[float] = []
    rest = iter(queries)
    while len(took) < BATCHES and (batch := list(islice(rest, BATCH))):
        started = time.perf_counter()
        asked = {"query": MANY, "variables": {"q": [{"query": each["query"]} for each in batch]}}
        assert (await http.post("/graphql", json=asked)).status_code == httpx.codes.OK
        took.append((time.perf_counter() - started) * 1000)
    return took


# What it comes to


def groups(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """Return the answers by what their queries try."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        suite, stratum = answer.query["suite"], answer.query["stratum"]
        names = {"a": ["A", f"A, {stratum}"], "b": ["B", suite], "c": ["C", suite]}.get(suite[0], [])
        for name in [*names, *(["C, Cyrillic"] if suite in CYRILLIC else [])]:
            found.setdefault(name, []).append(answer)
    return dict(sorted(found.items()))


def recall(answers: Sequence[Answer], depth: int) -> float:
    """Return the share of queries whose record is among the first."""
    return sum(0 < each.rank <= depth for each in answers) / len(answers)


def false_positives(answers: Sequence[Answer], level: float) -> tuple[float, float]:
    """Return the share of names that are not in the index but score as high as this share of those that are, and that score."""
    strangers = [each for each in answers if each.query["suite"].startswith("d")]
    meant = [each for each in answers if each.query["suite"][0] in "bc" or each.query["stratum"] == "near"]
    scores = sorted(
        (each.found[each.rank - 1][1] if 0 < each.rank <= 5 else 0.0 for each in meant), reverse=True
    )
    least = scores[int(level * len(meant) + 0.999) - 1]
    return sum(each.top >= least for each in strangers) / len(strangers), least


def page(measured: Mapping[int, tuple[list[Answer], list[float]]], keys: Mapping[int, float]) -> str:
    """Return the page."""
    lines = [
        "# How names are found",
        "",
        f"Written by `make bench-names`; do not edit. {psutil.cpu_count()} cores; one client, over HTTP, on a warm cache.",
        "A: other spellings of names in the index. B: their original scripts. C: names of Belarus, Russia and Ukraine in",
        "other scripts and romanizations, turned round, misspelled. False positives: names that are in no list and score as",
        "high as 90 % of those that are.",
        "",
    ]
    for names, (answers, many) in measured.items():
        lines += [
            f"## {names:,} names",
            "",
            "| Names | Queries | First | Among five | Goal |",
            "| --- | ---: | ---: | ---: | --- |",
        ]
        for name, each in groups(answers).items():
            goal = " / ".join(f"{share:.2f}" for share in GOALS.get(name, ()))
            lines.append(f"| {name} | {len(each)} | {recall(each, 1):.3f} | {recall(each, 5):.3f} | {goal} |")
        share, score = false_positives(answers, 0.9)
        took = sorted(each.took for each in answers)
        lines += [
            "",
            f"False positives at recall 0.9: {share:.3f} (goal 0.10), from a score of {score:.3f}.",
            f"A search takes {statistics.median(took):.1f} ms (median), {took[int(0.95 * len(took))]:.1f} ms (95 %).",
            f"Fifty in one operation take {statistics.median(many):.0f} ms (median).",
            f"The keys of a name took {keys[names] * 1e6:.0f} µs to make in bulk.",
            "",
        ]
    return "\n".join(lines)


async def measure(database: Urls, names: Path, every: int) -> str:
    """Measure at each size; return the page."""
    index, queries = read(names / "index.tsv"), read(names / "queries.tsv")[::every]
    measured, keys, stand, kept = {}, {}, 0, 1
    for size in SIZES:
        added, took = await fill(database, list(more(index, size - stand)) if size else index, kept)
        kept, stand = kept + len(index) + size, stand + added
        keys[stand] = took / added
        rich = settings.load().model_copy(update={"answer_cache_bytes": 0, "anonymous_budget": RICH})
        limits = PoolLimits(size=2, statement_timeout_ms=60_000)
        async with open_servers((database.reader,), limits) as servers:
            engine = Engine(catalog().schema, catalog())
            async with serving(create_app(rich, engine, servers, version=0)) as http:
                http.timeout = httpx.Timeout(120)
                await ask(http, queries[::20])
                measured[stand] = await ask(http, queries), await batches(http, queries)
        _say(f"{stand} names measured")
    return page(measured, keys)


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.names")
    parser.add_argument("page", type=Path)
    parser.add_argument("--names", type=Path, default=Path("../shared/names"))
    parser.add_argument("--every", type=int, default=1, help="ask only each of so many queries")
    asked = parser.parse_args()
    logs.configure("console", "warning")
    with (
        tempfile.TemporaryDirectory(prefix="detente-names-") as name,
        embedded.use(Path(name) / "data", _say) as server,
    ):
        found = Database(urls.embedded(server), server)
        asyncio.run(found.migrate())
        asyncio.run(_declare(found.urls))
        asked.page.write_text(asyncio.run(measure(found.urls, asked.names.resolve(), asked.every)), "utf-8")


async def _declare(database: Urls) -> None:
    async with connected(database.writer) as writer:
        await _publisher(writer)


async def _publisher(writer: asyncpg.Connection) -> None:
    await writer.execute(
        "INSERT INTO organization (id, slug, name, kind) VALUES (1, 'lists', 'Lists', 'OTHER')"
    )
    await writer.execute(
        "INSERT INTO dataset_source (id, slug, title, publisher_id, license) VALUES (1, 'names', 'Names', 1, 'test data')"
    )


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
