"""Tests of the engine, from its own side."""
