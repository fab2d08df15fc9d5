"""The `detente` command: one small module per group of subcommands."""

import click


@click.group()
def main() -> None:
    """Serve, fill and examine an open database of sanctions and diplomacy."""
