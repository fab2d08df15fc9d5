"""Renders the place of a cursor in an order: the rows behind it, before it, and up to it.

Nulls come last in every order, so behind a null there is only a larger id, and before a null is all that is not.
"""

from collections.abc import Sequence

from schema.binding import Key


def beyond(
    keys: Sequence[str], nulls: Sequence[bool], order: Sequence[Key], own: str, *, forward: bool
) -> str:
    """Return the condition that a row lies strictly behind (forward) or before the cursor with these keys."""
    if _compares_as_row(nulls, order):
        return _row_comparison(keys, order, own, "" if forward else "!")
    return _any(_terms(keys, nulls, order, own, forward=forward))


def not_beyond(
    keys: Sequence[str], nulls: Sequence[bool], order: Sequence[Key], own: str, *, forward: bool
) -> str:
    """Return the condition that a row lies at the cursor, or on its other side."""
    terms = _terms(keys, nulls, order, own, forward=not forward)
    return _any([*terms, " AND ".join(_equalities(keys, nulls, order, own))])


def column(key: Key, own: str) -> str:
    """Return the ordered expression of a key: t1.name COLLATE "C"."""
    return f"{own}.{key.column}" + (f' COLLATE "{key.collation}"' if key.collation else "")


def _compares_as_row(nulls: Sequence[bool], order: Sequence[Key]) -> bool:
    one_direction = len({key.descending for key in order}) == 1
    return one_direction and not any(nulls) and not any(key.nullable for key in order)


def _row_comparison(keys: Sequence[str], order: Sequence[Key], own: str, reverse: str) -> str:
    sign = "<" if order[0].descending is not bool(reverse) else ">"
    columns = ", ".join(column(key, own) for key in order)
    return f"({columns}) {sign} ({', '.join(keys)})"


def _terms(
    keys: Sequence[str], nulls: Sequence[bool], order: Sequence[Key], own: str, *, forward: bool
) -> list[str]:
    equal = _equalities(keys, nulls, order, own)
    terms = []
    for index, (key, value, null) in enumerate(zip(order, keys, nulls, strict=True)):
        passed = _passed(key, value, null=null, own=own, forward=forward)
        if passed is not None:
            terms.append(" AND ".join([*equal[:index], passed]))
    return terms


def _passed(key: Key, value: str, *, null: bool, own: str, forward: bool) -> str | None:
    name = column(key, own)
    if null:
        return None if forward else f"{name} IS NOT NULL"
    compared = f"{name} {'<' if key.descending is forward else '>'} {value}"
    return f"({compared} OR {name} IS NULL)" if forward and key.nullable else compared


def _equalities(keys: Sequence[str], nulls: Sequence[bool], order: Sequence[Key], own: str) -> list[str]:
    return [
        f"{column(key, own)} IS NULL" if null else f"{column(key, own)} = {value}"
        for key, value, null in zip(order, keys, nulls, strict=True)
    ]


def _any(terms: list[str]) -> str:
    return "(" + " OR ".join(terms) + ")" if terms else "false"
