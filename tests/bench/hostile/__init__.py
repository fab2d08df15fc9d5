"""Hostile clients and a light one beside them, which must not wait for them."""
