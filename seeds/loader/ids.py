"""Gives every record an id that is the same in every deployment."""

from hashlib import sha256
from typing import overload

from seeds.records.words import Ref


def identify(kind: str, key: str) -> int:
    """('Country', 'BY') → the first 63 bits of SHA-256 over 'Country/BY'."""
    return int.from_bytes(sha256(f"{kind}/{key}".encode()).digest()[:8], "big") >> 1


@overload
def refer(ref: Ref) -> int: ...
@overload
def refer(ref: Ref | None) -> int | None: ...
def refer(ref: Ref | None) -> int | None:
    """The id of the record that a reference names."""
    return None if ref is None else identify(ref.kind, str(ref))
