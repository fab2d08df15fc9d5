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
    "习近平": ["习", "近平"],
    "歐陽修": ["歐陽", "修"],
    "山田太郎": ["山田", "太郎"],
    "佐々木 一郎": ["佐佐木", "一郎"],
    "Hu 胡锦涛": ["hu", "胡", "锦涛"],
    "华为技术有限公司": ["华为技术有限公司"],
    "カルロス・ゴーン": ["カルロス", "ゴーン"],
    "Saif Ben Hassine": ["saif", "hassine"],
    "Ben Smith": ["ben", "smith"],
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
    ("박", "Park", "Pak"),
    ("이", "Lee", "Yi", "Ri"),
    ("張", "Zhang", "Chang", "Cheung"),
    ("陈", "Chen", "Ch'en"),
    ("陳", "Chan"),
    ("萧", "Xiao", "Hsiao"),
    ("曾", "Zeng", "Tsang"),
    ("金", "Jin", "Kim"),
    ("Xiaoping", "Hsiaoping"),
    ("خالد", "Khaled", "Khalid"),
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

READ = {
    "近平": ("Jinping", "Chinp'ing"),
    "泽东": ("Zedong", "Tsetung"),
    "国荣": ("Guorong",),
    "國榮": ("Kwokwing",),
    "正恩": ("Jongun",),
    "山田": ("Yamada",),
    "太郎": ("Taro",),
    "花子": ("Hanako",),
    "カルロス": ("Karurosu",),
    "しょう": ("Shou",),
    "ジョージ": ("Joji",),
}
"""Words of names in Chinese characters and kana, and ways to spell them."""

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


@pytest.mark.parametrize("word", READ)
async def test_read_by_many(world_reader: Reader, word: str) -> None:
    """A word in Chinese characters is read as Chinese, Cantonese, Koreans and Japanese read it, in the spellings of each."""
    forms = set(await value(world_reader, "SELECT search_forms($1)", word))
    for spelling in READ[word]:
        assert forms & await sounds(world_reader, spelling), spelling


async def test_one_reading_of_j(world_reader: Reader) -> None:
    """In a syllable that Pinyin or Korean has, j is not read as Germans read it."""
    assert await sounds(world_reader, "Jian") == {"jian"}
    assert await sounds(world_reader, "Juri") >= await sounds(world_reader, "Yuri")


async def test_mistakes_that_weigh_less(world_reader: Reader) -> None:
    """One letter for another that is formed alike is less of a mistake than one for any other."""
    assert await alike(world_reader, "Jung", "Chung") > await alike(world_reader, "Jung", "Pung")
    assert await alike(world_reader, "Karim", "Kaarib") < await alike(world_reader, "Batir", "Badir") < 1


async def test_vowels_that_make_a_name(world_reader: Reader) -> None:
    """Names that differ in vowels alone are not one: Mahmud is no Muhammad, though Mohamed is."""
    assert (
        await alike(world_reader, "Mahmud", "Muhammad")
        < 0.8
        < await alike(world_reader, "Mohamed", "Muhammad")
    )
    assert await alike(world_reader, "Hasan", "Husayn") < 0.85


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
