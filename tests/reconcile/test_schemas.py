"""The schemas of the messages can fail."""

from tests.reconcile import schemas


def test_schemas_refuse_what_the_specification_does() -> None:
    """What lacks what must be there, or has what may not."""
    least = {"versions": ["0.2"], "name": "n", "identifierSpace": "http://i/", "schemaSpace": "http://s/"}
    old = schemas.validator(schemas.OLD_MANIFEST)
    assert old.is_valid(least)
    assert not old.is_valid({**least, "versions": ["0.1"]})
    assert not old.is_valid({key: least[key] for key in ("versions", "name", "schemaSpace")})
    assert not old.is_valid({**least, "view": {"url": "http://v/{id"}})
    new = schemas.validator(schemas.NEW_MANIFEST)
    assert new.is_valid({"versions": ["1.0-draft"], "name": "n", "view": {"url": "http://v/{id}"}})
    assert not new.is_valid({"versions": ["1.0-draft"], "name": "n"})
    assert not schemas.validator(schemas.OLD_RESULTS).is_valid([])
    assert not schemas.validator(schemas.OLD_RESULTS).is_valid({"q": {"candidates": []}})
    assert not schemas.validator(schemas.NEW_EXTENSION).is_valid({"meta": [], "rows": {}})
