"""Reads the operations that are measured: <folder>/<topic>/<name>.graphql, with .variables.json where it has any."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OPERATIONS = HERE / "operations"
PAGES = HERE / "pages"
WIDE = "# Wide: "


@dataclass(frozen=True, slots=True)
class Operation:
    """One document, whose first line says what it shows, and the second, `# Wide: …`, why it must read a lot."""

    name: str
    sentence: str
    text: str
    reason: str
    variables: dict[str, Any] = field(default_factory=dict)


def read(folder: Path) -> Iterator[Operation]:
    """Every operation below a folder, by name."""
    for path in sorted(folder.rglob("*.graphql")):
        text = path.read_text(encoding="utf-8")
        beside = path.with_suffix(".variables.json")
        variables = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
        name = str(path.relative_to(folder).with_suffix(""))
        first, second, *_ = text.split("\n", 2)
        reason = second.removeprefix(WIDE) if second.startswith(WIDE) else ""
        yield Operation(name, first.removeprefix("# "), text, reason, variables)
