"""What each login may do: the reader must not be able to change anything, or to see a withheld name."""

from collections.abc import AsyncIterator

from api.database.pool import Connection
from api.database.roles import check_rights
from api.doctor.findings import Finding, fail, ok, warn
from api.errors import RoleError

_READER = """
SELECT current_user AS name,
    (SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
     FROM pg_roles WHERE rolname = current_user) AS mighty,
    coalesce(has_schema_privilege(to_regnamespace('confidential'), 'USAGE'), false) AS confidential,
    coalesce(has_table_privilege(to_regclass('public.change'), 'SELECT'), false) AS changes,
    has_database_privilege(current_database(), 'CREATE') OR has_schema_privilege('public', 'CREATE') AS creates,
    current_setting('default_transaction_read_only') = 'on' AS read_only,
    (SELECT coalesce(string_agg(oid::regclass::text, ', ' ORDER BY oid::regclass::text), '') FROM pg_class
     WHERE relkind IN ('r', 'p', 'v') AND relnamespace = 'public'::regnamespace
        AND has_table_privilege(oid, 'INSERT, UPDATE, DELETE, TRUNCATE')) AS writable,
    (SELECT coalesce(string_agg(oid::regclass::text, ', ' ORDER BY oid::regclass::text), '') FROM pg_class
     WHERE relkind IN ('r', 'p', 'v') AND relnamespace = 'public'::regnamespace AND relname <> 'change'
        AND NOT has_table_privilege(oid, 'SELECT')) AS unreadable
"""
# What must not be so, and the statement that mends it.
_WRONG = (
    (
        "mighty",
        "is more than a login",
        "ALTER ROLE {name} NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS",
    ),
    (
        "confidential",
        "may enter the schema of withheld names",
        "REVOKE ALL ON SCHEMA confidential FROM PUBLIC, {name}",
    ),
    ("changes", "may read change, where old rows stand", "REVOKE SELECT ON change FROM PUBLIC, {name}"),
    ("creates", "may make tables", "REVOKE CREATE ON SCHEMA public FROM PUBLIC, {name}"),
    (
        "writable",
        "may change {tables}",
        "REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {tables} FROM PUBLIC, {name}",
    ),
)
_WRITER = """
SELECT coalesce(string_agg(oid::regclass::text, ', ' ORDER BY oid::regclass::text), '') FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ('migration')
    AND NOT has_table_privilege(oid, 'INSERT')
"""


async def check_reader(reader: Connection) -> AsyncIterator[Finding]:
    """Look at what the API's login may do; the tables must be there."""
    found = await reader.fetchrow(_READER)
    assert found is not None
    name, well = found["name"], True
    for fact, message, fix in _WRONG:
        if found[fact]:
            well = False
            what = {"name": name, "tables": found["writable"]}
            yield fail(
                "rights",
                f"{name} {message.format(**what)}.",
                f"as the owner or a superuser: {fix.format(**what)};",
            )
    if found["unreadable"]:
        well = False
        yield fail(
            "rights",
            f"{name} may not read {found['unreadable']}.",
            f"as the owner: GRANT SELECT ON {found['unreadable']} TO {name};",
        )
    if not found["read_only"]:
        well = False
        yield warn(
            "rights",
            f"{name} may begin transactions that write, though there is nothing it may write to.",
            f"as the owner: ALTER ROLE {name} SET default_transaction_read_only = on;",
        )
    if well:
        yield ok("rights", f"{name} may read what is public, and nothing else.")


async def check_owner(owner: Connection) -> AsyncIterator[Finding]:
    """Look at whether the owner may set the other two up."""
    try:
        await check_rights(owner)
    except RoleError as error:
        yield fail("rights", error.message, error.hint or "see the log.")
    else:
        yield ok("rights", "the owner may administer the writer and the reader.")


async def check_writer(writer: Connection) -> AsyncIterator[Finding]:
    """Look at whether loads may write."""
    barred = await writer.fetchval(_WRITER)
    if barred:
        name = await writer.fetchval("SELECT current_user")
        yield fail(
            "rights", f"{name} may not load {barred}.", f"as the owner: GRANT INSERT ON {barred} TO {name};"
        )
    else:
        yield ok("rights", "the writer may load every table.")
