"""`detente synth` makes data up beside the seeds, and takes it away again."""

from pathlib import Path

from api.database.urls import Urls
from tests.cli.command import run, serving


def test_it_makes_up_refuses_a_second_time_and_removes(seeded_copy: Urls) -> None:
    """Each ends with its exit code and one readable message; a load is refused in between."""
    settings = {"DATABASE_URL": seeded_copy.owner}
    made = run("synth", "--detainees", "10", "--sanctions", "15", "--seed", "7", **settings)
    assert made.returncode == 0, made.stderr
    assert "detainee: 10\n" in made.stderr
    again, load = run("synth", **settings), run("seed", **settings)
    assert (again.returncode, load.returncode) == (1, 1)
    assert again.stderr.endswith("Fix: run `detente synth --remove` first.\n")
    assert "the database holds synthetic data" in load.stderr
    removed = run("synth", "--remove", **settings)
    assert removed.returncode == 0, removed.stderr
    assert "Removed" in removed.stderr


def test_a_server_leaves_synthetic_data_alone(seeded_copy: Urls, tmp_path: Path) -> None:
    """Serving a database for measuring starts at once and says that the seeds were not compared."""
    settings = {"DATABASE_URL": seeded_copy.owner}
    assert run("synth", "--detainees", "5", "--sanctions", "5", **settings).returncode == 0
    with serving(tmp_path, **settings) as server:
        assert server.address, server.said()
        assert "Seeds: left as they are" in server.said()


def test_a_wrong_size_is_wrong_usage() -> None:
    """There is no story without anybody."""
    assert run("synth", "--detainees", "0").returncode == 2


def test_a_database_without_seeds_is_refused(database: Urls) -> None:
    """The message names the command to run first."""
    done = run("synth", DATABASE_URL=database.owner)
    assert done.returncode == 1
    assert done.stderr.endswith("Fix: run `detente seed` first.\n")
