"""What the fuzzer must know of this schema, so that more than refusals is tried; it loads this file itself."""

from typing import Any

import schemathesis
from graphql import REMOVE, ArgumentNode, DocumentNode, IntValueNode, StringValueNode, Visitor, visit
from hypothesis import strategies as st
from schemathesis.graphql import nodes

PAGE = 50
# A cursor is the server's own text: one of so many made up ones is left, to be refused.
CURSORS_LEFT = 8

CODES = ("BY", "US", "RU", "LT", "IR", "VE", "XX", "", "b\u0443", "\u00df")
DAYS = st.dates().map(str)
FUZZY = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]), st.text(max_size=12))
MOMENTS = st.datetimes(timezones=st.just(None) | st.timezones()).map(lambda moment: moment.isoformat())

for name, values in {
    "Date": DAYS | st.text(max_size=12),
    "FuzzyDate": FUZZY,
    "DateTime": MOMENTS | st.text(max_size=30),
    "URL": st.sampled_from(["https://example.org/", "http://x", "javascript:x", ""]) | st.text(max_size=30),
}.items():
    schemathesis.graphql.scalar(name, values.map(nodes.String))


class _Sensible(Visitor):
    """Makes pages of a size that is allowed, of one direction, mostly without a cursor, of countries that exist."""

    def enter_field(self, node: Any, *_: object) -> Any:  # noqa: ANN401 - graphql-core's nodes
        """Ask for a page in one direction."""
        if {"first", "last"} <= {each.name.value for each in node.arguments}:
            kept = tuple(each for each in node.arguments if each.name.value not in ("last", "before"))
            node = type(node)(**{key: getattr(node, key) for key in node.keys} | {"arguments": kept})
        return node

    def leave_argument(self, node: ArgumentNode, *_: object) -> object:
        """Mend one argument."""
        match node.name.value, node.value:
            case (("first" | "last"), IntValueNode(value=size)):
                return _with(node, IntValueNode(value=str(abs(int(size)) % PAGE)))
            case (("after" | "before"), StringValueNode(value=text)) if len(text.encode()) % CURSORS_LEFT:
                return REMOVE
            case "iso2", StringValueNode(value=text):
                return _with(node, StringValueNode(value=CODES[len(text) % len(CODES)]))
        return None


def _with(node: ArgumentNode, value: IntValueNode | StringValueNode) -> ArgumentNode:
    return ArgumentNode(name=node.name, value=value)


@schemathesis.hook
def map_body(_: schemathesis.HookContext, body: DocumentNode) -> DocumentNode:
    """Mend a document before it is sent."""
    mended: DocumentNode = visit(body, _Sensible())
    return mended
