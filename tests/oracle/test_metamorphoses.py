"""An operation written in another way that means the same has the same answer; no oracle is needed to know it."""

import json
from collections.abc import Callable

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle.conftest import SEED, SHARES, TRIES, Open
from tests.oracle.metamorphoses import SAME, named_back, rename_keys, split
from tests.oracle.operations import Operation, operations


@pytest.mark.parametrize("share", SHARES)
def test_another_spelling_has_the_same_answer(
    share: int, made: Open, record_property: Callable[[str, object], None]
) -> None:
    """Fragments written out or added, and literals turned into variables, change nothing."""
    trial = made(f"{SEED}/{share}")
    done = 0

    @hypothesis.seed(f"{SEED}/{share}/spelling")
    @TRIES
    @given(operations(trial.vocabulary), st.sampled_from(sorted(SAME)))
    def compare(operation: Operation, how: str) -> None:
        nonlocal done
        other = SAME[how](operation)
        assert trial.compiled(other) == trial.compiled(operation)
        done += 1

    compare()
    record_property("operations", done)


@pytest.mark.parametrize("share", SHARES)
def test_parts_make_the_whole(share: int, made: Open, record_property: Callable[[str, object], None]) -> None:
    """One operation for each root field gives the same as all in one; other names for keys change only the keys."""
    trial = made(f"{SEED}/{share}")
    done = 0

    @hypothesis.seed(f"{SEED}/{share}/parts")
    @TRIES
    @given(operations(trial.vocabulary))
    def compare(operation: Operation) -> None:
        nonlocal done
        whole = trial.compiled(operation)
        data = json.loads(whole)
        parts = [json.loads(trial.compiled(part)) for part in split(operation, list(data))]
        joined = {key: value for part in parts for key, value in part.items()}
        assert json.dumps(joined) == json.dumps(data)
        renamed = json.loads(trial.compiled(rename_keys(operation)))
        assert json.dumps(named_back(renamed)) == json.dumps(data)
        done += 1

    compare()
    record_property("operations", done)
