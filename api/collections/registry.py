"""The collections there are: every type as its plural."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graphql import GraphQLSchema

from api.asking.operations import Operation, read_documents
from api.collections.collection import Collection
from api.collections.declared import DECLARED

OPERATIONS = Path(__file__).parent / "operations"


class Collections(Mapping[str, Collection]):
    """All collections over a schema, by their plurals."""

    def __init__(self, schema: GraphQLSchema) -> None:
        documents = read_documents(OPERATIONS)
        self._address = documents["address"]
        self._made = {each.plural: Collection(each, documents[each.plural], schema) for each in DECLARED}

    def __getitem__(self, plural: str) -> Collection:
        return self._made[plural]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def read_address(self, global_id: str) -> Operation:
        """Return the operation that reads where the thing with a global id stands."""
        return Operation(self._address, {"id": global_id}, fixed=True)

    def address(self, data: Mapping[str, Any]) -> tuple[Collection, str] | None:
        """Return the collection and key that its answer holds."""
        node = data["node"]
        if node is None:
            return None
        own = next((each for each in self.values() if each.type == node["__typename"]), None)
        return (own, node[own.key]) if own else None
