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
def filter_query(context: schemathesis.HookContext, query: dict[str, Any] | None) -> bool:
    """Leave alone what an address cannot tell from something good.

    A list of nothing is sent as an empty parameter, which counts as not given; one text where a list is asked for is
    sent as a list of one.
    """
    assert context.operation
    lists = {
        each["name"]
        for each in context.operation.definition.raw["parameters"]
        if each.get("schema", {}).get("type") == "array"
    }
    values = {name: value for name, value in (query or {}).items() if name in lists}
    return all(isinstance(value, list) and any(value) for value in values.values())


@schemathesis.hook
def before_call(_: schemathesis.HookContext, case: schemathesis.Case[Any], __: dict[str, object]) -> None:
    """Mend a request that ought to be answered; what ought to be refused stays as it is."""
    if case.meta is None or case.meta.generation.mode is not GenerationMode.POSITIVE:
        return
    for name in CURSORS:
        case.query.pop(name, None)
    if "where" in case.query:
        case.query["where"] = json.dumps(random.choice(WHERES))  # noqa: S311 - the fuzzer seeds it
