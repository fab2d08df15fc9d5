"""Everything that is logged in a block, as it is written."""

import contextlib
import io
from collections.abc import Iterator

from api import logs


@contextlib.contextmanager
def logged() -> Iterator[io.StringIO]:
    """The lines of a block, at every level; errors alone are shown afterwards."""
    stream = io.StringIO()
    logs.configure("json", "debug", stream)
    try:
        yield stream
    finally:
        logs.configure("json", "error")
