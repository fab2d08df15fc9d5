"""The clients of the tests of api.graph."""

from tests.graph.conftest import asker, in_world

__all__ = ["asker", "in_world"]
