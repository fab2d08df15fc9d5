"""Understands the codes of countries."""

from functools import lru_cache

from seeds.lists.countries import known
from seeds.lists.opensanctions.model import COUNTRY_CODES


@lru_cache(1_000)
def country_of(value: str) -> tuple[str | None, bool]:
    """'by' → ('BY', True), 'ge-ab' → ('GE', True), 'zz' → (None, True); False where nobody knows the code."""
    code = value.lower()
    if code in COUNTRY_CODES:
        return COUNTRY_CODES[code], True
    country = code.partition("-")[0].upper()
    return (country, True) if known(country) else (None, False)
