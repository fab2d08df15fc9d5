"""What a batch asks, whichever version of the protocol it is written in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from api.reconcile.agreement import Asked, Quantifier
from api.reconcile.kinds import NODES, Scope
from api.reconcile.properties import Property

BATCH = 50
"""Queries in one batch."""
MOST = 100
"""Candidates of one query; who asks for more gets these."""
USUAL = 10
"""Candidates where nobody says how many."""

_ID = re.compile(r"([A-Za-z]+):(\d{1,19})")
_LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Condition:
    """A property that candidates should have.

    Attributes:
        required: Whether a candidate without it is left out, in place of standing lower.
    """

    own: Property
    values: tuple[Asked, ...]
    required: bool = False
    quantifier: Quantifier = "any"


@dataclass(frozen=True, slots=True)
class Query:
    """One query.

    Attributes:
        names: What the entity may be called; where `every_name` holds, must.
        ids: Its id may be one of these.
    """

    scope: Scope
    limit: int
    names: tuple[str, ...] = ()
    every_name: bool = False
    ids: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()


Batch = Mapping[str, Query]


def entity_id(text: str) -> bool:
    """Whether a text is the id of an entity, whether or not there is one: "Target:32746"."""
    found = _ID.fullmatch(text)
    return found is not None and found[1] in NODES and int(found[2]) <= _LARGEST_ID
