"""Operations of our own: a document and its variables, and documents that stand in files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """A document and its variables."""

    text: str
    variables: dict[str, Any]


def read_documents(folder: Path) -> Mapping[str, str]:
    """Read a folder's `.graphql` files by their names without the ending."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.graphql"))}
