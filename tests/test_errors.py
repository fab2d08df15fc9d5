"""Errors carry code, status and remedy, and a SQLSTATE finds its error."""

import asyncpg
import pytest

from api import errors
from api.errors import DatabaseError, DatabaseUnavailable, DetenteError, StatementTimeout


def _all(kind: type[DetenteError]) -> list[type[DetenteError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in _all(child))]


@pytest.mark.parametrize(
    ("sqlstate", "kind"),
    [
        (asyncpg.QueryCanceledError.sqlstate, StatementTimeout),
        (asyncpg.LockNotAvailableError.sqlstate, StatementTimeout),
        (asyncpg.TooManyConnectionsError.sqlstate, DatabaseUnavailable),
        (asyncpg.DiskFullError.sqlstate, DatabaseUnavailable),
        (asyncpg.AdminShutdownError.sqlstate, DatabaseUnavailable),
        (asyncpg.CannotConnectNowError.sqlstate, DatabaseUnavailable),
        (asyncpg.ConnectionFailureError.sqlstate, DatabaseUnavailable),
        (asyncpg.InvalidPasswordError.sqlstate, DatabaseError),
        (asyncpg.ReadOnlySQLTransactionError.sqlstate, DatabaseError),
    ],
)
def test_a_known_sqlstate_finds_its_error(sqlstate: str, kind: type[DatabaseError]) -> None:
    """The longest prefix in the table decides."""
    assert type(errors.from_sqlstate(sqlstate)) is kind


@pytest.mark.parametrize("sqlstate", ["42P01", "22P02", "23505", "XX000"])
def test_an_unknown_sqlstate_is_a_fault_of_ours(sqlstate: str) -> None:
    """What only wrong SQL can cause is not blamed on the client."""
    assert errors.from_sqlstate(sqlstate) is None


def test_every_error_is_in_the_tree() -> None:
    """The tree at the head of the module names each error."""
    for kind in _all(DetenteError):
        assert kind.__name__ in (errors.__doc__ or "")


def test_every_error_has_a_code_of_its_own() -> None:
    """Two errors that a client should tell apart have two codes."""
    codes = [kind.code for kind in _all(DetenteError) if kind is not errors.InternalError]
    assert len(codes) == len(set(codes))
