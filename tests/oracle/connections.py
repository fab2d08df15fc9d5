"""Says how the parts of a page are found."""

from collections.abc import Callable
from typing import Any

Resolver = Callable[..., Any]

CONNECTION: dict[str, Resolver] = {
    "edges": lambda _, page: [(page, row) for row in page.rows],
    "nodes": lambda _, page: page.rows,
    "pageInfo": lambda _, page: page,
    "totalCount": lambda _, page: page.total,
}
EDGE: dict[str, Resolver] = {
    "cursor": lambda _, edge: edge[0].cursor(edge[1]),
    "node": lambda _, edge: edge[1],
}
PAGE_INFO: dict[str, Resolver] = {
    "hasNextPage": lambda _, page: page.behind,
    "hasPreviousPage": lambda _, page: page.before,
    "startCursor": lambda _, page: page.cursor(page.rows[0]) if page.rows else None,
    "endCursor": lambda _, page: page.cursor(page.rows[-1]) if page.rows else None,
}
