"""Where the lines of a flow run: from box to box of two columns whose boxes share their height evenly."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from api.pages.story.boxes import Box, Tie

HEIGHT = 100
_THIN, _EVEN, _THICK = 1.5, 3.0, 16.0


@dataclass(frozen=True, slots=True)
class Wire:
    """One line, in a square of 100 by 100 that is stretched between two columns.

    Attributes:
        dashed: Whether the number, or the tie itself, is not sure.
    """

    path: str
    width: float
    dashed: bool


def wires(left: tuple[Box, ...], right: tuple[Box, ...], ties: Iterable[Tie]) -> tuple[Wire, ...]:
    """Return the lines between two columns; those of one box leave it, and reach it, one below the other."""
    places = {box.key: at for at, box in enumerate(left)}, {box.key: at for at, box in enumerate(right)}
    drawn = [(places[0][each.start], places[1][each.end], each) for each in ties]
    most = max((each.size or 0 for *_, each in drawn), default=0)
    starts = _slots([(a, b) for a, b, _ in drawn], len(left))
    ends = _slots([(b, a) for a, b, _ in drawn], len(right))
    return tuple(
        Wire(_path(start, end), _width(tie.size, most), tie.doubtful or tie.size is None)
        for start, end, (*_, tie) in zip(starts, ends, drawn, strict=True)
    )


def _slots(pairs: list[tuple[int, int]], boxes: int) -> list[float]:
    """The heights at which lines meet their boxes: each box's part divided among its lines, in the others' order."""
    lines: dict[int, list[tuple[int, int]]] = {}
    for line, (box, other) in enumerate(pairs):
        lines.setdefault(box, []).append((other, line))
    heights = [0.0] * len(pairs)
    for box, met in lines.items():
        for slot, (_, line) in enumerate(sorted(met)):
            heights[line] = (box + (slot + 0.5) / len(met)) * HEIGHT / boxes
    return heights


def _path(start: float, end: float) -> str:
    return f"M0 {start:.1f}C50 {start:.1f} 50 {end:.1f} {HEIGHT} {end:.1f}"


def _width(size: int | None, most: int) -> float:
    """The area grows with the people, and even one of them is seen."""
    if not size:
        return _EVEN if size == 0 else _THIN
    return round(max(_THIN, _THICK * sqrt(size / most)), 1)
