"""Proves the data's invariants."""

from seeds.check.prove import Invariant, Violation, invariants, violations

__all__ = ["Invariant", "Violation", "invariants", "violations"]
