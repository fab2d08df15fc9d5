"""Downloads a list's file: only what is new, resumed where it broke off, checked, and never larger than allowed."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from seeds.lists.downloads import Download, locked
from seeds.lists.findings import ListRefused

Progress = Callable[[int, int | None], None]

_TIMEOUT = httpx.Timeout(30, connect=10)
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_PAUSE = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be, how often to try, and how long to wait before the second try."""

    bytes: int = 4 << 30
    tries: int = 6
    pause: float = 1.0


USUAL = Limits()


class _Again(Exception):
    """The download broke off, or the server asked to come back later."""

    def __init__(self, why: str, pause: float = 0.0) -> None:
        super().__init__(why)
        self.pause = pause


def fetch(
    url: str, folder: Path, *, limits: Limits = USUAL, progress: Progress | None = None
) -> tuple[Path, str]:
    """Bring a file into a folder and give its path and SHA-256; one that has not changed is not sent again."""
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise ListRefused(f"`{url}` is no address of a file", "write it as https://HOST/PATH")
    with locked(folder), httpx.Client(timeout=_TIMEOUT, follow_redirects=True) as client:
        download = Download(folder, url)
        for attempt in range(1, limits.tries + 1):
            try:
                return _once(client, download, limits, progress or _silent)
            except (_Again, httpx.TransportError) as error:
                if attempt == limits.tries:
                    raise _gave_up(url, limits.tries, error) from None
                time.sleep(_pause(error, limits.pause, attempt))
    raise AssertionError("a download ends in its loop")


def _once(client: httpx.Client, download: Download, limits: Limits, progress: Progress) -> tuple[Path, str]:
    try:
        with client.stream("GET", download.url, headers=download.headers()) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED and download.kept:
                return download.path, download.kept.checksum
            _judge(response, download, limits)
            _receive(response, download, limits, progress)
    except httpx.TooManyRedirects:
        raise ListRefused(f"{download.url} leads from address to address without end", _REMEDY) from None
    return download.path, download.finish()


def _judge(response: httpx.Response, download: Download, limits: Limits) -> None:
    """Accept what can be received, start anew where a part no longer fits, and refuse the rest."""
    status = response.status_code
    if status in _LATER:
        raise _Again(f"the server answered {status} {response.reason_phrase}", _asked_to_wait(response))
    if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
        download.discard()
        raise _Again("what was downloaded before no longer fits")
    if status not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
        raise ListRefused(f"{download.url} answers {status} {response.reason_phrase}", _REMEDY)
    if not download.begin(response):
        download.discard()
        raise _Again("the server sent another part than was asked for")
    size = download.expected(response)
    if size is not None and size > limits.bytes:
        raise _too_large(download.url, limits)


def _receive(response: httpx.Response, download: Download, limits: Limits, progress: Progress) -> None:
    expected = download.expected(response)
    with download.part.open("ab") as file:
        received = file.tell()
        for chunk in response.iter_bytes():
            received += len(chunk)
            if received > limits.bytes:
                download.discard()
                raise _too_large(download.url, limits)
            file.write(chunk)
            progress(received, expected)
    if expected is not None and received != expected:
        raise _Again(f"{received:,} of {expected:,} bytes came")


def _pause(error: Exception, first: float, attempt: int) -> float:
    """Twice as long each time, a little at random, and at least as long as the server asked."""
    asked = error.pause if isinstance(error, _Again) else 0.0
    return min(max(asked, first * 2.0 ** (attempt - 1) * random.uniform(0.5, 1)), _LONGEST_PAUSE)  # noqa: S311 - no secret


def _asked_to_wait(response: httpx.Response) -> float:
    seconds = response.headers.get("retry-after", "")
    return float(seconds) if seconds.isdigit() else 0.0


def _gave_up(url: str, tries: int, error: Exception) -> ListRefused:
    why = str(error) or type(error).__name__
    return ListRefused(f"{url} could not be downloaded in {tries} tries: {why}", _REMEDY)


def _too_large(url: str, limits: Limits) -> ListRefused:
    return ListRefused(f"{url} is larger than {limits.bytes:,} bytes", "name the right file with --from")


def _silent(received: int, expected: int | None) -> None:
    """Tell nobody."""


_REMEDY = "check the address and the connection, or download the file yourself and name it with --from"
