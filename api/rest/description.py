"""What describes the service, made when somebody first asks: OpenAPI for machines, a page for people."""

from base64 import b64encode
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
from graphql import GraphQLSchema
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.collections.registry import Collections
from api.rest.openapi import describe
from api.rest.reference import chapters
from api.rest.schemas import Json

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER / "examples.json"
"""Answers on the seeds, for each collection; `make golden` writes them anew."""


class Description:
    """The description of all collections."""

    def __init__(self, collections: Collections, schema: GraphQLSchema) -> None:
        self._collections, self._schema = collections, schema

    @cached_property
    def document(self) -> Json:
        """OpenAPI as data."""
        examples: dict[str, Any] = orjson.loads(EXAMPLES.read_bytes())
        return describe(self._collections, self._schema, examples)

    @cached_property
    def body(self) -> bytes:
        """OpenAPI as JSON."""
        return orjson.dumps(self.document)

    @cached_property
    def page(self) -> str:
        """The page for people."""
        templates = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        said = self.document["info"]
        return templates.get_template("reference.html").render(
            said=said,
            about=said["description"].split("\n\n"),
            chapters=chapters(self.document),
            style=self._style,
        )

    @cached_property
    def policy(self) -> str:
        """What the page may do: be dressed by the style within it, and send its forms here."""
        digest = b64encode(sha256(self._style.encode()).digest()).decode()
        return (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self'; form-action 'self'; base-uri 'none';"
            " frame-ancestors 'none'"
        )

    @cached_property
    def _style(self) -> str:
        return (FOLDER / "templates" / "reference.css").read_text(encoding="utf-8")
