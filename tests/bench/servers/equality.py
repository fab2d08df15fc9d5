"""Makes sure that what is compared answers alike: other servers must give the very values that ours gives."""

import json
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from email.message import Message
from typing import Any

from tests.bench.servers.cases import Case
from tests.bench.servers.contestants import Contestant


def check(case: Case, ours: Contestant, rivals: Sequence[Contestant]) -> int:
    """Compare all answers of a case, end where any differ, and return how many bytes our first one has."""
    bodies = case.bodies(ours.schema)
    answers = [ask(ours, body)[0] for body in bodies]
    for theirs in rivals:
        same = _alike if theirs.schema == ours.schema else _hold_the_same
        for expected, body in zip(answers, case.bodies(theirs.schema), strict=True):
            found = ask(theirs, body)[0]
            if not same(_data(expected), _data(found)):
                raise SystemExit(_difference(case, theirs, expected, found))
    return len(answers[0])


def ask(contestant: Contestant, body: str) -> tuple[bytes, Message]:
    """The answer to one question, and its headers."""
    request = urllib.request.Request(  # noqa: S310 - a server that we started
        contestant.url, body.encode(), {"content-type": "application/json", **contestant.headers}
    )
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - as above
            return answer.read(), answer.headers
    except urllib.error.HTTPError as refusal:
        raise SystemExit(f"{contestant.name} refuses: {refusal.read()[:500]!r}") from None


def _data(answer: bytes) -> Any:  # noqa: ANN401 - JSON is what it is
    return json.loads(answer, parse_int=float).get("data")


def _alike(expected: Any, found: Any) -> bool:  # noqa: ANN401 - JSON is what it is
    return json.dumps(expected) == json.dumps(found)


def _hold_the_same(expected: Any, found: Any) -> bool:  # noqa: ANN401 - JSON is what it is
    """Under other nesting, the same fields have the same values equally often."""
    return Counter(_leaves(expected)) == Counter(_leaves(found))


def _difference(case: Case, theirs: Contestant, expected: bytes, found: bytes) -> str:
    mine, other = (Counter(_leaves(_data(each))) for each in (expected, found))
    missing, added = ([*each.elements()][:5] for each in (mine - other, other - mine))
    return f"{theirs.name} answers {case.name} otherwise: {found[:200]!r} … misses {missing}, adds {added}."


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON is what it is
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, key)
    else:
        yield key, repr(value)
