"""The collections there are: every type as its plural."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from graphql import GraphQLSchema

from api.asking.operations import read_documents
from api.collections.collection import Collection
from api.collections.declared import DECLARED

OPERATIONS = Path(__file__).parent / "operations"


class Collections(Mapping[str, Collection]):
    """All collections over a schema, by their plurals."""

    def __init__(self, schema: GraphQLSchema) -> None:
        documents = read_documents(OPERATIONS)
        self._made = {each.plural: Collection(each, documents[each.plural], schema) for each in DECLARED}

    def __getitem__(self, plural: str) -> Collection:
        return self._made[plural]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
