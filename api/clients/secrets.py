"""API keys as text: 256 random bits behind a prefix and before a checksum, so that scanners find a leaked one.

`detente_` + 43 characters of base 62 + the CRC-32 of both in 6 more.
"""

import hashlib
import re
import secrets
import string
import zlib

PREFIX = "detente_"
_DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase
_SECRET_LENGTH = 43
_CHECKSUM_LENGTH = 6
_KEY = re.compile(rf"{PREFIX}[0-9A-Za-z]{{{_SECRET_LENGTH + _CHECKSUM_LENGTH}}}", re.ASCII)
_SHOWN = len(PREFIX) + 4


def new() -> str:
    """Return a new key."""
    begun = PREFIX + _base62(secrets.randbits(256), _SECRET_LENGTH)
    return begun + _checksum(begun)


def is_key(text: str) -> bool:
    """Whether a text was made by `new`, as far as its form tells: mistyped and made-up ones need no look-up."""
    return (
        _KEY.fullmatch(text) is not None and _checksum(text[:-_CHECKSUM_LENGTH]) == text[-_CHECKSUM_LENGTH:]
    )


def digest(key: str) -> bytes:
    """Return what is stored of a key: its SHA-256. 256 random bits need no salt and no slow hash."""
    return hashlib.sha256(key.encode()).digest()


def start(key: str) -> str:
    """Return the part that tells people which key is meant: "detente_3fQz"."""
    return key[:_SHOWN]


def _checksum(text: str) -> str:
    return _base62(zlib.crc32(text.encode()), _CHECKSUM_LENGTH)


def _base62(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, rest = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[rest])
    return "".join(reversed(digits))
