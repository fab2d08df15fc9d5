"""Lets the owner set up the writer and the reader: checks its rights, sets their passwords."""

import asyncpg

from api.database.urls import READER, WRITER, Urls, role_password
from api.errors import RoleError


async def check_rights(owner: asyncpg.Connection) -> None:
    """Refuse an owner that can neither make the two roles nor administer them."""
    able = await owner.fetchval(
        """
        SELECT rolsuper OR rolcreaterole AND NOT EXISTS (
            SELECT FROM pg_roles r
            WHERE r.rolname = ANY($1::text[])
              AND NOT EXISTS (
                  SELECT FROM pg_auth_members m
                  WHERE m.roleid = r.oid AND m.member = o.oid AND m.admin_option
              )
        )
        FROM pg_roles o WHERE o.rolname = current_user
        """,
        [WRITER, READER],
    )
    if not able:
        name = await owner.fetchval("SELECT quote_ident(current_user)")
        raise RoleError(
            f"The role {name} of DATABASE_URL may not make or administer {WRITER} and {READER}.",
            f"as a superuser, run:\n"
            f"       ALTER ROLE {name} CREATEROLE;\n"
            f"       -- and, if the two roles exist already:\n"
            f"       GRANT {WRITER}, {READER} TO {name} WITH ADMIN OPTION, INHERIT FALSE, SET FALSE;",
        )


async def set_passwords(owner: asyncpg.Connection, urls: Urls) -> None:
    """Give the two roles the passwords that their derived addresses carry."""
    for role in (WRITER, READER):
        password = role_password(urls.owner, role)
        if urls.derived and password is not None:
            # ALTER ROLE takes no parameters; the role is a constant and the password is hexadecimal.
            await owner.execute(f"ALTER ROLE {role} PASSWORD '{password}'")
