"""JSON, a row on each line: as GraphQL answers it, nothing flattened."""

from collections.abc import Sequence

import orjson

from api.exports.columns import Row


class LinesWriter:
    """Writes pages of rows as pieces of one file."""

    def head(self) -> bytes:
        """Return the piece before the first row."""
        return b""

    def rows(self, rows: Sequence[Row]) -> bytes:
        """Return a piece with some rows."""
        return b"".join([orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows])

    def tail(self) -> bytes:
        """Return the piece behind the last row."""
        return b""
