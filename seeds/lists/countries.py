"""Finds the country that a list means by a name."""

from functools import cache
from pathlib import Path

from seeds.records import read_reference

_FILE = Path(__file__).parent.parent / "reference" / "countries.yaml"

# How lists write the names of countries, where neither their common nor their official name is meant.
_ALIASES = {
    "bahamas, the": "BS",
    "bolivia (plurinational state of)": "BO",
    "burma": "MM",
    "cabo verde": "CV",
    "china, hong kong special administrative region": "HK",
    "congo": "CG",
    "congo, democratic republic of the": "CD",
    "congo, republic of the": "CG",
    "cote d ivoire": "CI",
    "côte d'ivoire": "CI",
    "czech republic": "CZ",
    "former soviet union": "SU",
    "gambia, the": "GM",
    "iran (islamic republic of)": "IR",
    "iran, islamic republic of": "IR",
    "korea, north": "KP",
    "korea, south": "KR",
    "macau": "MO",
    "macedonia, the former yugoslav republic of": "MK",
    "man, isle of": "IM",
    "moldova, republic of": "MD",
    "north macedonia, the republic of": "MK",
    "palestinian": "PS",
    "region: gaza": "PS",
    "russian federation": "RU",
    "swaziland": "SZ",
    "syrian arab republic": "SY",
    "the gambia": "GM",
    "turkey": "TR",
    "ussr": "SU",
    "venezuela (bolivarian republic of)": "VE",
    "viet nam": "VN",
    "virgin islands, british": "VG",
    "virgin islands, u.s.": "VI",
    "west bank": "PS",
}


def code_of(name: str) -> str | None:
    """'Korea, North' → 'KP'; None where no country of ours is meant."""
    return _codes().get(" ".join(name.lower().split()))


def known(code: str) -> bool:
    """Whether a two-letter code is one of ours."""
    return code in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(_codes().values())


@cache
def _codes() -> dict[str, str]:
    codes = dict(_ALIASES)
    for country in read_reference(_FILE).record.countries:
        for name in (country.name, country.official_name):
            if name:
                codes.setdefault(name.lower(), country.iso2)
    return codes
