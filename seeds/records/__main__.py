"""Checks files on their own: python -m seeds.records seeds/dossiers/*.yaml."""

import sys
from pathlib import Path

import click

from seeds.records import Refused, read_dossier, read_reference


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def main(files: tuple[Path, ...]) -> None:
    """Say what is wrong in each file, with its line and the remedy."""
    wrong = 0
    for path in files:
        read = read_reference if path.parent.name == "reference" else read_dossier
        try:
            read(path)
        except Refused as refused:
            click.echo(str(refused), err=True)
            wrong += len(refused.problems)
    click.echo(f"{len(files)} files read, {wrong} problems found.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
