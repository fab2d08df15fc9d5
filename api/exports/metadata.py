"""What is told beside a delimited file, as CSV on the Web has it: <https://www.w3.org/TR/tabular-metadata/>."""

from collections.abc import Mapping
from typing import Any

from api.exports.cells import Kind
from api.exports.columns import Column
from api.exports.delimited import END_OF_LINE
from api.exports.guide import NOTES, cite
from api.exports.table import About, Origin

_APOSTROPHE = (
    "A text that a spreadsheet would run as a formula, or change as a number, has an apostrophe before it; one that "
    "begins with apostrophes and such a sign has one more."
)


def metadata(about: About, columns: tuple[Column, ...], url: str) -> Mapping[str, Any]:
    """Return the document for a file at an address."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": url,
        "dc:title": about.title,
        "dc:description": about.description,
        "dc:rights": about.license,
        "dc:modified": {"@value": about.updated_at, "@type": "xsd:dateTime"},
        "dc:bibliographicCitation": cite(about),
        "dc:source": [_origin(each) for each in about.origins],
        "schema:version": str(about.revision),
        "notes": [*(f"{title}: {text}" for title, text in NOTES.items()), _APOSTROPHE],
        "dialect": {
            "encoding": "utf-8",
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
            "lineTerminators": [END_OF_LINE],
        },
        "tableSchema": {"columns": [_column(each) for each in columns]},
    }


def _column(column: Column) -> Mapping[str, Any]:
    name = column.name.replace(".", "_")
    told = {"name": name, "titles": column.title, "dc:description": column.description}
    if column.kind is Kind.BOOLEAN:
        return {**told, "datatype": {"base": "boolean", "format": "yes|no"}}
    if column.kind in {Kind.FUZZY, Kind.MOMENT}:
        return {**told, "datatype": "string"}
    return {**told, "datatype": column.kind.value}


def _origin(origin: Origin) -> Mapping[str, Any]:
    found = {
        "dc:title": origin.title,
        "dc:publisher": origin.publisher,
        "dc:rights": origin.license,
        "dc:identifier": origin.url,
        "dc:date": origin.retrieved_on,
    }
    return {name: value for name, value in found.items() if value}
