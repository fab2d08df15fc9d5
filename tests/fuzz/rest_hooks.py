"""What the fuzzer must know of REST, so that more than refusals is tried; it loads this file itself."""

import json
import random
from typing import Any

import schemathesis
from schemathesis.generation import GenerationMode

# A cursor is the server's own text: no schema can say which there are. Nor does the description repeat GraphQL's inputs.
CURSORS = ("after", "before")
WHERES: tuple[dict[str, object], ...] = (
    {},
    {"id": {"in": []}},
    {"not": {"id": {"eq": "Release:1"}}},
    {"or": [{"id": {"ne": "Country:1"}}, {"and": []}]},
)


@schemathesis.hook
def filter_query(_: schemathesis.HookContext, query: dict[str, Any] | None) -> bool:
    """Leave lists of nothing alone: they are sent as an empty parameter, which counts as not given."""
    return not any(isinstance(value, list) and not any(value) for value in (query or {}).values())


@schemathesis.hook
def before_call(_: schemathesis.HookContext, case: schemathesis.Case[Any], __: dict[str, object]) -> None:
    """Mend a request that ought to be answered; what ought to be refused stays as it is."""
    if case.meta is None or case.meta.generation.mode is not GenerationMode.POSITIVE:
        return
    for name in CURSORS:
        case.query.pop(name, None)
    if "where" in case.query:
        case.query["where"] = json.dumps(random.choice(WHERES))  # noqa: S311 - the fuzzer seeds it
