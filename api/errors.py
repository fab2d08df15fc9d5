"""Every error the program raises on purpose, and the table from SQLSTATE to them.

DetenteError
├── SettingsError          a variable of the environment has a bad value
├── WorkerFailed           a worker of `detente serve` could not start
├── EmbeddedError          the embedded Postgres cannot be started, shared or stopped
├── MigrationError         the database and the migrations of this code do not fit together
├── RoleError              the database's roles cannot be set up
├── DocumentError          a trusted document cannot be used
├── DatabaseError          Postgres refused a statement
│   ├── DatabaseUnavailable    it cannot be reached, or has no room
│   ├── StatementTimeout       it took longer than the limit
│   └── StatementCancelled     somebody ended it in the database
├── KeyRefused             no such API key, or it has ended
├── ExportRefused          bulk files cannot be written
├── Unauthorized           the API key that was sent is not good
├── Forbidden              it is good, but not for this
├── TooManyRequests        the client has spent what it may
├── Overloaded             more is asked of the server than it can do
├── RequestError           the client's request is malformed
│   ├── IllFormedRequest
│   ├── NotFound
│   ├── PreflightRequired
│   ├── MethodNotAllowed
│   ├── NotAcceptable
│   ├── RequestTimeout
│   ├── UriTooLong
│   ├── HeadersTooLarge
│   ├── BodyTooLarge
│   ├── TooManyRows
│   ├── UnknownFormat
│   └── UnsupportedMediaType
└── InternalError          a fault of ours: logged under an id, told to nobody
"""

from typing import ClassVar

LATER = "Try again in a few seconds."


Headers = tuple[tuple[bytes, bytes], ...]

# Long enough for a restart or a failover to be over, mostly.
_RETRY: Headers = ((b"retry-after", b"5"),)


class DetenteError(Exception):
    """A refusal that says what is wrong and how to fix it."""

    code: ClassVar[str] = "INTERNAL"
    status: ClassVar[int] = 500
    # What a response says of it beside status and body; names in small letters.
    headers: Headers = ()

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message if self.hint is None else f"{self.message}\n  Fix: {self.hint}"


class SettingsError(DetenteError):
    """A variable of the environment has a bad value."""

    code = "SETTINGS"


class WorkerFailed(DetenteError):
    """A worker of `detente serve` could not start."""

    code = "WORKER"


class EmbeddedError(DetenteError):
    """The embedded Postgres cannot be started, shared or stopped."""

    code = "EMBEDDED_POSTGRES"


class MigrationError(DetenteError):
    """The database and the migrations of this code do not fit together."""

    code = "MIGRATION"


class RoleError(DetenteError):
    """The database's roles cannot be set up."""

    code = "ROLE"


class DocumentError(DetenteError):
    """A trusted document cannot be used."""

    code = "DOCUMENT"


class DatabaseError(DetenteError):
    """Postgres refused a statement."""

    code = "DATABASE"


class DatabaseUnavailable(DatabaseError):
    """Postgres cannot be reached, or has no room for one more."""

    code = "UNAVAILABLE"
    status = 503
    headers = _RETRY


class StatementTimeout(DatabaseError):
    """A statement took longer than the limit."""

    code = "TIMEOUT"
    status = 504


class StatementCancelled(DatabaseError):
    """Somebody ended a statement in the database."""

    code = "CANCELLED"
    status = 503
    headers = _RETRY


class KeyRefused(DetenteError):
    """No such API key, or it has ended."""

    code = "KEY"


class ExportRefused(DetenteError):
    """Bulk files cannot be written."""

    code = "EXPORT"


class Unauthorized(DetenteError):
    """The API key that was sent is not good; the message never repeats it."""

    code = "UNAUTHENTICATED"
    status = 401
    headers = ((b"www-authenticate", b'Bearer realm="detente", error="invalid_token"'),)


class Forbidden(DetenteError):
    """The API key is good, but not for this."""

    code = "FORBIDDEN"
    status = 403


class TooManyRequests(DetenteError):
    """The client has spent what it may, for now."""

    code = "TOO_MANY_REQUESTS"
    status = 429

    def __init__(self, message: str, hint: str, *, retry_after: int) -> None:
        super().__init__(message, hint)
        self.retry_after = retry_after
        self.headers = ((b"retry-after", b"%d" % retry_after),)


class Overloaded(DetenteError):
    """More is asked of the server than it can do."""

    code = "OVERLOADED"
    status = 503
    headers = _RETRY


class RequestError(DetenteError):
    """The client's request is malformed: wrong type, size or shape."""

    code = "BAD_REQUEST"
    status = 400


class IllFormedRequest(RequestError):
    """What was sent can be read, but is no request as the protocol has it."""

    code = "ILL_FORMED_REQUEST"


class NotFound(RequestError):
    """Nothing stands at this address."""

    code = "NOT_FOUND"
    status = 404


class UnknownFormat(RequestError):
    """What was asked for as is not written here; oEmbed wants 501 for it."""

    code = "UNKNOWN_FORMAT"
    status = 501


class PreflightRequired(RequestError):
    """A browser sends such a request across sites without asking us first."""

    code = "PREFLIGHT_REQUIRED"


class MethodNotAllowed(RequestError):
    """The address exists, but not for this method, or not for this operation by it."""

    code = "METHOD_NOT_ALLOWED"
    status = 405

    def __init__(self, message: str, hint: str, allow: str) -> None:
        super().__init__(message, hint)
        self.headers = ((b"allow", allow.encode()),)


class NotAcceptable(RequestError):
    """The client accepts no form in which the answer comes."""

    code = "NOT_ACCEPTABLE"
    status = 406


class RequestTimeout(RequestError):
    """The request did not come in the time that a client may take."""

    code = "REQUEST_TIMEOUT"
    status = 408
    headers = ((b"connection", b"close"),)


class UriTooLong(RequestError):
    """The address is longer than the limit."""

    code = "URI_TOO_LONG"
    status = 414


class HeadersTooLarge(RequestError):
    """The headers are longer than the limit."""

    code = "HEADERS_TOO_LARGE"
    status = 431


class BodyTooLarge(RequestError):
    """The body is longer than the limit."""

    code = "BODY_TOO_LARGE"
    status = 413


class TooManyRows(RequestError):
    """A file of this format cannot hold what was asked for."""

    code = "TOO_MANY_ROWS"
    status = 422


class UnsupportedMediaType(RequestError):
    """The body is not sent as JSON."""

    code = "UNSUPPORTED_MEDIA_TYPE"
    status = 415


class InternalError(DetenteError):
    """A fault of ours; the log has it under the id, the client learns the id alone."""

    def __init__(self, fault_id: str) -> None:
        super().__init__(
            f"Something went wrong on our side. The fault is logged as {fault_id}.",
            f"Try again; if it stays, report it with the id {fault_id}.",
        )
        self.fault_id = fault_id


_TOO_SLOW = (
    StatementTimeout,
    "The statement took longer than the limit.",
    "Ask for fewer rows or fewer levels.",
)
_FULL = DatabaseUnavailable, "The database has no room for one more request.", LATER
_GONE = DatabaseUnavailable, "The database cannot be reached.", LATER

# The longest prefix wins; a SQLSTATE that is not here is a fault of ours.
SQLSTATES: dict[str, tuple[type[DatabaseError], str, str]] = {
    "08": _GONE,  # connection exception
    "25006": (DatabaseError, "The database is open for reading only.", "Use the primary's address to write."),
    "26000": _GONE,  # the prepared statement is gone: another server, or another session behind a proxy
    "28": (
        DatabaseError,
        "The database refused the login.",
        "Check user and password in the database's URL.",
    ),
    "3D000": (DatabaseError, "The database named in the URL does not exist.", "Create it: createdb NAME"),
    "40": _GONE,  # given up for others' sake: on a replica, for what the primary removed
    "53": _FULL,  # insufficient resources
    "55P03": _TOO_SLOW,  # lock_not_available
    "57014": _TOO_SLOW,  # query_canceled, by statement_timeout
    "57P": _GONE,  # operator intervention: shutdown, crash, starting up
}


def from_sqlstate(sqlstate: str) -> DatabaseError | None:
    """The error a SQLSTATE stands for, or None for a fault of ours: "57014" → StatementTimeout."""
    for length in (5, 3, 2):
        if found := SQLSTATES.get(sqlstate[:length]):
            kind, message, hint = found
            return kind(message, hint)
    return None
