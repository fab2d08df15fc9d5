"""Defines the plan of an operation: frozen data that says what to read, and nothing of how SQL says it."""

from dataclasses import dataclass

from api.engine.inputs import IdNumbers, IdTypes, Parameter
from api.engine.orders import Order
from api.engine.sites import Site
from schema.binding import Figures, Key
from schema.inputs.meaning import Tie


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a JSON object and the value under it."""

    key: str
    value: "Value"


@dataclass(frozen=True, slots=True)
class Condition:
    """An SQL template over {row} and {parent}, with the parameters for its other names."""

    sql: str
    arguments: tuple[tuple[str, Parameter], ...] = ()


@dataclass(frozen=True, slots=True)
class Linked(Condition):
    """A condition that ``column`` is one of those that ``select`` names: of few rows, or of very many."""

    column: str = ""
    select: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """An SQL template over {row}, and the parameter that stands for {value} in it."""

    sql: str
    value: Parameter | None


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; of no parts, it holds."""

    parts: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part holds; of no parts, it does not."""

    parts: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold. What is unknown does not hold either, unless ``strict`` leaves it unknown."""

    part: "Filter"
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Exists:
    """There is a row of a table, tied to the current one, of which the part holds.

    ``optional`` asks it of the row that is not there too, all of whose columns are null. ``by_row`` has each row of
    the table asked in its turn, whatever the planner guesses.
    """

    table: str
    tie: Tie
    part: "Filter"
    optional: bool = False
    by_row: bool = False


Filter = Compared | All | AnyOf | Not | Exists


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of a table, or of a function of arguments, and the object made of each.

    ``reads`` are the rows that a function touches to find its own.
    """

    table: str
    conditions: tuple[Condition | Filter, ...]
    order: tuple[Key, ...]
    entries: tuple[Entry, ...]
    arguments: tuple[tuple[str, Parameter], ...] = ()
    reads: int = 0


@dataclass(frozen=True, slots=True)
class FiguresValue:
    """The objects of all groups of a table's rows."""

    table: str
    figures: Figures
    words: tuple[str, ...]
    filters: tuple[Filter, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ColumnValue:
    """A column of the current row."""

    column: str


@dataclass(frozen=True, slots=True)
class TypenameValue:
    """The name of a type."""

    name: str


@dataclass(frozen=True, slots=True)
class GlobalIdValue:
    """The global id of the current row."""

    type: str


@dataclass(frozen=True, slots=True)
class ComputedValue:
    """An SQL expression over the current row."""

    expression: Condition


@dataclass(frozen=True, slots=True)
class EmbeddedValue:
    """An object made of the current row itself."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RowValue:
    """The object of the one row selected, or null."""

    rows: Selection


@dataclass(frozen=True, slots=True)
class ListValue:
    """The objects of all rows selected."""

    rows: Selection


@dataclass(frozen=True, slots=True)
class Bound:
    """A cursor that a page starts behind or ends before: which of its key values are null shapes the SQL."""

    side: str
    nulls: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of the rows a connection shows."""

    site: Site
    backward: bool
    after: Bound | None
    before: Bound | None
    order: Order

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """The cursors given."""
        return tuple(bound for bound in (self.after, self.before) if bound is not None)


@dataclass(frozen=True, slots=True)
class CursorValue:
    """The cursor of the current row."""

    order: Order


@dataclass(frozen=True, slots=True)
class PageFlag:
    """Whether there is more: ``forward`` behind the page, else before it."""

    forward: bool


@dataclass(frozen=True, slots=True)
class PageCursor:
    """The cursor of the page's first or last row."""

    last: bool


@dataclass(frozen=True, slots=True)
class TotalValue:
    """How many rows there are on all pages together."""


@dataclass(frozen=True, slots=True)
class NodesValue:
    """The rows of the page, each as the object of these entries."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PageInfoValue:
    """Where the page stands in the whole."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ConnectionValue:
    """A page of rows: ``rows.entries`` stays empty, the parts say what is shown of each row."""

    rows: Selection
    page: Page
    parts: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """The object to make where this condition on the current row (or id) holds."""

    when: Condition
    rows: Selection


@dataclass(frozen=True, slots=True)
class OneOfValue:
    """The object of the first branch whose condition holds, or null."""

    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class NodesByIdValue:
    """For each of the ids given, in order, the object of its type's branch, or null; for a single id, its object."""

    types: IdTypes
    ids: IdNumbers
    branches: tuple[Branch, ...]
    many: bool


@dataclass(frozen=True, slots=True)
class JsonValue:
    """JSON that is known before the statement runs, such as an answer of introspection."""

    json: Parameter


Value = (
    ColumnValue
    | TypenameValue
    | GlobalIdValue
    | ComputedValue
    | EmbeddedValue
    | RowValue
    | ListValue
    | ConnectionValue
    | FiguresValue
    | CursorValue
    | PageFlag
    | PageCursor
    | TotalValue
    | NodesValue
    | PageInfoValue
    | OneOfValue
    | NodesByIdValue
    | JsonValue
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole operation: the entries of its answer, and the type of its root."""

    entries: tuple[Entry, ...]
