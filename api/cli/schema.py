"""`detente schema`: prints the GraphQL schema."""

import click

from schema.build import sdl


@click.command()
def schema() -> None:
    """Print the GraphQL schema in the schema language."""
    click.echo(sdl(), nl=False)
