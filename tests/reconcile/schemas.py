"""JSON Schemas of the reconciliation API's messages, written from the rules of its specification, 0.2 and 1.0-draft.

Where the specification says in words what its own schemas leave open (an id is not empty, a score of a service with
standardized scores lies between 0 and 100, a chosen type has a name), these ask for it.
"""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
WORDS: Schema = {"type": "string"}
BOOLEAN: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer"}
ADDRESS: Schema = {"type": "string", "pattern": "^https?://[^ ]+$"}
LANGUAGE: Schema = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}
DIRECTION: Schema = {"enum": ["ltr", "rtl", "auto"]}


def thing(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """An object with these members and no others."""
    members = {**required, **(optional or {})}
    return {
        "type": "object",
        "properties": members,
        "required": list(required),
        "additionalProperties": False,
    }


def many(items: Schema, **more: object) -> Schema:
    """A list."""
    return {"type": "array", "items": items, **more}


def by_key(values: Schema) -> Schema:
    """An object whose keys are ids."""
    return {"type": "object", "additionalProperties": values}


def one_of(*schemas: Schema) -> Schema:
    """Exactly one of these."""
    return {"oneOf": list(schemas)}


def _template(variable: str) -> Schema:
    return {"type": "string", "pattern": f"^https?://[^ ]*{variable}"}


TYPE = thing({"id": TEXT, "name": TEXT}, {"description": WORDS, "broader": many({"$ref": "#/$defs/type"})})
DEFINITIONS = {"type": TYPE}
TYPE_OR_ID = one_of(thing({"id": TEXT}, {"name": TEXT}), TEXT)
ENTITY = thing({"id": TEXT, "name": TEXT}, {"description": WORDS})
# A day with a time, as ISO 8601 writes it.
MOMENT: Schema = {
    "type": "string",
    "pattern": r"^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$",
}
CELL = one_of(
    thing({}),
    ENTITY,
    thing({"str": WORDS}),
    thing({"int": WHOLE}),
    thing({"float": NUMBER}),
    thing({"date": MOMENT}),
)
META = many(
    thing({"id": TEXT, "name": TEXT}, {"type": thing({"id": TEXT}, {"name": TEXT}), "service": ADDRESS})
)
_CHOICES = many(thing({"value": WORDS, "name": TEXT}), minItems=1)


def _settings(own: str, label: str, help_text: str) -> Schema:
    """A setting of each sort; what its members are called is what the versions differ in."""
    named = {own: TEXT, label: TEXT}
    helped = {help_text: WORDS}
    return one_of(
        thing({"type": {"const": "number"}, **named}, {"default": NUMBER, **helped}),
        thing({"type": {"const": "text"}, **named}, {"default": WORDS, **helped}),
        thing({"type": {"const": "checkbox"}, **named}, {"default": BOOLEAN, **helped}),
        thing({"type": {"const": "select"}, "choices": _CHOICES, **named}, {"default": WORDS, **helped}),
    )


_ABOUT = {
    "documentation": ADDRESS,
    "logo": ADDRESS,
    "serviceVersion": TEXT,
    "defaultTypes": many({"$ref": "#/$defs/type"}, uniqueItems=True),
    "batchSize": {"type": "integer", "minimum": 1},
    "authentication": {"type": "object"},
}
_VERSIONS = many(TEXT, uniqueItems=True)
_SUGGEST_SERVICE = thing(
    {"service_url": ADDRESS, "service_path": WORDS},
    {"flyout_service_url": ADDRESS, "flyout_service_path": {"type": "string", "pattern": r"\$\{id\}"}},
)
_PREVIEW = {"width": WHOLE, "height": WHOLE}

OLD_MANIFEST = thing(
    {
        "versions": {**_VERSIONS, "contains": {"const": "0.2"}},
        "name": TEXT,
        "identifierSpace": ADDRESS,
        "schemaSpace": ADDRESS,
    },
    {
        **_ABOUT,
        "view": thing({"url": _template(r"\{\{id\}\}")}),
        "feature_view": thing({"url": _template(r"\{\{id\}\}")}),
        "preview": thing({"url": _template(r"\{\{id\}\}"), **_PREVIEW}),
        "suggest": thing({}, dict.fromkeys(("entity", "property", "type"), _SUGGEST_SERVICE)),
        "extend": thing(
            {},
            {
                "propose_properties": thing({"service_url": ADDRESS, "service_path": WORDS}),
                "property_settings": many(_settings("name", "label", "help_text")),
            },
        ),
    },
)
NEW_MANIFEST = thing(
    {
        "versions": {**_VERSIONS, "contains": {"const": "1.0-draft"}},
        "name": TEXT,
        "view": thing({"url": _template(r"\{\+?id\}")}),
    },
    {
        **_ABOUT,
        "featureView": thing({"url": _template(r"\{\+?id\}")}),
        "preview": thing(_PREVIEW),
        "suggest": thing(dict.fromkeys(("entity", "property", "type"), BOOLEAN)),
        "extend": thing(
            {}, {"proposeProperties": BOOLEAN, "propertySettings": many(_settings("id", "name", "helpText"))}
        ),
        "lang": LANGUAGE,
        "dir": DIRECTION,
        "standardizedScore": BOOLEAN,
    },
)
FEATURE = thing({"id": TEXT, "name": TEXT, "value": one_of(BOOLEAN, NUMBER)})
CANDIDATE = thing(
    {
        "id": TEXT,
        "name": TEXT,
        "score": {"type": "number", "minimum": 0, "maximum": 100},
        "match": BOOLEAN,
        "type": many(TYPE_OR_ID),
    },
    {"description": WORDS, "features": many(FEATURE)},
)
OLD_RESULTS = by_key(thing({"result": many(CANDIDATE)}))
NEW_RESULTS = thing({"results": many(thing({"candidates": many(CANDIDATE)}))})
OLD_EXTENSION = thing({"meta": META, "rows": by_key(by_key(many(CELL)))})
NEW_EXTENSION = thing(
    {
        "meta": META,
        "rows": many(thing({"id": TEXT, "properties": many(thing({"id": TEXT, "values": many(CELL)}))})),
    }
)
PROPOSALS = thing({"properties": many(ENTITY)}, {"type": WORDS, "limit": WHOLE})
SUGGESTED_ENTITIES = thing(
    {"result": many(thing({"id": TEXT, "name": TEXT}, {"description": WORDS, "notable": many(TYPE_OR_ID)}))}
)
SUGGESTED_PROPERTIES = thing({"result": many(ENTITY)})
SUGGESTED_TYPES = thing({"result": many({"$ref": "#/$defs/type"})})
FLYOUT = thing({"id": TEXT, "html": TEXT})


def validator(schema: Schema) -> Validator:
    """What validates messages of this schema."""
    return Draft202012Validator({**schema, "$defs": DEFINITIONS})


def check(message: Any, schema: Schema) -> None:  # noqa: ANN401 - whatever JSON holds
    """Fail with the first place where a message is not as the specification has it."""
    error = next(iter(validator(schema).iter_errors(message)), None)
    assert error is None, f"{error.json_path}: {error.message}"
