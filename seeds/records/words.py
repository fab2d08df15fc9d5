"""Declares the kinds of value a dossier is made of: text, numbers, dates and names of other records."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Self
from unicodedata import normalize

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from seeds.records import edtf

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HOW_A_SLUG_LOOKS = "use lower-case letters, digits and single hyphens, as in `by-us-2025-12-13`"


def _is_text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("is not text; write one line, or put the text in quotes")  # noqa: TRY004 - pydantic reports it
    return normalize("NFC", value.strip())


def as_text(value: object) -> str:
    """Accept text that says something, in one spelling of its accents."""
    text = _is_text(value)
    if not text:
        raise ValueError("is empty; write something or leave the field out")
    return text


def _matching(pattern: str, remedy: str) -> BeforeValidator:
    compiled = re.compile(pattern)

    def check(value: object) -> str:
        text = as_text(value)
        if not compiled.fullmatch(text):
            raise ValueError(f"{text!r} does not fit; {remedy}")
        return text

    return BeforeValidator(check)


def _boolean(value: object) -> bool:
    if value not in ("true", "false"):
        raise ValueError(f"{value!r} is neither true nor false; write `true` or `false`")
    return value == "true"


def _number(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
        raise ValueError(f"{value!r} is no whole number; write digits alone, as in 123")
    return int(value)


def _day(value: object) -> date:
    text = as_text(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"{text!r} is no full day; write it as 2025-12-13")
    return edtf.bounds(text)[0]


def _fuzzy_date(value: object) -> str:
    text = as_text(value)
    try:
        edtf.bounds(text)
    except ValueError as error:
        remedy = "write 2025-12-13, 2025-12, 2025, 1962~ (about), 1962/1964 (between), ../2016 or 2025/.."
        raise ValueError(f"{error}; {remedy}") from error
    return text


Text = Annotated[str, BeforeValidator(as_text)]
Boolean = Annotated[bool, BeforeValidator(_boolean)]
Number = Annotated[int, BeforeValidator(_number)]
Day = Annotated[date, BeforeValidator(_day)]
FuzzyDate = Annotated[str, BeforeValidator(_fuzzy_date)]
Slug = Annotated[str, _matching(_SLUG.pattern, _HOW_A_SLUG_LOOKS)]
Url = Annotated[str, _matching(r"https?://\S+", "write the whole address, starting with https://")]
Language = Annotated[
    str, _matching(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", "use a language code such as en, be or zh-Hans")
]
Script = Annotated[str, _matching(r"[A-Z][a-z]{3}", "use a script code such as Cyrl or Latn")]
Iso2 = Annotated[str, _matching(r"[A-Z]{2}", "use the two-letter code in capitals, as in BY")]
Iso3 = Annotated[str, _matching(r"[A-Z]{3}", "use the three-letter code in capitals, as in BLR")]


class Ref(str):
    """The name of a record that is declared elsewhere; its class says of which kind."""

    __slots__ = ()
    kind: ClassVar[str]
    pattern: ClassVar[re.Pattern[str]] = _SLUG
    remedy: ClassVar[str] = _HOW_A_SLUG_LOOKS

    @classmethod
    def parse(cls, value: object) -> Self:
        """Accept text of the right form."""
        text = as_text(value)
        if not cls.pattern.fullmatch(text):
            raise ValueError(f"{text!r} does not fit; {cls.remedy}")
        return cls(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's signature
        return core_schema.no_info_plain_validator_function(cls.parse)


class CountryRef(Ref):
    """A country by its two-letter code."""

    kind = "Country"
    pattern = re.compile(r"[A-Z]{2}")
    remedy = "use the two-letter code in capitals, as in BY"


class ProgramRef(Ref):
    """A sanctions program by its code."""

    kind = "SanctionProgram"
    pattern = re.compile(r"\S(.*\S)?")
    remedy = "use the program's code, as in BELARUS-EO14038"


class OrganizationRef(Ref):
    """An organization by slug."""

    kind = "Organization"


class SourceRef(Ref):
    """A source by slug."""

    kind = "Source"


class InstrumentRef(Ref):
    """An instrument by slug."""

    kind = "Instrument"


class TargetRef(Ref):
    """A target by slug."""

    kind = "Target"


class SanctionRef(Ref):
    """A sanction by slug."""

    kind = "Sanction"


class DetaineeRef(Ref):
    """A detainee by slug."""

    kind = "Detainee"


class ReleaseRef(Ref):
    """A release by slug."""

    kind = "Release"


class ReliefRef(Ref):
    """A relief by slug."""

    kind = "Relief"


class TermRef(Ref):
    """A term of the same file by its id."""

    kind = "Term"


class ClaimRef(Ref):
    """A claim by its id, or by `dossier/id` where it stands in another file."""

    kind = "Claim"
    pattern = re.compile(rf"({_SLUG.pattern}/)?{_SLUG.pattern}")
    remedy = "use the claim's id, or `dossier-slug/claim-id` for a claim of another file"
