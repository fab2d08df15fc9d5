"""Turns every error into one readable message and an exit code: 0 done, 1 refused or failed, 2 wrong usage."""

import sys
import traceback
from typing import Any

import click

from api.engine import Refused
from api.errors import DetenteError
from schema.catalog import CatalogError
from seeds import loader, synthetic
from seeds.lists.findings import ListRefused

# The errors of all packages whose messages are written for people.
REFUSALS = (
    DetenteError,
    Refused,
    CatalogError,
    loader.Refused,
    loader.DatabaseRefused,
    synthetic.SyntheticRefused,
    ListRefused,
)


class Group(click.Group):
    """A group of commands that never shows a traceback to somebody who did not ask for it."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own type
        """Run a command."""
        try:
            return super().invoke(ctx)
        except REFUSALS as error:
            fail(str(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it ends here as one message
            if ctx.params.get("traceback"):
                traceback.print_exc()
            fail(
                f"This is a fault of Détente: {type(error).__name__}: {error}\n"
                "  Fix: run `detente --traceback …` and report what it prints."
            )


def fail(message: str) -> None:
    """Print an error and end with exit code 1."""
    click.echo(f"Error: {message}", err=True)
    sys.exit(1)


def say(line: str) -> None:
    """Tell what is being done; standard output is for results."""
    click.echo(line, err=True)
