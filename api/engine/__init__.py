"""Turns one GraphQL operation into one SQL statement."""
