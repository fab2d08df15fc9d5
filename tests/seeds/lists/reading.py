"""Reads a list from lines that a test writes, without a database."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from seeds.lists.audit import Audit
from seeds.lists.entries import Entry
from seeds.lists.metadata import Input, OfficialList


def put(path: Path, content: bytes) -> Input:
    """A file, as the input of a list."""
    path.write_bytes(content)
    return Input((path,), sha256(content).hexdigest())


def lines(entities: Iterable[dict[str, Any]]) -> bytes:
    """Entities, one a line."""
    return b"".join(orjson.dumps(entity) + b"\n" for entity in entities)


def entity(own: str, schema: str, /, **properties: str | list[Any]) -> dict[str, Any]:
    """An entity in the FollowTheMoney model; a property may be one text or several."""
    several = {name: [value] if isinstance(value, str) else value for name, value in properties.items()}
    return {"id": own, "schema": schema, "properties": several, "datasets": ["eu_fsf"], "referents": []}


def entries_of(official: OfficialList[Any], source: Input) -> tuple[dict[str, Entry], Audit]:
    """Every entry of an input by its key, and the account, in which every record has its use."""
    audit = Audit()
    entries = {entry.key: entry for entry in official.entries(source, audit)}
    assert list(audit.unaccounted()) == []
    return entries, audit
