"""The environment, read once into one frozen object."""

import difflib
import os
import re
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import SettingsError

PREFIX = "DETENTE_"

# As browsers write it: no path, no slash at the end.
_ORIGIN = re.compile(r"https?://[\w.-]+(:\d+)?|https?://\[[0-9a-f:]+\](:\d+)?", re.ASCII)

LogFormat = Literal["auto", "console", "json"]
LogLevel = Literal["debug", "info", "warning", "error"]
ProxyHeader = Literal["x-forwarded-for", "forwarded"]


def _postgres_urls(value: str) -> str:
    return " ".join(_postgres_url(each) for each in value.split())


def _postgres_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("it does not start with postgresql://")
    if len(parts.path) <= 1:
        raise ValueError("it names no database")
    return value


def _networks(value: str) -> str:
    return " ".join(str(ip_network(each)) for each in re.split(r"[,\s]+", value) if each)


def _redis_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"redis", "rediss"} or not parts.hostname:
        raise ValueError("it does not start with redis://HOST or rediss://HOST")
    return value


Networks = Annotated[str, AfterValidator(_networks)]
RedisUrl = Annotated[str, AfterValidator(_redis_url)]


def _origins(value: str) -> str:
    origins = [origin.strip() for origin in value.split(",")]
    if value.strip() != "*" and not all(_ORIGIN.fullmatch(origin) for origin in origins):
        raise ValueError("it holds something that is no origin")
    return value


def _origin(value: str) -> str:
    if not _ORIGIN.fullmatch(value):
        raise ValueError("it is no origin")
    return value


def _http_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("it does not start with http://HOST or https://HOST")
    return value


HttpUrl = Annotated[str, AfterValidator(_http_url)]
Origin = Annotated[str, AfterValidator(_origin)]
PostgresUrl = Annotated[str, AfterValidator(_postgres_url)]
PostgresUrls = Annotated[str, AfterValidator(_postgres_urls)]
_URL_REMEDY = "write it as postgresql://USER:PASSWORD@HOST:5432/DATABASE"


def _setting(default: Any, meaning: str, remedy: str, **limits: Any) -> Any:  # noqa: ANN401 - pydantic's own type
    return Field(default=default, description=meaning, json_schema_extra={"remedy": remedy}, **limits)


class Settings(BaseSettings):
    """What an operator may choose; each row stands in the README."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, env_ignore_empty=True, extra="ignore")

    database_url: PostgresUrl | None = _setting(
        None,
        "A Postgres ≥ 18 to use instead of the embedded one, named by the role that owns and migrates it.",
        _URL_REMEDY,
        validation_alias="DATABASE_URL",
        repr=False,
    )
    reader_url: PostgresUrls | None = _setting(
        None,
        "Where the API reads, as `detente_reader`: one or more addresses with spaces between them, each of one or "
        "more hosts. Derived from `DATABASE_URL` if not set, whose server is always one of them. Set alone, it lets "
        "`serve` read and nothing else.",
        _URL_REMEDY,
        repr=False,
    )
    writer_url: PostgresUrl | None = _setting(
        None,
        "Where loads write, as `detente_writer`. Derived from `DATABASE_URL` if not set.",
        _URL_REMEDY,
        repr=False,
    )
    host: str = _setting(
        "127.0.0.1", "Address to listen on.", "give an address of this machine, such as 127.0.0.1"
    )
    port: int = _setting(
        8000, "Port to listen on; 0 picks a free one.", "give a number from 0 to 65535", ge=0, le=65535
    )
    data_dir: Path = _setting(
        Path(".detente"),
        "Folder of the embedded Postgres and its log.",
        "give a folder that may be written to",
    )
    lists_shrink: float = _setting(
        0.1,
        "What share of a list's entries may be gone at once before `detente import` refuses it.",
        "give a share from 0 to 1, such as 0.1",
        ge=0,
        le=1,
    )
    log_format: LogFormat = _setting(
        "auto",
        "`json`, `console`, or `auto`: console on a terminal, else JSON.",
        "choose auto, console or json",
    )
    log_level: LogLevel = _setting(
        "info", "`debug`, `info`, `warning` or `error`.", "choose debug, info, warning or error"
    )
    pool_size: int = _setting(
        10, "Connections that each worker keeps to Postgres.", "give a number from 1 to 200", ge=1, le=200
    )
    statement_timeout_ms: int = _setting(
        5000,
        "Longest a statement of the API may run, in milliseconds.",
        "give a number from 1 to 600000",
        ge=1,
        le=600_000,
    )
    queue_limit: int = _setting(
        100,
        "Most requests of a worker that wait for a connection to one server; the next gets 503.",
        "give a number from 1 to 10000",
        ge=1,
        le=10_000,
    )
    queue_timeout_ms: int = _setting(
        1000,
        "Longest that a request waits for a connection, in milliseconds; then it gets 503.",
        "give a number from 1 to 60000",
        ge=1,
        le=60_000,
    )
    request_timeout_ms: int = _setting(
        15_000,
        "Longest that an answer may take, with all waiting and trying again, in milliseconds; then it is 504.",
        "give a number from 100 to 600000",
        ge=100,
        le=600_000,
    )
    answer_cache_bytes: int = _setting(
        67_108_864,
        "Answers that each worker keeps in memory until the data change, in bytes; 0 keeps none.",
        "give a number from 0 to 8589934592",
        ge=0,
        le=8_589_934_592,
    )
    max_age: int = _setting(
        0,
        "For how long browsers and CDNs may use an answer without asking whether the data changed, in seconds.",
        "give a number from 0 to 86400",
        ge=0,
        le=86_400,
    )
    body_limit: int = _setting(
        65536,
        "Longest request body, in bytes.",
        "give a number from 1024 to 10485760",
        ge=1024,
        le=10_485_760,
    )
    cost_budget: int = _setting(
        1_000_000,
        "Most that an operation may cost: the rows it could touch.",
        "give a number from 100 to 100000000",
        ge=100,
        le=100_000_000,
    )
    exports: int = _setting(
        4,
        "Long exports that each worker writes at once, each on a connection of its own; the last is for keys with the "
        "scope `export`.",
        "give a number from 1 to 100",
        ge=1,
        le=100,
    )
    export_seconds: int = _setting(
        3600,
        "Longest that one of them may take, in seconds.",
        "give a number from 1 to 86400",
        ge=1,
        le=86_400,
    )
    metrics: bool = _setting(
        True,  # noqa: FBT003 - the setting's default
        "Whether `/metrics` tells Prometheus what all workers count.",
        "give true or false",
    )
    slow_ms: int = _setting(
        1000,
        "Operations that take longer are logged with cost and statement digest, in milliseconds; 0 for none.",
        "give a number from 0 to 600000",
        ge=0,
        le=600_000,
    )
    slow_plans: bool = _setting(
        False,  # noqa: FBT003 - the setting's default
        "Whether Postgres is asked for the plan of such an operation, to log it.",
        "give true or false",
    )
    traces_url: HttpUrl | None = _setting(
        None,
        "Where traces are sent: an OpenTelemetry collector's address for OTLP over HTTP. Wants `detente[otel]`.",
        "write it as http://HOST:4318/v1/traces",
    )
    traces_share: float = _setting(
        1.0,
        "Which share of the requests is traced, where the caller has not decided.",
        "give a number from 0 to 1",
        ge=0,
        le=1,
    )
    workers: int = _setting(
        1,
        "Processes that answer requests.",
        "give a number from 1 to 64, best the number of cores",
        ge=1,
        le=64,
    )
    connections: int = _setting(
        2000,
        "Connections of clients that each worker holds at once; beyond it the one that asks least makes room.",
        "give a number from 10 to 100000",
        ge=10,
        le=100_000,
    )
    lame_duck_seconds: int = _setting(
        2,
        "How long requests are still answered after SIGTERM, while `/readyz` already says 503, in seconds.",
        "give a number from 0 to 300",
        ge=0,
        le=300,
    )
    anonymous_budget: int = _setting(
        1_000_000,
        "What all requests of one address without an API key may cost in a minute.",
        "give a number from 1000 to 1000000000000",
        ge=1000,
        le=1_000_000_000_000,
    )
    anonymous_statements: int = _setting(
        8,
        "Statements of one such address that may run at once; further ones wait.",
        "give a number from 1 to 1000",
        ge=1,
        le=1000,
    )
    trusted_proxies: Networks | None = _setting(
        None,
        "Networks of the proxies before the API, such as `10.0.0.0/8 fd00::/8`: what they say of a client's address is believed.",
        "name networks, such as 10.0.0.0/8, with spaces or commas between them",
    )
    proxy_header: ProxyHeader = _setting(
        "x-forwarded-for",
        "Where they say it: `x-forwarded-for` or `forwarded`.",
        "choose x-forwarded-for or forwarded",
    )
    limits_url: RedisUrl | None = _setting(
        None,
        "A Redis in which several processes keep one account of what each client spends; without it each keeps its own.",
        "write it as redis://:PASSWORD@HOST:6379/0",
        repr=False,
    )
    public_url: Origin | None = _setting(
        None,
        "Where clients reach the API, for the addresses within answers; what each request says if not set.",
        "write it as https://example.org, without a path",
    )
    cors_origins: Annotated[str, AfterValidator(_origins)] = _setting(
        "*",
        "Sites whose pages may read answers, by commas; `*` for all.",
        "write * or origins such as https://example.org,http://localhost:3000",
    )
    documents_dir: Path | None = _setting(
        None,
        "A folder of `.graphql` files that clients may name instead of sending, free of the limit on cost.",
        "give a folder that may be read",
    )
    bulk_dir: Path | None = _setting(
        None,
        "The folder that `detente export` writes bulk files to, which are then served at `/bulk`.",
        "give the folder that is named to detente export",
    )
    draft_statuses: bool = _setting(
        False,  # noqa: FBT003 - the setting's default
        "Whether refused operations have the statuses of the newest draft: 422, also for plain JSON.",
        "give true or false",
    )
    wait_seconds: int = _setting(
        60,
        "How long `serve` waits for the tables that it needs where it may only read, in seconds.",
        "give a number from 0 to 3600",
        ge=0,
        le=3600,
    )
    drain_seconds: int = _setting(
        10,
        "Longest wait for running requests at a stop, in seconds.",
        "give a number from 0 to 300",
        ge=0,
        le=300,
    )


def load() -> Settings:
    """Settings from the process environment; raises SettingsError naming variable, value and remedy."""
    _refuse_unknown(os.environ)
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(_complaint(fault["loc"], fault) for fault in error.errors())) from None


def variable(name: str, field: FieldInfo) -> str:
    """The environment's name of a field: "port" → "DETENTE_PORT"."""
    return str(field.validation_alias or f"{PREFIX}{name.upper()}")


def table() -> str:
    """The README's table of settings, one row per field."""
    rows = ["| Variable | Default | Meaning |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f"`{field.default}`"
        rows.append(f"| `{variable(name, field)}` | {default} | {field.description} |")
    return "\n".join(rows)


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = [variable(name, field) for name, field in Settings.model_fields.items()]
    unknown = sorted(name for name in environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        # Compared without the prefix, which makes all of them alike.
        close = difflib.get_close_matches(
            unknown[0].removeprefix(PREFIX), [name.removeprefix(PREFIX) for name in known], n=1
        )
        hint = (
            f"did you mean {PREFIX}{close[0]}?"
            if close
            else f"unset it; the settings are {', '.join(known)}."
        )
        raise SettingsError(f"{unknown[0]} is not a setting of Détente.", hint)


def _complaint(location: tuple[int | str, ...], fault: Mapping[str, Any]) -> str:
    name, field = next(
        (name, field)
        for name, field in Settings.model_fields.items()
        if location[0] in {name, variable(name, field)}
    )
    extra = field.json_schema_extra
    remedy = extra["remedy"] if isinstance(extra, dict) else ""
    shown = hide_password(str(fault["input"]))
    reason = str(fault["msg"]).removeprefix("Value error, ")
    return f'{variable(name, field)}="{shown}" cannot be used: {reason[0].lower()}{reason[1:]}.\n  Fix: {remedy}.'


def hide_password(text: str) -> str:
    """A URL fit to be shown: "postgresql://u:pw@h/d" → "postgresql://u:***@h/d"."""
    return re.sub(r"(?<=:)[^:@/]+(?=@)", "***", text)
