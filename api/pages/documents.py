"""Reads the operations behind the pages: each file with the fragments that it spreads, so that it stands alone."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from api.asking.operations import read_documents

_SPREAD = re.compile(r"\.\.\.\s*([A-Za-z_]\w*)")


def read_operations(folder: Path) -> Mapping[str, str]:
    """Read a folder's operations by their names; fragments that several of them share stand in `fragments/`."""
    fragments = read_documents(folder / "fragments")
    return {
        name: "\n".join((text, *(fragments[each] for each in _spread(text, fragments))))
        for name, text in read_documents(folder).items()
    }


def _spread(text: str, fragments: Mapping[str, str]) -> Iterator[str]:
    """The shared fragments that a document needs, each once, those that others spread included."""
    found: dict[str, None] = {}
    waiting = [text]
    while waiting:
        for name in _SPREAD.findall(waiting.pop(0)):
            if name in fragments and name not in found:
                found[name] = None
                waiting.append(fragments[name])
    yield from found
