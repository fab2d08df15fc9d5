"""API keys are random, look like what they are, and cannot be mistyped."""

import hashlib
import re

import pytest

from api.clients import secrets


def test_a_key_can_be_found_by_a_scanner() -> None:
    """Prefix, 256 bits and checksum have a fixed form."""
    assert re.fullmatch(r"detente_[0-9A-Za-z]{49}", secrets.new())


def test_no_two_keys_are_alike() -> None:
    """Not even in the part that is shown in lists."""
    made = {secrets.new() for _ in range(200)}
    assert len(made) == 200
    assert len({key[8:51] for key in made}) == 200


def test_a_new_key_is_one() -> None:
    """What `new` makes, `is_key` takes."""
    assert all(secrets.is_key(secrets.new()) for _ in range(50))


@pytest.mark.parametrize("position", [8, 20, 50, 51, 56])
def test_a_mistyped_key_is_none(position: int) -> None:
    """One character changed, in the random part or in the checksum, shows without a look-up."""
    key = secrets.new()
    other = "1" if key[position] != "1" else "2"
    assert not secrets.is_key(key[:position] + other + key[position + 1 :])


@pytest.mark.parametrize(
    "text", ["", "detente_", "password", "détente_" + "0" * 49, "detente_" + "0" * 49 + "\n"]
)
def test_other_texts_are_no_keys(text: str) -> None:
    """Whatever their form."""
    assert not secrets.is_key(text)


def test_a_checksum_is_that_of_the_rest() -> None:
    """So that others can check keys too: the known form of a known secret."""
    assert secrets.is_key("detente_" + "0" * 43 + secrets._checksum("detente_" + "0" * 43))
    assert secrets._checksum("detente_" + "0" * 43) == "11tbzC"


def test_what_is_stored_is_a_sha256() -> None:
    """As `sha256sum` would print it."""
    assert secrets.digest("detente_x").hex() == hashlib.sha256(b"detente_x").hexdigest()
