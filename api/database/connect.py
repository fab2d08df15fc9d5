"""Opens single connections, and turns the driver's faults into ours."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from types import TracebackType

import asyncpg

from api.database.cluster import MAJOR_VERSION
from api.errors import LATER, DatabaseError, DatabaseUnavailable, DetenteError, from_sqlstate
from api.settings import hide_password

CONNECT_LIMIT = 10.0

_UNREACHABLE = (OSError, TimeoutError, asyncpg.InterfaceError, asyncpg.InternalClientError)
LOST = "read the end of the server's log (a full disk ends it, too), then run the command again: no half of it was kept."

# Answers must not depend on how a server or a role happens to be set up.
SESSION = {
    "jit": "off",
    # Where a statement puts one reading behind another, workers must not mix them.
    "max_parallel_workers_per_gather": "0",
    # What is asked for stands in memory. By the default of 4, the planner reads all of a small table for each row.
    "random_page_cost": "1.1",
    "TimeZone": "UTC",
    "DateStyle": "ISO, YMD",
    "IntervalStyle": "iso_8601",
    "extra_float_digits": "1",
    "search_path": "public",
    "application_name": "detente",
}


class Translated:
    """A block in which the driver's known faults become ours."""

    __slots__ = ()

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, _: type[BaseException] | None, fault: BaseException | None, __: TracebackType | None
    ) -> None:
        if isinstance(fault, asyncpg.PostgresError):
            known = from_sqlstate(fault.sqlstate or "")
            if known is not None:
                raise known from fault
        elif isinstance(fault, _UNREACHABLE):
            raise DatabaseUnavailable("The database cannot be reached.", LATER) from fault


_translated = Translated()


def translated() -> Translated:
    """Raise the driver's known faults as DatabaseError; leave the unknown ones for the log."""
    return _translated


@contextlib.asynccontextmanager
async def connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    """One connection for a command of the command line, closed at the end."""
    connection = await open_connection(url)
    try:
        yield connection
    except (asyncpg.InterfaceError, asyncpg.PostgresError) as fault:
        if not connection.is_closed():
            raise
        raise DatabaseUnavailable(f"The connection to {hide_password(url)} was lost.", LOST) from fault
    finally:
        await connection.close()


async def open_connection(url: str) -> asyncpg.Connection:
    """Connect, and refuse a Postgres that is too old."""
    try:
        connection = await asyncpg.connect(url, server_settings=SESSION, timeout=CONNECT_LIMIT)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as fault:
        raise _unreachable(url, fault) from fault
    found = connection.get_server_version()
    if found.major < MAJOR_VERSION:
        await connection.close()
        raise DatabaseError(
            f"{hide_password(url)} is Postgres {found.major}; Détente needs {MAJOR_VERSION} or later.",
            "upgrade that server, or unset DATABASE_URL to use the embedded one.",
        )
    return connection


def _unreachable(url: str, fault: BaseException) -> DetenteError:
    reason = str(fault) or ("no answer" if isinstance(fault, asyncio.TimeoutError) else type(fault).__name__)
    known = from_sqlstate(fault.sqlstate or "") if isinstance(fault, asyncpg.PostgresError) else None
    return DatabaseUnavailable(
        f"Cannot connect to {hide_password(url)}: {reason}.",
        (known and known.hint) or "see that the server runs and that the URL names it.",
    )
