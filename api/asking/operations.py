"""Operations of our own: a document and its variables, and documents that stand in files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """A document and its variables.

    Attributes:
        fixed: Whether the text stands in a file of ours: reading it is not charged to who happens to be the first.
    """

    text: str
    variables: dict[str, Any]
    fixed: bool = False


def read_documents(folder: Path) -> Mapping[str, str]:
    """Read a folder's `.graphql` files by their names without the ending."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.graphql"))}
