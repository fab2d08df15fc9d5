"""How many exports run at once: each holds a connection and a moment of the data for as long as it lasts."""

import contextlib
from collections import Counter
from collections.abc import Iterator

from api.clients.ticket import Client
from api.errors import Overloaded, TooManyRequests

EXPORT = "export"
"""The scope of keys that may have several at once, and the last place."""
_WAIT = 10


class Room:
    """The places for exports in this process."""

    def __init__(self, places: int) -> None:
        self.places = places
        self.taken: Counter[str] = Counter()

    @contextlib.contextmanager
    def place(self, client: Client) -> Iterator[None]:
        """Take a place until the block ends; refuse who has his already, or where none is left."""
        scoped = EXPORT in client.scopes
        own, all_taken = self.taken[client.bucket], self.taken.total()
        if own and not scoped:
            raise TooManyRequests(
                "A long export of yours is under way.",
                "wait for its end, take the bulk files, or write to us for a key that may have several.",
                retry_after=_WAIT,
            )
        # One is left to partners, who take everything every night.
        if all_taken >= max(1, self.places - (not scoped)):
            raise Overloaded(
                f"{all_taken} long exports are under way.", "try again in a minute, or take the bulk files."
            )
        self.taken[client.bucket] += 1
        try:
            yield
        finally:
            self.taken[client.bucket] -= 1
            self.taken += Counter()
