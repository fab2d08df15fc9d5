"""`detente import`: official lists, from a folder, as somebody types it."""

from pathlib import Path

from click.testing import CliRunner, Result

from api.cli import main
from api.database.urls import Urls
from tests.seeds.lists.official import ALL, POTASH, Folder


def _run(database: Urls, folder: Path, *arguments: str) -> Result:
    settings = {"DATABASE_URL": database.owner, "DETENTE_DATA_DIR": str(folder)}
    return CliRunner().invoke(main, ["import", *arguments], env=settings)


def test_a_list_is_loaded_once(seeded_copy: Urls, tmp_path: Path) -> None:
    """The account of every file is printed, then the sum; the dry run told the same; a second run makes no revision."""
    Folder(tmp_path / "list", ALL).write()
    ask = ("ofac-sdn", "--from", str(tmp_path / "list"), "--as-of", "2025-01-10", "--allow-shrinking")
    tried = _run(seeded_copy, tmp_path, *ask, "--dry-run")
    assert tried.exit_code == 0, tried.output
    assert "new 40001 RIVER BANK\n" in tried.stdout
    assert tried.stdout.endswith("4 new, 0 changed, 0 back, 0 gone: nothing was written\n")
    done, again = _run(seeded_copy, tmp_path, *ask), _run(seeded_copy, tmp_path, *ask)
    assert "alt.csv: 3 records\n" in done.stdout
    assert done.stdout.endswith(
        "ofac-sdn as of 2025-01-10: 4 entries (1 on targets known otherwise): 4 new, 0 changed, 0 back, 0 gone: revision 2\n"
    )
    assert again.stdout.endswith("0 new, 0 changed, 0 back, 0 gone: no revision\n")
    gone = Folder(tmp_path / "list", ALL[:3])
    gone.write()
    shrunk = _run(seeded_copy, tmp_path, *ask[:3], "--as-of", "2025-02-10")
    assert shrunk.exit_code == 1
    assert (
        "Fix: take the list again; if it has become that short, say so with `--allow-shrinking`."
        in shrunk.stderr
    )


def test_a_list_that_is_no_list_is_wrong_usage(seeded: Urls, tmp_path: Path) -> None:
    """Exit code 2, and the words that are known."""
    refused = _run(seeded, tmp_path, "moon-list")
    assert refused.exit_code == 2
    assert "'ofac-sdn'" in refused.stderr
    assert POTASH.name not in refused.output


def test_another_list_is_refused(seeded: Urls, tmp_path: Path) -> None:
    """Exit code 1: OFAC's files are not the UN's, and the message says what is missing."""
    Folder(tmp_path / "list", ALL).write()
    refused = _run(seeded, tmp_path, "un-security-council", "--from", str(tmp_path / "list"))
    assert refused.exit_code == 1
    assert (
        "the list is one XML file; here are add.csv, alt.csv, sdn.csv, sdn_comments.csv; nothing was loaded."
        in refused.stderr
    )
