"""The doctor finds what is wrong, says how to mend it, and finds nothing where all is well."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import orjson
import pytest

from api import settings
from api.database.cluster import SUPERUSER
from api.database.connect import connected
from api.database.embedded import Server
from api.database.urls import Urls
from api.doctor import Finding, Patient, examine, servers
from api.engine import Engine
from tests.cli.command import run

Examine = Callable[..., Coroutine[Any, Any, list[Finding]]]


@pytest.fixture
def examined(engine: Engine) -> Examine:
    """Examine a database, with some settings."""

    async def findings(urls: Urls, **chosen: object) -> list[Finding]:
        set_so = settings.load().model_copy(update=chosen)
        patient = Patient(set_so, engine, urls.readers, urls.owner, urls.writer)
        return [finding async for finding in examine(patient)]

    return findings


def _ills(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.level != "ok"]


async def _as_superuser(server: Server, urls: Urls, sql: str) -> None:
    name = urls.owner.partition("?")[0].rpartition("/")[2]
    async with connected(server.url(SUPERUSER, name)) as superuser:
        await superuser.execute(sql)


async def test_a_database_in_good_health_has_nothing(seeded: Urls, examined: Examine) -> None:
    """Everything is looked at, and all is well."""
    found = await examined(seeded)
    assert _ills(found) == []
    assert {finding.check for finding in found} == {
        "settings", "login", "rights", "server", "clock", "connections", "disk", "migrations", "replication",
        "catalog", "indexes", "statistics", "transactions", "data",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("GRANT USAGE ON SCHEMA confidential TO detente_reader", ("rights", "schema of withheld names", "REVOKE ALL ON SCHEMA confidential")),
        ("GRANT INSERT ON country, claim TO detente_reader", ("rights", "may change claim, country", "ON claim, country FROM")),
        ("GRANT SELECT ON change TO detente_reader", ("rights", "may read change", "REVOKE SELECT ON change")),
        ("REVOKE SELECT ON country FROM detente_reader", ("rights", "may not read country", "GRANT SELECT ON country")),
        ("REVOKE INSERT ON country FROM detente_writer", ("rights", "may not load country", "GRANT INSERT ON country")),
        ("DELETE FROM migration WHERE version > 1", ("migrations", "are not applied", "detente migrate")),
        ("UPDATE migration SET checksum = 'x' WHERE version = 1", ("migrations", "is not the file", "restore the file")),
        ("ALTER TABLE country ALTER COLUMN name DROP NOT NULL", ("catalog", "name", "restore it from a backup")),
        ("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'country_pkey'::regclass", ("indexes", "country_pkey", "REINDEX INDEX CONCURRENTLY country_pkey")),
    ],
)  # fmt: skip
async def test_damage_is_found_with_its_remedy(
    seeded_copy: Urls, server: Server, examined: Examine, damage: str, told: tuple[str, str, str]
) -> None:
    """One finding names what is wrong and the statement or command that mends it."""
    check, message, fix = told
    await _as_superuser(server, seeded_copy, damage)
    ills = [finding for finding in _ills(await examined(seeded_copy)) if finding.check == check]
    assert ills
    assert {finding.level for finding in ills} == {"fail"}
    assert message in ills[0].message
    assert fix in (ills[0].fix or "")


async def test_old_data_are_worth_a_warning(seeded_copy: Urls, server: Server, examined: Examine) -> None:
    """It may be right, and somebody should know."""
    await _as_superuser(server, seeded_copy, "UPDATE revision SET at = now() - interval '3 years'")
    (ill,) = _ills(await examined(seeded_copy))
    assert (ill.check, ill.level) == ("data", "warn")


async def test_a_database_without_tables_is_told_what_it_lacks(
    empty_database: Urls, examined: Examine
) -> None:
    """What depends on tables is left out."""
    found = await examined(empty_database)
    assert [(ill.check, ill.fix) for ill in _ills(found)] == [("migrations", "run `detente migrate`.")]


async def test_a_database_without_data_is_told_to_load(database: Urls, examined: Examine) -> None:
    """Tables alone are not enough."""
    assert [(ill.check, ill.fix) for ill in _ills(await examined(database))] == [
        ("data", "run `detente seed`.")
    ]


async def test_a_server_out_of_reach_is_one_finding_for_each_login(examined: Examine) -> None:
    """The password stays out of it."""
    owner, writer, reader = (f"postgresql://{role}:s3cret@127.0.0.1:1/d" for role in ("o", "w", "r"))
    gone = Urls(owner, writer, reader)
    ills = _ills(await examined(gone))
    assert [ill.check for ill in ills] == ["login", "login", "server"]
    assert "s3cret" not in str(ills)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"workers": 1, "pool_size": 200}, ("connections", "fail", "1 workers want up to 206")),
        ({"workers": 64, "pool_size": 1}, ("settings", "warn", "64 workers share")),
        ({"request_timeout_ms": 1000}, ("settings", "warn", "a statement may run 5000 ms")),
        ({"host": "0.0.0.0"}, ("settings", "warn", "/metrics is answered to everybody")),  # noqa: S104
        ({"traces_url": "http://c:4318"}, ("settings", "fail", "DETENTE_TRACES_URL is set")),
        ({"documents_dir": Path("/no/such")}, ("documents", "fail", "There is no folder /no/such")),
    ],
)
async def test_settings_that_do_not_fit_are_found(
    seeded: Urls,
    examined: Examine,
    monkeypatch: pytest.MonkeyPatch,
    chosen: dict[str, object],
    told: tuple[str, str, str],
) -> None:
    """Each is a good value, and yet not for this machine, this server or these neighbours."""
    monkeypatch.setattr("api.doctor.settings._installed", lambda _: False)
    found = await examined(seeded, **chosen)
    check, level, message = told
    assert [ill.level for ill in found if ill.check == check and message in ill.message] == [level]


def test_a_disk_without_room_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """First it is worth a warning, then Postgres is about to stop."""
    free = servers.disk(tmp_path)
    monkeypatch.setattr(servers, "DISK_WARN", 2**62)
    little = servers.disk(tmp_path)
    monkeypatch.setattr(servers, "DISK_FAIL", 2**62)
    assert [free.level, little.level, servers.disk(tmp_path).level] == ["ok", "warn", "fail"]


def test_the_command_says_by_its_exit_code_whether_anything_failed(database: Urls, seeded: Urls) -> None:
    """A reader's login is enough; a script reads JSON."""
    well = run("doctor", "--json", DETENTE_READER_URL=seeded.reader)
    ill = run("doctor", DATABASE_URL=database.owner)
    assert (well.returncode, ill.returncode) == (0, 1)
    assert {found["level"] for found in orjson.loads(well.stdout)} == {"ok"}
    assert "fail  data: nothing was ever loaded.\n      Fix: run `detente seed`." in ill.stdout


def test_the_command_makes_no_database_to_look_at(tmp_path: Path) -> None:
    """Nothing is changed, not even where there is nothing."""
    done = run("doctor", DETENTE_DATA_DIR=str(tmp_path / "none"))
    assert done.returncode == 1
    assert "There is no database in" in done.stderr
    assert not (tmp_path / "none").exists()
