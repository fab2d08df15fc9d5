"""What is wrong with an input: findings that are reported, and refusals that stop the load."""

from typing import NamedTuple

from seeds.lists.entries import Place


class Finding(NamedTuple):
    """Something in the input that was not understood; it is told with its place and value, and the load goes on."""

    place: Place
    what: str
    value: str

    def __str__(self) -> str:
        """Spell it as editors jump to it: file:line: what: value."""
        return f"{self.place}: {self.what}: {self.value!r}"


class ListRefused(Exception):
    """An input that is not whole or not of this list: nothing of it was loaded."""

    def __init__(self, what: str, remedy: str, place: Place | None = None) -> None:
        self.place = place
        super().__init__(f"{f'{place}: ' if place else ''}{what}; nothing was loaded.\n  Fix: {remedy}")
