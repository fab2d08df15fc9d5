"""Reads docker-compose.yml as it would be run, with passwords made up."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
PASSWORDS = {
    "POSTGRES_PASSWORD": "superuser-made-up",
    "DETENTE_OWNER_PASSWORD": "owner-made-up",
    "DETENTE_WRITER_PASSWORD": "writer-made-up",
    "DETENTE_READER_PASSWORD": "reader-made-up",
    "DETENTE_REPLICA_PASSWORD": "replica-made-up",
}

Service = dict[str, Any]


def services() -> dict[str, Service]:
    """Every service, with its variables filled in."""
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    filled = re.sub(r"\$\{(\w+):[-?]([^}]*)\}", lambda found: PASSWORDS.get(found[1], found[2]), text)
    found: dict[str, Service] = yaml.safe_load(filled)["services"]
    return found


def options(service: Service) -> list[str]:
    """What a service gives Postgres on its command line: ["-c", "wal_level=replica", …]."""
    return [part for part in service["command"] if part != "postgres"]


def variables() -> dict[str, str]:
    """The variables that the file takes from its .env, and what it says of each: {"…_PASSWORD": ":?set it …"}."""
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    return dict(re.findall(r"\$\{(\w+)([^}]*)\}", text))
