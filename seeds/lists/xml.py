"""Reads XML record by record, in constant memory, and nothing but what stands in the file.

A document type declaration is refused: expanding entities and reading other files both need one, and no list has one.
"""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused

_CHUNK = 1 << 16
# Deeper than any list goes, and far less than would fill memory.
_DEEPEST = 64
# More than any entry says.
_LARGEST = 1 << 24
_REMEDY = "take the list from its publisher again."


class Node:
    """An element with its line, text and children; names are without namespaces."""

    __slots__ = ("attributes", "children", "line", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.text = ""
        self.children: list[Node] = []

    def all(self, tag: str) -> list["Node"]:
        """The children of a name."""
        return [child for child in self.children if child.tag == tag]

    def value(self, tag: str) -> str | None:
        """The text of the first child of a name, its white space made single; None where there is none or it is empty."""
        return next((child.words() for child in self.children if child.tag == tag), None)

    def words(self) -> str | None:
        """The text of this element itself, its white space made single; None where it is empty."""
        return " ".join(self.text.split()) or None


class _Builder:
    """Builds the elements of some names, one after the other, and forgets everything else."""

    def __init__(self, path: Path, root: str, wanted: frozenset[str]) -> None:
        self.path, self.root, self.wanted = path, root, wanted
        self.ready: deque[Node] = deque()
        self.open: list[Node] = []
        self.depth = self.size = 0
        self.root_attributes: dict[str, str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype

    def place(self) -> Place:
        return Place(self.path.name, self.parser.CurrentLineNumber)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if self.depth == 0 and tag != self.root:
            what = f"the file is <{tag}>, not <{self.root}>: it is another list"
            raise ListRefused(what, "name the file of this list.", self.place())
        if self.depth == 0:
            self.root_attributes = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ListRefused(f"elements stand {_DEEPEST} deep and more", _REMEDY, self.place())
        if self.open or tag in self.wanted:
            node = Node(tag, attributes, self.parser.CurrentLineNumber)
            if self.open:
                self.open[-1].children.append(node)
            self.open.append(node)

    def end(self, _: str) -> None:
        self.depth -= 1
        if self.open:
            node = self.open.pop()
            if not self.open:
                self.size = 0
                self.ready.append(node)

    def characters(self, text: str) -> None:
        if self.open:
            self.size += len(text)
            if self.size > _LARGEST:
                raise ListRefused(f"one entry holds more than {_LARGEST:,} letters", _REMEDY, self.place())
            self.open[-1].text += text

    def doctype(self, *_: object) -> None:
        what = "the file declares a document type, through which it could expand entities or read other files"
        raise ListRefused(what, _REMEDY, self.place())


def elements(path: Path, root: str, wanted: frozenset[str]) -> Iterator[Node]:
    """Yield the outermost elements of the wanted names; raise ListRefused where the file is no whole XML of this root."""
    builder = _Builder(path, root, wanted)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                builder.parser.Parse(chunk)
                while builder.ready:
                    yield builder.ready.popleft()
        builder.parser.Parse(b"", True)  # noqa: FBT003 - expat has no names for its arguments
    except expat.ExpatError as error:
        what = f"the file is broken or cut off ({expat.ErrorString(error.code)}, column {error.offset + 1})"
        raise ListRefused(what, _REMEDY, Place(path.name, error.lineno)) from error
    while builder.ready:
        yield builder.ready.popleft()


def root_attributes(path: Path, root: str) -> dict[str, str]:
    """What the first tag of a file says of the whole."""
    builder = _Builder(path, root, frozenset())
    try:
        with path.open("rb") as file:
            while builder.root_attributes is None and (chunk := file.read(_CHUNK)):
                builder.parser.Parse(chunk)
    except expat.ExpatError as error:
        what = f"the file is broken or cut off ({expat.ErrorString(error.code)}, column {error.offset + 1})"
        raise ListRefused(what, _REMEDY, Place(path.name, error.lineno)) from error
    return builder.root_attributes or {}
