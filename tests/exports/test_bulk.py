"""Bulk files: all of one moment, whole or not at all, and served as they were written."""

import csv
import gzip
import hashlib
import io
import json
from pathlib import Path

import httpx
import pytest

from api.asking.operations import Operation
from api.collections.registry import Collections
from api.database.attach import open_servers
from api.database.connect import connected
from api.database.reader import PoolLimits
from api.database.snapshots import open_snapshot
from api.database.urls import Urls
from api.engine import Engine, Prepared
from api.errors import ExportRefused
from api.exports.bulk.manifest import Manifest, read_manifest
from api.exports.bulk.writing import BulkWriter, _alone
from api.exports.ftm.sheets import make_entities
from api.exports.reading import Reading
from api.exports.sheets import make_sheets
from tests.exports.conftest import opened


async def _write(urls: Urls, engine: Engine, folder: Path, *only: str) -> Manifest:
    async def prepare(operation: Operation) -> Prepared:
        return engine.prepare(operation.text, operation.variables, None, trusted=True)

    collections = Collections(engine.schema)
    tables, entities = make_sheets(collections, engine.schema), make_entities(collections, engine.schema)
    if only:
        tables, entities = {name: tables[name] for name in only}, {}
    writer = BulkWriter(folder, tables, entities, "https://example.org/bulk", lambda _: None)
    async with open_servers([urls.reader], PoolLimits(size=1)) as servers, open_snapshot(servers) as snapshot:
        return await writer.write(Reading(snapshot, prepare))


async def test_every_file_is_as_the_manifest_says(seeded: Urls, engine: Engine, tmp_path: Path) -> None:
    """Sizes, checksums and rows are those of the files; every collection is there in each format."""
    manifest = await _write(seeded, engine, tmp_path)
    assert read_manifest(tmp_path) == manifest
    assert {each.collection for each in manifest.files} == {*Collections(engine.schema), None}
    for each in manifest.files:
        body = (tmp_path / each.path).read_bytes()
        assert (len(body), hashlib.sha256(body).hexdigest()) == (each.bytes, each.sha256)
        whole = gzip.decompress(body) if each.path.endswith(".gz") else body
        assert len(whole) == each.unpacked
        if each.format == "csv":
            rows = list(csv.reader(io.StringIO(whole.decode("utf-8-sig"), newline="")))
            assert len(rows) == (each.rows or 0) + 1
        elif each.rows is not None:
            assert len([json.loads(line) for line in whole.splitlines()]) == each.rows


async def test_no_file_holds_a_withheld_name(seeded_copy: Urls, engine: Engine, tmp_path: Path) -> None:
    """Whoever is withheld counts in every file, and is named in none."""
    manifest = await _write(seeded_copy, engine, tmp_path)
    async with connected(seeded_copy.owner) as owner:
        names = [row[0] for row in await owner.fetch("SELECT name FROM confidential.detainee_name")]
        slugs = [
            row[0] for row in await owner.fetch("SELECT slug FROM detainee WHERE publication = 'WITHHELD'")
        ]
    assert slugs
    text = {
        each.path: gzip.decompress((tmp_path / each.path).read_bytes()).decode()
        for each in manifest.files
        if each.path.endswith(".gz")
    }
    assert not [(path, name) for path, body in text.items() for name in names if name in body]
    (entities,) = [body for path, body in text.items() if "entities" in path]
    assert not [slug for slug in slugs if f"detente-detainee-{slug}" in entities]


async def test_a_new_set_replaces_the_old_at_once(seeded_copy: Urls, engine: Engine, tmp_path: Path) -> None:
    """The set before stays for those who are fetching it, older ones go, and so does what was cut off."""
    first = await _write(seeded_copy, engine, tmp_path, "releases")
    (tmp_path / ".r9-20200101T000000Z").mkdir()
    sets = [first]
    for number in range(2):
        async with connected(seeded_copy.writer) as writer:
            await writer.execute(
                "UPDATE release SET title = $1 WHERE slug = 'by-us-2025-12-13'", f"Title {number}"
            )
        sets.append(await _write(seeded_copy, engine, tmp_path, "releases"))
    kept = _folders(tmp_path)
    assert kept == {each.files[0].path.partition("/")[0] for each in sets[1:]}
    assert [each.revision for each in sets] == [1, 2, 3]


def _folders(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if each.is_dir()}


def test_two_do_not_write_into_one_folder(tmp_path: Path) -> None:
    """The second is told so."""
    with _alone(tmp_path), pytest.raises(ExportRefused, match="Another export"), _alone(tmp_path):
        pass


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    """A file in its place is said to be no folder."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportRefused, match="file cannot be written to"), _alone(tmp_path / "file"):
        pass


async def _served(http: httpx.AsyncClient) -> str:
    """The address of one of the files, as the manifest has it."""
    manifest = (await http.get("/bulk/manifest.json")).json()
    (path,) = [each["path"] for each in manifest["files"] if each["path"].endswith("/releases.csv.gz")]
    return f"/bulk/{path}"


async def test_files_are_served_whole_and_in_parts(seeded: Urls, engine: Engine, tmp_path: Path) -> None:
    """By a name that leads to the newest, with a tag and in ranges, so that what was cut off can be gone on with."""
    async with opened(seeded, engine, bulk_dir=tmp_path) as (http, _):
        assert (await http.get("/bulk/manifest.json")).json()["code"] == "NOT_FOUND"
        manifest = await _write(seeded, engine, tmp_path, "releases")
        path = await _served(http)
        led = await http.get("/bulk/releases.csv.gz")
        assert (led.status_code, led.headers["location"].endswith(path)) == (307, True)
        whole = await http.get(path)
        (told,) = [each for each in manifest.files if path.endswith(each.path)]
        assert hashlib.sha256(whole.content).hexdigest() == told.sha256
        assert whole.headers["etag"] == f'"{told.sha256}"'
        tag = {"If-Range": whole.headers["etag"]}
        rest = await http.get(path, headers={"Range": "bytes=100-", **tag})
        assert (rest.status_code, rest.content) == (206, whole.content[100:])
        assert (await http.get(path, headers={"If-None-Match": whole.headers["etag"]})).status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/bulk/nothing.csv.gz",
        "/bulk/r1-20200101T000000Z/releases.csv.gz",
        "/bulk/..%2f..%2fetc/passwd",
        "/bulk/.lock",
    ],
)
async def test_nothing_else_is_served(seeded: Urls, engine: Engine, tmp_path: Path, path: str) -> None:
    """What the manifest does not name is not there."""
    (tmp_path / "manifest.json").write_text(
        Manifest(revision=1, updated="", made="", license="", sources=(), files=()).model_dump_json()
    )
    (tmp_path / ".lock").write_text("")
    async with opened(seeded, engine, bulk_dir=tmp_path) as (http, _):
        assert (await http.get(path)).status_code == 404
