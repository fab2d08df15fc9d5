"""What a client already has: the revision it has seen, and the answers that it keeps."""

import re
from dataclasses import dataclass

from api.errors import RequestError

LARGEST = 2**31 - 1
# What "*" stands for: whatever there is, the client has some of it.
ANY = frozenset("*")
_TAG = re.compile(r'(?:W/)?("[^"]*")')
_OURS = re.compile(r'"(\d{1,10})-')


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of one request.

    Attributes:
        at_least: The revision that the answer must have at least.
        tags: The entity tags of answers that the client keeps, as they are compared: without "W/".
        seen: The newest revision among those answers; newer ones there are none where the data were restored.
    """

    at_least: int = 0
    tags: frozenset[str] = frozenset()
    seen: int = 0

    @classmethod
    def read(cls, revision: str | None, if_none_match: str | None) -> "Conditions":
        """Read the headers Detente-Revision and If-None-Match: ("7", 'W/"6-x"') → Conditions(7, {'"6-x"'}, 6)."""
        if revision is None and if_none_match is None:
            return NONE
        at_least = 0 if revision is None else _number(revision)
        text = if_none_match or ""
        tags = ANY if text.strip() == "*" else frozenset(_TAG.findall(text))
        ours = [int(found[1]) for tag in tags if (found := _OURS.match(tag))]
        return cls(at_least, tags, max((each for each in ours if each <= LARGEST), default=0))

    def keeps(self, tag: str) -> bool:
        """Whether the client keeps the answer with this tag."""
        return tag in self.tags or self.tags is ANY


NONE = Conditions()


def _number(text: str) -> int:
    text = text.strip()
    if not (re.fullmatch(r"[0-9]{1,10}", text) and int(text) <= LARGEST):
        raise RequestError(
            "The header Detente-Revision is not a revision.",
            "send the number that an answer has in extensions.revision or in its own Detente-Revision.",
        )
    return int(text)
