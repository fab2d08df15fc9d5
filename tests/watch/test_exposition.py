"""Whoever of the workers is asked answers for all of them."""

import socket
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from api.watch.exposition import Exposition, merged


def _worker(number: int, count: int, folder: Path) -> Exposition:
    registry = CollectorRegistry()
    Counter("asked", "Requests.", registry=registry).inc(count)
    return Exposition(registry, number, folder)


class _Elsewhere(Exposition):
    """A worker that would be another process."""

    def _own(self) -> Path | None:
        return self.folder and self.folder / f"{self.worker}-elsewhere"


async def _text(asked: Exposition) -> str:
    return bytes((await asked.answer(Request({"type": "http", "headers": []}))).body).decode()


async def test_one_answer_has_the_numbers_of_all(tmp_path: Path) -> None:
    """Each family stands once, and each series says whose it is."""
    first = _worker(0, 3, tmp_path)
    second = _Elsewhere(_worker(1, 4, tmp_path).registry, 1, tmp_path)
    async with first.told_to_others(), second.told_to_others():
        text = await _text(first)
        assert await _text(second) != ""
    (family,) = [each for each in text_string_to_metric_families(text) if each.name == "asked"]
    counted = {s.labels["worker"]: s.value for s in family.samples if s.name == "asked_total"}
    assert counted == {"0": 3, "1": 4}
    assert text.count("# TYPE asked_total") == 1


async def test_a_worker_that_left_is_not_asked(tmp_path: Path) -> None:
    """It takes its socket with it; what a killed one left is removed."""
    first = _worker(0, 3, tmp_path)
    second = _Elsewhere(_worker(1, 4, tmp_path).registry, 1, tmp_path)
    killed = tmp_path / "2-killed"
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(killed))
    async with first.told_to_others():
        async with second.told_to_others():
            pass
        assert 'worker="1"' not in await _text(first)
        assert not killed.exists()


def test_families_of_one_worker_alone_are_kept() -> None:
    """Workers may know different ones."""
    one = "# HELP a A.\n# TYPE a gauge\na 1\n# HELP b B.\n# TYPE b gauge\nb 2\n"
    other = "# HELP b B.\n# TYPE b gauge\nb 3\n# HELP c C.\n# TYPE c gauge\nc 4\n"
    assert merged([one, other]) == (
        "# HELP a A.\n# TYPE a gauge\na 1\n# HELP b B.\n# TYPE b gauge\nb 2\nb 3\n# HELP c C.\n# TYPE c gauge\nc 4\n"
    )
