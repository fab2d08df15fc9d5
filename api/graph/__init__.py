"""The GraphQL endpoint: one POST in, one statement, JSON bytes out."""
