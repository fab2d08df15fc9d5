"""Merges staged entries into the tables: targets, entries, sanctions and their history, in one transaction."""

from datetime import date

from seeds.lists.parts import LINKS, OF_SANCTIONS, OF_TARGETS, PRESENT, align
from seeds.lists.resolve import DOSSIERS
from seeds.lists.stage import Connection

_SCOPE = """
CREATE TEMP TABLE scope_target ON COMMIT DROP AS
SELECT target_id AS id FROM entry_target UNION SELECT before_id FROM entry_target WHERE before_id IS NOT NULL
"""
_FRESH = """
CREATE TEMP TABLE fresh_target ON COMMIT DROP AS
SELECT target_id AS id FROM entry_target WHERE is_new UNION SELECT id FROM arrived_target
"""
_ADD_TARGETS = """
INSERT INTO target (id, slug, kind, name, born_on, dataset_id)
SELECT r.target_id, e.slug, e.kind, e.name, e.born_on, {dataset}
FROM entry_target r JOIN staged_entry e ON e.key = r.key
WHERE r.is_new AND r.leads
"""
_CHANGE_TARGETS = """
UPDATE target t SET kind = e.kind, name = e.name, born_on = e.born_on
FROM entry_target r JOIN staged_entry e ON e.key = r.key
WHERE t.id = r.target_id AND r.leads AND t.dataset_id = {dataset}
    AND (t.kind, t.name, t.born_on) IS DISTINCT FROM (e.kind, e.name, e.born_on::fuzzy_date)
"""
_ADD_ENTRIES = """
INSERT INTO list_entry (dataset_id, key, target_id, remarks, url, first_seen_on)
SELECT {dataset}, e.key, r.target_id, e.remarks, e.url, {day}
FROM staged_entry e JOIN entry_target r ON r.key = e.key
WHERE r.appears AND {fresh} EXISTS (SELECT FROM fresh_target f WHERE f.id = r.target_id)
"""
_CHANGE_ENTRIES = """
UPDATE list_entry l SET target_id = r.target_id, remarks = e.remarks, url = e.url, gone_on = NULL
FROM staged_entry e JOIN entry_target r ON r.key = e.key
WHERE l.dataset_id = {dataset} AND l.key = e.key
    AND (l.target_id, l.remarks, l.url, l.gone_on) IS DISTINCT FROM (r.target_id, e.remarks, e.url, NULL::date)
"""
_ENTRIES_GO = """
UPDATE list_entry l SET gone_on = {day}
WHERE l.dataset_id = {dataset} AND l.gone_on IS NULL AND NOT EXISTS (SELECT FROM staged_entry e WHERE e.key = l.key)
    AND NOT EXISTS (SELECT FROM arrived_target a WHERE a.id = l.target_id)
"""

# A sanction that somebody else has already, on the same target by the same authority, is the one that the list means,
# unless it had ended by then or the list stands beside it under another number.
_JOINS = """
CREATE TEMP TABLE joinable ON COMMIT DROP AS
SELECT DISTINCT ON (s.id) d.key, s.id AS sanction_id
FROM staged_sanction d
JOIN entry_target r ON r.key = d.entry_key
JOIN sanction s ON s.target_id = r.target_id AND s.authority_id = d.authority_id AND s.dataset_id <> {dataset}
    AND (s.list IS NULL OR d.list IS NULL OR s.list = d.list)
    AND coalesce(s.ended_on_earliest > {day}, true)
WHERE NOT EXISTS (
    SELECT FROM sanction_listing l WHERE l.dataset_id = {dataset} AND l.sanction_id = s.id AND l.key <> d.key
)
ORDER BY s.id, d.key
"""
_JOIN = f"SELECT DISTINCT ON (j.key) j.key, j.sanction_id FROM joinable j JOIN sanction s ON s.id = j.sanction_id ORDER BY j.key, s.dataset_id = {DOSSIERS} DESC, s.list NULLS LAST, s.listed_on_earliest DESC NULLS LAST, s.id"  # noqa: S608 - constants
# The same as loader.ids.identify.
_ID = "((('x' || encode(substr(sha256(convert_to('Sanction/' || {slug}, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint >> 1) & 9223372036854775807)"
_DESIGNATIONS = """
CREATE TEMP TABLE designation ON COMMIT DROP AS
SELECT c.*, coalesce(c.kept_id, c.join_id, c.own_kept_id, {id}) AS sanction_id,
    coalesce(c.kept_id, c.join_id) IS NOT NULL AS joined
FROM (
    SELECT d.*, r.target_id, p.period, p.comes, d.slug || CASE WHEN p.period > 1 THEN '-' || p.period ELSE '' END AS own_slug,
        CASE WHEN NOT p.comes AND s.dataset_id <> {dataset} AND (s.target_id, s.authority_id) = (r.target_id, d.authority_id)
            THEN s.id END AS kept_id,
        CASE WHEN NOT p.comes AND s.dataset_id = {dataset} THEN s.id END AS own_kept_id,
        j.sanction_id AS join_id
    FROM staged_sanction d
    JOIN entry_target r ON r.key = d.entry_key
    LEFT JOIN (
        SELECT DISTINCT ON (key) * FROM sanction_listing WHERE dataset_id = {dataset} ORDER BY key, period DESC
    ) l ON l.key = d.key
    LEFT JOIN sanction s ON s.id = l.sanction_id
    CROSS JOIN LATERAL (
        SELECT coalesce(l.period + CASE WHEN l.gone_on IS NOT NULL THEN 1 ELSE 0 END, 1) AS period,
            l.key IS NULL OR l.gone_on IS NOT NULL AS comes
    ) p
    LEFT JOIN ({join}) j ON j.key = d.key
) c
"""
_FRESH_SANCTIONS = """
CREATE TEMP TABLE fresh_sanction ON COMMIT DROP AS
SELECT sanction_id AS id FROM designation d WHERE NOT joined AND NOT EXISTS (SELECT FROM sanction s WHERE s.id = d.sanction_id)
"""
_SCOPE_SANCTIONS = """
CREATE TEMP TABLE scope_sanction ON COMMIT DROP AS
SELECT sanction_id AS id FROM designation
UNION SELECT l.sanction_id FROM sanction_listing l JOIN designation d ON (l.dataset_id, l.key, l.period) = ({dataset}, d.key, d.period)
"""
# A list that says no date of its own began to have it again on the day it came back.
_SANCTION = "d.target_id, d.authority_id, d.country_id, d.list, d.measures, d.reason, d.listed_on::fuzzy_date, d.started_on::fuzzy_date, d.ended_on::fuzzy_date, d.ending"
_ADD_SANCTIONS = """
INSERT INTO sanction (id, slug, target_id, authority_id, country_id, list, measures, reason, listed_on, started_on,
    ended_on, ending, dataset_id)
SELECT d.sanction_id, d.own_slug, d.target_id, d.authority_id, d.country_id, d.list, d.measures, d.reason,
    coalesce(d.listed_on, CASE WHEN d.period > 1 THEN {day}::text END), d.started_on, d.ended_on, d.ending, {dataset}
FROM designation d JOIN fresh_sanction f ON f.id = d.sanction_id
"""
_CHANGE_SANCTIONS = """
UPDATE sanction s SET target_id = d.target_id, authority_id = d.authority_id, country_id = d.country_id, list = d.list,
    measures = d.measures, reason = d.reason, listed_on = n.listed_on, started_on = d.started_on, ended_on = d.ended_on,
    ending = d.ending
FROM designation d
JOIN sanction o ON o.id = d.sanction_id
CROSS JOIN LATERAL (SELECT coalesce(d.listed_on, CASE WHEN d.period > 1 THEN o.listed_on END) AS listed_on) n
WHERE s.id = d.sanction_id AND NOT d.joined
    AND (s.target_id, s.authority_id, s.country_id, s.list, s.measures, s.reason, s.listed_on, s.started_on, s.ended_on, s.ending)
        IS DISTINCT FROM (d.target_id, d.authority_id, d.country_id, d.list, d.measures, d.reason, n.listed_on::fuzzy_date,
            d.started_on::fuzzy_date, d.ended_on::fuzzy_date, d.ending)
"""
_ADD_LISTINGS = """
INSERT INTO sanction_listing (dataset_id, key, period, entry_key, sanction_id)
SELECT {dataset}, d.key, d.period, d.entry_key, d.sanction_id FROM designation d
WHERE d.comes AND {fresh} EXISTS (SELECT FROM fresh_sanction f WHERE f.id = d.sanction_id)
"""
_CHANGE_LISTINGS = """
UPDATE sanction_listing l SET entry_key = d.entry_key, sanction_id = d.sanction_id,
    gives = CASE WHEN l.sanction_id = d.sanction_id THEN l.gives ELSE '{{}}' END
FROM designation d
WHERE (l.dataset_id, l.key, l.period) = ({dataset}, d.key, d.period)
    AND (l.entry_key, l.sanction_id) IS DISTINCT FROM (d.entry_key, d.sanction_id)
"""
# What our dossiers leave empty a list may fill; `gives` remembers that it did.
_GIVE = f"""
UPDATE sanction_listing l SET gives = g.gives
FROM designation d JOIN sanction s ON s.id = d.sanction_id
CROSS JOIN LATERAL (
    SELECT x.gives || array_remove(ARRAY[
        CASE WHEN s.list IS NULL AND d.list IS NOT NULL THEN 'list' END,
        CASE WHEN s.listed_on IS NULL AND d.listed_on IS NOT NULL THEN 'listed_on' END,
        CASE WHEN s.ended_on IS NULL AND d.ended_on IS NOT NULL THEN 'ended_on' END
    ], NULL) AS gives
    FROM sanction_listing x WHERE (x.dataset_id, x.key, x.period) = ({{dataset}}, d.key, d.period)
) g
WHERE d.joined AND s.dataset_id = {DOSSIERS} AND (l.dataset_id, l.key, l.period) = ({{dataset}}, d.key, d.period)
    AND l.gives <> g.gives
"""  # noqa: S608 - constants
_GIVEN = """
UPDATE sanction s SET list = n.list, listed_on = n.listed_on, ended_on = n.ended_on, ending = n.ending
FROM designation d
JOIN sanction_listing l ON (l.dataset_id, l.key, l.period) = ({dataset}, d.key, d.period)
JOIN sanction o ON o.id = d.sanction_id
CROSS JOIN LATERAL (
    SELECT CASE WHEN 'list' = ANY (l.gives) THEN d.list ELSE o.list END AS list,
        CASE WHEN 'listed_on' = ANY (l.gives) THEN d.listed_on ELSE o.listed_on END AS listed_on,
        CASE WHEN 'ended_on' = ANY (l.gives) THEN d.ended_on ELSE o.ended_on END AS ended_on,
        CASE WHEN 'ended_on' = ANY (l.gives) THEN d.ending ELSE o.ending END AS ending
) n
WHERE d.joined AND s.id = d.sanction_id AND l.gives <> '{{}}'
    AND (s.list, s.listed_on, s.ended_on, s.ending) IS DISTINCT FROM (n.list, n.listed_on::fuzzy_date, n.ended_on::fuzzy_date, n.ending)
"""
_GOING = """
CREATE TEMP TABLE going ON COMMIT DROP AS
SELECT l.key, l.period, l.sanction_id FROM sanction_listing l
WHERE l.dataset_id = {dataset} AND l.gone_on IS NULL AND NOT EXISTS (SELECT FROM staged_sanction d WHERE d.key = l.key)
    AND l.entry_key NOT IN (SELECT a.key FROM arrived_target a)
"""
_LISTINGS_GO = f"""
UPDATE sanction_listing l SET gone_on = {{day}},
    gives = l.gives || CASE WHEN s.ended_on IS NULL AND s.dataset_id = {DOSSIERS} THEN ARRAY['ended_on'] ELSE '{{{{}}}}' END
FROM going g JOIN sanction s ON s.id = g.sanction_id
WHERE (l.dataset_id, l.key, l.period) = ({{dataset}}, g.key, g.period)
"""  # noqa: S608 - constants
_SANCTIONS_END = f"""
UPDATE sanction s SET ended_on = {{day}}::text, ending = 'DELISTED'
FROM going g
WHERE s.id = g.sanction_id AND s.ended_on IS NULL AND s.dataset_id IN ({{dataset}}, {DOSSIERS})
"""  # noqa: S608 - constants
# What an identifier has tied to another record since is one with it now.
_DROP_SANCTIONS = """
DELETE FROM sanction s WHERE s.dataset_id = {dataset} AND s.id IN (SELECT id FROM scope_sanction)
    AND NOT EXISTS (SELECT FROM sanction_listing l WHERE l.sanction_id = s.id)
"""
_DROP_TARGETS = """
DELETE FROM target t WHERE t.dataset_id = {dataset} AND t.id IN (SELECT id FROM scope_target)
    AND NOT EXISTS (SELECT FROM list_entry l WHERE l.target_id = t.id)
    AND NOT EXISTS (SELECT FROM sanction s WHERE s.target_id = t.id)
"""
_PARTS = "SELECT set_config('detente.parts', '{}', true)"


async def merge(connection: Connection, dataset: int, day: date) -> None:
    """Bring targets, entries and sanctions to what is staged; `resolve` has said which targets are meant."""

    async def run(*statements: str) -> None:
        for statement in statements:
            await connection.execute(statement.format(dataset=dataset, day=f"DATE '{day.isoformat()}'"))

    async def add(statement: str) -> None:
        """Insert parts of records that this revision adds, then those of others."""
        for setting, fresh in (("new", ""), ("", "NOT")):
            await connection.execute(_PARTS.format(setting))
            await run(statement.replace("{fresh}", fresh))

    await run(_SCOPE, _FRESH, "ANALYZE scope_target", "ANALYZE fresh_target")
    await run(_ADD_TARGETS, _CHANGE_TARGETS)
    for part in OF_TARGETS:
        await align(connection, part, dataset)
    await add(_ADD_ENTRIES)
    await run(_CHANGE_ENTRIES, _ENTRIES_GO)
    await run(*PRESENT)
    await align(connection, LINKS, dataset)
    await run(_JOINS, _DESIGNATIONS.replace("{join}", _JOIN).replace("{id}", _ID.format(slug="c.own_slug")))
    await run(
        "CREATE INDEX ON designation (key)",
        "CREATE INDEX ON designation (sanction_id)",
        "ANALYZE designation",
    )
    await run(_FRESH_SANCTIONS, _SCOPE_SANCTIONS, "ANALYZE fresh_sanction", "ANALYZE scope_sanction")
    await run(_ADD_SANCTIONS, _CHANGE_SANCTIONS)
    await add(_ADD_LISTINGS)
    await run(_CHANGE_LISTINGS, _GIVE, _GIVEN)
    for part in OF_SANCTIONS:
        await align(connection, part, dataset)
    await run(_GOING, _LISTINGS_GO, _SANCTIONS_END, _DROP_SANCTIONS, _DROP_TARGETS)
