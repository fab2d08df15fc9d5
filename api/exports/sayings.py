"""Says in a few words what takes several fields: a count with what is known about it, a party with its role."""

from collections.abc import Callable, Mapping
from typing import Any

from api.exports.titles import word_of

Item = Mapping[str, Any]
WITHHELD = "Name withheld"


def count(item: Item) -> str:
    """{"value": 110, "completeness": "AT_LEAST"} → "at least 110"."""
    value, least, most = item.get("value"), item.get("min"), item.get("max")
    match item.get("completeness"):
        case "EXACT":
            return str(value)
        case "AT_LEAST":
            return f"at least {value if least is None else least}"
        case "AT_MOST":
            return f"at most {value if most is None else most}"
        case "ESTIMATE":
            return f"about {value}" if value is not None else f"{_end(least)} to {_end(most)}"
        case _:
            return "number not known"


def part_of_release(item: Item) -> str:
    """A count by nationality, destination and so on; a running total is never shown without saying so."""
    # The same country may stand for its nationals, and for those taken there.
    by = f" ({item['dimension'].lower()})" if "dimension" in item else ""
    told = f"{item['label']}{by}: {count(item['count'])}"
    if item.get("scope") == "RUNNING_TOTAL":
        note = item.get("scopeNote")
        return f"{told} [running total{f': {note}' if note else ''}]"
    return told


def nationality(item: Item) -> str:
    """The country; where it is not simply that of a citizen, the kind too."""
    kind = item.get("kind", "CITIZEN")
    name: str = item["country"]["name"]
    return name if kind == "CITIZEN" else f"{name} ({kind.lower()})"


def party(item: Item) -> str:
    """Who, and in what role: "United States (principal)", with negotiators "… (mediator: Jane Roe)"."""
    who = item.get("country") or item.get("organization") or {}
    people = ", ".join(item.get("negotiators") or ())
    return (
        f"{who.get('name', 'not known')} ({word_of(item['role']).lower()}{f': {people}' if people else ''})"
    )


def identifier(item: Item) -> str:
    """The scheme before the number, so that zeros in front of it stay."""
    return f"{item['scheme'].replace('_', ' ')} {item['value']}"


def recognition(item: Item) -> str:
    """What somebody is called, and by whom: "Political prisoner (Viasna)"."""
    return f"{word_of(item['label'])} ({item['body']['name']})"


def source(item: Item) -> str:
    """What was read, and whose it is: "Title (Publisher, 2025-12-13)"."""
    publisher = (item.get("publisher") or {}).get("name")
    told = ", ".join(each for each in (publisher, item.get("publishedOn")) if each)
    return f"{item['title']} ({told})" if told else str(item["title"])


def name(item: Item) -> str:
    """The text of one of several names."""
    return str(item["text"])


SAYINGS: Mapping[str, Callable[[Item], str]] = {
    "ReleaseCount": part_of_release,
    "Nationality": nationality,
    "Party": party,
    "Identifier": identifier,
    "Recognition": recognition,
    "Source": source,
    "Name": name,
}
"""Of types whose fields would say little in columns of their own."""


def _end(value: object) -> str:
    return "?" if value is None else str(value)
