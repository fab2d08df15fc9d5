"""Small pages about an entity, a type or a property, for people: the preview in a frame, the flyout, the whole page."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from typing import Any
from urllib.parse import quote

from api.reconcile.agreement import plain
from api.reconcile.entities import WITHHELD, Node, name_of, narrowest
from api.reconcile.paths import Paths
from api.reconcile.properties import PROPERTIES, Property, properties_of

_STYLE = (
    "body{font:.9rem/1.4 system-ui,sans-serif;margin:.6rem}h1{font-size:1.1em;margin:0}p{margin:.2em 0;color:#555}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em .8em;margin:.4em 0}dd{margin:0}dt{color:#555}"
)
# Nothing is loaded and nothing runs; any site may frame it, which is what a preview is for.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *; style-src 'sha256-"
    + b64encode(sha256(_STYLE.encode()).digest()).decode()
    + "'"
)
_SHOWN = 3
"""Values of one property in a preview."""

PREVIEWED: Mapping[str, tuple[str, ...]] = {
    "Detainee": ("status", "nationalities", "bornOn", "occupation", "heldBy", "releasedOn"),
    "Target": ("countries", "bornOn", "otherNames", "authorities", "programs", "sanctionStatuses"),
    "Organization": ("kind", "countries", "url"),
    "Country": ("iso2", "officialName", "region"),
    "SanctionProgram": ("code", "authorities", "status", "measures"),
    "Agreement": ("status", "announcedOn", "countries"),
    "Release": ("releasedOn", "countries", "released", "nationalsFreed"),
    "Relief": ("kind", "status", "announcedOn", "issuedOn", "programs", "targets"),
}
"""What a preview shows of each GraphQL type."""


def previewed(type_name: str) -> list[Property]:
    """Return the properties of a preview."""
    return [PROPERTIES[each] for each in PREVIEWED[type_name]]


def preview(paths: Paths, node: Node) -> str:
    """Return the page for a small frame."""
    return _page(name_of(paths, node), _body(paths, node, previewed(node["__typename"]), _SHOWN))


def flyout(paths: Paths, node: Node) -> str:
    """Return the same without the page around it."""
    return _body(paths, node, previewed(node["__typename"]), _SHOWN)


def whole(paths: Paths, node: Node, base: str) -> str:
    """Return the page with all we can say of an entity."""
    listed = properties_of((node["__typename"],))
    note = f"<p>Id: {escape(node['id'])}</p>"
    return _page(name_of(paths, node), _body(paths, node, listed, None, base) + note)


def missing(own: str) -> str:
    """Return the page for an id that nothing has."""
    return _page("Nothing here", "<h1>Nothing here</h1>" + unknown(own))


def unknown(own: str) -> str:
    """Return a few words about an id that nothing has."""
    return f"<p>Nothing has the id {escape(own[:80])}.</p>"


def about(name: str, description: str) -> str:
    """Return a few words about a type or a property."""
    return f"<h1>{escape(name)}</h1><p>{escape(description)}</p>"


def about_page(name: str, description: str) -> str:
    """Return them as a page."""
    return _page(name, about(name, description))


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style>{body}</html>\n"
    )


def _body(
    paths: Paths, node: Node, properties: list[Property], most: int | None, base: str | None = None
) -> str:
    facts = "".join(_facts(paths, node, properties, most, base))
    kind = escape(narrowest(node).name)
    return f'<h1 dir="auto">{escape(name_of(paths, node))}</h1><p>{kind}</p><dl>{facts}</dl>'


def _facts(
    paths: Paths, node: Node, properties: list[Property], most: int | None, base: str | None
) -> Iterator[str]:
    for own in properties:
        values = [_value(each, base) for each in paths.values(node, own) or () if each is not None]
        once = list(dict.fromkeys(values))
        if once:
            more = f" and {len(once) - most} more" if most and len(once) > most else ""
            yield f'<dt>{escape(own.name)}</dt><dd dir="auto">{"; ".join(once[:most])}{more}</dd>'


def _value(value: Any, base: str | None) -> str:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, Mapping):
        name = escape(value["label"] or WITHHELD)
        return name if base is None else _link(f"{base}/id/{quote(value['id'])}", name)
    text = escape(plain(value))
    return text if base is None or not str(value).startswith(("https://", "http://")) else _link(text, text)


def _link(address: str, text: str) -> str:
    return f'<a href="{address}" rel="noopener noreferrer nofollow">{text}</a>'
