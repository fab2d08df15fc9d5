"""Tests of the types, the catalog and the tables."""
