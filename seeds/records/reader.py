"""Reads one file into records, and says in plain words what is wrong with it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from seeds.records.base import Record
from seeds.records.discretion import HIDDEN, touches, words_of
from seeds.records.files import Dossier, Reference
from seeds.records.nodes import Fault, Loc, Plain, Tree, parse

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one file, and how to put it right."""

    file: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        """Spell it as editors jump to it: file:line: where: message."""
        return f"{self.file}:{self.line}: {self.where + ': ' if self.where else ''}{self.message}"


class Refused(Exception):
    """Files that do not hold what they should, with every problem found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Document(Generic[R]):
    """A file's records, each part with its line."""

    file: str
    record: R
    lines: Mapping[Loc, int]

    def problem(self, loc: Loc, message: str) -> Problem:
        """Say what is wrong at one part of this file."""
        line = Tree(lines=self.lines).line(loc)
        return Problem(self.file, line, spell(loc), message)


def read_dossier(path: Path) -> Document[Dossier]:
    """Read one dossier; raise Refused with everything that is wrong."""
    document = _read(path, Dossier)
    if document.record.slug != path.stem:
        message = f"is `{document.record.slug}` in the file `{path.name}`; make the two equal"
        raise Refused((document.problem(("slug",), message),))
    return document


def read_reference(path: Path) -> Document[Reference]:
    """Read one file of reference data; raise Refused with everything that is wrong."""
    return _read(path, Reference)


def walk(record: Record, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Yield every record and every value inside a record, with its place."""
    yield loc, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        items = enumerate(value) if isinstance(value, tuple) else None
        for place, item in (((*loc, name, i), x) for i, x in items) if items else (((*loc, name), value),):
            if isinstance(item, Record):
                yield from walk(item, place)
            elif item is not None:
                yield place, item


def spell(loc: Loc) -> str:
    """('releases', 0, 'total') → 'releases[0].total'."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")


def _read(path: Path, model: type[R]) -> Document[R]:
    try:
        tree = parse(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise Refused((Problem(_near(path), 1, "", f"cannot be read ({reason}); check the file"),)) from None
    faults = list(tree.faults)
    record: R | None = None
    if not faults:
        record, found = _validate(tree, model)
        faults.extend(found)
    if record is None or faults:
        hidden = list(_hidden(tree.value))
        raise Refused(tuple(_problem(path, fault, hidden) for fault in faults)) from None
    return Document(_near(path), record, tree.lines)


def _near(path: Path) -> str:
    """The path as seen from here, so that it is short and an editor can open it."""
    path, here = path.resolve(), Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _validate(tree: Tree, model: type[R]) -> tuple[R | None, list[Fault]]:
    if not isinstance(tree.value, dict):
        return None, [
            Fault(1, (), "does not consist of `field: value` lines; begin with `slug:` and `title:`")
        ]
    try:
        record = model.model_validate(tree.value)
    except ValidationError as error:
        return None, [_explain(tree, model, detail) for detail in error.errors(include_url=False)]
    complaints = (
        ((*loc, field), message)
        for loc, part in walk(record)
        if isinstance(part, Record)
        for field, message in part.rules()
    )
    return record, [Fault(tree.line(loc), loc, message) for loc, message in complaints]


def _explain(tree: Tree, model: type[BaseModel], detail: ErrorDetails) -> Fault:
    """Put one of pydantic's findings into words that name the remedy."""
    loc = detail["loc"]
    annotation = _annotation(model, loc)
    match detail["type"]:
        case "missing":
            message = "is missing; add it"
        case "extra_forbidden":
            message = _unknown_field(str(loc[-1]), _annotation(model, loc[:-1]))
        case "enum":
            message = _unknown_label(detail["input"], annotation)
        case "value_error":
            message = str(detail["ctx"]["error"])
        case "tuple_type":
            message = "is no list; write each entry on a line of its own, after `- `"
        case "model_type" | "model_attributes_type":
            message = "is no record; write its fields as `name: value` lines below it"
        case _:
            message = f"{detail['msg']}; correct the value"
    return Fault(tree.line(loc), loc, message)


def _annotation(model: type[BaseModel], loc: Loc) -> object:
    """The model or enum that stands at a place."""
    here: object = model
    for part in loc:
        if isinstance(part, str) and isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(part)
            here = _core(field.annotation) if field else None
    return here


def _core(annotation: object) -> object:
    """tuple[X, ...] → X, X | None → X, Annotated[X, …] → X."""
    while arguments := [one for one in get_args(annotation) if one is not type(None) and one is not ...]:
        annotation = arguments[0]
    return annotation


def _unknown_field(name: str, model: object) -> str:
    fields = list(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else []
    close = get_close_matches(name, fields, 1)
    remedy = f"did you mean `{close[0]}`?" if close else f"the fields here are {', '.join(fields)}"
    return f"is no field of this record; {remedy}"


def _unknown_label(value: Plain, enum: object) -> str:
    labels = [str(one.value) for one in enum] if isinstance(enum, type) and issubclass(enum, Enum) else []
    close = get_close_matches(str(value).upper(), labels, 1)
    hint = f"did you mean {close[0]}? It must be" if close else "it must be"
    return f"{value!r} is none of its words; {hint} one of {', '.join(labels)}"


def _hidden(value: Plain) -> Iterator[frozenset[str]]:
    """Every name in the file that must not be printed, wherever a message would quote it."""
    if isinstance(value, dict):
        hidden = {"confidential_name"} | ({"name"} if value.get("publication") == "WITHHELD" else set())
        yield from (words_of(value[key]) for key in hidden & value.keys() if isinstance(value[key], str))
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _hidden(child)


def _problem(path: Path, fault: Fault, hidden: Collection[frozenset[str]]) -> Problem:
    where = spell(fault.loc)
    if touches(f"{where} {fault.message}", hidden):
        return Problem(_near(path), fault.line, "", HIDDEN)
    return Problem(_near(path), fault.line, where, fault.message)
