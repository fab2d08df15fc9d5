"""Writes the page that explains every field of a dossier: python -m seeds.records.describe > docs/dossier-fields.md."""

import re
from collections.abc import Iterator
from itertools import chain
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import click
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from schema.enums.vocabulary import Vocabulary
from seeds.records.base import Record
from seeds.records.files import Dossier, Reference
from seeds.records.words import (
    Boolean,
    Day,
    FuzzyDate,
    Iso2,
    Iso3,
    Language,
    Number,
    Ref,
    Script,
    Slug,
    Text,
    Url,
)

_WORDS = {
    Boolean: "`true` or `false`",
    Day: "day, as 2025-12-13",
    FuzzyDate: "date, as well as it is known",
    Iso2: "two-letter code",
    Iso3: "three-letter code",
    Language: "language code",
    Number: "whole number",
    Script: "script code",
    Slug: "short name",
    Text: "text",
    Url: "address",
}
_INTRODUCTION = """\
# The fields of a dossier

Every field that a file may hold, made from the models in `seeds/records` (`python -m seeds.records.describe`).
How to use them stands in [dossiers.md](dossiers.md). **Bold** fields must be given. A list may be left out
when it is empty. A *date, as well as it is known* is one of `2025-12-13`, `2025-12`, `2025`, `1962~` (about),
`1962/1964` (between), `../2016` (until), `2025/..` (since).
"""


def page() -> str:
    """The whole page in Markdown."""
    return "\n".join((_INTRODUCTION, *chain.from_iterable(map(_section, models())), *_vocabularies()))


def models() -> list[type[Record]]:
    """Every model once, in the order in which a file shows them."""
    return list(dict.fromkeys(model for root in (Dossier, Reference) for model in _below(root)))


def _below(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for field in model.model_fields.values():
        for inner in _classes(_annotation(field)):
            if issubclass(inner, Record):
                yield from _below(inner)


def _section(model: type[Record]) -> Iterator[str]:
    yield f"## {_title(model)}\n\n{model.__doc__}\n"
    yield "| Field | Holds | Meaning |\n|---|---|---|"
    for name, field in model.model_fields.items():
        label = f"**`{name}`**" if field.is_required() else f"`{name}`"
        yield f"| {label} | {_holds(_annotation(field))} | {field.description} |"
    yield ""


def _vocabularies() -> Iterator[str]:
    """The words that may stand in fields that hold one of a few."""
    yield "# The words\n"
    used = {annotation for model in models() for annotation in map(_annotation, model.model_fields.values())}
    kinds = {kind for annotation in used for kind in _classes(annotation) if issubclass(kind, Vocabulary)}
    for kind in sorted(kinds, key=_title):
        yield f"## {_title(kind)}\n\n{kind.__doc__}\n\n| Word | Meaning |\n|---|---|"
        yield from (f"| `{one.value}` | {one.description} |" for one in kind)
        yield ""


def _title(kind: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize()


def _anchor(kind: type) -> str:
    return _title(kind).lower().replace(" ", "-")


def _holds(annotation: object) -> str:
    """'list of short names of sources', 'one of EXACT, AT_LEAST …'."""
    inner = _inner(annotation)
    if get_origin(inner) is tuple:
        return f"list: {_holds(get_args(inner)[0])}"
    if word := next((words for kind, words in _WORDS.items() if inner == kind), None):
        return word
    core = get_args(inner)[0] if get_origin(inner) is Annotated else inner
    if isinstance(core, type):
        return _holds_class(core)
    raise TypeError(f"no words for {annotation}")


def _holds_class(kind: type) -> str:
    if issubclass(kind, Record):
        return f"[{_title(kind).lower()}](#{_anchor(kind)})"
    if issubclass(kind, Vocabulary):
        return f"one of [{_title(kind).lower()}](#{_anchor(kind)})"
    if issubclass(kind, Ref):
        assert kind.__doc__
        return kind.__doc__.rstrip(".").lower()
    if issubclass(kind, SecretStr):
        return "text, never published"
    raise TypeError(f"no words for {kind}")


def _annotation(field: FieldInfo) -> object:
    """The annotation as it was written, with what pydantic keeps apart."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _inner(annotation: object) -> object:
    """X | None → X."""
    if get_origin(annotation) in (Union, UnionType):
        return next(one for one in get_args(annotation) if one is not type(None))
    return annotation


def _classes(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for argument in get_args(annotation):
        yield from _classes(argument)


if __name__ == "__main__":
    click.echo(page(), nl=False)
