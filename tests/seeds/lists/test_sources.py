"""What somebody names becomes the files of one reading: a file, a folder, an archive, an address, or nothing."""

import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from seeds.lists.entries import Authority
from seeds.lists.fetching import Limits
from seeds.lists.findings import ListRefused
from seeds.lists.metadata import Metadata
from seeds.lists.sources import opened
from tests.seeds.lists.publisher import Publisher, publishing

LIST = Metadata("a-list", "A list", Authority("somebody", "Somebody"), "CC0", None)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher on this machine."""
    with publishing() as found:
        yield found


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with two files."""
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("export/one.csv", "id,name\n1,Somebody\n" * 1_000)
        made.writestr("export/two.csv", "id,alias\n1,Anybody\n" * 1_000)
    return path


def _read(given: str | None, folder: Path, metadata: Metadata = LIST) -> dict[str, bytes]:
    with opened(metadata, given, folder / "cache") as source:
        content = {path.name: path.read_bytes() for path in source.files}
        assert source.checksum == sha256(b"".join(content.values())).hexdigest()
        return content


def test_a_file_is_itself(tmp_path: Path) -> None:
    """It is read where it stands."""
    (tmp_path / "list.csv").write_text("id,name\n")
    assert _read(str(tmp_path / "list.csv"), tmp_path) == {"list.csv": b"id,name\n"}


def test_a_folder_is_all_its_files(tmp_path: Path) -> None:
    """In the order of their names, without hidden ones."""
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("b.csv", "a.csv", ".hidden"):
        (folder / name).write_text(name)
    assert list(_read(str(folder), tmp_path).items()) == [("a.csv", b"a.csv"), ("b.csv", b"b.csv")]


def test_an_archive_is_what_is_in_it(archive: Path, tmp_path: Path) -> None:
    """Its files go by their names alone."""
    assert list(_read(str(archive), tmp_path)) == ["one.csv", "two.csv"]


def test_an_address_is_downloaded(publisher: Publisher, tmp_path: Path) -> None:
    """The input says where it came from."""
    with opened(LIST, publisher.url, tmp_path) as source:
        assert source.url == publisher.url
        assert source.files[0].read_bytes() == publisher.body


def test_without_a_name_the_publisher_is_asked(publisher: Publisher, tmp_path: Path) -> None:
    """The list's own addresses are used, each in its place, and the files stay for the next time."""
    metadata = Metadata("a-list", "A list", LIST.publisher, "CC0", None, (publisher.url,))
    assert _read(None, tmp_path, metadata) == {"list.csv": publisher.body}
    sent = publisher.sent
    assert _read(None, tmp_path, metadata) == {"list.csv": publisher.body}
    assert publisher.sent == sent


def test_a_list_without_an_address_must_be_named(tmp_path: Path) -> None:
    """The message says how."""
    with pytest.raises(ListRefused, match="--from"):
        _read(None, tmp_path)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """A file, a folder without files."""
    with pytest.raises(ListRefused, match=r"no file or folder .*nothing\.csv"):
        _read(str(tmp_path / "nothing.csv"), tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ListRefused, match="holds no files"):
        _read(str(tmp_path / "empty"), tmp_path)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-30])


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:80] = bytes(20)
    path.write_bytes(bytes(content))


def _lock(path: Path) -> None:
    content = path.read_bytes()
    # The mark of an encrypted file, in both of its headers.
    content = content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    path.write_bytes(content.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"))


def _swell(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        made.writestr("bomb.csv", bytes(50 << 20))


def _double(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("one/list.csv", "1")
        made.writestr("two/list.csv", "2")


def _empty(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("folder/", "")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_cut, "is no whole ZIP archive"),
        (_damage, "is no whole ZIP archive"),
        (_lock, "is encrypted"),
        (_swell, "would unpack to 52,428,800 bytes"),
        (_double, "holds two files of one name"),
        (_empty, "holds no files"),
    ],
)
def test_an_archive_that_is_not_whole_is_refused(
    archive: Path, tmp_path: Path, spoil: Callable[[Path], None], message: str
) -> None:
    """Truncated, damaged, encrypted, a bomb, ambiguous or empty: the message names the file."""
    spoil(archive)
    with pytest.raises(ListRefused, match=rf"list\.zip {message}"):
        _read(str(archive), tmp_path)


def test_an_archive_has_a_limit(archive: Path, tmp_path: Path) -> None:
    """Nothing larger than allowed is unpacked."""
    with (
        pytest.raises(ListRefused, match="would unpack"),
        opened(LIST, str(archive), tmp_path, limits=Limits(bytes=1_000)),
    ):
        pass


def test_an_archive_writes_nowhere_else(tmp_path: Path) -> None:
    """A name that leads out of the folder is cut to its last part."""
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("../../outside.csv", "1")
    assert _read(str(path), tmp_path) == {"outside.csv": b"1"}
    assert not (tmp_path.parent / "outside.csv").exists()
