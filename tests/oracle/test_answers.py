"""Whatever is asked, the compiled answer is the one a plain executor gives, byte for byte, from one statement."""

from collections.abc import Callable

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from api.engine import Refused
from tests.oracle.conftest import EACH, SEED, SHARES, Open
from tests.oracle.operations import Operation, operations
from tests.oracle.trial import is_too_large

TRIES = settings(
    max_examples=EACH,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


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
        try:
            compiled = trial.compiled(operation)
        except Refused as refused:
            if is_too_large(refused):
                hypothesis.reject()
            raise
        done += 1
        assert compiled == trial.expected(operation)

    compare()
    record_property("operations", done)
