"""Has pictures drawn, in a process of its own, and keeps them: equal specs are equal pictures."""

import asyncio
import subprocess
import sys
import threading
import weakref
from collections import OrderedDict
from typing import Any, Final

import orjson

from api import logs

KEPT_BYTES: Final = 8 * 1024 * 1024
PATIENCE_SECONDS: Final = 10.0
IDLE_SECONDS: Final = 120.0
"""After which the process ends, and gives its memory back."""
_COMMAND = [sys.executable, "-m", "api.pages.pictures.easel"]

Spec = dict[str, Any]


class NotDrawn(Exception):
    """The picture could not be drawn; the page says the same in words."""


class Studio:
    """Pictures of one event loop; the process that draws begins with the first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, str] = OrderedDict()
        self._size = 0
        self._turn = asyncio.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._rest: asyncio.TimerHandle | None = None

    def knows(self, *specs: Spec) -> bool:
        """Whether nothing need be drawn."""
        return all(orjson.dumps(each) in self._kept for each in specs)

    async def svg(self, spec: Spec) -> str:
        """Return Vega-Lite's spec as SVG."""
        key = orjson.dumps(spec)
        async with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            with logs.stage("draw"):
                drawn = await asyncio.to_thread(self._draw, key)
            self._keep(key, drawn)
        self._end_later()
        return drawn

    def _keep(self, key: bytes, drawn: str) -> None:
        self._kept[key] = drawn
        self._size += len(key) + len(drawn)
        while self._size > KEPT_BYTES:
            old, gone = self._kept.popitem(last=False)
            self._size -= len(old) + len(gone)

    def _draw(self, spec: bytes) -> str:
        """Have a spec drawn; a process that does not answer in time is ended, and the next spec begins another."""
        process = self._begun()
        assert process.stdin
        assert process.stdout
        alarm = threading.Timer(PATIENCE_SECONDS, process.kill)
        alarm.start()
        try:
            process.stdin.write(spec + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError as fault:
            raise NotDrawn("the process is gone") from fault
        finally:
            alarm.cancel()
        answer = orjson.loads(line) if line else {"fault": "the process is gone"}
        if "fault" in answer:
            raise NotDrawn(answer["fault"])
        return str(answer["drawn"])

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own
            # It ends by itself when nobody is left to write to it; here it is waited for.
            weakref.finalize(self, _end, self._process)
        return self._process

    def _end_later(self) -> None:
        if self._rest:
            self._rest.cancel()
        self._rest = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._end_idle)

    def _end_idle(self) -> None:
        if self._process and not self._turn.locked():
            process, self._process = self._process, None
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
    process.kill()
    process.wait()
