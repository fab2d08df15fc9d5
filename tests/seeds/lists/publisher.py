"""A publisher of files on this machine, which breaks off, packs, changes and refuses as it is told."""

import contextlib
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Publisher:
    """One file under /list.csv, and how the server behaves with the next requests."""

    def __init__(self) -> None:
        self.address = ""
        self.body = b"id,name\n" + b"".join(b"%d,Somebody\n" % n for n in range(20_000))
        self.etag: str | None = '"one"'
        self.modified: str | None = None
        self.extra: Mapping[str, str] = {}
        self.ranges = True
        self.breaks: list[int] = []  # how many bytes the next answers send before the connection ends
        self.statuses: list[int] = []  # what the next answers are instead of the file
        self.asked: list[Mapping[str, str]] = []  # headers of the requests, names in small letters
        self.sent = 0

    @property
    def url(self) -> str:
        """Where the file is."""
        return f"{self.address}/list.csv"


class _Handler(BaseHTTPRequestHandler):
    publisher: Publisher
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Be silent."""

    def do_GET(self) -> None:
        """Answer as the publisher is told to."""
        publisher = self.publisher
        asked = {name.lower(): value for name, value in self.headers.items()}
        publisher.asked.append(asked)
        if publisher.statuses:
            self._answer(publisher.statuses.pop(0), b"")
        elif self.path == "/elsewhere":
            self._answer(302, b"", {"Location": "/list.csv"})
        elif self.path == "/round":
            self._answer(302, b"", {"Location": "/round"})
        elif self.path != "/list.csv":
            self._answer(404, b"")
        elif self._unchanged(asked):
            self._answer(304, b"")
        else:
            self._file(asked)

    def _unchanged(self, asked: Mapping[str, str]) -> bool:
        publisher = self.publisher
        if "if-none-match" in asked:
            return asked["if-none-match"] == publisher.etag
        return "if-modified-since" in asked and asked["if-modified-since"] == publisher.modified

    def _file(self, asked: Mapping[str, str]) -> None:
        publisher = self.publisher
        body, headers, status, start = publisher.body, dict(publisher.extra), 200, 0
        if publisher.etag:
            headers["ETag"] = publisher.etag
        if publisher.modified:
            headers["Last-Modified"] = publisher.modified
        same = asked.get("if-range") in (publisher.etag, publisher.modified)
        if publisher.ranges and "range" in asked and same:
            status, start = 206, int(asked["range"].removeprefix("bytes=").removesuffix("-"))
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        self._answer(status, body[start:], headers)

    def _answer(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if status in (200, 206) and self.publisher.breaks:
            body = body[: self.publisher.breaks.pop(0)]
            self.close_connection = True
        self.publisher.sent += len(body)
        self.wfile.write(body)


@contextlib.contextmanager
def publishing() -> Iterator[Publisher]:
    """A publisher who listens on a free port until the test is over."""
    publisher = Publisher()
    handler = type("Handler", (_Handler,), {"publisher": publisher})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        publisher.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield publisher
        finally:
            server.shutdown()
            thread.join()
