"""`detente import newsroom`: a table that a newsroom keeps, from a file or an address, with columns of its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.cli import main
from api.database.urls import Urls
from tests.seeds.lists.publisher import publishing

TABLE = "Nr;Sorte;Nom\n1;person;Irène Exemple\n2;vessel;Mer Exemple\n"
COLUMNS = ("--column", "id=Nr", "--column", "kind=Sorte", "--column", "name=Nom")


def _run(database: Urls, folder: Path, *arguments: str) -> Result:
    settings = {"DATABASE_URL": database.owner, "DETENTE_DATA_DIR": str(folder)}
    return CliRunner().invoke(main, ["import", "newsroom", *arguments], env=settings)


def test_a_table_is_loaded_as_it_is_kept(seeded_copy: Urls, tmp_path: Path) -> None:
    """Its columns are mapped, its name, owner and licence told; the account of its rows is printed."""
    (tmp_path / "liste.csv").write_text(TABLE, "utf-8")
    about = (
        "--data-set",
        "notre-liste",
        "--title",
        "Notre liste",
        "--publisher",
        "La Rédaction",
        "--license",
        "CC BY 4.0",
    )
    done = _run(seeded_copy, tmp_path, "--from", str(tmp_path / "liste.csv"), *COLUMNS, *about)
    assert done.exit_code == 0, done.output
    assert "liste.csv: 2 records" in done.stdout
    assert "notre-liste as of" in done.stdout
    assert "2 new, 0 changed" in done.stdout


def test_an_address_is_downloaded(seeded_copy: Urls, tmp_path: Path) -> None:
    """A second run asks whether the file has changed, and writes nothing."""
    with publishing() as publisher:
        publisher.body = b"id,kind,name\n1,person,A B\n"
        first = _run(seeded_copy, tmp_path, "--from", publisher.url)
        sent = publisher.sent
        second = _run(seeded_copy, tmp_path, "--from", publisher.url)
        assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
        assert publisher.sent == sent
    assert "1 new" in first.stdout
    assert "no revision" in second.stdout


def test_a_broken_table_is_refused(seeded_copy: Urls, tmp_path: Path) -> None:
    """Exit code 1, and a message that names file and line and says what to do."""
    (tmp_path / "liste.csv").write_bytes(TABLE.encode("latin-1"))
    done = _run(seeded_copy, tmp_path, "--from", str(tmp_path / "liste.csv"), *COLUMNS)
    assert done.exit_code == 1
    assert "liste.csv:2: is not UTF-8" in done.stderr
    assert "Fix: save the table as CSV or TSV in UTF-8" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--data-set", "detente-dossiers"), "use a name of its own"),
        (("--data-set", "ofac-sdn"), "use a name of its own"),
        (("--data-set", "Our List"), "use a name of its own"),
        (("--column", "nom=Name"), "the fields are id, kind, name"),
        (("--column", "name"), "write it as FIELD=NAME"),
    ],
)
def test_a_wrong_description_is_wrong_usage(
    database: Urls, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    """No list of ours, and not the dossiers, can be overwritten under another's name."""
    done = _run(database, tmp_path, "--from", "x.csv", *arguments)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.split())


def test_only_a_newsroom_describes_its_list(database: Urls) -> None:
    """The official lists say themselves what they are."""
    settings = {"DATABASE_URL": database.owner}
    done = CliRunner().invoke(main, ["import", "ofac-sdn", "--title", "Mine"], env=settings)
    assert done.exit_code == 2
    assert "describe only the list `newsroom`" in done.stderr
