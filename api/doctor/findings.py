"""What the doctor finds: how bad it is, what it is, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    Attributes:
        check: What was looked at: "indexes".
        level: Whether it is well.
        message: What was found.
        fix: What to do, where something is to be done.
    """

    check: str
    level: Level
    message: str
    fix: str | None = None

    def __str__(self) -> str:
        line = f"{self.level:<4}  {self.check}: {self.message}"
        return line if self.fix is None else f"{line}\n      Fix: {self.fix}"


def ok(check: str, message: str) -> Finding:
    """All is well."""
    return Finding(check, "ok", message)


def warn(check: str, message: str, fix: str) -> Finding:
    """It works, and may not for long or not well."""
    return Finding(check, "warn", message, fix)


def fail(check: str, message: str, fix: str) -> Finding:
    """It does not work, or leaks."""
    return Finding(check, "fail", message, fix)
