"""The root of the `detente` command: reads the settings once and hands them down."""

import click

from api import settings
from api.cli.data import check, migrate, seed
from api.cli.doctor import doctor
from api.cli.explain import explain
from api.cli.export import export
from api.cli.group import Group
from api.cli.keys import keys
from api.cli.lists import import_
from api.cli.schema import schema
from api.cli.serve import serve
from api.cli.synth import synth


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--traceback", is_flag=True, help="Print a fault's traceback, to report it.")
@click.pass_context
def main(context: click.Context, *, traceback: bool) -> None:  # noqa: ARG001 - read by Group
    """Serve, fill and examine an open database of sanctions and diplomacy.

    Settings are variables of the environment; the README lists them.
    """
    context.obj = settings.load()


for command in (serve, migrate, seed, import_, export, synth, check, doctor, keys, explain, schema):
    main.add_command(command)
