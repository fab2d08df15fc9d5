"""Makes filters and orders: driven by the input types of the schema, with values that stand in the rows."""

from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    get_named_type,
    is_required_input_field,
)
from hypothesis import strategies as st

from tests.oracle.vocabulary import Vocabulary

DEEPEST = 4


@dataclass(frozen=True, repr=False)
class Conditions:
    """Draws the values of input objects; what is a choice between several fields is one here."""

    draw: st.DrawFn
    vocabulary: Vocabulary

    def where(self, kind: GraphQLInputObjectType, depth: int = 0) -> dict[str, Any]:
        """Return an input object with few fields, fewer the deeper it is."""
        names = [name for name in kind.fields if depth < DEEPEST or not self._leads_on(kind, name)]
        if not names:
            return {}
        least, most = int(self.draw(st.integers(0, 9)) < 9), 2 if depth < 2 else 1
        chosen = self.draw(st.lists(st.sampled_from(names), min_size=least, max_size=most, unique=True))
        return self._required(kind, depth) | {
            name: self.value(kind.fields[name].type, name, depth) for name in chosen
        }

    def _required(self, kind: GraphQLInputObjectType, depth: int) -> dict[str, Any]:
        """Return the fields without which there is no such input object."""
        fields = kind.fields.items()
        return {
            name: self.value(field.type, name, depth)
            for name, field in fields
            if is_required_input_field(field)
        }

    def value(self, kind: GraphQLInputType, name: str, depth: int) -> Any:  # noqa: ANN401 - of any type
        """Return the value of one field of an input object."""
        inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if isinstance(inner, GraphQLList):
            number = self.draw(st.integers(0, 2 if depth else 6))
            return [self.value(inner.of_type, name, depth + 1) for _ in range(number)]
        if isinstance(inner, GraphQLInputObjectType):
            return self.where(inner, depth + 1)
        if isinstance(inner, GraphQLEnumType):
            return self.draw(st.sampled_from(list(inner.values)))
        return self.draw(self.vocabulary.scalars(inner.name, name))

    def along(self, kind: GraphQLInputType, name: str, inputs: tuple[str, ...]) -> Any:  # noqa: ANN401
        """Return a value of an argument or input field in which the field is given that these lead to."""
        inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if isinstance(inner, GraphQLList) and inputs:
            return [self.along(inner.of_type, name, inputs)]
        if inputs:
            assert isinstance(inner, GraphQLInputObjectType)
            led = {inputs[0]: self.along(inner.fields[inputs[0]].type, inputs[0], inputs[1:])}
            return self._required(inner, 1) | led
        if not get_named_type(kind).name.endswith("Order"):
            return self.value(kind, name, 1)
        return self.order(kind) if isinstance(inner, GraphQLList) else self._key(get_named_type(kind), 1)

    def order(self, kind: GraphQLInputType) -> list[dict[str, Any]]:
        """Return a few keys of an order."""
        return [self._key(get_named_type(kind), 0) for _ in range(self.draw(st.integers(0, 3)))]

    def _key(self, owner: GraphQLNamedType, depth: int) -> dict[str, Any]:
        assert isinstance(owner, GraphQLInputObjectType)
        plain = [name for name in owner.fields if depth < 2 or not self._leads_on(owner, name)]
        name = self.draw(st.sampled_from(plain or list(owner.fields)))
        inner = get_named_type(owner.fields[name].type)
        if isinstance(inner, GraphQLInputObjectType):
            return {name: self._key(inner, depth + 1)}
        return {name: self.draw(st.sampled_from(["ASC", "DESC"]))}

    @staticmethod
    def _leads_on(kind: GraphQLInputObjectType, name: str) -> bool:
        inner = get_named_type(kind.fields[name].type).name
        return name in ("and", "or", "not") or inner.endswith(("Where", "Order"))
