"""How long it took: each release that is tied to relief, and the days until the other side acted."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from api.pages import dates, words
from api.pages.exchanges import FIRM, Tie, Told, lag_of
from api.pages.links import path_of
from api.pages.pictures.dress import FREED, INK, PAPER, QUIET, RELIEF, Room, Spec, leads, spec

MOST = 40
"""Releases in the picture, the latest."""
_TICKS = {
    -365: "a year before",
    -90: "3 months",
    -30: "1 month",
    -7: "1 week",
    0: "same day",
    7: "1 week",
    30: "1 month",
    90: "3 months",
    365: "a year later",
}
_FEW = (-365, -30, 0, 30, 365)
# Days from which on the axis counts in powers.
_CONSTANT = 6

Row = dict[str, Any]


def draw(found: Sequence[Told], room: Room) -> Spec | None:
    """Return the picture of some releases; None where no lag is known."""
    rows = [row for each in found for row in _rows(each)]
    names = list(dict.fromkeys(row["name"] for row in rows))[:MOST]
    rows = [row for row in rows if row["name"] in names]
    if not rows:
        return None
    scale = {"type": "symlog", "constant": _CONSTANT, "domain": _ends([row["lag"] for row in rows], room)}
    y = {
        "field": "name",
        "type": "nominal",
        "sort": names,
        "title": None,
        "axis": None
        if room.narrow
        else {"grid": True, "ticks": False, "domain": False, "labelPadding": 10, "labelLimit": 260},
    }
    x = {"field": "lag", "type": "quantitative", "title": None, "scale": scale, "axis": _axis(scale, room)}
    firsts = [next(row for row in rows if row["name"] == name) for name in names]
    drawn = [_of(rows, _lines(x, y)), _of(firsts, _releases(x, y)), _of(rows, _acts(x, y))]
    if room.narrow:
        drawn.append(_of(firsts, _names(x, y, scale)))
    else:
        drawn.append(_of(list(_last(rows, names)), _kinds(x, y)))
    return spec(room, len(names) * (48 if room.narrow else 34), drawn)


def _rows(each: Told) -> Iterator[Row]:
    """One row for each day on which the other side acted."""
    release = each.release
    days: dict[tuple[int, bool], list[Tie]] = {}
    for tie in each.reliefs:
        if (lag := lag_of(tie, release)) is not None:
            days.setdefault((lag, tie.lawful), []).append(tie)
    when = dates.short(release["releasedOn"])
    name = f"{release['country']['name']}, {when} ({words.count(release['total'])})"
    for (lag, lawful), ties in sorted(days.items(), key=lambda item: item[0]):
        told = dates.lag(lag) or ""
        kinds = words.listed(list(dict.fromkeys(_kind(tie) for tie in ties)))
        yield {
            "name": name,
            "lag": lag,
            "zero": 0,
            "lawful": lawful,
            "firm": any(tie.relation in FIRM for tie in ties),
            "when": told,
            "told": f"{told}: {kinds}",
            "said": f"{name}. {words.sentence(told)}: {'; '.join(tie.text for tie in ties)}.",
            "release": leads(path_of(release)),
            "href": leads(ties[0].path),
        }


def _kind(tie: Tie) -> str:
    assert tie.other
    kind = tie.other["kind"]
    said = "other relief" if kind == "OTHER" else words.label(kind)
    return said if tie.lawful or kind == "ANNOUNCEMENT_ONLY" else f"{said}, announced only"


def _of(rows: list[Row], layer: Spec) -> Spec:
    return {**layer, "data": {"values": rows}}


def _last(rows: list[Row], names: list[str]) -> Iterator[Row]:
    """The last act of each release, with what it was, or the days of all of them."""
    for name in names:
        own = [row for row in rows if row["name"] == name]
        told = own[0]["told"] if len(own) == 1 else words.listed([row["when"] for row in own])
        if len(own) > 1 and all(row["lag"] > 1 for row in own):
            told = words.listed([str(row["lag"]) for row in own]) + " days later"
        yield {**own[-1], "lag": max(0, own[-1]["lag"]), "told": told}


def _ends(days: list[int], room: Room) -> list[float]:
    """Where the axis begins and ends: behind the last act there is room to say what it was."""
    least, most = min(-1, *days), max(30, *days)
    left, right = (-math.log1p(-least / _CONSTANT), math.log1p(most / _CONSTANT))
    share = 0.06 if room.narrow else 0.26
    whole = (right - left) * 1.03 / (1 - share)
    return [
        -_CONSTANT * math.expm1(-left + 0.03 * (right - left)),
        _CONSTANT * math.expm1(left + whole),
    ]


def _axis(scale: Spec, room: Room) -> Spec:
    least, most = scale["domain"]
    ticks = [day for day in (_FEW if room.narrow else _TICKS) if least <= day <= most]
    said = " : ".join(f"datum.value == {day} ? '{_TICKS[day]}'" for day in ticks)
    return {"values": ticks, "labelExpr": f"{said} : ''", "grid": True, "labelOverlap": False}


def _lines(x: Spec, y: Spec) -> Spec:
    dash = {"field": "firm", "scale": {"domain": [True, False], "range": [[1, 0], [4, 3]]}, "legend": None}
    return {
        "mark": {"type": "rule", "strokeWidth": 2, "color": RELIEF, "aria": False},
        "encoding": {"x": {**x, "field": "zero"}, "x2": {"field": "lag"}, "y": y, "strokeDash": dash},
    }


def _releases(x: Spec, y: Spec) -> Spec:
    return {
        "mark": {"type": "circle", "size": 300, "color": FREED, "opacity": 1},
        "encoding": {
            "x": {**x, "field": "zero"},
            "y": y,
            "href": {"field": "release"},
            "description": {"field": "name"},
        },
    }


def _acts(x: Spec, y: Spec) -> Spec:
    fill = {"field": "lawful", "scale": {"domain": [True, False], "range": [RELIEF, PAPER]}, "legend": None}
    return {
        "mark": {"type": "point", "shape": "diamond", "size": 110, "opacity": 1, "strokeWidth": 1.5},
        "encoding": {
            "x": x,
            "y": y,
            "fill": fill,
            "stroke": {**fill, "scale": {"domain": [True, False], "range": [PAPER, RELIEF]}},
            "href": {"field": "href"},
            "description": {"field": "said"},
        },
    }


def _kinds(x: Spec, y: Spec) -> Spec:
    """What the acts were, behind the last of them."""
    return {
        "mark": {"type": "text", "align": "left", "dx": 15, "color": QUIET, "limit": 420, "aria": False},
        "encoding": {"x": x, "y": y, "text": {"field": "told"}},
    }


def _names(x: Spec, y: Spec, scale: Spec) -> Spec:
    """The releases' names within the picture, above their lines."""
    return {
        "mark": {"type": "text", "align": "left", "dx": 1, "dy": -17, "color": INK, "aria": False},
        "encoding": {
            "x": {name: said for name, said in x.items() if name != "field"} | {"datum": scale["domain"][0]},
            "y": y,
            "text": {"field": "name"},
        },
    }
