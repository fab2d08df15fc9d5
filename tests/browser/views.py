"""The ways in which a page is looked at."""

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class View:
    """A size of the window and what its owner prefers."""

    name: str
    width: int = 1280
    height: int = 800
    scheme: Literal["light", "dark"] = "light"
    javascript: bool = True


LIGHT = View("light")
DARK = replace(LIGHT, name="dark", scheme="dark")
PHONE = replace(LIGHT, name="phone", width=360, height=740)
SCRIPTLESS = replace(LIGHT, name="scriptless", javascript=False)
