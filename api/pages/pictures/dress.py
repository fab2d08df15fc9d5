"""How all pictures look, and how an SVG becomes part of a page."""

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

Spec = dict[str, Any]

FREED = "var(--freed)"
RELIEF = "var(--relief)"
QUIET = "var(--quiet)"
PAPER = "var(--paper)"
CONTEST = "var(--contest)"
INK = "var(--ink)"
# The page's own; while texts are measured, any font will do.
_FONT = "sans-serif"
# Vega puts a place of its own before addresses that have none; this one is taken away again.
_OURS = "https://page.invalid"
_HEAD = re.compile(r"<svg [^>]*?viewBox=\"([^\"]+)\"[^>]*>")

_OPEN = Markup(
    '<svg class="{room} picture" xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="group" '
    'aria-labelledby="{own}-title {own}-about"><title id="{own}-title">{title}</title>'
    '<desc id="{own}-about">{about}</desc>'
)


@dataclass(frozen=True, slots=True)
class Room:
    """How much room a picture has.

    Attributes:
        name: The class of its element: "broad", or "narrow" for phones.
        width: Of the whole picture.
    """

    name: str
    width: int

    @property
    def narrow(self) -> bool:
        """Whether names must stand above what they name."""
        return self.name == "narrow"


ROOMS = (Room("broad", 1020), Room("narrow", 336))


def spec(room: Room, height: int, layers: list[Spec]) -> Spec:
    """Return a spec of layers in our colours."""
    return {
        "width": room.width,
        "height": height,
        "padding": 4,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "layer": layers,
        "resolve": {"scale": {"fill": "independent", "stroke": "independent", "strokeDash": "independent"}},
        "config": {
            "background": None,
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {
                "labelColor": QUIET,
                "titleColor": QUIET,
                "labelFontSize": 12,
                "gridColor": "var(--grid)",
                "domainColor": "var(--line)",
                "tickColor": "var(--line)",
                "labelFontWeight": 400,
            },
            "text": {"color": INK, "fontSize": 12},
        },
    }


def leads(path: str | None) -> str:
    """Return where a mark leads to, as a spec has it."""
    return f"{_OURS}{path or '/'}"


def inline(svg: str, room: Room, name: str, title: str, description: str) -> Markup:
    """Return an SVG as part of a page: as wide as there is room, with a title, and its links for the mouse.

    Who uses a keyboard has the same links in the table, and walks from mark to mark by arrows where scripts run.
    """
    own = f"{name}-{room.name}"
    found = _HEAD.search(svg)
    assert found
    head = _OPEN.format(room=room.name, box=found[1], own=own, title=title, about=description)
    body = svg[found.end() :]
    body = body.replace(f' font-family="{_FONT}"', "").replace(
        f'<a xlink:href="{_OURS}', '<a tabindex="-1" href="'
    )
    return head + Markup(body)  # noqa: S704 - drawn by a library that escapes
