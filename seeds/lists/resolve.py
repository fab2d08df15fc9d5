"""Finds what staged entries speak of: programs by their tags, targets by the identifiers that tie lists together."""

from seeds.lists.audit import Audit
from seeds.lists.entries import Place
from seeds.lists.stage import Connection
from seeds.loader.ids import identify
from seeds.loader.load import DATASET

DOSSIERS = identify("DatasetSource", DATASET)

# Numbers that only one person or thing has in all the world: they tie the entries of several lists together. A tax
# number or a passport does not, since each country counts for itself and lists leave the country out.
TIES = (
    "'OFAC_UID', 'EU_REF', 'EU_LOGICAL_ID', 'UN_REF', 'UN_DATAID', 'UK_ID', 'OFSI_GROUP_ID', 'OPENSANCTIONS', 'WIKIDATA',"
    " 'LEI', 'IMO'"
)

_PROGRAMS = """
INSERT INTO program_of
SELECT p.code, p.authority_id, p.country_id, (
    SELECT s.id FROM sanction_program s
    WHERE s.code = p.code
        OR (s.aliases @> ARRAY[p.code] AND (s.authority_id = p.authority_id OR s.country_id = p.country_id))
    ORDER BY s.code = p.code DESC, s.authority_id = p.authority_id DESC, s.code
    LIMIT 1
)
FROM (SELECT DISTINCT code, authority_id, country_id FROM arriving_program EXCEPT SELECT code, authority_id, country_id FROM program_of) p
"""
_UNKNOWN = """
SELECT o.code, o.authority_id, o.country_id, (
    SELECT e.place FROM arriving_program p JOIN arriving_entry e ON e.key = p.entry_key
    WHERE (p.code, p.authority_id) = (o.code, o.authority_id) AND p.country_id IS NOT DISTINCT FROM o.country_id
    ORDER BY p.entry_key LIMIT 1
) AS place
FROM program_of o
WHERE o.program_id IS NULL ORDER BY o.code
"""
_ADD_PROGRAM = """
INSERT INTO sanction_program (id, code, name, authority_id, country_id, status) VALUES ($1, $2, $2, $3, $4, 'ACTIVE')
ON CONFLICT DO NOTHING
"""

_ORGANIZATIONS = """
INSERT INTO organization (id, slug, name, kind, country_id)
SELECT s.id, s.slug, s.name, 'OTHER', s.country_id FROM arriving_organization s
WHERE NOT EXISTS (SELECT FROM organization o WHERE o.id = s.id)
"""
_DECLARE = """
INSERT INTO dataset_row (dataset_id, table_name, row_id)
SELECT {dataset}, 'organization', id FROM staged_organization
UNION SELECT {dataset}, 'sanction_program', program_id FROM program_of
ON CONFLICT DO NOTHING
"""

_FORMER = """
UPDATE list_entry e SET key = f.key
FROM (
    SELECT DISTINCT ON (f.key) f.key, f.former FROM staged_former f
    JOIN list_entry o ON (o.dataset_id, o.key) = ({dataset}, f.former)
    WHERE NOT EXISTS (SELECT FROM list_entry n WHERE (n.dataset_id, n.key) = ({dataset}, f.key))
        AND NOT EXISTS (SELECT FROM arrived_target a WHERE a.id = o.target_id)
    ORDER BY f.key, f.former
) f
WHERE (e.dataset_id, e.key) = ({dataset}, f.former)
"""
_TIED = f"""
CREATE TEMP TABLE tied ON COMMIT DROP AS
SELECT DISTINCT i.key, o.target_id, i.scheme, t.dataset_id = {DOSSIERS} AS curated
FROM staged_identifier i
JOIN staged_entry e ON e.key = i.key
JOIN target_identifier o ON o.scheme = i.scheme AND o.value = i.value AND o.dataset_id <> {{dataset}}
JOIN target t ON t.id = o.target_id AND (t.kind = e.kind OR 'OTHER' IN (t.kind, e.kind))
WHERE i.scheme IN ({TIES})
"""  # noqa: S608 - constants
# What an identifier ties comes first; then the target that the entry has had, whatever it is called by now.
_TARGETS = """
CREATE TEMP TABLE entry_target ON COMMIT DROP AS
SELECT r.*, row_number() OVER (PARTITION BY r.target_id ORDER BY r.key) = 1 AS leads,
    NOT EXISTS (SELECT FROM target t WHERE t.id = r.target_id) AS is_new
FROM (
    SELECT e.key, coalesce(c.target_id, own.target_id, e.own_id) AS target_id, l.target_id AS before_id, l.gone_on,
        l.key IS NULL AS appears
    FROM staged_entry e
    LEFT JOIN list_entry l ON l.dataset_id = {dataset} AND l.key = e.key
    LEFT JOIN (SELECT id AS target_id FROM target WHERE dataset_id = {dataset}) own ON own.target_id = l.target_id
    LEFT JOIN (
        SELECT DISTINCT ON (key) key, target_id FROM tied ORDER BY key, curated DESC, scheme, target_id
    ) c ON c.key = e.key
) r
"""
_TORN = """
SELECT e.place, e.key, string_agg(DISTINCT t.slug, ', ' ORDER BY t.slug) AS slugs
FROM tied d JOIN target t ON t.id = d.target_id JOIN staged_entry e ON e.key = d.key
GROUP BY e.place, e.key HAVING count(DISTINCT d.target_id) > 1 ORDER BY e.key
"""


async def find_programs(connection: Connection, audit: Audit) -> None:
    """Add the programs of the batch that arrives to `program_of`; write down programs and authorities that are not known."""
    await connection.execute(_ORGANIZATIONS)
    await connection.execute(_PROGRAMS)
    for row in await connection.fetch(_UNKNOWN):
        own = identify("SanctionProgram", row["code"])
        what = "a program that the registry does not have; it is kept under its own code"
        audit.finds(Place.read(row["place"]), what, row["code"])
        await connection.execute(_ADD_PROGRAM, own, row["code"], row["authority_id"], row["country_id"])
        await connection.execute(
            "UPDATE program_of SET program_id = $1 WHERE code = $2 AND program_id IS NULL", own, row["code"]
        )


async def resolve(connection: Connection, dataset: int, audit: Audit) -> None:
    """Make the temporary table `entry_target`: which target each staged entry speaks of."""
    await connection.execute(_DECLARE.format(dataset=dataset))
    await connection.execute(_FORMER.format(dataset=dataset))
    await connection.execute(_TIED.format(dataset=dataset))
    await connection.execute(_TARGETS.format(dataset=dataset))
    for row in await connection.fetch(_TORN):
        what = "identifiers tie the entry to several targets; the first of them has it"
        audit.finds(Place.read(row["place"]), what, row["slugs"])
    await connection.execute("CREATE INDEX ON entry_target (key)")
    await connection.execute("CREATE INDEX ON entry_target (target_id)")
    await connection.execute("ANALYZE entry_target")
