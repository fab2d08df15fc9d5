"""An engine over the whole schema, and what it says when it refuses."""

import json
from collections.abc import Callable

import pytest

from api.cli.engine import make_engine
from api.engine import Engine, Refused

Refusal = Callable[..., dict[str, object]]


@pytest.fixture
def engine() -> Engine:
    """An engine of one's own, with empty caches."""
    return make_engine()


@pytest.fixture
def refusal(engine: Engine) -> Refusal:
    """The first error by which the engine refuses an operation."""

    def refuse(
        query: str, variables: dict[str, object] | None = None, name: str | None = None
    ) -> dict[str, object]:
        with pytest.raises(Refused) as caught:
            engine.prepare(query, variables, name)
        json.dumps(caught.value.errors)
        error: dict[str, object] = caught.value.errors[0]
        return error

    return refuse
