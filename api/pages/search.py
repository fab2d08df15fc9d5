"""Search: whatever is called like this, in any script, and what of its name was found."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from api.asking.call import Call
from api.errors import IllFormedRequest
from api.pages import words
from api.pages.links import Node, with_parameters
from api.pages.site import Data, Site
from api.web.reply import Reply

TYPES: Final = {
    "DETAINEE": "people",
    "AGREEMENT": "agreements",
    "RELEASE": "releases",
    "RELIEF": "relief",
    "TARGET": "targets of sanctions",
    "SANCTION_PROGRAM": "sanctions programs",
    "COUNTRY": "countries",
    "ORGANIZATION": "organizations",
}
"""What can be searched for alone."""
LONGEST: Final = 300
_GROUPS: Final = {
    "Detainee": "People",
    "Agreement": "Agreements",
    "Release": "Releases",
    "Relief": "Relief from sanctions",
    "Target": "Targets of sanctions",
    "SanctionProgram": "Sanctions programs",
    "Country": "Countries",
    "Organization": "Organizations",
}
_SAME: Final = 0.999


async def page(site: Site, call: Call) -> Reply:
    """What was found, by type, the best first."""
    given = call.parameters()
    query, kind = given.get("q", "").strip(), given.get("type", "").strip().upper()
    if len(query) > LONGEST:
        raise IllFormedRequest(
            "This is too long to look for.", "search for a name, or for a few words of it."
        )
    if kind and kind not in TYPES:
        raise IllFormedRequest(f"There is no type {kind[:40]!r}.", f"use one of {', '.join(TYPES)}.")

    def view(data: Data) -> Mapping[str, object]:
        found = data["search"]
        more = found["pageInfo"]
        again = {"q": query, "type": kind, "after": more["endCursor"]}
        return {
            "sought": query,
            "kind": kind,
            "types": TYPES,
            "total": found["totalCount"],
            "groups": _groups(found["nodes"]),
            "next": with_parameters("/search", again) if more["hasNextPage"] else None,
        }

    variables = {"query": query, "types": [kind] if kind else None, "after": given.get("after") or None}
    return await site.answer(call, "search", variables, view)


def _groups(hits: Sequence[Mapping[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The hits of each type together, where the best of them stands."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for hit in hits:
        node = _named(hit["node"])
        groups.setdefault(_GROUPS[node["__typename"]], []).append({"node": node, "why": _why(hit, node)})
    return list(groups.items())


def _named(node: Node) -> Node:
    """A person's name may be null, which a name in GraphQL's other types may not: it is asked for by another."""
    return {**node, "name": node["publishedName"]} if "publishedName" in node else node


def _why(hit: Mapping[str, Any], node: Node) -> str:
    """What matched: another form of the name, and words that only sound alike."""
    name = node.get("title") or node.get("name")
    said = [] if hit["matched"] == name else [f"found as “{hit['matched']}”"]
    alike = [
        f"“{word['asked']}” sounds like “{word['found']}”"
        for word in hit["words"]
        if word["found"] and word["likeness"] < _SAME
    ]
    missed = [f"“{word['asked']}”" for word in hit["words"] if not word["found"]]
    missing = [f"without {words.listed(missed)}"] if missed else []
    return "; ".join([*said, *alike, *missing])
