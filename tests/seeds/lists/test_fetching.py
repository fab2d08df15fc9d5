"""A list's file is downloaded once, resumed where it broke off, checked, and never larger than allowed."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from seeds.lists.fetching import Limits, fetch
from seeds.lists.findings import ListRefused
from tests.seeds.lists.publisher import Publisher, publishing

QUICK = Limits(pause=0.001)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher on this machine."""
    with publishing() as found:
        yield found


def _get(publisher: Publisher, folder: Path, limits: Limits = QUICK) -> bytes:
    path, checksum = fetch(publisher.url, folder, limits=limits)
    content = path.read_bytes()
    assert checksum == sha256(content).hexdigest()
    return content


def test_a_file_comes_whole(publisher: Publisher, tmp_path: Path) -> None:
    """It is what the publisher has, byte for byte, and nothing else is left in the folder but notes."""
    assert _get(publisher, tmp_path) == publisher.body
    assert {path.name for path in tmp_path.iterdir()} == {".lock", "list.csv", "list.csv.json"}


@pytest.mark.parametrize(("etag", "modified"), [('"one"', None), (None, "Mon, 06 Jan 2025 10:00:00 GMT")])
def test_what_has_not_changed_is_not_sent_again(
    publisher: Publisher, tmp_path: Path, etag: str | None, modified: str | None
) -> None:
    """The second request is conditional, and its answer is empty."""
    publisher.etag, publisher.modified = etag, modified
    _get(publisher, tmp_path)
    sent = publisher.sent
    assert _get(publisher, tmp_path) == publisher.body
    assert publisher.sent == sent
    assert {"if-none-match", "if-modified-since"} & publisher.asked[1].keys()


def test_what_has_changed_is_sent_anew(publisher: Publisher, tmp_path: Path) -> None:
    """A new edition takes the place of the old one."""
    _get(publisher, tmp_path)
    publisher.body, publisher.etag = b"id,name\n1,Somebody else\n", '"two"'
    assert _get(publisher, tmp_path) == publisher.body


def test_a_kept_file_that_was_touched_is_not_believed(publisher: Publisher, tmp_path: Path) -> None:
    """What no longer has its checksum is downloaded again, unconditionally."""
    _get(publisher, tmp_path)
    (tmp_path / "list.csv").write_bytes(b"something else")
    assert _get(publisher, tmp_path) == publisher.body
    assert "if-none-match" not in publisher.asked[1]


def test_a_download_goes_on_where_it_broke_off(publisher: Publisher, tmp_path: Path) -> None:
    """Three connections that break bring each byte once."""
    publisher.breaks = [100_000, 70_000]
    assert _get(publisher, tmp_path) == publisher.body
    assert publisher.sent == len(publisher.body)
    assert [asked.get("range") for asked in publisher.asked] == [None, "bytes=100000-", "bytes=170000-"]


def test_a_later_run_goes_on_where_an_earlier_one_gave_up(publisher: Publisher, tmp_path: Path) -> None:
    """What came before the program ended is not asked for again."""
    publisher.breaks = [100_000]
    with pytest.raises(ListRefused, match="1 tries"):
        _get(publisher, tmp_path, Limits(tries=1))
    assert _get(publisher, tmp_path) == publisher.body
    assert publisher.asked[1]["range"] == "bytes=100000-"


def test_parts_of_two_editions_are_not_put_together(publisher: Publisher, tmp_path: Path) -> None:
    """A file that changed while it broke off begins anew."""
    publisher.breaks = [100_000]
    with pytest.raises(ListRefused):
        _get(publisher, tmp_path, Limits(tries=1))
    publisher.body, publisher.etag = b"id,name\n" + b"2,Nobody\n" * 30_000, '"two"'
    assert _get(publisher, tmp_path) == publisher.body


@pytest.mark.parametrize("etag", ['W/"weak"', None])
def test_without_a_strong_tag_nothing_is_resumed(
    publisher: Publisher, tmp_path: Path, etag: str | None
) -> None:
    """What cannot be proven to be the same edition is downloaded from its start."""
    publisher.etag, publisher.breaks = etag, [100_000]
    assert _get(publisher, tmp_path) == publisher.body
    assert "range" not in publisher.asked[1]


def test_a_server_without_ranges_sends_all_again(publisher: Publisher, tmp_path: Path) -> None:
    """Its whole answer replaces the part, and is not appended to it."""
    publisher.ranges, publisher.breaks = False, [100_000]
    assert _get(publisher, tmp_path) == publisher.body


def test_a_part_that_no_longer_fits_is_dropped(publisher: Publisher, tmp_path: Path) -> None:
    """A server that cannot serve the rest is asked for all of it."""
    publisher.breaks = [100_000]
    with pytest.raises(ListRefused):
        _get(publisher, tmp_path, Limits(tries=1))
    publisher.statuses = [416]
    assert _get(publisher, tmp_path) == publisher.body
    assert "range" not in publisher.asked[-1]


def test_a_busy_server_is_asked_again(publisher: Publisher, tmp_path: Path) -> None:
    """Answers that ask to come back later are tried again."""
    publisher.statuses = [503, 429]
    assert _get(publisher, tmp_path) == publisher.body


def test_patience_ends(publisher: Publisher, tmp_path: Path) -> None:
    """After so many tries the message names the address, the reason and another way."""
    publisher.statuses = [503] * 9
    with pytest.raises(ListRefused, match=r"list\.csv could not be downloaded in 3 tries.*503(.|\n)*--from"):
        _get(publisher, tmp_path, Limits(tries=3, pause=0.001))
    assert len(publisher.asked) == 3


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_file_that_is_not_there_is_refused_at_once(
    publisher: Publisher, tmp_path: Path, status: int
) -> None:
    """What will not change is not asked for twice."""
    publisher.statuses = [status]
    with pytest.raises(ListRefused, match=str(status)):
        _get(publisher, tmp_path)
    assert len(publisher.asked) == 1


def test_nobody_is_asked_at_an_address_that_is_none() -> None:
    """Files and other schemes are no addresses."""
    with pytest.raises(ListRefused, match="no address"):
        fetch("file:///etc/passwd", Path("/nowhere"))


def test_a_server_that_is_away_is_named(tmp_path: Path) -> None:
    """Nobody listens there."""
    with publishing() as gone:
        url = gone.url
    with pytest.raises(ListRefused, match="could not be downloaded in 2 tries"):
        fetch(url, tmp_path, limits=Limits(tries=2, pause=0.001))


@pytest.mark.parametrize("told", [True, False], ids=["announced", "sent"])
def test_a_file_may_not_fill_the_disk(publisher: Publisher, tmp_path: Path, told: bool) -> None:
    """One byte too many is too many, whether the server says so before or not."""
    if not told:
        publisher.extra = {"Content-Encoding": "identity"}
    with pytest.raises(ListRefused, match="larger than"):
        _get(publisher, tmp_path, Limits(bytes=len(publisher.body) - 1, pause=0.001))
    assert not (tmp_path / "list.csv.part").exists()


def test_a_redirect_is_followed(publisher: Publisher, tmp_path: Path) -> None:
    """Publishers move their files about."""
    path, _ = fetch(f"{publisher.address}/elsewhere", tmp_path, limits=QUICK)
    assert path.read_bytes() == publisher.body


def test_a_redirect_that_goes_round_ends(publisher: Publisher, tmp_path: Path) -> None:
    """It is refused, not followed for ever."""
    with pytest.raises(ListRefused, match="without end"):
        fetch(f"{publisher.address}/round", tmp_path, limits=QUICK)


def test_a_checksum_that_the_server_states_must_hold(publisher: Publisher, tmp_path: Path) -> None:
    """A file with another one is thrown away; with the right one it is taken."""
    publisher.extra = {"Repr-Digest": f"sha-256=:{b64encode(bytes(32)).decode()}:"}
    with pytest.raises(ListRefused, match="checksum"):
        _get(publisher, tmp_path)
    assert not (tmp_path / "list.csv").exists()
    publisher.extra = {"Repr-Digest": f"sha-256=:{b64encode(sha256(publisher.body).digest()).decode()}:"}
    assert _get(publisher, tmp_path) == publisher.body


def test_progress_is_told(publisher: Publisher, tmp_path: Path) -> None:
    """It counts up to the size of the file, also over a break."""
    publisher.breaks = [100_000]
    told: list[tuple[int, int | None]] = []
    fetch(publisher.url, tmp_path, limits=QUICK, progress=lambda *step: told.append(step))
    assert told == sorted(told)
    assert told[-1] == (len(publisher.body), len(publisher.body))
