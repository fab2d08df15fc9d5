"""Compiles GraphQL operations into SQL: parse, lower, plan, render; one operation, one statement."""

from api.engine.engine import Engine, Prepared
from api.engine.errors import NotAQuery, Refused
from api.engine.limits import Limits

__all__ = ["Engine", "Limits", "NotAQuery", "Prepared", "Refused"]
