"""Brings the parts of targets and sanctions in line with the staged rows: names, numbers, addresses, programs.

A list owns the parts that it brought. What another data set has already is not written again.
"""

from dataclasses import dataclass

from seeds.lists.stage import Connection


@dataclass(frozen=True, slots=True)
class Part:
    """A table of parts: what its rows are known by, what else they say, and the rows that the list wants there."""

    table: str
    owner: str
    key: tuple[str, ...]
    values: tuple[str, ...]
    wanted: str


def _numbered(table: str, staged: str, columns: str) -> Part:
    """Parts that stand in the list's order, counted anew for each target."""
    wanted = f"""
        SELECT r.target_id, row_number() OVER (PARTITION BY r.target_id ORDER BY s.key, s.position)::integer - 1 AS position,
            {", ".join(f"s.{column}" for column in columns.split())}
        FROM {staged} s JOIN entry_target r ON r.key = s.key
    """  # noqa: S608 - constants
    return Part(table, "target", ("target_id", "position"), tuple(columns.split()), wanted)


_NAMES = """
SELECT x.target_id, row_number() OVER (PARTITION BY x.target_id ORDER BY x.key, x.position)::integer - 1 AS position,
    x.text, x.language, x.script, x.kind, x.quality
FROM (
    SELECT DISTINCT ON (n.target_id, n.text) n.* FROM (
        SELECT r.target_id, e.key, -1 AS position, e.name AS text, NULL AS language, NULL AS script,
            'PRIMARY'::name_kind AS kind, NULL::name_quality AS quality
        FROM staged_entry e JOIN entry_target r ON r.key = e.key
        WHERE NOT (r.leads AND r.is_new)
        UNION ALL
        SELECT r.target_id, s.key, s.position, s.text, s.language, s.script, s.kind, s.quality
        FROM staged_name s JOIN entry_target r ON r.key = s.key
    ) n
    JOIN target t ON t.id = n.target_id AND t.name <> n.text
    ORDER BY n.target_id, n.text, n.key, n.position
) x
WHERE NOT EXISTS (
    SELECT FROM target_name o WHERE o.target_id = x.target_id AND o.text = x.text AND o.dataset_id <> {dataset}
)
"""
_IDENTIFIERS = """
SELECT x.* FROM (
    SELECT DISTINCT ON (r.target_id, s.scheme, s.value) r.target_id, s.scheme, s.value, s.country_id, s.note, s.url
    FROM staged_identifier s JOIN entry_target r ON r.key = s.key
    ORDER BY r.target_id, s.scheme, s.value, s.key, s.country_id, s.note, s.url
) x
WHERE NOT EXISTS (
    SELECT FROM target_identifier o
    WHERE (o.target_id, o.scheme, o.value) = (x.target_id, x.scheme, x.value) AND o.dataset_id <> {dataset}
)
"""
_COUNTRIES = """
SELECT x.* FROM (SELECT DISTINCT r.target_id, s.country_id FROM staged_country s JOIN entry_target r ON r.key = s.key) x
WHERE NOT EXISTS (
    SELECT FROM target_country o
    WHERE (o.target_id, o.country_id) = (x.target_id, x.country_id) AND o.dataset_id <> {dataset}
)
"""
# A name that the list prints without a key leads to the entry of that name, if there is just one.
PRESENT = (
    (
        "CREATE TEMP TABLE present_entry ON COMMIT DROP AS"
        " SELECT key, target_id FROM list_entry WHERE dataset_id = {dataset} AND gone_on IS NULL"
    ),
    "ANALYZE present_entry",
    (
        "CREATE TEMP TABLE linked_name ON COMMIT DROP AS"
        " SELECT DISTINCT lower(name) AS name FROM staged_link WHERE other_key IS NULL"
    ),
    "ANALYZE linked_name",
    """
CREATE TEMP TABLE namesake ON COMMIT DROP AS
SELECT n.name, min(p.target_id) AS target_id
FROM linked_name n
JOIN (
    SELECT lower(name) AS name, id AS target_id FROM target
    UNION ALL SELECT lower(text), target_id FROM target_name WHERE quality IS DISTINCT FROM 'WEAK'
) t USING (name)
JOIN present_entry p USING (target_id)
GROUP BY n.name HAVING count(DISTINCT p.target_id) = 1
""",
)
_LINKS = """
SELECT r.target_id, row_number() OVER (PARTITION BY r.target_id ORDER BY s.key, s.position)::integer - 1 AS position,
    s.kind, s.name, coalesce(k.target_id, n.target_id) AS other_id
FROM staged_link s
JOIN present_entry r ON r.key = s.key
LEFT JOIN present_entry k ON k.key = s.other_key
LEFT JOIN namesake n ON s.other_key IS NULL AND n.name = lower(s.name)
"""
_PROGRAMS = """
SELECT x.* FROM (
    SELECT DISTINCT d.sanction_id, o.program_id
    FROM staged_program s
    JOIN designation d ON d.key = s.key
    JOIN program_of o ON o.code = s.code AND o.authority_id = s.authority_id AND o.country_id IS NOT DISTINCT FROM s.country_id
) x
WHERE NOT EXISTS (
    SELECT FROM sanction_in_program o
    WHERE (o.sanction_id, o.program_id) = (x.sanction_id, x.program_id) AND o.dataset_id <> {dataset}
)
"""
_SANCTION_IDENTIFIERS = """
SELECT x.* FROM (
    SELECT DISTINCT ON (d.sanction_id, s.scheme, s.value) d.sanction_id, s.scheme, s.value, s.country_id, s.note, s.url
    FROM staged_sanction_identifier s JOIN designation d ON d.key = s.key
    ORDER BY d.sanction_id, s.scheme, s.value, s.key, s.country_id, s.note, s.url
) x
WHERE NOT EXISTS (
    SELECT FROM sanction_identifier o
    WHERE (o.sanction_id, o.scheme, o.value) = (x.sanction_id, x.scheme, x.value) AND o.dataset_id <> {dataset}
)
"""
_NUMBER = ("country_id", "note", "url")

OF_TARGETS = (
    Part(
        "target_name",
        "target",
        ("target_id", "position"),
        ("text", "language", "script", "kind", "quality"),
        _NAMES,
    ),
    Part("target_identifier", "target", ("target_id", "scheme", "value"), _NUMBER, _IDENTIFIERS),
    Part("target_country", "target", ("target_id", "country_id"), (), _COUNTRIES),
    _numbered("target_address", "staged_address", "street city region postal_code country_id note"),
    _numbered("target_detail", "staged_detail", "kind value"),
)
# They lead to other entries, so these must be there.
LINKS = Part("target_link", "target", ("target_id", "position"), ("kind", "name", "other_id"), _LINKS)
OF_SANCTIONS = (
    Part("sanction_in_program", "sanction", ("sanction_id", "program_id"), (), _PROGRAMS),
    Part(
        "sanction_identifier", "sanction", ("sanction_id", "scheme", "value"), _NUMBER, _SANCTION_IDENTIFIERS
    ),
)

# Parts of a record that this revision adds are no change of their own.
_NEW = "SELECT set_config('detente.parts', $1, true)"


async def align(connection: Connection, part: Part, dataset: int) -> None:
    """Remove, change and add what differs; `scope_…` holds the owners that are looked at, `fresh_…` those just added."""
    wanted = f"wanted_{part.table}"
    await connection.execute(
        f"CREATE TEMP TABLE {wanted} ON COMMIT DROP AS {part.wanted.format(dataset=dataset)}"
    )
    await connection.execute(f"CREATE INDEX ON {wanted} ({part.owner}_id)")
    await connection.execute(f"ANALYZE {wanted}")
    same = " AND ".join(f"w.{column} = t.{column}" for column in part.key)
    await connection.execute(
        f"DELETE FROM {part.table} t USING scope_{part.owner} s"  # noqa: S608 - constants
        f" WHERE t.{part.owner}_id = s.id AND t.dataset_id = {dataset}"
        f" AND NOT EXISTS (SELECT FROM {wanted} w WHERE {same})"
    )
    if part.values:
        values = ", ".join(f"{column} = w.{column}" for column in part.values)
        old, new = (", ".join(f"{side}.{column}" for column in part.values) for side in "tw")
        await connection.execute(
            f"UPDATE {part.table} t SET {values} FROM {wanted} w"  # noqa: S608 - constants
            f" WHERE {same} AND t.dataset_id = {dataset} AND ROW({old}) IS DISTINCT FROM ROW({new})"
        )
    columns = ", ".join((*part.key, *part.values))
    fresh = f"EXISTS (SELECT FROM fresh_{part.owner} f WHERE f.id = w.{part.owner}_id)"
    for setting, condition in (
        ("new", fresh),
        (
            "",
            f"NOT {fresh} AND NOT EXISTS (SELECT FROM {part.table} t WHERE {same} AND t.dataset_id = {dataset})",
        ),
    ):
        await connection.execute(_NEW, setting)
        await connection.execute(
            f"INSERT INTO {part.table} ({columns}, dataset_id)"  # noqa: S608 - constants
            f" SELECT {columns}, {dataset} FROM {wanted} w WHERE {condition}"
        )
