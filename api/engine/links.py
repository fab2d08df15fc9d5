"""Finds the rows that a link table ties to their parent, whether it ties a few or most of them.

The planner guesses how many they are for any parent, and a wrong guess costs seconds. So both ways stand in the
statement, and the links it finds say which to take: few rows are read by their ids and put in order, and for many
the order is walked until the page is full.

    FROM (SELECT ARRAY(SELECT l.row_id FROM link l WHERE l.parent_id = p.id LIMIT 5001) AS ids OFFSET 0) i
    CROSS JOIN LATERAL (
      SELECT … FROM row t WHERE cardinality(i.ids) <= 5000 AND t.id = ANY (i.ids) ORDER BY … LIMIT 501
      UNION ALL
      SELECT … FROM row t WHERE cardinality(i.ids) > 5000 AND EXISTS (… WHERE … = t.id OFFSET 0) ORDER BY … LIMIT 501)
"""

from dataclasses import replace

from api.engine.plan import Condition, Linked, Selection
from schema.inputs.meaning import tie_of

# So many rows are read and sorted in the time in which a walk finds a page among a million.
FEW = 5_000


def linked(condition: Condition) -> Condition:
    """Return a condition as one on links, where it is `{row}.column IN (SELECT …)`."""
    tie = tie_of(condition.sql)
    if tie.column is None or tie.select is None or f" IN ({tie.select})" not in condition.sql:
        return condition
    return Linked(condition.sql, condition.arguments, tie.column, tie.select)


def links_of(rows: Selection) -> Linked | None:
    """Return the links by which rows are found, if they are."""
    first = rows.conditions[0]
    return first if isinstance(first, Linked) else None


def found(links: Linked) -> Condition:
    """Return the SELECT of the links' ids as an array, one more than few at the most."""
    return Condition(f"(SELECT ARRAY({links.select} LIMIT {FEW + 1}) AS ids OFFSET 0)", links.arguments)


def few(rows: Selection, links: Linked, ids: str) -> Selection:
    """Return the rows that few links name; none where the ids are many."""
    return _bound_to(rows, f"cardinality({ids}) <= {FEW}", f"{{row}}.{links.column} = ANY ({ids})")


def many(rows: Selection, links: Linked, ids: str) -> Selection:
    """Return the rows that many links name; none where the ids are few."""
    # The OFFSET keeps the planner from reading all links first.
    walked = (
        f"EXISTS (SELECT FROM ({links.select}) link (id) WHERE link.id = {{row}}.{links.column} OFFSET 0)"
    )
    return _bound_to(rows, f"cardinality({ids}) > {FEW}", walked)


def _bound_to(rows: Selection, *texts: str) -> Selection:
    first, *others = rows.conditions
    assert isinstance(first, Linked)
    return replace(rows, conditions=(*(Condition(text, first.arguments) for text in texts), *others))
