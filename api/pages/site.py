"""What all pages share: their operations and templates, and how an answer becomes a page."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from graphql import GraphQLEnumType, GraphQLSchema
from jinja2 import Environment

from api import logs
from api.asking import replies
from api.asking.asking import Asking
from api.asking.call import Call
from api.asking.operations import Operation
from api.collections.registry import Collections
from api.errors import DetenteError, NotFound
from api.pages import dates, links, words
from api.pages.documents import read_operations
from api.pages.kept import Page, Pages
from api.pages.pictures.studio import Studio
from api.pages.static import Static, digest
from api.pages.story import fields, sharing
from api.web.reply import Reply
from api.web.templates import environment

FOLDER = Path(__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors "
)
ALONE = POLICY + "'none'"
FRAMED = POLICY + "*"
"""For what other sites may show in a frame."""

# To write a page is charged like rows that are read.
BYTES_PER_COST = 10

Data = Mapping[str, Any]
Seen = Mapping[str, object] | None
View = Callable[[Data], Seen | Awaitable[Seen]]


class Site:
    """The pages' templates over the engine."""

    def __init__(self, asking: Asking, collections: Collections) -> None:
        self.asking = asking
        self.schema: GraphQLSchema = asking.engine.schema
        self.collections = collections
        self.studio = Studio()
        self.static = Static(FOLDER / "static")
        self.documents = {
            **read_operations(FOLDER / "operations"),
            **{
                f"lists/{name}": text
                for name, text in read_operations(FOLDER / "operations" / "lists").items()
            },
        }
        # What was written by other code or templates is another page, though its data are the same.
        self.edition = digest(FOLDER)
        self.templates = dressed(self)
        self.pages = Pages()

    async def answer(  # noqa: PLR0913 - by name, each of them usual
        self,
        call: Call,
        name: str,
        variables: Mapping[str, Any],
        view: View = dict,
        *,
        template: str | None = None,
        policy: str = ALONE,
    ) -> Reply:
        """Return the page of a named operation's answer; where the view finds nothing in it, there is none.

        The template sees what the view returns, and `dataset`, `query`, `explorer`, `path`, `here`, `base` and `now`.
        """
        call.allow("GET")
        query = self.documents[name]
        operation = Operation(query, dict(variables), fixed=True)
        asked = await self.asking.ask(operation, call.ticket, call.conditions_of(self.edition))
        headers = replies.told(asked, self.edition)
        if asked.data is None:
            return replies.unchanged(headers)
        key = (
            dict(headers).get(b"etag"),
            name,
            template,
            call.base,
            call.scope["path"],
            call.scope["query_string"],
        )
        now = datetime.now(UTC).replace(second=0, microsecond=0)
        page = self.pages.get(key, now)
        if page is None:
            shared = {
                "dataset": asked.data["dataset"],
                "query": query,
                "explorer": links.explorer(query, variables),
                "path": call.scope["path"],
                "here": call.base + call.scope["path"],
                "base": call.base,
                "now": now,
            }
            page = Page(now, await self._written(template or name, asked.data, view, shared))
            self.pages.put(key, page)
            await call.ticket.pay(len(page.html) // BYTES_PER_COST)
        reply = replies.page_reply(page.html, policy, headers)
        return self.pages.compressed(call.scope, key, page, reply)

    async def _written(self, template: str, data: Data, view: View, shared: Mapping[str, object]) -> bytes:
        """Return the page of an answer; one at a time is written, and others are answered meanwhile."""
        viewed = view(data)
        seen = await viewed if inspect.isawaitable(viewed) else viewed
        if seen is None:
            raise NotFound("There is no such page.", "look for it by its name.")
        async with self.pages.turn:
            html = await asyncio.to_thread(self.render, template, {**shared, **seen})
        return html.encode()

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """Return a template as HTML."""
        with logs.stage("render"):
            return self.templates.get_template(f"{template}.html").render(context)

    def failed(self, error: DetenteError) -> Reply:
        """Return a refusal as a small page; nobody keeps it."""
        logs.note(code=error.code)
        return self.failure(error.status, error.message, error.hint, error.headers)

    def failure(
        self,
        status: int,
        message: str,
        hint: str | None = None,
        headers: tuple[tuple[bytes, bytes], ...] = (),
    ) -> Reply:
        """Return a page that says what went wrong."""
        said = {"status": status, "phrase": HTTPStatus(status).phrase, "message": message, "hint": hint}
        html = self.render("error", {**said, "path": None})
        return replies.page_reply(html.encode(), ALONE, (*headers, (b"cache-control", b"no-store")), status)

    def meaning(self, vocabulary: str, word: str | None) -> str:
        """Return what a word of a vocabulary means, as the schema says it."""
        kind = self.schema.type_map[vocabulary]
        assert isinstance(kind, GraphQLEnumType)
        return kind.values[word].description or "" if word else ""


def dressed(site: Site) -> Environment:
    """Return the templates with the words and links that they use."""
    made = environment(FOLDER / "templates")
    made.filters.update(
        date=dates.time,
        date_words=dates.words,
        date_short=dates.short,
        year=dates.year_of,
        lag=dates.lag,
        label=words.label,
        people=words.count,
        figures=words.figures,
        counted=words.plural,
        listed=words.listed,
        sentence=words.sentence,
        kind_words=words.kinds,
        path=links.path_of,
        name=links.name_of,
        web=links.web,
    )
    made.globals.update(
        static=site.static.address,
        meaning=site.meaning,
        with_parameters=links.with_parameters,
        field_words=fields.field_words,
        value_words=fields.value_words,
        title_of=sharing.title_of,
        frame_of=sharing.frame_of,
        linked_data=sharing.linked_data,
    )
    return made
