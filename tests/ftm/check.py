"""Reads entities by the library itself: every id, kind, property and value must be as the model has it.

Runs in an environment of its own, which `make ftm` makes: the library needs PyICU, which is compiled.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry

ALL = {
    "Person",
    "Organization",
    "Company",
    "PublicBody",
    "Vessel",
    "Airplane",
    "Security",
    "Asset",
    "Sanction",
    "Event",
}
TIES = {"Ownership", "Directorship", "Family", "Associate", "UnknownLink"}


def complaints(found: dict[str, Any]) -> Iterator[str]:
    """Say what the library would not take as it is."""
    schema = model.get(found["schema"])
    if schema is None or schema.abstract:
        yield f"no kind {found['schema']}"
        return
    try:
        schema.validate({"properties": found["properties"]})
        model.get_proxy(found, cleaned=False)
    except InvalidData as fault:
        yield f"{fault} {fault.errors}"
    if registry.entity.clean(found["id"]) != found["id"]:
        yield f"the id {found['id']!r}"
    for name, values in found["properties"].items():
        prop = schema.properties.get(name)
        if prop is None or prop.stub:
            yield f"{schema.name} has no {name}"
            continue
        for value in values:
            if prop.type.clean(value) is None:
                yield f"{schema.name}.{name} cannot be {value!r}"


def dangling(found: list[dict[str, Any]]) -> Iterator[str]:
    """Say which references lead nowhere, or to a kind that cannot stand there."""
    kinds = {each["id"]: model.get(each["schema"]) for each in found}
    for each in found:
        schema = model.get(each["schema"])
        for name, values in each["properties"].items():
            prop = schema.properties[name] if schema else None
            if prop is None or prop.type != registry.entity:
                continue
            for value in values:
                other = kinds.get(value)
                if other is None or (prop.range and not other.is_a(prop.range)):
                    yield f"{each['id']}.{name} leads to {value}, which is {other.name if other else 'nothing'}"


def main() -> None:
    """Check a file; end with 1 if there is anything to complain of."""
    with gzip.open(Path(sys.argv[1]), "rt", encoding="utf-8") as file:
        found = [json.loads(line) for line in file]
    wrong = [f"{each['id']}: {what}" for each in found for what in complaints(each)]
    wrong += [
        f"{number} entities have the id {each}"
        for each, number in Counter(each["id"] for each in found).items()
        if number > 1
    ]
    wrong += list(dangling(found)) if not wrong else []
    if missing := (ALL | TIES) - {each["schema"] for each in found}:
        wrong.append(f"nothing of {', '.join(sorted(missing))}")
    if wrong:
        sys.exit("\n".join(wrong))
    kinds = len({each["schema"] for each in found})
    sys.stdout.write(f"{len(found)} entities of {kinds} kinds, all as the library has them.\n")


if __name__ == "__main__":
    main()
