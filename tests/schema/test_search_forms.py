"""Names as search compares them: what is one word, what tells a name from others, and what sounds alike."""

from typing import Any

import pytest

from api.database.reader import Reader

WORDS = {
    "Ánna-Maria O\u2019Brien": ["ánna", "maria", "obrien"],
    "LUKASHENKO, Aleksandr": ["lukashenko", "aleksandr"],
    "Ива\u0301н Грозный": ["иван", "грозный"],
    "Banco de la Nación, S.A. de C.V.": ["banco", "nación", "sa", "cv"],
    "J.K. Rowling": ["jk", "rowling"],
    "Abdul-Rahman bin ʿUmar": ["abd", "rahman", "umar"],
    "Abdurrahman": ["abd", "rahman"],
    "Abd al-Rahman": ["abd", "rahman"],
    "Abd Allah": ["abdullah"],
    "Abdallah": ["abdullah"],
    "Abdullayev": ["abdullayev"],
    "مُحَمَّد بن سلمان": ["محمد", "سلمان"],
    "عبدالرحمن": ["عبد", "رحمن"],
    "عبد الرحمن": ["عبد", "الرحمن"],
    "عبد الله": ["عبدالله"],
    "김정은": ["김", "정", "은"],
    "The": ["the"],
}
"""What is folded, and its words. Articles and particles count where a text has nothing else."""

ALIKE = [
    ("Лукашенко", "Lukashenko", "Lukašenka", "Лукашэнка", "Lukaschenko"),
    ("Шушкевич", "Shushkevich", "Szuszkiewicz", "Schuschkewitsch"),
    ("Дзмітрый", "Dzmitry", "Дмитрий", "Dmitriy", "Dmitry"),
    ("Статкевич", "Statkevich", "Statkievič"),
    ("Харченко", "Kharchenko", "Harčenko"),
    ("Горбачев", "Gorbachev", "Horbachov", "Gorbatschow"),
    ("Иванов", "Ivanov", "Iwanow", "Ivanoff"),
    ("Цеханоўская", "Tsekhanouskaya"),
    ("Саакашвили", "სააკაშვილი", "Saakashvili"),
    ("Παπανδρέου", "Papandreou"),
    ("Саргсян", "Սարգսյան", "Sargsyan"),
    ("김", "Kim"),
]
"""Each of them sounds like the first, whichever script and country's spelling it is in."""

CONSONANTS = [
    ("محمد", "Muhammad", "Mohammed", "Mohamed"),
    ("حسين", "Hussein", "Husayn"),
    ("يوسف", "Yusuf", "Youssef"),
    ("قاسم", "Qasim", "Kassem"),
    ("رضا", "Reza", "Rida"),
    ("כהן", "Kohn"),
]
"""Scripts that write few vowels: the consonants are the same."""

APART = [("Иванов", "Петров"), ("Kim", "Lee"), ("Ahmad", "Muhammad"), ("Johnson", "Peterson")]


async def value(reader: Reader, sql: str, *given: str) -> Any:  # noqa: ANN401 - whatever SQL gives
    """The one value of a statement."""
    row = await reader.row(sql, *given)
    assert row is not None
    return row[0]


async def sounds(reader: Reader, text: str) -> set[str]:
    """The forms of a text's one word."""
    forms = await value(reader, "SELECT search_forms((search_words($1))[1])", text)
    return set(forms)


@pytest.mark.parametrize("text", WORDS)
async def test_words(world_reader: Reader, text: str) -> None:
    """The words that tell a name from others, whatever stands between them."""
    assert await value(world_reader, "SELECT search_words($1)", text) == WORDS[text]


@pytest.mark.parametrize("spellings", ALIKE, ids=lambda each: each[0])
async def test_alike(world_reader: Reader, spellings: tuple[str, ...]) -> None:
    """Spellings of one name are very much alike in every script."""
    first, *others = spellings
    for other in others:
        assert await alike(world_reader, first, other) >= 0.8, other


@pytest.mark.parametrize("spellings", CONSONANTS, ids=lambda each: each[0])
async def test_few_vowels(world_reader: Reader, spellings: tuple[str, ...]) -> None:
    """Where a script writes few vowels, consonants decide."""
    first, *others = spellings
    for other in others:
        assert await alike(world_reader, first, other) >= 0.85, other


@pytest.mark.parametrize("pair", APART)
async def test_apart(world_reader: Reader, pair: tuple[str, str]) -> None:
    """Names that merely share letters are not taken for one another."""
    assert await alike(world_reader, *pair) < 0.6


async def test_the_same_sort_of_company(world_reader: Reader) -> None:
    """Legal forms are one with those of their sort in other languages, and like nothing else."""
    assert await sounds(world_reader, "Limited") == await sounds(world_reader, "Ltd.") == {"=ltd"}
    assert await sounds(world_reader, "ТОВ") == await sounds(world_reader, "LLC")  # noqa: RUF001
    assert await alike(world_reader, "ltd", "ltda") == 1
    assert await alike(world_reader, "ltd", "litd") == 0


async def test_numbers(world_reader: Reader) -> None:
    """A number is like itself alone."""
    assert await alike(world_reader, "765", "765") == 1
    assert await alike(world_reader, "765", "766") == 0


ALIKEST = """
SELECT max(search_alike(a.form, b.form, ($1 || $2) ~ '[\u0590-\u06ff]'))
FROM unnest(search_forms((search_words($1))[1])) AS a (form), unnest(search_forms((search_words($2))[1])) AS b (form)
"""


async def alike(reader: Reader, one: str, other: str) -> float:
    """How alike two words are, each read as it fits best."""
    found: float = await value(reader, ALIKEST, one, other)
    return found


@pytest.mark.parametrize(
    "text", ["", "—", "\U00010400" * 900, "\ufdfa" * 900, "x" * 9_000, "ß" * 600, "﷽", "汉字"]
)
async def test_any_text(world_reader: Reader, text: str) -> None:
    """Any text has words and each word has forms, short enough to be compared."""
    words = await value(world_reader, "SELECT search_words($1)", text)
    assert len(words) <= 16
    for word in words:
        forms = await value(world_reader, "SELECT search_forms($1)", word)
        assert forms
        assert all(0 < len(form) <= 40 for form in forms)
