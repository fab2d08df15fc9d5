"""/metrics: what all workers count, in one answer.

Workers share a port, so whoever is asked asks the others, each at a socket of its own in a folder that the parent
made. Every series says in its label `worker` whose it is: nothing is added up here, and no files of dead
processes are kept.
"""

import asyncio
import contextlib
import os
import re
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.samples import Sample
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# A worker that is too busy to say what it counts is left out.
ANSWER_SECONDS = 2.0

_FAMILY = re.compile(r"^# HELP (\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Exposition:
    """What one worker counts, and how it learns what the others do."""

    registry: CollectorRegistry
    worker: int = 0
    folder: Path | None = None

    def routes(self) -> list[Route]:
        """Where it is asked for."""
        return [Route("/metrics", self.answer)]

    async def answer(self, _: Request) -> Response:
        """Answer for all workers."""
        others = await asyncio.gather(*(_asked(path) for path in self._others()))
        text = merged([self.text(), *filter(None, others)])
        return Response(text, headers={"Cache-Control": "no-store"}, media_type=MEDIA_TYPE)

    def text(self) -> str:
        """What this worker counts."""
        return generate_latest(_Labelled(self.registry, str(self.worker))).decode()

    @contextlib.asynccontextmanager
    async def told_to_others(self) -> AsyncIterator[None]:
        """Answer the other workers until the block ends."""
        own = self._own()
        if own is None:
            yield
            return
        server = await asyncio.start_unix_server(self._tell, own)
        try:
            yield
        finally:
            server.close()
            own.unlink(missing_ok=True)

    async def _tell(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError), contextlib.closing(writer):
            writer.write(self.text().encode())
            await writer.drain()

    def _own(self) -> Path | None:
        return self.folder and self.folder / f"{self.worker}-{os.getpid()}"

    def _others(self) -> list[Path]:
        own = self._own()
        return sorted(path for path in self.folder.iterdir() if path != own) if self.folder else []


class _Labelled:
    """A registry whose samples say which worker counted them."""

    def __init__(self, registry: CollectorRegistry, worker: str) -> None:
        self._registry = registry
        self._worker = worker

    def collect(self) -> Iterator[Metric]:
        """Every family, its samples labelled."""
        for family in self._registry.collect():
            family.samples = [self._labelled(sample) for sample in family.samples]
            yield family

    def _labelled(self, sample: Sample) -> Sample:
        return sample._replace(labels={**sample.labels, "worker": self._worker})


def merged(texts: Iterable[str]) -> str:
    """One text of several: each family once, with its samples from all of them."""
    families: dict[str, list[str]] = {}
    for text in texts:
        starts = [(found.start(), found[1]) for found in _FAMILY.finditer(text)]
        ends = [start for start, _ in starts[1:]] + [len(text)]
        for (start, name), end in zip(starts, ends, strict=True):
            lines = text[start:end].splitlines(keepends=True)
            known = families.setdefault(name, [])
            known += lines if not known else [line for line in lines if not line.startswith("#")]
    return "".join(line for lines in families.values() for line in lines)


async def _asked(path: Path) -> str | None:
    """What another worker says; a socket that a killed one left is removed."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            reader, writer = await asyncio.open_unix_connection(path)
            with contextlib.closing(writer):
                return (await reader.read()).decode()
    except ConnectionRefusedError:
        path.unlink(missing_ok=True)  # noqa: ASYNC240 - a socket that a killed worker left; takes no time
    except (OSError, TimeoutError):
        pass
    return None
