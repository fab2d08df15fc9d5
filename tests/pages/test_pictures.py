"""The studio: draws in a process of its own, keeps what it drew, and outlives that process."""

import pytest

from api.pages.pictures import dress, easel, studio
from api.pages.pictures.studio import NotDrawn, Studio

DOT = {
    "data": {"values": [{"a": 1}]},
    "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative"}},
}


async def test_an_equal_spec_is_drawn_once() -> None:
    """The second time it comes from memory, and no process is needed."""
    ours = Studio()
    assert not ours.knows(DOT)
    drawn = await ours.svg(DOT)
    assert drawn.startswith("<svg")
    assert ours.knows(DOT)
    ours._end_idle()
    assert await ours.svg(DOT) == drawn
    assert ours._process is None


async def test_a_process_that_died_is_begun_anew() -> None:
    """One picture fails with it at the most, and the next is drawn."""
    ours = Studio()
    await ours.svg(DOT)
    process = ours._process
    assert process
    process.kill()
    process.wait()
    assert (await ours.svg({**DOT, "mark": "circle"})).startswith("<svg")


async def test_what_is_no_picture_is_refused() -> None:
    """A bad spec, or one that would fetch something, is a fault by name; the process goes on."""
    ours = Studio()
    with pytest.raises(NotDrawn):
        await ours.svg({"mark": 7})
    with pytest.raises(NotDrawn, match="not allowed"):
        await ours.svg({**DOT, "data": {"url": "http://127.0.0.1:9/data.json"}})
    process = ours._process
    assert (await ours.svg(DOT)).startswith("<svg")
    assert ours._process is process


async def test_memory_for_pictures_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was asked for least lately is forgotten first."""
    monkeypatch.setattr(studio, "KEPT_BYTES", 13_000)
    ours = Studio()
    others = [{**DOT, "data": {"values": [{"a": number}]}} for number in range(3)]
    for each in others:
        await ours.svg(each)
    assert not ours.knows(others[0])
    assert ours.knows(others[2])


def test_a_picture_fits_into_a_page() -> None:
    """It takes the page's type, says what it is, and its texts are escaped."""
    drawn = easel.draw(dress.spec(dress.ROOMS[0], 40, [{**DOT, "mark": {"type": "text", "text": "<b>"}}]))
    page = dress.inline(drawn, dress.ROOMS[0], "dot", "A & B", "One <dot>")
    assert page.startswith('<svg class="broad picture"')
    assert '<title id="dot-broad-title">A &amp; B</title>' in page
    assert "<b>" not in page
    assert "font-family" not in page
    assert "style=" not in page
