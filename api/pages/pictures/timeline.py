"""Who was freed for what, over time: a circle for each release, a diamond for the relief that it is tied to."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from api.pages import dates, words
from api.pages.exchanges import FIRM, Tie, Told, lag_of
from api.pages.links import Node, path_of
from api.pages.pictures.dress import CONTEST, FREED, INK, PAPER, QUIET, RELIEF, Room, Spec, leads, spec

LANES = 10
"""Countries with a lane of their own; what the others did stands in one."""
ELSEWHERE = "Other countries"
LABELLED = 50
"""People from whom on a circle has its number beside it."""
_SPREAD = 0.72
"""The part of the axis for the later three quarters of all releases, where they took place in less of the time."""
_EARLY = 2
"""Years that are worth to be drawn closer together."""
_LABEL = 40
"""The width of a year's label."""
# The radius of a circle, from the people it stands for: as the scale of sizes has it.
_LEAST, _MOST, _LARGEST = 34, 1150, 700
_RADIUS = f"sqrt(({_LEAST} + (datum.people - 1) / {_LARGEST - 1} * {_MOST - _LEAST}) / PI)"

Row = dict[str, Any]


def draw(found: Sequence[Told], room: Room) -> Spec | None:
    """Return the picture of some releases; None where there is nothing to see."""
    lanes = _lanes(found)
    releases = [row for each in found if (row := _release(each, lanes))]
    if not releases:
        return None
    reliefs = [row for each in found for row in _reliefs(each, lanes)]
    scale = _scale([row["at"] for row in releases], [row["at"] for row in reliefs])
    rows = [name for name in dict.fromkeys(lanes.values()) if any(row["lane"] == name for row in releases)]
    lane = {
        "field": "lane",
        "type": "nominal",
        "sort": rows,
        "title": None,
        "axis": None if room.narrow else {"grid": True, "ticks": False, "domain": False, "labelPadding": 10},
    }
    x = {"field": "at", "type": "quantitative", "title": None, "scale": scale, "axis": _axis(scale, room)}
    drawn = [
        _of(reliefs, _ties(x, lane)),
        _of(reliefs, _acts(x, lane)),
        _of(releases, _circles(x, lane)),
        _of([row for row in releases if row["contested"]], _contested(x, lane)),
        *_numbers(releases, x, lane, scale, room),
    ]
    if room.narrow:
        drawn.append(_of([{"lane": name, "at": scale["domain"][0]} for name in rows], _names(x, lane)))
    return spec(room, len(rows) * (58 if room.narrow else 46), drawn)


def _lanes(found: Sequence[Told]) -> dict[str, str]:
    """The lane of each country that let people go: those with the most people first."""
    people: Counter[str] = Counter()
    for each in found:
        people[each.release["country"]["name"]] += words.size(each.release["total"]) or 1
    ranked = [name for name, _ in people.most_common()]
    if len(ranked) <= LANES:
        return {name: name for name in ranked}
    return {name: name if rank < LANES - 1 else ELSEWHERE for rank, name in enumerate(ranked)}


def _release(each: Told, lanes: dict[str, str]) -> Row | None:
    release = each.release
    at = dates.moment(release["releasedOn"] or "")
    if at is None:
        return None
    size = words.size(release["total"])
    said = [
        f"{dates.words(release['releasedOn'])}: {release['title']}.",
        words.sentence(people_freed(release)) + ".",
        *(f"{words.sentence(_tie_said(each, tie))}." for tie in each.ties[:3]),
        "Contested." if release["contested"] else "",
    ]
    return {
        "at": round(at, 4),
        "lane": lanes[release["country"]["name"]],
        "people": size or 1,
        "label": words.count(release["total"]),
        "kind": each.kind,
        "known": size is not None,
        "contested": release["contested"],
        "href": leads(path_of(release)),
        "said": " ".join(filter(None, said)),
    }


def people_freed(release: Node) -> str:
    """Return how many were freed, of which countries: "123 people freed, among them nationals of Belarus and Japan"."""
    number = words.count(release["total"])
    nations = words.listed([each["name"] for each in release["nationalities"]])
    if number == "1":
        return "1 person freed" + (f", a national of {nations}" if nations else "")
    people = "an unknown number" if words.size(release["total"]) is None else f"{number} people"
    return f"{people} freed" + (f", among them nationals of {nations}" if nations else "")


def _tie_said(each: Told, tie: Tie) -> str:
    lag = dates.lag(lag_of(tie, each.release)) if tie.relief else None
    told = [lag, None if tie.lawful else "announced only"]
    return f"{words.label(tie.relation)} {tie.text}" + "".join(f", {part}" for part in told if part)


def _reliefs(each: Told, lanes: dict[str, str]) -> Iterator[Row]:
    """One mark for all relief of one day."""
    start = dates.moment(each.release["releasedOn"] or "")
    days: dict[str, list[Tie]] = {}
    for tie in each.reliefs:
        if tie.acted:
            days.setdefault(tie.acted, []).append(tie)
    for acted, ties in days.items():
        at = dates.moment(acted)
        if start is None or at is None:
            continue
        said = "; ".join(_tie_said(each, tie) for tie in ties)
        yield {
            "from": round(start, 4),
            "at": round(at, 4),
            "lane": lanes[each.release["country"]["name"]],
            "firm": any(tie.relation in FIRM for tie in ties),
            "lawful": any(tie.lawful for tie in ties),
            "href": leads(ties[0].path),
            "said": f"{dates.words(acted)}: {said}.",
        }


def closer(found: Sequence[Told]) -> int | None:
    """Return the year before which years stand closer together, if any do."""
    moments = [at for each in found if (at := dates.moment(each.release["releasedOn"] or "")) is not None]
    domain: list[int] = _scale(moments, [])["domain"] if moments else []
    return domain[1] if len(domain) > 2 else None  # noqa: PLR2004 - its two ends, and the bend between them


def _scale(releases: list[float], reliefs: list[float]) -> Spec:
    """An axis of years; where most people were freed late, the early years stand closer together."""
    first, last = int(min(*releases, *reliefs, 9999)), int(max(*releases, *reliefs, 0)) + 1
    later = int(sorted(releases)[len(releases) // 4])
    share = (int(max(releases)) + 1 - later) / (int(max(releases)) + 1 - int(min(releases)))
    plain = {"nice": False, "zero": False}
    if later - int(min(releases)) < _EARLY or share > _SPREAD:
        return {"domain": [first, last], "range": [0, {"expr": "width"}], **plain}
    bend = {"expr": f"width * {1 - _SPREAD}"}
    return {"domain": [first, later, last], "range": [0, bend, {"expr": "width"}], **plain}


def _axis(scale: Spec, room: Room) -> Spec:
    """Years as they have room: each of the later ones, every few of the earlier ones."""
    domain = scale["domain"]
    width = room.width - (0 if room.narrow else 120)
    rooms = [width * (1 - _SPREAD), width * _SPREAD] if len(domain) > 2 else [width]  # noqa: PLR2004 - as above
    years: set[int] = set()
    for start, end, wide in zip(domain, domain[1:], rooms, strict=False):
        step = next(step for step in (1, 2, 3, 5, 10, 25, 100) if wide / (end - start) * step >= _LABEL)
        years.update(range(end, start - 1, -step))
    return {"values": sorted(years), "format": "d", "grid": True, "labelOverlap": False, "labelFlush": True}


def _of(rows: list[Row], layer: Spec) -> Spec:
    return {**layer, "data": {"values": rows}}


def _chosen(field: str, given: list[Any], drawn: list[Any]) -> Spec:
    """An encoding that says for each value how it is drawn."""
    return {"field": field, "scale": {"domain": given, "range": drawn}, "legend": None}


def _ties(x: Spec, lane: Spec) -> Spec:
    return {
        "mark": {
            "type": "rule",
            "yOffset": 15,
            "y2Offset": 15,
            "strokeWidth": 2,
            "color": RELIEF,
            "aria": False,
        },
        "encoding": {
            "x": {**x, "field": "from"},
            "x2": {"field": "at"},
            "y": lane,
            "strokeDash": _chosen("firm", [True, False], [[1, 0], [4, 3]]),
            "href": {"field": "href"},
        },
    }


def _acts(x: Spec, lane: Spec) -> Spec:
    return {
        "mark": {"type": "point", "shape": "diamond", "size": 110, "yOffset": 15, "opacity": 1, **_EDGE},
        "encoding": {
            "x": x,
            "y": lane,
            "fill": _chosen("lawful", [True, False], [RELIEF, PAPER]),
            "href": {"field": "href"},
            "description": {"field": "said"},
        },
    }


def _circles(x: Spec, lane: Spec) -> Spec:
    kinds = ["relief", "other", "none"]
    size = {"domain": [1, _LARGEST], "range": [_LEAST, _MOST], "clamp": True}
    return {
        "mark": {"type": "circle", "strokeWidth": 1.6, "opacity": 0.88},
        "encoding": {
            "x": x,
            "y": lane,
            "size": {"field": "people", "type": "quantitative", "scale": size, "legend": None},
            "fill": _chosen("kind", kinds, [FREED, "var(--freed-soft)", PAPER]),
            "stroke": _chosen("kind", kinds, [FREED, FREED, QUIET]),
            "strokeDash": _chosen("known", [True, False], [[1, 0], [2, 2]]),
            "href": {"field": "href"},
            "description": {"field": "said"},
        },
    }


def _contested(x: Spec, lane: Spec) -> Spec:
    """A cross at the edge of those about which sources contradict one another."""
    aside = {"xOffset": {"expr": f"{_RADIUS} * 0.7 + 3"}, "yOffset": {"expr": f"-{_RADIUS} * 0.7 - 3"}}
    return {
        "mark": {
            "type": "point",
            "shape": "cross",
            "filled": True,
            "color": CONTEST,
            "size": 42,
            **aside,
            **_MUTE,
        },
        "encoding": {"x": x, "y": lane},
    }


def _numbers(releases: list[Row], x: Spec, lane: Spec, scale: Spec, room: Room) -> Iterator[Spec]:
    """How many people: above their circle, or, where the lane's name may stand, at its right."""
    large = [row for row in releases if row["known"] and row["people"] >= LABELLED]
    if room.narrow:
        large = [
            max((row for row in large if row["lane"] == name), key=lambda row: row["people"])
            for name in dict.fromkeys(row["lane"] for row in large)
        ]
    beside = [row for row in large if room.narrow and row["at"] < scale["domain"][1]]
    places = (
        (beside, {"align": "left", "dx": {"expr": f"{_RADIUS} + 8"}, "dy": 1}),
        ([row for row in large if row not in beside], {"dy": {"expr": f"-{_RADIUS} - 7"}}),
    )
    for rows, place in places:
        text = {"text": {"field": "label"}, "x": x, "y": lane}
        yield _of(rows, {"mark": {"type": "text", "fontWeight": 600, **place, **_MUTE}, "encoding": text})


def _names(x: Spec, lane: Spec) -> Spec:
    """The lanes' names within the picture, at its left."""
    mark = {"type": "text", "align": "left", "dx": 1, "dy": -22, "color": INK, "fontWeight": 600, **_MUTE}
    return {"mark": mark, "encoding": {"x": x, "y": lane, "text": {"field": "lane"}}}


_EDGE = {"stroke": RELIEF, "strokeWidth": 2}
# What is said elsewhere already.
_MUTE = {"aria": False, "opacity": 1}
