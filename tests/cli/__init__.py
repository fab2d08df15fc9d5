"""Tests of api.cli: the command as somebody types it."""
