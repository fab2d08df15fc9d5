"""The server passes the public audit of GraphQL over HTTP."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

HERE = Path(__file__).parent
# All that the suite asks at the time of its version, so that an empty run is no success.
AUDITS = 61
# GET without a header that a browser would have to ask for first: the rule against forged requests forbids it.
REFUSED_ON_PURPOSE = {"5A70", "D6D5", "6A70"}

pytestmark = pytest.mark.skipif(
    not (HERE / "node_modules").is_dir(), reason="the suite is a package for Node: make audit installs it"
)


async def _verdicts(url: str) -> list[dict[str, Any]]:
    process = await asyncio.create_subprocess_exec(
        "node", str(HERE / "audit.js"), url, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, complaints = await process.communicate()
    assert process.returncode == 0, complaints.decode()
    return [json.loads(line) for line in out.splitlines()]


async def test_the_audit_finds_nothing(client: httpx.AsyncClient) -> None:
    """No error, no warning, and of the optional features only those are missing that we refuse on purpose."""
    verdicts = await _verdicts(str(client.base_url.join("/graphql")))
    assert len(verdicts) == AUDITS
    failed = {
        each["id"]: (each["status"], each["name"], each["reason"])
        for each in verdicts
        if each["status"] != "ok"
    }
    assert {id_: why for id_, why in failed.items() if why[0] != "notice"} == {}
    assert set(failed) == REFUSED_ON_PURPOSE
