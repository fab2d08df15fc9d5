"""A reporter who has never heard of GraphQL gets from the front page to a spreadsheet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.session import play
from tests.browser.views import DARK, LIGHT, PHONE, View

STEPS = [
    "home",
    "search-1",
    "search-2",
    "agreement",
    "running-total",
    "contested",
    "explorer",
    "completion",
    "download",
]


@pytest.mark.parametrize("view", [LIGHT, DARK, PHONE], ids=lambda view: view.name)
def test_a_reporters_session(view: View, look: Callable[..., Page]) -> None:
    """Picture, search in two scripts, the agreement with its doubts, its question, a change to it, a spreadsheet."""
    assert list(play(look(view))) == STEPS
