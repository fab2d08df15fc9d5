"""Declares the GraphQL types, one module a subject, each field with the binding that the engine compiles."""
