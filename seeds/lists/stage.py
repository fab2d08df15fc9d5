"""Copies entries into temporary tables, batch by batch, as the merge wants them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import TypeAlias

import asyncpg

from seeds.lists.entries import Designation, Entry, Identifier, Name, Place
from seeds.lists.findings import ListRefused
from seeds.lists.slugs import slug_of
from seeds.loader.ids import identify

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
Rows: TypeAlias = dict[str, list[tuple[object, ...]]]

BATCH = 5_000

# A batch arrives in tables like these that are called arriving_…; what of it is to be merged is staged.
TABLES = {
    "staged_entry": "key text, place text, slug text, own_id bigint, kind target_kind, name text, born_on text,"
    " remarks text, url text",
    "staged_former": "key text, former text",
    "staged_name": "key text, position integer, text text, language text, script text, kind name_kind, quality name_quality",
    "staged_identifier": "key text, scheme identifier_scheme, value text, country_id bigint, note text, url text",
    "staged_country": "key text, country_id bigint",
    "staged_address": "key text, position integer, street text, city text, region text, postal_code text,"
    " country_id bigint, note text",
    "staged_detail": "key text, position integer, kind detail_kind, value text",
    "staged_link": "key text, position integer, kind link_kind, name text, other_key text",
    "staged_sanction": "key text, entry_key text, own_id bigint, slug text, authority_id bigint, country_id bigint, list text,"
    " measures measure[], reason text, listed_on text, started_on text, ended_on text, ending sanction_ending",
    "staged_program": "key text, entry_key text, authority_id bigint, country_id bigint, code text",
    "staged_sanction_identifier": "key text, entry_key text, scheme identifier_scheme, value text, country_id bigint,"
    " note text, url text",
    "staged_organization": "id bigint, slug text, name text, country_id bigint",
}


class Stager:
    """Turns entries into rows of the temporary tables."""

    def __init__(self, list_slug: str) -> None:
        self.list_slug = list_slug
        self.many = 0
        self.authorities: dict[str, int] = {}
        self.countries: dict[str, int] = {}

    def batch(self, entries: Iterator[Entry]) -> Rows | None:
        """The rows of the next entries; None where there are no more."""
        rows: Rows = {table: [] for table in TABLES}
        for entry in entries:
            self._add(rows, entry)
            if len(rows["staged_entry"]) == BATCH:
                break
        return rows if rows["staged_entry"] else None

    def _add(self, rows: Rows, entry: Entry) -> None:
        key = entry.key
        self.many += 1
        rows["staged_entry"].append(
            (key, str(entry.place), entry.slug, identify("Target", entry.slug), entry.kind.value, entry.name,
             entry.born_on, entry.remarks, entry.url)
        )  # fmt: skip
        rows["staged_former"] += ((key, former) for former in entry.former_keys)
        rows["staged_name"] += (
            (
                key,
                at,
                name.text,
                name.language,
                name.script,
                name.kind.value,
                name.quality and name.quality.value,
            )
            for at, name in enumerate(_others(entry))
        )
        rows["staged_identifier"] += ((key, *number) for number in self._numbers(entry.identifiers))
        rows["staged_country"] += (
            (key, self._country(country)) for country in dict.fromkeys(entry.countries)
        )
        rows["staged_address"] += (
            (key, at, a.street, a.city, a.region, a.postal_code, self._country(a.country), a.note)
            for at, a in enumerate(entry.addresses)
        )
        rows["staged_detail"] += ((key, at, d.kind.value, d.value) for at, d in enumerate(entry.details))
        rows["staged_link"] += ((key, at, k.kind.value, k.name, k.key) for at, k in enumerate(entry.links))
        for designation in entry.designations:
            self._designate(rows, entry, designation)

    def _designate(self, rows: Rows, entry: Entry, one: Designation) -> None:
        authority, country = self._authority(rows, one), self._country(one.country)
        slug = slug_of(self.list_slug, one.key)
        rows["staged_sanction"].append(
            (one.key, entry.key, identify("Sanction", slug), slug, authority, country, one.list, [m.value for m in one.measures], one.reason,
             one.listed_on, one.started_on, one.ended_on, one.ending and one.ending.value)
        )  # fmt: skip
        rows["staged_program"] += ((one.key, entry.key, authority, country, code) for code in one.programs)
        rows["staged_sanction_identifier"] += (
            (one.key, entry.key, *number) for number in self._numbers(one.identifiers)
        )

    def _numbers(self, identifiers: Iterable[Identifier]) -> Iterable[tuple[object, ...]]:
        """Each number once; of those that say more and less of one, what says more."""
        found: dict[tuple[str, str], tuple[object, ...]] = {}
        for i in identifiers:
            number = (i.scheme.value, i.value, self._country(i.country), i.note, i.url)
            before = found.setdefault(number[:2], number)
            if before is not number and _rank(number) < _rank(before):
                found[number[:2]] = number
        return found.values()

    def _authority(self, rows: Rows, one: Designation) -> int:
        slug, name, country = one.authority
        if slug not in self.authorities:
            self.authorities[slug] = identify("Organization", slug)
            rows["staged_organization"].append((self.authorities[slug], slug, name, self._country(country)))
        return self.authorities[slug]

    def _country(self, code: str | None) -> int | None:
        if code is None:
            return None
        found = self.countries.get(code)
        if found is None:
            found = self.countries[code] = identify("Country", code)
        return found


def _others(entry: Entry) -> Iterable[Name]:
    """The names beside the main one, each once."""
    found: dict[str, Name] = {}
    for name in entry.names:
        if name.text != entry.name:
            found.setdefault(name.text, name)
    return found.values()


def _rank(number: tuple[object, ...]) -> tuple[tuple[bool, object], ...]:
    return tuple((value is None, value or "") for value in number[2:])


async def stage(
    connection: Connection,
    slug: str,
    entries: Iterator[Entry],
    take: Callable[[], Awaitable[None]],
    progress: Callable[[int], None],
) -> int:
    """Copy every entry into the temporary tables, have each batch taken from there, and say how many entries they are."""
    for table, columns in TABLES.items():
        await connection.execute(f"CREATE TEMP TABLE {table} ({columns}) ON COMMIT DROP")
        await connection.execute(f"CREATE TEMP TABLE {arriving(table)} ({columns}) ON COMMIT DROP")
    stager = Stager(slug)
    batch = await asyncio.to_thread(stager.batch, entries)
    while batch:
        # Python reads and maps the next entries while Postgres takes these in.
        following = asyncio.create_task(asyncio.to_thread(stager.batch, entries))
        try:
            for table, rows in batch.items():
                if rows:
                    await connection.copy_records_to_table(
                        arriving(table), schema_name="pg_temp", records=rows
                    )
            await take()
            await connection.execute(f"TRUNCATE {', '.join(map(arriving, batch))}")
        finally:
            await asyncio.wait([following])
        progress(len(batch["staged_entry"]))
        batch = following.result()
    for table in TABLES:
        await connection.execute(f"ANALYZE {table}")
    return stager.many


def arriving(text: str) -> str:
    """'staged_entry' → 'arriving_entry': the table, or the statement, for the batch that was copied last."""
    return text.replace("staged_", "arriving_")


async def refuse_twice(connection: Connection, of: Callable[[str], str] = str) -> None:
    """A key leads to one entry: two rows with the same would be merged into one, or change places with each load."""
    for what, tables in _KEYS.items():
        twice = await connection.fetchrow(
            of(f"SELECT s.key, max(place) AS place FROM {tables} GROUP BY s.key HAVING count(*) > 1 LIMIT 1")  # noqa: S608 - constants
        )
        if twice:
            raise twice_refused(what, twice["key"], twice["place"])


def twice_refused(what: str, key: str, place: str) -> ListRefused:
    """Says which key stands twice, and where."""
    remedy = "take the list from its publisher again; two entries cannot have one number"
    return ListRefused(f"the {what} {key} comes a second time", remedy, Place.read(place))


_KEYS = {
    "entry": "staged_entry s",
    "designation": "staged_sanction s JOIN staged_entry e ON e.key = s.entry_key",
}
