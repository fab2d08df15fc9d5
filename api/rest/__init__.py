"""REST: collections and items at /v1, and what describes them."""
