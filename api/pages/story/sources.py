"""The sources that a page rests on, each once, the newest first."""

from collections.abc import Mapping
from typing import Any

from api.pages.links import Node


def sources_in(answer: object) -> list[Node]:
    """Return every source that is named in full anywhere in an answer."""
    found: dict[str, Node] = {}
    waiting: list[Any] = [answer]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            if node.get("__typename") == "Source" and "publisher" in node:
                found.setdefault(node["slug"], node)
            else:
                waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
    by_name = sorted(found.values(), key=lambda each: str(each["slug"]))
    return sorted(by_name, key=lambda each: each["publishedOn"] or "", reverse=True)
