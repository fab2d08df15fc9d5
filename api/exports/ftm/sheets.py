"""Collections as entities: what is asked of each, and what becomes of a row."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from graphql import GraphQLSchema

from api.asking.operations import Operation, read_documents
from api.collections.collection import Collection, Page
from api.errors import IllFormedRequest
from api.exports.columns import Column, Row
from api.exports.ftm import others, targets
from api.exports.ftm.entity import Draft
from api.exports.sheets import Sheet, Wanted

_OPERATIONS = Path(__file__).parent / "operations"
_MAPPERS: Mapping[str, Callable[[Row], Iterator[Draft]]] = {
    "detainees": others.detainees,
    "organizations": others.organizations,
    "releases": others.releases,
    "sanctions": others.sanctions,
    "targets": targets.targets,
}


class Entities(Sheet):
    """A collection that the model can hold: entities, none or several, for each of its things."""

    def __init__(self, collection: Collection, schema: GraphQLSchema, document: str) -> None:
        super().__init__(collection, schema)
        self._document = document
        self._map = _MAPPERS[collection.plural]

    def read(self, pairs: Iterable[tuple[str, str]] = ()) -> Wanted:
        """Return what parameters ask for; entities are whole."""
        wanted = super().read(pairs)
        if wanted.fields is not None:
            raise IllFormedRequest("Entities have no fields to choose from.", "leave fields out.")
        return wanted

    def page(self, wanted: Wanted, after: str | None = None) -> Operation:
        """Return the operation that reads the page behind a cursor."""
        return Operation(self._document, replace(wanted.question, after=after).variables(), fixed=True)

    def found(self, data: Mapping[str, Any]) -> Page:
        """Return the page that an answer holds, each row with the license of the dossiers."""
        page = super().found(data)
        if "dataset" not in data:
            return page
        told = {others.LICENSE: data["dataset"]["license"]}
        return replace(page, rows=[row | told for row in page.rows])

    def rows(self, wanted: Wanted, things: Sequence[Row]) -> Sequence[Row]:  # noqa: ARG002 - as its base has it
        """Return the entities of some things."""
        return [draft.done() for thing in things for draft in self._map(thing)]

    def _columns(self, schema: GraphQLSchema) -> tuple[Column, ...]:  # noqa: ARG002 - as its base has it
        return ()


def make_entities(collections: Mapping[str, Collection], schema: GraphQLSchema) -> Mapping[str, Entities]:
    """Return those collections that the model can hold, by their plurals."""
    documents = read_documents(_OPERATIONS)
    return {name: Entities(collections[name], schema, documents[name]) for name in _MAPPERS}
