"""Whatever is asked, the compiled answer is the one a plain executor gives, byte for byte, from one statement."""

from collections.abc import Callable

import hypothesis
import pytest
from hypothesis import given

from tests.oracle.conftest import SEED, SHARES, TRIES, Open
from tests.oracle.operations import Operation, operations


@pytest.mark.parametrize("share", SHARES)
def test_the_answer_is_the_plain_one(
    share: int, made: Open, record_property: Callable[[str, object], None]
) -> None:
    """Values, their order and the order of keys are those of the plain executor."""
    trial = made(f"{SEED}/{share}")
    done = 0

    @hypothesis.seed(f"{SEED}/{share}")
    @TRIES
    @given(operations(trial.vocabulary))
    def compare(operation: Operation) -> None:
        nonlocal done
        compiled = trial.compiled(operation)
        done += 1
        assert compiled == trial.expected(operation)

    compare()
    record_property("operations", done)
