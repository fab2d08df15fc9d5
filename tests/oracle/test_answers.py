"""Whatever is asked, however it is written, the answer is the one a plain executor gives, from one statement."""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle.aims import share_of
from tests.oracle.conftest import SEED, SHARES, TRIES, Open
from tests.oracle.coverage import asked
from tests.oracle.metamorphoses import WAYS
from tests.oracle.operations import Operation, operations
from tests.oracle.trial import written


@pytest.mark.parametrize("share", SHARES)
def test_the_answer_is_the_plain_one(
    share: int, made: Open, record_property: Callable[[str, object], None]
) -> None:
    """Values, their order and the order of keys are the plain executor's; written in another way, they are the same."""
    trial = made(f"{SEED}/{share}")
    done = 0
    seen: Counter[str] = Counter()

    def answer(operation: Operation) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(trial.compiled(operation))
        return data

    @hypothesis.seed(f"{SEED}/{share}")
    @TRIES
    @given(operations(trial.vocabulary, share_of(share, len(SHARES))), st.sampled_from(sorted(WAYS)))
    def compare(operation: Operation, way: str) -> None:
        nonlocal done
        compiled = trial.compiled(operation)
        assert compiled == trial.expected(operation)
        assert written(WAYS[way](operation, answer)) == compiled, way
        done += 1
        seen.update(asked(operation))

    compare()
    record_property("operations", done)
    record_property("asked", sorted(seen))
