"""Documents made to cost a server more than their authors: what each tool and each paper on the subject tries."""

from collections.abc import Mapping
from types import MappingProxyType


def _many(text: str, times: int) -> str:
    """Repeat a text; % stands for the number of the time."""
    return " ".join(text.replace("%", str(number)) for number in range(times))


def _doubling(steps: int) -> str:
    spread = "fragment f% on Country { ...f%% ...f%% }"
    steps_text = " ".join(
        spread.replace("%%", str(number + 1)).replace("%", str(number)) for number in range(steps)
    )
    return f'{{ country(iso2: "BY") {{ ...f0 }} }} {steps_text} fragment f{steps} on Country {{ name }}'


def _growing(steps: int) -> str:
    """Fragments that double under names of their own, so that merging does not undo it."""
    fragments = [
        f"fragment f{n} on Release {{ ...{{ a{n}: members {{ nodes {{ release {{ ...f{n + 1} }} }} }} }} "
        f" b{n}: members {{ nodes {{ release {{ ...f{n + 1} }} }} }} }}"
        for n in range(steps)
    ]
    return (
        f'{{ release(slug: "x") {{ ...f0 }} }} {" ".join(fragments)} fragment f{steps} on Release {{ slug }}'
    )


def _nested(levels: int) -> str:
    return (
        '{ release(slug: "x") '
        + "{ members { nodes { release " * levels
        + "{ slug }"
        + " } } }" * levels
        + " }"
    )


def _all_to_all(fragments: int) -> str:
    spreads = [" ".join(f"...f{to}" for to in range(n + 1, fragments)) for n in range(fragments)]
    return '{ country(iso2: "BY") { ...f0 } } ' + " ".join(
        f"fragment f{n} on Country {{ name {spread} }}" for n, spread in enumerate(spreads)
    )


def _grid(rows: int, columns: int) -> str:
    row = "... on Country { " + "name " * columns + "} "
    return '{ country(iso2: "BY") { ' + row * rows + "} }"


DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "a field 990 times": '{ country(iso2: "BY") { ' + "name " * 990 + "} }",
        "a field 9,000 times": "{ " + "name " * 9000 + "}",
        "660 aliases of one field": '{ country(iso2: "BY") { ' + _many("a%: name", 660) + " } }",
        "180 aliases of a row": "{ " + _many('a%: country(iso2: "BY") { name }', 180) + " }",
        "280 aliases of a total": "{ " + _many("a%: releases { totalCount }", 280) + " }",
        "90 aliases of a search": "{ " + _many('a%: search(query: "a") { totalCount }', 90) + " }",
        "28 aliases of a tree": "{ "
        + _many(
            'a%: country(iso2: "US") { nationalsReleased { nodes { title total { value } counts(dimension: '
            "NATIONALITY) { label } exchanges { relation claims { nodes { speaker } } } } } }",
            28,
        )
        + " }",
        "arguments that differ": "{ " + _many('country(iso2: "%") { name }', 240) + " }",
        "lists within one another, 110 times": "{ "
        + _many('country(iso2: "BY") { nationalsReleased { nodes { slug } } }', 110)
        + " }",
        "5 levels of all members": _nested(5),
        "60 levels": _nested(60),
        "190 levels": _nested(190),
        "4,000 braces": "{" * 4000,
        "1,900 brackets": "{ countries(where: " + "[" * 1900 + "]" * 1900 + ") { totalCount } }",
        "600 times not": "{ countries(where: " + "{not: " * 600 + "{}" + "}" * 600 + ") { totalCount } }",
        "200 conditions": "{ countries(where: {and: [" + '{name: {eq: "a"}} ' * 199 + "]}) { totalCount } }",
        "1,900 values": "{ countries(where: {name: {in: [" + '"a" ' * 1900 + "]}}) { totalCount } }",
        "390 orders": "{ countries(orderBy: [" + "{name: ASC} " * 390 + "]) { totalCount } }",
        "a grid of inline fragments": _grid(30, 30),
        "a larger grid": _grid(60, 60),
        "80 fragments that double": _doubling(80),
        "20 fragments that grow": _growing(20),
        "26 fragments, each with all others": _all_to_all(26),
        "60 fragments, each with all others": _all_to_all(60),
        "275 fragments that are not used": "{ __typename } "
        + _many("fragment f% on Query { __typename }", 275),
        "390 operations": _many("query q% { __typename }", 390),
        "480 variables": "query (" + _many("$v%: Int", 480) + ") { __typename }",
        "a directive 280 times": "{ __typename " + "@include(if: true) " * 280 + "}",
        "an unknown directive 980 times": "{ __typename " + "@nope " * 980 + "}",
        "unknown fields": "{ " + _many("countrie%", 660) + " }",
        "190 fields that may be left out": "{ " + _many("a%: __typename @skip(if: false)", 190) + " }",
        "the schema 95 times": "{ " + _many("a%: __schema { types { fields { args { name } } } }", 95) + " }",
        "a type 95 times": "{ " + _many('a%: __type(name: "Country") { fields { name } }', 95) + " }",
        "19,000 comments": "#\n" * 19_000 + "{ __typename }",
        "a long string": '{ country(iso2: "' + "a" * 39_000 + '") { name } }',
        "a long block string": '{ country(iso2: """' + "\n" * 39_000 + '""") { name } }',
        "6,000 escapes": '{ country(iso2: "' + "\\u0041" * 6000 + '") { name } }',
        "a long number": "{ releases(first: " + "9" * 30_000 + ") { totalCount } }",
        "a large exponent": "{ releases(first: 1e" + "9" * 30_000 + ") { totalCount } }",
        "a NUL": '{ country(iso2: "\0") { name } }',
        "a NUL, escaped": '{ country(iso2: "\\u0000") { name } }',
        "half a surrogate": '{ country(iso2: "\\uD800") { name } }',
        "nothing": "",
        "only blanks": " " * 30_000,
    }
)
