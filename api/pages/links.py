"""Where things stand: the address of each page, of what it was asked with, and of the same as data."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

Node = Mapping[str, Any]

PLURALS: Mapping[str, str] = {
    "Agreement": "agreements",
    "Release": "releases",
    "Detainee": "detainees",
    "Relief": "reliefs",
    "Target": "targets",
    "SanctionProgram": "programs",
    "Country": "countries",
    "Organization": "organizations",
    "Source": "sources",
    "Sanction": "sanctions",
}
"""The word in the address for each type that has pages."""

_KEYS = {"SanctionProgram": "code", "Country": "iso2"}
WITHHELD = "Name withheld"


def key_of(node: Node) -> str:
    """Return what stands in a node's address: its slug, or its code."""
    return str(node[_KEYS.get(node["__typename"], "slug")])


def path_of(node: Node) -> str:
    """Return the address of a node's page: "/agreements/by-us-2025-12-13"."""
    return f"/{PLURALS[node['__typename']]}/{quote(key_of(node), safe='')}"


def name_of(node: Node) -> str:
    """Return what a node is called; who is withheld has no name."""
    return str(node.get("title") or node.get("name") or WITHHELD)


def explorer(query: str, variables: Mapping[str, Any]) -> str:
    """Return the address at which the explorer opens with an operation."""
    given = {name: value for name, value in variables.items() if value is not None}
    told = {"query": query.strip(), **({"variables": _json(given)} if given else {})}
    return f"/graphql?{urlencode(told)}"


def with_parameters(path: str, parameters: Mapping[str, object]) -> str:
    """Return an address with those parameters that are given: ("/releases", {"year": 2025, "q": ""})."""
    told = {name: value for name, value in parameters.items() if value not in (None, "")}
    return f"{path}?{urlencode(told)}" if told else path


def web(url: str | None) -> str | None:
    """Return an address on the web as it is; None for any other scheme."""
    return url if url and url.startswith(("https://", "http://")) else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
