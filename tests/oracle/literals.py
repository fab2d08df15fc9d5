"""Writes the values of arguments into an operation: as literals, as variables, with defaults, or not at all."""

import json
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_input_object_type,
    specified_scalar_types,
)
from graphql.language.block_string import is_printable_as_block_string, print_block_string
from hypothesis import strategies as st

BOOLEAN = specified_scalar_types["Boolean"]
ABSENT = object()
HOW_NOTHING = st.sampled_from(["left out", "left out", "null", "null given", "not given", "default"])
HOW_GIVEN = st.sampled_from(["given", "strictly", "default", "over a default", "bare"])
TENTHS = st.integers(0, 9)


@dataclass
class Variable:
    """A variable of an operation."""

    type: str
    default: str | None
    given: object
    effective: object


@dataclass
class Literals:
    """Writes values, and keeps the variables that it makes on the way."""

    draw: st.DrawFn
    variables: dict[str, Variable] = field(default_factory=dict)

    def write(self, kind: GraphQLInputType, value: object) -> str | None:
        """Return how a value is written at a place of this type; None where the place is left out."""
        if value is None:
            return self._nothing(kind)
        if self.draw(TENTHS) < 5:
            return self._variable(kind, value)
        return self._literal(kind, value)

    def flag(self, value: bool) -> str:
        """Return how a flag of @skip or @include is written."""
        if self.draw(st.booleans()):
            return json.dumps(value)
        return self._variable(GraphQLNonNull(BOOLEAN), value)

    def definitions(self) -> str:
        """Return the variable definitions of the operation."""
        each = [
            f"${name}: {variable.type}" + (f" = {variable.default}" if variable.default is not None else "")
            for name, variable in self.variables.items()
        ]
        return f"({', '.join(each)})" if each else ""

    def given(self) -> dict[str, Any]:
        """Return the variables that are sent."""
        return {name: each.given for name, each in self.variables.items() if each.given is not ABSENT}

    # Nothing

    def _nothing(self, kind: GraphQLInputType) -> str | None:
        match self.draw(HOW_NOTHING):
            case "left out":
                return None
            case "null":
                return "null"
            case "null given":
                return self._add(str(kind), None, None, None)
            case "not given":
                return self._add(str(kind), None, ABSENT, None)
            case _:
                return self._add(str(kind), "null", ABSENT, None)

    # Variables

    def _variable(self, kind: GraphQLInputType, value: object) -> str:
        for name, known in self.variables.items():
            if known.type == str(kind) and known.effective == value and type(known.effective) is type(value):
                return f"${name}"
        nullable = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        match self.draw(HOW_GIVEN):
            case "given":
                return self._add(str(kind), None, value, value)
            case "bare":
                return self._add(str(kind), None, _bare(value), value)
            case "strictly":
                return self._add(f"{nullable}!", None, value, value)
            case "default":
                return self._add(str(nullable), self._fixed(kind, value), ABSENT, value)
            case _:
                return self._add(str(nullable), self._fixed(kind, value), value, value)

    def _add(self, kind: str, default: str | None, given: object, effective: object) -> str:
        name = f"v{len(self.variables)}"
        self.variables[name] = Variable(kind, default, given, effective)
        return f"${name}"

    # Literals

    def _literal(self, kind: GraphQLInputType, value: object) -> str:
        """Return a literal, parts of which may be variables."""
        inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if isinstance(inner, GraphQLList) and isinstance(value, list):
            parts = [self.write(inner.of_type, each) or "null" for each in value]
            bare = len(parts) == 1 and not parts[0].startswith("$") and self.draw(st.booleans())
            return parts[0] if bare else f"[{', '.join(parts)}]"
        if isinstance(inner, GraphQLInputObjectType) and isinstance(value, dict):
            written = {name: self.write(inner.fields[name].type, each) for name, each in value.items()}
            return "{" + ", ".join(f"{name}: {text}" for name, text in written.items() if text) + "}"
        return self._fixed(kind, value)

    def _fixed(self, kind: GraphQLInputType, value: object) -> str:
        """Return a literal without any variables."""
        inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if value is None:
            return "null"
        if isinstance(inner, GraphQLList) and isinstance(value, list):
            return f"[{', '.join(self._fixed(inner.of_type, each) for each in value)}]"
        if is_input_object_type(inner) and isinstance(value, dict):
            parts = (f"{name}: {self._fixed(inner.fields[name].type, each)}" for name, each in value.items())
            return "{" + ", ".join(parts) + "}"
        if isinstance(get_named_type(inner), GraphQLEnumType):
            return str(value)
        if isinstance(value, str) and is_printable_as_block_string(value) and self.draw(TENTHS) == 9:
            return print_block_string(value)
        return json.dumps(value, ensure_ascii=self.draw(st.booleans()))


def _bare(value: object) -> object:
    """Return what a list of one may be given as: the one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value
