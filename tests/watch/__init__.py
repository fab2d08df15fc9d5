"""Tests of api.watch: what an operator sees."""
