"""Filters of one form become one: a column of numbers is one condition."""

from api.reconcile.wheres import Where, all_of, any_of, size


def _number(value: str) -> Where:
    return {"identifiers": {"some": {"value": {"eq": value}, "scheme": {"eq": "IMO"}}}}


def test_one_value_that_differs_becomes_a_list() -> None:
    """Wherever it stands; what is the same stays."""
    assert any_of([_number("1"), _number("2"), _number("1")]) == {
        "identifiers": {"some": {"value": {"in": ["1", "2"]}, "scheme": {"eq": "IMO"}}}
    }
    nested = [{"and": [{"kind": {"eq": "VESSEL"}}, _number(each)]} for each in ("1", "2")]
    assert any_of(nested)["and"][1] == any_of([_number("1"), _number("2")])


def test_more_than_one_difference_is_an_or() -> None:
    """As are filters of different forms, and ranges."""
    for parts in (
        [{"a": {"eq": 1}, "b": {"eq": 1}}, {"a": {"eq": 2}, "b": {"eq": 2}}],
        [{"a": {"eq": 1}}, {"b": {"eq": 1}}],
        [{"a": {"gte": 1, "lte": 2}}, {"a": {"gte": 3, "lte": 4}}],
    ):
        assert any_of(parts) == {"or": parts}


def test_one_filter_needs_no_word_around_it() -> None:
    """Neither for all nor for any."""
    assert all_of([_number("1")]) == any_of([_number("1")]) == _number("1")
    assert all_of([_number("1"), _number("2")]) == {"and": [_number("1"), _number("2")]}


def test_conditions_are_counted() -> None:
    """A list of values is one."""
    assert size(_number("1")) == size(any_of([_number("1"), _number("2")])) == 2
    assert size({"or": [{"a": {"gte": 1, "lte": 2}}, {"b": {"eq": [1, 2]}}]}) == 3
