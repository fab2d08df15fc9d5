"""Writes what is plainly new straight into the tables, batch by batch, and stages the rest of a batch for the merge.

Plainly new is an entry whose keys and numbers the database has not seen: nothing can be compared, joined or taken away.
Of a first load that is nearly everything, and Postgres takes it in while the next entries are read.
"""

from seeds.lists.audit import Audit
from seeds.lists.resolve import TIES, find_programs
from seeds.lists.stage import TABLES, Connection, arriving, refuse_twice, twice_refused
from seeds.lists.withheld import leave_out_withheld

# Where entries, and what refers to them, are looked up.
LOOKED_UP = ("target", "target_identifier", "list_entry", "sanction", "sanction_listing")

_PREPARE = (
    "CREATE TEMP TABLE program_of (code text, authority_id bigint, country_id bigint, program_id bigint) ON COMMIT DROP",
    "CREATE TEMP TABLE arrived_target (id bigint PRIMARY KEY, key text) ON COMMIT DROP",
    "CREATE TEMP TABLE arriving_target (key text, target_id bigint) ON COMMIT DROP",
)
# Each key and number is looked up in an index; OFFSET 0 keeps Postgres from reading whole tables for each batch instead.
_NEW = f"""
INSERT INTO arriving_target (key, target_id)
SELECT e.key, e.own_id FROM arriving_entry e
WHERE NOT EXISTS (SELECT FROM list_entry l WHERE (l.dataset_id, l.key) = ({{dataset}}, e.key) OFFSET 0)
    AND NOT EXISTS (SELECT FROM target t WHERE t.id = e.own_id OFFSET 0)
    AND e.key NOT IN (SELECT s.key FROM staged_entry s)
    AND e.key NOT IN (
        SELECT f.key FROM arriving_former f
        WHERE EXISTS (
            SELECT FROM list_entry l WHERE (l.dataset_id, l.key) = ({{dataset}}, f.former)
                AND NOT EXISTS (SELECT FROM arrived_target a WHERE a.id = l.target_id)
            OFFSET 0
        )
    )
    AND e.key NOT IN (
        SELECT i.key FROM arriving_identifier i
        WHERE i.scheme IN ({TIES}) AND EXISTS (
            SELECT FROM target_identifier o WHERE (o.scheme, o.value) = (i.scheme, i.value) AND o.dataset_id <> {{dataset}} OFFSET 0
        )
    )
    AND e.key NOT IN (
        SELECT d.entry_key FROM arriving_sanction d
        WHERE EXISTS (SELECT FROM sanction_listing l WHERE (l.dataset_id, l.key) = ({{dataset}}, d.key) OFFSET 0)
            OR EXISTS (SELECT FROM sanction s WHERE s.id = d.own_id OFFSET 0)
            OR d.key IN (SELECT s.key FROM staged_sanction s)
    )
"""  # noqa: S608 - constants
# What is in the tables and was not before this load came in an earlier batch of the same file.
_AGAIN = {
    "entry": """
SELECT e.key, e.place FROM arriving_entry e
JOIN list_entry l ON (l.dataset_id, l.key) = ({dataset}, e.key)
JOIN arrived_target a ON a.id = l.target_id
ORDER BY e.key LIMIT 1
""",
    "designation": """
SELECT d.key, e.place FROM arriving_sanction d
JOIN arriving_entry e ON e.key = d.entry_key
JOIN sanction_listing l ON (l.dataset_id, l.key) = ({dataset}, d.key)
JOIN list_entry n ON (n.dataset_id, n.key) = (l.dataset_id, l.entry_key)
JOIN arrived_target a ON a.id = n.target_id
ORDER BY d.key LIMIT 1
""",
}
_STAGE = """
INSERT INTO {table} SELECT a.* FROM {arriving} a
WHERE NOT EXISTS (SELECT FROM arriving_target r WHERE r.key = a.{column})
"""
_WRITE = (
    """
INSERT INTO target (id, slug, kind, name, born_on, dataset_id)
SELECT r.target_id, e.slug, e.kind, e.name, e.born_on, {dataset}
FROM arriving_entry e JOIN arriving_target r USING (key)
""",
    """
INSERT INTO target_name (target_id, position, text, language, script, kind, quality, dataset_id)
SELECT r.target_id, n.position, n.text, n.language, n.script, n.kind, n.quality, {dataset}
FROM arriving_name n JOIN arriving_target r USING (key)
""",
    """
INSERT INTO target_identifier (target_id, scheme, value, country_id, note, url, dataset_id)
SELECT r.target_id, i.scheme, i.value, i.country_id, i.note, i.url, {dataset}
FROM arriving_identifier i JOIN arriving_target r USING (key)
""",
    """
INSERT INTO target_country (target_id, country_id, dataset_id)
SELECT r.target_id, c.country_id, {dataset} FROM arriving_country c JOIN arriving_target r USING (key)
""",
    """
INSERT INTO target_address (target_id, position, street, city, region, postal_code, country_id, note, dataset_id)
SELECT r.target_id, a.position, a.street, a.city, a.region, a.postal_code, a.country_id, a.note, {dataset}
FROM arriving_address a JOIN arriving_target r USING (key)
""",
    """
INSERT INTO target_detail (target_id, position, kind, value, dataset_id)
SELECT r.target_id, d.position, d.kind, d.value, {dataset} FROM arriving_detail d JOIN arriving_target r USING (key)
""",
    """
INSERT INTO list_entry (dataset_id, key, target_id, remarks, url, first_seen_on)
SELECT {dataset}, e.key, r.target_id, e.remarks, e.url, {day}
FROM arriving_entry e JOIN arriving_target r USING (key)
""",
    """
INSERT INTO sanction (id, slug, target_id, authority_id, country_id, list, measures, reason, listed_on, started_on,
    ended_on, ending, dataset_id)
SELECT d.own_id, d.slug, r.target_id, d.authority_id, d.country_id, d.list, d.measures, d.reason, d.listed_on, d.started_on,
    d.ended_on, d.ending, {dataset}
FROM arriving_sanction d JOIN arriving_target r ON r.key = d.entry_key
""",
    """
INSERT INTO sanction_listing (dataset_id, key, entry_key, sanction_id)
SELECT {dataset}, d.key, d.entry_key, d.own_id FROM arriving_sanction d JOIN arriving_target r ON r.key = d.entry_key
""",
    """
INSERT INTO sanction_in_program (sanction_id, program_id, dataset_id)
SELECT DISTINCT d.own_id, o.program_id, {dataset}
FROM arriving_program p
JOIN arriving_target r ON r.key = p.entry_key
JOIN arriving_sanction d ON d.key = p.key
JOIN program_of o ON (o.code, o.authority_id) = (p.code, p.authority_id) AND o.country_id IS NOT DISTINCT FROM p.country_id
""",
    """
INSERT INTO sanction_identifier (sanction_id, scheme, value, country_id, note, url, dataset_id)
SELECT d.own_id, i.scheme, i.value, i.country_id, i.note, i.url, {dataset}
FROM arriving_sanction_identifier i
JOIN arriving_target r ON r.key = i.entry_key
JOIN arriving_sanction d ON d.key = i.key
""",
    "INSERT INTO arrived_target SELECT target_id, key FROM arriving_target",
)


class Newcomers:
    """Takes batch after batch; counts the entries that arrived, and those left out that would show a withheld name."""

    def __init__(self, connection: Connection, dataset: int, day: str, audit: Audit) -> None:
        self.connection, self.audit = connection, audit
        self.known = {"dataset": dataset, "day": day}
        self.left_out = self.arrived = self.analyzed = 0

    async def prepare(self) -> None:
        """Make the temporary tables that one batch leaves to the next."""
        for statement in _PREPARE:
            await self.connection.execute(statement)

    async def take(self) -> None:
        """Write what is plainly new in the batch that arrived, and stage the rest of it."""
        self.left_out += await leave_out_withheld(self.connection)
        await refuse_twice(self.connection, arriving)
        await find_programs(self.connection, self.audit)
        await self._run("ANALYZE arriving_entry", "ANALYZE arriving_sanction", _NEW)
        new, many = await self._sizes()
        self.arrived += new
        if new < many:
            await self._refuse_again()
        await self._stage(all_new=new == many)
        if new:
            await self._run("SELECT set_config('detente.parts', 'new', true)", *_WRITE)
            await self._run("SELECT set_config('detente.parts', '', true)")
            await self._analyze()
        await self._run("TRUNCATE arriving_target")

    async def _analyze(self) -> None:
        """Have Postgres look at the tables each time that this load has doubled what it wrote.

        Taken for as empty as they were, they would be read whole, by any index, for each entry that is looked up.
        """
        if self.arrived >= 2 * self.analyzed:
            self.analyzed = self.arrived
            await self._run(
                "SET LOCAL default_statistics_target = 10",
                f"ANALYZE {', '.join(LOOKED_UP)}",
                "SET LOCAL default_statistics_target TO DEFAULT",
            )

    async def _run(self, *statements: str) -> None:
        for statement in statements:
            await self.connection.execute(statement.format(**self.known))

    async def _sizes(self) -> tuple[int, int]:
        row = await self.connection.fetchrow(
            "SELECT (SELECT count(*) FROM arriving_target) AS new, (SELECT count(*) FROM arriving_entry) AS many"
        )
        assert row is not None
        return row["new"], row["many"]

    async def _stage(self, *, all_new: bool) -> None:
        for table, columns in TABLES.items():
            column = "entry_key" if "entry_key" in columns else "key"
            if table in ("staged_organization", "staged_link"):
                # Links lead to entries that may come later.
                await self._run(f"INSERT INTO {table} SELECT * FROM {arriving(table)}")  # noqa: S608 - constants
            elif not all_new:
                await self._run(_STAGE.format(table=table, arriving=arriving(table), column=column))

    async def _refuse_again(self) -> None:
        for what, statement in _AGAIN.items():
            again = await self.connection.fetchrow(statement.format(**self.known))
            if again:
                raise twice_refused(what, again["key"], again["place"])
