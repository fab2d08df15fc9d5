"""Proves: every behaviour the project promises, against a real Postgres."""
