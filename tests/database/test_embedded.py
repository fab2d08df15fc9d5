"""The embedded server starts, is shared, survives kill -9 and stops with its last user."""

import asyncio
import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from api.database import binaries, embedded, postmaster
from api.database.cluster import shared_buffers
from api.database.embedded import Server
from api.errors import EmbeddedError

QUICK = {"fsync": "off"}
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may become another user")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data directory that the server's account can reach."""
    made = Path(tempfile.mkdtemp(prefix="detente-test-"))
    made.chmod(0o755)
    yield made / "data"
    shutil.rmtree(made)


def _use(folder: Path) -> contextlib.AbstractContextManager[Server]:
    return embedded.use(folder, lambda _: None, QUICK)


def _sql(server: Server, *statements: str) -> list[object]:
    async def run() -> list[object]:
        connection = await asyncpg.connect(server.url("postgres", "postgres"))
        try:
            return [await connection.fetchval(statement) for statement in statements]
        finally:
            await connection.close()

    return asyncio.run(run())


@contextlib.contextmanager
def _keeper(folder: Path, *uid: str) -> Iterator[tuple["subprocess.Popen[str]", list[str]]]:
    command = [sys.executable, "-m", "tests.database.keeper", str(folder), *uid]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process, process.stdout.readline().split()
        finally:
            process.kill()


def _await_end(pid: int, folder: Path) -> bool:
    deadline = time.monotonic() + 10
    while postmaster.works_in(pid, folder / "postgres"):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def test_it_starts_keeps_its_data_and_stops(folder: Path) -> None:
    """What one run wrote the next one reads, and no process stays."""
    with _use(folder) as server:
        _sql(server, "CREATE TABLE kept (id integer)")
    assert not server.alive()
    with _use(folder) as server:
        assert _sql(server, "SELECT count(*) FROM kept") == [0]
    assert postmaster.survivors(folder / "postgres") == []


def test_it_is_what_the_tables_need(server: Server) -> None:
    """Postgres 18 in UTF-8, sorted by code point, with letters of every script and the extensions."""
    version, encoding, locale, extensions = _sql(
        server,
        "SELECT current_setting('server_version_num')::int / 10000",
        "SELECT current_setting('server_encoding')",
        "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()",
        "SELECT count(*) FROM pg_available_extensions"
        " WHERE name IN ('pg_trgm', 'unaccent', 'btree_gist', 'fuzzystrmatch')",
    )
    assert (version, encoding, locale, extensions) == (18, "UTF8", "bC.UTF-8", 4)


def test_nobody_else_can_connect(folder: Path) -> None:
    """It listens on no network address, and its socket lies in a folder for its owner alone."""
    with _use(folder) as server:
        assert _sql(server, "SELECT current_setting('listen_addresses')") == [""]
        assert server.socket_dir.stat().st_mode & 0o077 == 0
        assert (server.cluster.stat().st_mode & 0o077, server.cluster.stat().st_uid == 0) == (0, False)


def test_the_last_user_stops_it(folder: Path) -> None:
    """Whoever came first may leave first: the server stays until nobody uses it."""
    first, second = contextlib.ExitStack(), contextlib.ExitStack()
    started = first.enter_context(_use(folder))
    shared = second.enter_context(_use(folder))
    assert shared == started
    first.close()
    assert _sql(shared, "SELECT 1") == [1]
    second.close()
    assert not shared.alive()


def test_many_at_once_start_one_server(folder: Path) -> None:
    """Processes that come at the same moment end up on the same server."""
    with contextlib.ExitStack() as stack:
        command = [sys.executable, "-m", "tests.database.keeper", str(folder)]
        keepers = [
            stack.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(3)
        ]
        pids = {keeper.stdout.readline().split()[0] for keeper in keepers if keeper.stdout}
        for keeper in keepers:
            keeper.communicate()
    assert len(pids) == 1
    assert _await_end(int(pids.pop()), folder)


def test_a_killed_user_leaves_a_server_that_the_next_takes_over(folder: Path) -> None:
    """After kill -9 of the process that started it, the next one uses the same server, and stops it."""
    with _keeper(folder) as (keeper, told):
        keeper.kill()
        keeper.wait()
        with _use(folder) as server:
            assert server.pid == int(told[0])
            assert _sql(server, "SELECT 1") == [1]
    assert not server.alive()


def test_a_killed_server_starts_again_with_its_data(folder: Path) -> None:
    """After kill -9 of Postgres its directory recovers, committed rows and all."""
    with _use(folder) as server:
        _sql(server, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS id")
        os.kill(server.pid, signal.SIGKILL)
    with _use(folder) as again:
        assert again.pid != server.pid
        assert _sql(again, "SELECT count(*) FROM kept") == [1000]


def test_killing_both_at_once_leaves_a_directory_that_starts(folder: Path) -> None:
    """After kill -9 of user and server nothing has to be cleaned up by hand."""
    with _keeper(folder) as (keeper, told):
        os.kill(int(told[0]), signal.SIGKILL)
        keeper.kill()
        keeper.wait()
        with _use(folder) as server:
            assert _sql(server, "SELECT 1") == [1]


def test_a_recycled_process_id_is_no_server(folder: Path) -> None:
    """A postmaster.pid whose process id now belongs to another program is put aside."""
    with _use(folder) as server:
        left = (server.cluster / "postmaster.pid").read_text().splitlines()
    (server.cluster / "postmaster.pid").write_text("\n".join([str(os.getpid()), *left[1:]]))
    with _use(folder) as again:
        assert _sql(again, "SELECT 1") == [1]


def test_a_broken_off_initdb_is_begun_anew(folder: Path) -> None:
    """A directory that a kill left half made is no obstacle."""
    (folder / "postgres.unfinished" / "base").mkdir(parents=True)
    (folder / "postgres.unfinished" / "PG_VERSION").write_text("18\n")
    with _use(folder) as server:
        assert _sql(server, "SELECT 1") == [1]
    assert not (folder / "postgres.unfinished").exists()


def test_data_of_another_version_is_refused(folder: Path) -> None:
    """A directory of an older Postgres is left untouched, and the message says what to do."""
    (folder / "postgres").mkdir(parents=True)
    (folder / "postgres" / "PG_VERSION").write_text("17\n")
    with pytest.raises(EmbeddedError, match="written by Postgres 17; this is Postgres 18"), _use(folder):
        pass


def test_a_server_that_cannot_be_seen_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody uses the folder, but no server of it runs here: a second one would corrupt it."""
    monkeypatch.setattr(embedded, "USERS_LIMIT", 0.1)
    with _use(folder) as server:
        os.kill(server.pid, signal.SIGKILL)
        assert _await_end(server.pid, folder)
        with pytest.raises(EmbeddedError, match="its Postgres cannot be seen from here"), _use(folder):
            pass


@pytest.mark.parametrize("name", ["d" * 120, "a b, c'd", "Détente"])
def test_a_folder_may_have_any_name(folder: Path, name: str) -> None:
    """Too deep for a socket's path, or with signs that Postgres or a URL would misread."""
    with _use(folder / name) as server:
        assert _sql(server, "SELECT 1") == [1]
        assert len(os.fsencode(server.socket_dir)) < 90
    assert server.socket_dir.parent == folder / name or not server.socket_dir.exists()


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """The message names folder and variable."""
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddedError, match="cannot be written") as refused, _use(tmp_path / "file" / "data"):
        pass
    assert "DETENTE_DATA_DIR" in str(refused.value)


def test_a_server_that_does_not_start_shows_its_log(folder: Path) -> None:
    """The end of the log is part of the message."""
    wrong = embedded.use(folder, lambda _: None, {"shared_buffers": "none"})
    with pytest.raises(EmbeddedError, match='invalid value for parameter "shared_buffers"'), wrong:
        pass


def test_the_server_runs_with_its_share_of_memory(folder: Path) -> None:
    """What the machine allows is what the server has."""
    with _use(folder) as server:
        buffers = "SELECT setting::bigint * 8192 / 1048576 FROM pg_settings WHERE name = 'shared_buffers'"
        assert _sql(server, buffers) == [shared_buffers()]


@pytest.mark.parametrize(("allowed", "megabytes"), [("2684354560", 160), ("536870912", 128), ("max", None)])
def test_the_server_keeps_a_share_of_the_memory_that_it_may_use(
    tmp_path: Path, allowed: str, megabytes: int | None
) -> None:
    """In a container that is less than the machine's; never more than a gigabyte."""
    limit = tmp_path / "memory.max"
    limit.write_text(f"{allowed}\n")
    assert megabytes in (None, shared_buffers(limit))
    assert 128 <= shared_buffers(limit) <= 1024


@as_root
def test_root_may_keep_its_data_where_only_root_may_enter(tmp_path: Path) -> None:
    """Under a folder closed to the server's account it runs all the same, and opens nothing."""
    tmp_path.chmod(0o700)
    with _use(tmp_path / "data") as server:
        assert _sql(server, "SELECT 1") == [1]
    assert tmp_path.stat().st_mode & 0o077 == 0


@as_root
def test_root_may_keep_the_programs_where_only_root_may_enter(tmp_path: Path) -> None:
    """The programs are copied, whole and readable, to where the server's account can run them."""
    spec = importlib.util.find_spec(binaries.PACKAGE)
    assert spec
    assert spec.origin
    site = Path(spec.origin).parents[1]
    (tmp_path / "cache").mkdir(mode=0o755)
    copied = binaries._copied(site, tmp_path / "cache") / binaries.PACKAGE / "pginstall" / "bin" / "postgres"
    told = subprocess.run([copied, "--version"], capture_output=True, text=True, check=True).stdout
    assert "PostgreSQL) 18." in told
    assert copied.stat().st_mode & 0o005 == 0o005


@as_root
def test_an_ordinary_user_runs_its_own(folder: Path) -> None:
    """Whoever is not root runs the server as themselves."""
    nobody = pwd.getpwnam("nobody")
    folder.mkdir()
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    with _keeper(folder, str(nobody.pw_uid)) as (keeper, told):
        assert (folder / "postgres").stat().st_uid == nobody.pw_uid
        keeper.communicate()
        assert _await_end(int(told[0]), folder)


@as_root
def test_data_of_another_user_is_refused(folder: Path) -> None:
    """An ordinary user is told whose data it is."""
    with _use(folder) as server:
        pass
    other = next(
        pwd.getpwnam(name).pw_uid
        for name in ("nobody", "daemon")
        if pwd.getpwnam(name).pw_uid != server.cluster.stat().st_uid
    )
    folder.chmod(0o777)
    for lock in folder.glob("postgres.*"):
        lock.chmod(0o666)
    with _keeper(folder, str(other)) as (_, told):
        assert " ".join(told).startswith(f"The data in {folder}/postgres belongs to user id")
