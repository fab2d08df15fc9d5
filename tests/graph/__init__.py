"""Tests of api.graph: real HTTP, a real engine, a real Postgres."""
