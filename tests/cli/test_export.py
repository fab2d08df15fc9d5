"""`detente export`: everything into files, by the reader's login alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli import main
from api.database.urls import Urls
from api.exports.bulk.manifest import read_manifest


def test_export_writes_everything(seeded: Urls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what it wrote, and the manifest names it; the public address stands in what is told beside tables."""
    monkeypatch.setenv("DETENTE_READER_URL", seeded.reader)
    monkeypatch.setenv("DETENTE_PUBLIC_URL", "https://example.org")
    told = CliRunner().invoke(main, ["export", str(tmp_path)])
    assert told.exit_code == 0, told.output
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert f"{len(manifest.files)} files of revision 1" in told.output
    (beside,) = [each for each in manifest.files if each.path.endswith("releases.csv-metadata.json")]
    assert "https://example.org/bulk/releases.csv.gz" in (tmp_path / beside.path).read_text()


def test_a_folder_that_is_a_file_is_refused(
    seeded: Urls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a message that names it."""
    monkeypatch.setenv("DETENTE_READER_URL", seeded.reader)
    (tmp_path / "taken").write_text("")
    told = CliRunner().invoke(main, ["export", str(tmp_path / "taken")])
    assert told.exit_code != 0
    assert "taken" in told.output
