"""What describes the service, made when somebody first asks: OpenAPI for machines, a page for people."""

from base64 import b64encode
from functools import cached_property
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import orjson
from graphql import GraphQLSchema
from markupsafe import Markup

from api.collections.registry import Collections
from api.rest.openapi import describe
from api.rest.reference import chapters
from api.rest.schemas import Json
from api.web.templates import environment

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER / "examples.json"
"""Answers on the seeds, for each collection; `make golden` writes them anew."""
# Stands in the page for the address of the service, which differs by who asks.
_BASE = "https://detente.invalid"


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

    def page(self, base: str) -> str:
        """Return the page for people, for whom we stand at this address."""
        return self._page.replace(_BASE, escape(base))

    @cached_property
    def _page(self) -> str:
        templates = environment(FOLDER / "templates")
        templates.filters["marked"] = marked
        said = self.document["info"]
        return templates.get_template("reference.html").render(
            said=said,
            about=said["description"].split("\n\n"),
            chapters=chapters(self.document),
            style=self._style,
            base=_BASE,
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


def marked(text: str) -> Markup:
    """Return a text as HTML, with what stands between backticks as code."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in enumerate(parts)
    )
