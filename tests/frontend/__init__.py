"""The GraphQL clients that people use, tried against a running server; `make clients` runs it."""
