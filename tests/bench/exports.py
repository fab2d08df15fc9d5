"""Takes a million rows from a real server, watches its memory and a light client beside: python -m tests.bench.exports PAGE.

The database of the settings must hold a lot of sanctions; `make bench-exports` sees to that.
"""

import asyncio
import os
import signal
import socket
import statistics
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import httpx
import psutil

from api import settings
from api.cli.databases import opened

PLURAL = "sanctions"
FORMATS = (("csv", ""), ("jsonl", ""), ("csv", "gzip"), ("ftm.json", ""))
LIGHT = "/v1/releases?limit=5"
MIB = 1024 * 1024
# Budgets would slow it down to what one client may; here it is measured what the server can.
SETTINGS = {
    "DETENTE_ANONYMOUS_BUDGET": "1000000000000",
    "DETENTE_WORKERS": "1",
    "DETENTE_LOG_LEVEL": "warning",
}


@dataclass(slots=True)
class Taken:
    """One export, and what was seen meanwhile.

    Attributes:
        memory: Resident memory of the worker, in bytes, by half seconds.
        light: Seconds that a light request took beside it.
    """

    name: str
    rows: int = 0
    bytes: int = 0
    first: float = 0.0
    seconds: float = 0.0
    memory: list[int] = field(default_factory=list)
    light: list[float] = field(default_factory=list)


def worker(server: int) -> psutil.Process:
    """The process that answers."""
    children = psutil.Process(server).children(recursive=True)
    (found,) = [each for each in children if "postgres" not in each.name()]
    return found


async def take(http: httpx.AsyncClient, server: int, ending: str, coding: str) -> Taken:
    """Take one export."""
    taken = Taken(f"{PLURAL}.{ending}{f', {coding}' if coding else ''}")
    watching = [asyncio.create_task(_watch(server, taken)), asyncio.create_task(_ask_light(http, taken))]
    began = time.perf_counter()
    headers = {"Accept-Encoding": coding or "identity"}
    async with http.stream("GET", f"/v1/{PLURAL}.{ending}", headers=headers, timeout=None) as answer:
        answer.raise_for_status()
        async for piece in answer.aiter_bytes(MIB):
            taken.first = taken.first or time.perf_counter() - began
            taken.rows += piece.count(b"\n")
        taken.bytes = answer.num_bytes_downloaded
    taken.seconds = time.perf_counter() - began
    for task in watching:
        task.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    return taken


async def _watch(server: int, taken: Taken) -> None:
    process = worker(server)
    while True:
        taken.memory.append(process.memory_info().rss)
        await asyncio.sleep(0.5)


async def _ask_light(http: httpx.AsyncClient, taken: Taken) -> None:
    while True:
        began = time.perf_counter()
        (await http.get(LIGHT)).raise_for_status()
        taken.light.append(time.perf_counter() - began)
        await asyncio.sleep(0.2)


async def refused(http: httpx.AsyncClient) -> str:
    """What is said of a workbook of so many rows."""
    began = time.perf_counter()
    async with http.stream("GET", f"/v1/{PLURAL}.xlsx", timeout=600) as answer:
        took = time.perf_counter() - began
        if answer.status_code == httpx.codes.OK:
            return f"begun, for it has fewer rows than a sheet can hold (first bytes after {took:.1f} s)"
        told = (await answer.aread()).decode()
    return f"{answer.status_code} after {took:.1f} s: `{told}`"


def page(taken: list[Taken], said: str, load: tuple[float, float], command: str) -> Iterator[str]:
    """The page, line by line."""
    yield "# Long exports\n"
    yield (
        f"Written by `{command}`; do not edit. {os.cpu_count()} cores, load average {load[0]:.1f} when it began and"
        f" {load[1]:.1f} when it ended: rates are those of an idle machine only where these are small. One worker of"
        " `detente serve`, its Postgres and the client on one machine; budgets set so high that none waits. Memory is"
        f" that of the worker, every half second. The light client asks `{LIGHT}` five times a second meanwhile.\n"
    )
    yield "| What | Rows | MB sent | First byte, s | Seconds | Rows/s | Memory, MiB: least to most | by tenths of the time | Light client, ms: median, 99 of 100 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |"
    yield from (_row(each) for each in taken)
    yield f"\n`/v1/{PLURAL}.xlsx`: {said}"


def _row(taken: Taken) -> str:
    memory = [round(each / MIB) for each in taken.memory]
    tenths = [memory[min(len(memory) - 1, len(memory) * part // 10)] for part in range(10)]
    light = sorted(taken.light)
    cells = (
        taken.name,
        f"{taken.rows:,}",
        f"{taken.bytes / 1e6:,.1f}",
        f"{taken.first:.2f}",
        f"{taken.seconds:.1f}",
        f"{taken.rows / taken.seconds:,.0f}",
        f"{min(memory)} to {max(memory)}",
        ", ".join(map(str, tenths)),
        f"{statistics.median(light) * 1000:.0f}, {light[int(len(light) * 0.99)] * 1000:.0f}",
    )
    return f"| {' | '.join(cells)} |"


async def _served(process: Process, http: httpx.AsyncClient) -> None:
    while process.returncode is None:
        try:
            if (await http.get("/readyz")).is_success:
                return
        except httpx.TransportError:
            await asyncio.sleep(0.2)
    sys.exit("The server did not start.")


async def measure(url: str, load: float, command: str) -> str:
    """Start a server, take everything, and return the page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # As who may only read, it loads nothing first.
    environment = os.environ | SETTINGS | {"DETENTE_PORT": str(port), "DETENTE_READER_URL": url}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from api.cli import main; main(['serve'])", env=environment
    )
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as http:
            await _served(process, http)
            taken = [await take(http, process.pid, *each) for each in FORMATS]
            said = await refused(http)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await process.wait()
    return "\n".join(page(taken, said, (load, os.getloadavg()[0]), command)) + "\n"


@click.command()
@click.argument("report", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--command", default="make bench-exports", help="What the page says it was written by.")
def main(report: Path, command: str) -> None:
    """Measure and write the page."""
    with opened(settings.load()) as database:
        text = asyncio.run(measure(database.urls.reader, os.getloadavg()[0], command))
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
