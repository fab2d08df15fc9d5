"""Holds texts, dates and numbers that break programs, for rows and for arguments alike."""

import re
from random import Random

LONG = 2_000
"""Characters of a long text: an index holds no more than 2,700 bytes of one."""

NASTY = (
    "Minsk",
    "minsk",
    "Ünïcödé",
    "e\u0301 is not \u00e9",
    "Ганна Спіс",
    "محمد بن عبد الله",
    "\u202eright to left\u202c",
    "👩\u200d👩\u200d👧 🇧🇾",
    "O'Brien",
    "''; DROP TABLE country; --",
    'a "quoted" word',
    "back\\slash \\u0041 \\",
    "$1 {row} {parent} %s %(x)s",
    "line\nbreak\r\n\ttab",
    "\x01\x02\x1f\x7f\x80\x85",
    "</script><!--",
    " before and after ",
    "null",
    "[1, {}]",
    "\ufeff\ufffe\uffff",
    "\U0010ffff\U0001f600",
    "\u2028\u2029\u00a0",
    "ﬀ İı ẞß \u017f",
    "Z",
    "a",
    "_",
    "%",
    "\ue000",
    "x" * LONG,
    "ß€" * 600,
)

NAMES = (
    *("Anna", "Hanna", "Ivan", "Ivanov", "Ivanova", "Petrov", "Petrow", "Petrova", "Maria", "Marya", "Smith"),
    *("Smyth", "Novik", "Novikov", "Belarus", "Belaruskali", "Potash", "General", "Licence", "License"),
)
"""Words of which many resemble others, for search."""

FUZZY = (
    "2025-12-13",
    "2025-12-13",
    "2025-12-14",
    "2025-12",
    "2025",
    "2024-02-29",
    "2023-02",
    "1962~",
    "2025%",
    "2025-12-13?",
    "1962/1964",
    "2020-05/2021-06-07",
    "../2016",
    "../2016-03",
    "2025/..",
    "2020-01-01/..",
    "../..",
    "0001",
    "0001-01-01",
    "0476~",
    "0999-12-31",
    "9999",
    "9999-12-31",
)

DAYS = (
    "2025-12-12",
    "2025-12-13",
    "2025-12-14",
    "2025-12-31",
    "2026-01-01",
    "2016-12-31",
    "1962-01-01",
    "0001-01-01",
    "0001-01-02",
    "0999-12-31",
    "9999-12-30",
    "9999-12-31",
)

BIG = 2**63 - 1
LARGEST_INT = 2**31 - 1


def text(random: Random) -> str:
    """Return a text; some occur often, so that rows tie."""
    which = random.random()
    if which < 0.55:
        return random.choice(NASTY)
    if which < 0.8:
        return " ".join(random.choice(NAMES) for _ in range(random.randint(1, 3)))
    return "".join(random.choice(NASTY)[:1] for _ in range(random.randint(1, 12)))


def maybe_text(random: Random) -> str | None:
    """Return a text or nothing."""
    return text(random) if random.random() < 0.7 else None


def fuzzy(random: Random) -> str:
    """Return a fuzzy date."""
    if random.random() < 0.8:
        return random.choice(FUZZY)
    return f"{random.randint(1, 9999):04}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def maybe_fuzzy(random: Random) -> str | None:
    """Return a fuzzy date or nothing."""
    return fuzzy(random) if random.random() < 0.75 else None


def maybe_url(random: Random) -> str | None:
    """Return an address or nothing."""
    return f"https://example.org/{random.choice(NASTY)}" if random.random() < 0.6 else None


def slug(random: Random) -> str:
    """Return a slug."""
    return "-".join(random.choice(("a", "by", "x1", "2025", "0")) for _ in range(random.randint(1, 4)))


def count(random: Random) -> int | None:
    """Return a number of people, or nothing."""
    return random.choice((None, None, 0, 0, 1, 12, LARGEST_INT))


def snake_case(name: str) -> str:
    """Return a name of GraphQL as SQL spells it: releasedOn → released_on, NameKind → name_kind."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
