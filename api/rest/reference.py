"""The reference for people, as plain data for its template: read from the OpenAPI document, and from nothing else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from api.rest.links import ROOT
from api.rest.schemas import Json

_REF = "#/components/schemas/"
_TEXT = {
    "array": "list",
    "object": "object",
    "string": "text",
    "integer": "number",
    "boolean": "true or false",
}
# What only programs send.
_LATE = {"after", "before"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an answer: where it stands, what it holds, and what it means."""

    path: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Input:
    """One parameter, and how a form asks for it.

    Attributes:
        words: What can be chosen; nothing where it is typed.
        example: What to type, for example.
    """

    name: str
    about: str
    words: tuple[str, ...]
    example: str
    late: bool


@dataclass(frozen=True, slots=True)
class Address:
    """One address: what it takes, what it answers, and the operation behind it."""

    path: str
    about: str
    note: str
    inputs: tuple[Input, ...]
    fields: tuple[Field, ...]
    example: str
    graphql: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One collection: its list and its item."""

    name: str
    many: Address
    one: Address


def chapters(document: Json) -> list[Chapter]:
    """Return a chapter for each collection."""
    return [
        Chapter(
            tag["name"],
            _address(document, f"{ROOT}/{tag['name']}", "data.items"),
            _address(document, f"{ROOT}/{tag['name']}/{{key}}", "data"),
        )
        for tag in document["tags"]
    ]


def _address(document: Json, path: str, way: str) -> Address:
    said = document["paths"][path]["get"]
    content = said["responses"]["200"]["content"]["application/json"]
    row = content["schema"]["properties"]
    for step in way.split("."):
        row = row[step]
    example = content.get("example")
    return Address(
        path,
        said["summary"],
        said.get("description", ""),
        tuple(_input(document, each) for each in said["parameters"]),
        tuple(_fields(document, _resolved(document, row))),
        json.dumps(example, indent=2, ensure_ascii=False) if example else "",
        said["x-graphql"],
    )


def _input(document: Json, said: Json) -> Input:
    schema = said.get("schema", {})
    value = _resolved(document, schema.get("items", schema))
    words = ("true", "false") if value.get("type") == "boolean" else tuple(value.get("enum", ()))
    example = said.get("example", "")
    if isinstance(example, list):
        example = ",".join(example)
    # A list of all paths is no menu.
    menu = () if said["name"] == "fields" else words
    return Input(said["name"], said["description"], menu, str(example), said["name"] in _LATE)


def _fields(document: Json, schema: Json, before: str = "") -> Iterator[Field]:
    for name, inner in _whole(schema).get("properties", {}).items():
        path = before + name
        yield Field(path, _kind(document, inner), inner.get("description", "").partition("\n")[0])
        yield from _fields(document, inner, f"{path}.")


def _kind(document: Json, schema: Json) -> str:
    """What a field holds, in words: "text", "number or null", "list of object"."""
    if "anyOf" in schema:
        return " or ".join(_kind(document, each) for each in schema["anyOf"])
    if reference := schema.get("$ref"):
        name: str = reference.removeprefix(_REF)
        return name
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    told = " or ".join(_TEXT.get(kind) or kind for kind in kinds)
    return f"{told} of {_kind(document, schema['items'])}" if "items" in schema else told


def _whole(schema: Json) -> Json:
    """The schema of what is within lists, and where it is not null."""
    while "properties" not in schema:
        if "anyOf" in schema:
            schema = schema["anyOf"][0]
        elif "items" in schema:
            schema = schema["items"]
        else:
            return {}
    return schema


def _resolved(document: Json, schema: Json) -> Json:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Any = document["components"]["schemas"][reference.removeprefix(_REF)]
    return dict(found)
