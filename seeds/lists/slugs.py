"""Names the target of an entry after its list and its key."""

import re
from hashlib import sha256

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def slug_of(prefix: str, key: str) -> str:
    """('ours', 'a-7') → 'ours-a-7'; keys that would read alike, such as A7 and a.7, are told apart by a checksum."""
    if _PLAIN.fullmatch(key):
        return f"{prefix}-{key}"
    words = re.findall("[a-z0-9]+", key.lower())
    return "-".join((prefix, *words, sha256(key.encode()).hexdigest()[:8]))


def slugify(words: str) -> str:
    """'CDi.001' → 'cdi-001'; different words may come out alike."""
    return "-".join(re.findall("[a-z0-9]+", words.lower()))
