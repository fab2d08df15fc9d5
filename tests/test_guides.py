"""The guides show what was tried: each block of code in them is a file that `make clients` runs, each request is sent."""

import asyncio
import json
import re
from pathlib import Path

import pytest

from api import settings
from api.app import create_app
from api.database.attach import open_servers
from api.database.reader import PoolLimits
from api.database.urls import Urls
from api.engine import Engine
from tests.reconcile.conftest import opened
from tests.serving import serving
from tests.shown import SHOWN_REQUEST, request_of

ROOT = Path(__file__).parents[1]
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))
CODE = re.compile(r"(?:<!-- file: (\S+) -->\n)?```(ts|tsx|json)\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def _blocks() -> list[tuple[Path, str, str]]:
    """Every block of code in a guide: the page, the file that it is, and its text."""
    return [
        (page, match[1] or "", match[3])
        for page in GUIDES
        for match in CODE.finditer(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("page", "file", "text"), _blocks(), ids=lambda value: str(value)[:60])
def test_code_in_a_guide_is_a_file_that_is_tried(page: Path, file: str, text: str) -> None:
    """Letter for letter."""
    assert file, f"{page.name} shows code that nobody runs"
    assert (ROOT / file).read_text(encoding="utf-8") == text


def test_the_clients_of_the_guide_are_tried() -> None:
    """Each package that the guide's files import is installed for `make clients`."""
    package = json.loads((ROOT / "tests" / "frontend" / "package.json").read_text(encoding="utf-8"))
    installed = {*package["dependencies"], *package["devDependencies"]}
    imported = {
        "/".join(name.split("/")[: 2 if name.startswith("@") else 1])
        for _, _, text in _blocks()
        for name in re.findall(r'from "([^."][^"]*)"', text)
    }
    assert imported
    assert imported <= installed


def _texts() -> dict[str, str]:
    return {page.name: page.read_text(encoding="utf-8") for page in GUIDES}


async def test_requests_are_answered_as_the_guides_say(seeded: Urls, engine: Engine) -> None:
    """Copied to a terminal, each does what the words beside it promise; none is shown that is not sent here."""
    shown = [found for text in _texts().values() for found in SHOWN_REQUEST.findall(text)]
    assert len(shown) == sum(text.count("curl -i") for text in _texts().values()) > 0
    async with opened(seeded, engine) as (client, _):
        for command, status in shown:
            answer = await client.send(request_of(command))
            assert answer.status_code == int(status), (command, answer.text)


async def test_scripts_of_the_guides_run(
    seeded: Urls, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    """As they stand, against a server over HTTP; each says something in the end."""
    scripts = [script for text in _texts().values() for script in PYTHON.findall(text)]
    assert scripts
    async with open_servers([seeded.reader], PoolLimits(size=1, statement_timeout_ms=10_000)) as servers:
        app = create_app(settings.load(), engine, servers, version=0)
        async with serving(app) as client:
            for script in scripts:
                here = script.replace("http://127.0.0.1:8000", str(client.base_url).rstrip("/"))
                await asyncio.to_thread(exec, here, {})
                assert capsys.readouterr().out.strip()
