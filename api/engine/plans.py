"""Keeps the plans of a document's operations.

For each operation there is a tree: at each fork the request is asked what lowering asked, and the answers lead
to the plan that was compiled for requests like it.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from api.engine.cost import Term
from api.engine.document import Document
from api.engine.inputs import Inputs
from api.engine.plan import Plan
from api.engine.probes import Probe
from api.engine.render import Statement

PLANS_PER_DOCUMENT = 64

# What a parsed document and a plan weigh beside their text, as measured: syntax trees are large.
BYTES_PER_CHARACTER = 100
BYTES_PER_SQL_CHARACTER = 4


@dataclass(frozen=True, slots=True)
class Compiled:
    """A plan, its statement and the terms of its cost; ``answered`` holds introspection that no variable can change."""

    plan: Plan
    statement: Statement
    terms: tuple[Term, ...]
    answered: Mapping[str, str] | None

    @property
    def bytes(self) -> int:
        """Roughly what it takes in memory."""
        answered = sum(len(text) for text in (self.answered or {}).values())
        return len(self.statement.sql) * BYTES_PER_SQL_CHARACTER + answered


@dataclass(slots=True)
class Fork:
    """One question about the request, and what follows from each answer to it."""

    probe: Probe
    arms: dict[Hashable, "Fork | Compiled"] = field(default_factory=dict)


@dataclass(slots=True)
class Operations:
    """A document and the plans of its operations."""

    document: Document
    bytes: int
    trees: dict[str | None, "Fork | Compiled"] = field(default_factory=dict)
    plans: int = 0

    def find(self, name: str | None, inputs: Inputs) -> Compiled | None:
        """Return the plan for requests like this one, if there is one."""
        found = self.trees.get(name)
        while isinstance(found, Fork):
            found = found.arms.get(found.probe.ask(inputs))
        return found

    def keep(self, name: str | None, probes: Mapping[Probe, Hashable], compiled: Compiled) -> None:
        """Keep a plan under the answers that led to it."""
        if self.plans >= PLANS_PER_DOCUMENT:
            return
        self.plans += 1
        self.bytes += compiled.bytes
        questions = list(probes.items())
        if not questions:
            self.trees[name] = compiled
            return
        fork = self.trees.setdefault(name, Fork(questions[0][0]))
        for index, (_, answer) in enumerate(questions):
            assert isinstance(fork, Fork), "lowering asks the same until an answer differs"
            last = index + 1 == len(questions)
            following = compiled if last else Fork(questions[index + 1][0])
            fork = fork.arms.setdefault(answer, following)
