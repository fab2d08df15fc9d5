"""docs/rest.md is true: each request in it is sent, and each collection named."""

from pathlib import Path

import httpx
import pytest

from api.collections.declared import DECLARED
from tests.rest.conftest import Rest
from tests.shown import SHOWN_REQUEST, request_of

pytestmark = pytest.mark.asyncio(loop_scope="module")
PAGE = (Path(__file__).parents[2] / "docs" / "rest.md").read_text(encoding="utf-8")
SHOWN = SHOWN_REQUEST.findall(PAGE)


@pytest.mark.parametrize(("command", "status"), SHOWN)
async def test_a_request_is_answered_as_the_page_says(rest: Rest, command: str, status: str) -> None:
    """Copied to a terminal it does what the words beside it promise."""
    request = request_of(command)
    answer = await rest.http.send(httpx.Request("GET", request.url, headers=request.headers))
    assert answer.status_code == int(status), answer.text


async def test_everything_is_shown_and_named() -> None:
    """No request fell out of the pattern that finds them here, and no collection out of the page."""
    assert len(SHOWN) == PAGE.count("curl -i")
    assert all(f"`{each.plural}`" in PAGE for each in DECLARED)
