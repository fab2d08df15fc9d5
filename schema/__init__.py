"""Declares: tables, GraphQL types and the catalog that binds them."""
