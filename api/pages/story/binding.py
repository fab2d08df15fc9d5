"""What still binds: sanctions that stand against the targets of relief all the same, target by target."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.links import Node


@dataclass(frozen=True, slots=True)
class Bound:
    """A target, and the sanctions that bind it."""

    target: Node
    sanctions: tuple[Node, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.sanctions)


@dataclass(frozen=True, slots=True)
class Binding:
    """What still binds the targets of some relief.

    Attributes:
        unshown: How many more sanctions there are than are listed here.
    """

    targets: tuple[Bound, ...]
    unshown: int


def still_binding(reliefs: Iterable[Node]) -> Binding:
    """Return the residual sanctions of all these, each once."""
    pages = [each["residualSanctions"] for each in reliefs]
    sanctions = {each["slug"]: each for page in pages for each in page["nodes"]}
    targets: dict[str, list[Node]] = {}
    for each in sanctions.values():
        targets.setdefault(each["target"]["slug"], []).append(each)
    bound = tuple(Bound(found[0]["target"], tuple(found)) for found in targets.values())
    return Binding(bound, sum(page["totalCount"] - len(page["nodes"]) for page in pages))
