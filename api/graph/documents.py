"""Documents that a request names instead of sending: our own, trusted, and those that clients had kept."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from api.engine import Engine, Refused
from api.engine.cache import ByteCache
from api.errors import DocumentError, IllFormedRequest
from api.graph.request import GraphRequest

OWN = Path(__file__).with_name("trusted")
KEPT_BYTES = 16 * 1024 * 1024
# What an entry weighs beside its text.
_OVERHEAD = 250

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_HASH = "sha256:"


@dataclass(frozen=True, slots=True)
class Named:
    """A document, and whether it is one of our own."""

    text: str
    trusted: bool


@dataclass(frozen=True, slots=True)
class Documents:
    """All documents that can be named: `trusted` by file name and by hash, `kept` by hash."""

    trusted: Mapping[str, str] = field(default_factory=dict)
    kept: ByteCache[str, str] = field(default_factory=lambda: ByteCache(KEPT_BYTES))

    def find(self, asked: GraphRequest) -> Named:
        """Return the document of a request; refuse a name or a hash that is not known."""
        if asked.document_id is not None:
            return self._by_id(asked.document_id)
        if asked.query is None:
            assert asked.persisted_hash is not None, "a request has one of the three"
            return self._by_hash(asked.persisted_hash)
        if asked.persisted_hash is not None and asked.persisted_hash != _digest(asked.query):
            raise IllFormedRequest(
                "provided sha does not match query",
                "send the SHA-256 of the document as it is sent, in small hexadecimal letters.",
            )
        return Named(asked.query, trusted=False)

    def keep(self, asked: GraphRequest) -> None:
        """Keep the document of a request that asks for it; call this once it is known to be valid."""
        if asked.persisted_hash is not None and asked.query is not None:
            self.kept.put(asked.persisted_hash, asked.query, len(asked.query) + _OVERHEAD)

    def _by_id(self, document_id: str) -> Named:
        if (text := self.trusted.get(document_id)) is not None:
            return Named(text, trusted=True)
        if document_id.startswith(_HASH) and (kept := self.kept.get(document_id.removeprefix(_HASH))):
            return Named(kept, trusted=False)
        raise _not_found("No document is known by this documentId.", "DOCUMENT_NOT_FOUND")

    def _by_hash(self, digest: str) -> Named:
        if (text := self.trusted.get(_HASH + digest)) is not None:
            return Named(text, trusted=True)
        if (kept := self.kept.get(digest)) is not None:
            return Named(kept, trusted=False)
        # Apollo's clients look for these very words.
        raise _not_found("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND")


def read_trusted(engine: Engine, *folders: Path) -> Documents:
    """Read the `.graphql` files of some folders: each text by its file's name and by "sha256:" and its hash."""
    found: dict[str, str] = {}
    for path in _files(folders):
        text = _text(path)
        if path.stem in found:
            raise DocumentError(f"{path} has the name of another trusted document.", "rename one of them.")
        try:
            engine.check(text)
        except Refused as refusal:
            raise DocumentError(f"{path} cannot be asked: {refusal}", "mend the document.") from None
        found[path.stem] = found[_HASH + _digest(text)] = text
    return Documents(found)


def _files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        if not folder.is_dir():
            raise DocumentError(
                f"There is no folder {folder} to read trusted documents from.",
                "make it, or unset DETENTE_DOCUMENTS_DIR.",
            )
        yield from sorted(folder.glob("*.graphql"))


def _text(path: Path) -> str:
    if not _NAME.fullmatch(path.stem):
        raise DocumentError(
            f"{path} cannot be asked for by its name.", "name it in small letters, digits and hyphens."
        )
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise DocumentError(f"{path} cannot be read.", "see who may read it, and save it as UTF-8.") from None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _not_found(message: str, code: str) -> Refused:
    return Refused([{"message": message, "extensions": {"code": code}}], status=404)
