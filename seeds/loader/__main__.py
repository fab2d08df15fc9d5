"""Checks all seeds together, without a database: python -m seeds.loader [FOLDER]."""

import sys
from pathlib import Path

import click

from seeds.loader import Refused, check_folder
from seeds.loader.load import FOLDER


@click.command()
@click.argument("folder", required=False, default=FOLDER, type=click.Path(path_type=Path))
def main(folder: Path) -> None:
    """Say what is wrong in each file and between files, with line and remedy."""
    try:
        library = check_folder(folder)
    except Refused as refused:
        click.echo(str(refused), err=True)
        click.echo(f"{len(refused.problems)} problems found.")
        sys.exit(1)
    click.echo(f"{len(library.documents)} files, {len(library.declared)} records, nothing wrong.")


if __name__ == "__main__":
    main()
