"""What a reader of a table should know, line by line: where it comes from, what may be done with it, what it means."""

from collections.abc import Iterator

from api.exports.columns import Column
from api.exports.table import About

NOTES = {
    "Numbers of people": "Read them with what stands beside them: “at least 110” is no sum of the people named, and a"
    " running total counts other releases, too. Only numbers of one release add up.",
    "Withheld names": "“Name withheld” is a person whose name is not published. Such people count everywhere.",
    "Dates": "As exactly as they are known: 2025-12-13, 2025-12, 2025, 1962~ (about), 1962/1964 (between).",
    "Several values": "They stand in one cell, with “; ” between them.",
}


def guide(about: About, columns: tuple[Column, ...]) -> Iterator[tuple[str, str]]:
    """Lines of a heading and a text."""
    yield about.title, about.description
    yield "Address", about.address
    for name, value in about.filters:
        yield f"Filter: {name}", value
    if not about.filters:
        yield "Filters", "None: these are all rows."
    yield "Revision of the data", f"{about.revision}, made {about.updated_at}"
    yield "License", about.license
    yield "How to cite", cite(about)
    yield from NOTES.items()
    for column in columns:
        yield f"Column: {column.title}", column.description
    for origin in about.origins:
        told = (
            origin.publisher,
            origin.url,
            origin.license,
            origin.retrieved_on and f"read {origin.retrieved_on}",
        )
        yield f"Source: {origin.title}", ". ".join(each for each in told if each)


def cite(about: About) -> str:
    """A citation, as an article or a footnote has it."""
    return f"Détente, “{about.title}”, revision {about.revision} of {about.updated_at[:10]}. {about.address}"
