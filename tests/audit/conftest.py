"""The client of the tests of api.graph."""

from tests.graph.conftest import client, log_lines, pool

__all__ = ["client", "log_lines", "pool"]
