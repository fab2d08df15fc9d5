"""The `detente` command: one small module per group of subcommands."""

from api.cli.main import main

__all__ = ["main"]
