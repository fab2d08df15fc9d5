"""Writes the migration that holds how characters of China, Japan and Korea are read, from Unicode's Unihan tables.

Run as: python -m schema.readings FOLDER > FILE

The folder holds Unihan_Readings.txt and Unihan_OtherMappings.txt, as they come in Unicode's Unihan.zip (Debian packs them
as unicode-data). Of the hundred thousand characters those are taken that schools, registries of names and telegraphs use.
"""

import argparse
import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Fields = dict[str, dict[str, str]]

FILES = ("Unihan_Readings.txt", "Unihan_OtherMappings.txt")
LANGUAGES = ("mandarin", "surname", "wade", "cantonese", "korean", "kun", "on")

# What marks a character as one in use: in China, Taiwan and Hong Kong, Japan, Korea.
IN_USE = ("kTGH", "kJoyoKanji", "kJinmeiyoKanji", "kKoreanEducationHanja", "kKoreanName", "kTaiwanTelegraph")
# Big5 begins with those that are common.
LAST_COMMON = 0xC67E
# As surnames these are read otherwise.
SURNAMES = (
    "ou:区區 qiu:仇 shan:单單 xie:解 zeng:曾 zha:查 piao:朴 ge:盖蓋葛 zhai:翟 yue:乐樂 chong:种 yun:员員 miao:缪繆"
    " ning:宁甯寧 bi:秘 hua:华華 pi:皮 fei:费費 ren:任 yu:於于 ying:应應 shao:召 ji:纪紀 you:尤 xian:冼 mo:万"
)
# Wade-Giles, where a syllable's beginning or end is written otherwise than in Pinyin.
WADE_BEGINS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"), ("q", "ch"), ("x", "hs"),
    ("r", "j"), ("z", "ts"), ("c", "ts"),
)  # fmt: skip
WADE_ENDS = {
    "ong": "ung",
    "ian": "ien",
    "yan": "yen",
    "iong": "iung",
    "ie": "ieh",
    "ue": "ueh",
    "ye": "yeh",
    "er": "erh",
}
# The spelling of Hong Kong.
HONG_KONG_BEGINS = (
    ("ng", "ng"),
    ("gw", "kw"),
    ("kw", "kw"),
    ("b", "p"),
    ("d", "t"),
    ("g", "k"),
    ("j", "y"),
    ("c", "ch"),
)
HONG_KONG_ENDS = {
    "oeng": "eung", "oek": "euk", "oe": "eu", "eoi": "ui", "eon": "un", "eot": "ut", "yun": "uen", "yut": "uet", "yu": "u",
    "ou": "o",
}  # fmt: skip
SIBILANT = ("eoi", "oi", "ou", "ang", "ak", "e", "i")
"""Before these, what Jyutping writes as z and c is spelled ts, elsewhere ch."""

TEXT = """-- How characters of China, Japan and Korea are read: facts from the Unihan tables of the Unicode Standard, and the kana.
-- Written by schema/readings.py; do not edit. Unihan: Copyright (c) 1991-2022 Unicode, Inc., distributed under the Unicode
-- license (schema/UNICODE-LICENSE.txt), modified: tones left out, spelled as names are, one reading or two kept.

CREATE FUNCTION pg_temp.entries(lines text) RETURNS TABLE (spoken text, letter text)
LANGUAGE sql AS $f$
    SELECT split_part(e.entry, ':', 1), l.letter
    FROM regexp_split_to_table(btrim(lines, E'\\n'), '[ \\n]') AS e (entry)
    CROSS JOIN LATERAL string_to_table(split_part(e.entry, ':', 2), NULL) AS l (letter)
$f$;

CREATE TABLE search_reading (
    letter text COLLATE "C" PRIMARY KEY,
    mandarin text,
    surname text,
    wade text,
    cantonese text,
    korean text[],
    kun text[],
    "on" text[]
);
COMMENT ON TABLE search_reading IS 'How characters of China, Japan and Korea are read in names. Facts; only migrations write them.';
COMMENT ON COLUMN search_reading.letter IS 'One character.';
COMMENT ON COLUMN search_reading.mandarin IS 'In Mandarin: Pinyin without tones.';
COMMENT ON COLUMN search_reading.surname IS 'In Mandarin, as a surname, where that is read otherwise.';
COMMENT ON COLUMN search_reading.wade IS 'In Mandarin, as Wade and Giles spell it.';
COMMENT ON COLUMN search_reading.cantonese IS 'In Cantonese, as people of Hong Kong spell their names.';
COMMENT ON COLUMN search_reading.korean IS 'In Korean: in Hangul, in two ways at the most.';
COMMENT ON COLUMN search_reading.kun IS 'In Japanese, by native words, in two ways at the most; a letter of the kana as it is spoken.';
COMMENT ON COLUMN search_reading."on" IS 'In Japanese, by words from China, in two ways at the most.';

INSERT INTO search_reading (letter, mandarin, surname, wade, cantonese, korean, kun, "on")
WITH entry (language, spoken, letter) AS (
{parts}
), wade AS (
    SELECT split_part(e.entry, ':', 1) AS written, s.spoken
    FROM regexp_split_to_table(btrim($$
{wade}
$$, E'\\n'), '[ \\n]') AS e (entry)
    CROSS JOIN LATERAL string_to_table(split_part(e.entry, ':', 2), ',') AS s (spoken)
)
SELECT e.letter,
    max(e.spoken) FILTER (WHERE e.language = 'mandarin'), max(e.spoken) FILTER (WHERE e.language = 'surname'),
    max(w.written), max(e.spoken) FILTER (WHERE e.language = 'cantonese'),
    array_agg(e.spoken ORDER BY e.spoken) FILTER (WHERE e.language = 'korean'), array_agg(e.spoken) FILTER (WHERE e.language = 'kun'),
    array_agg(e.spoken ORDER BY e.spoken) FILTER (WHERE e.language = 'on')
FROM entry e LEFT JOIN wade w ON e.language = 'mandarin' AND w.spoken = e.spoken
GROUP BY e.letter;
"""


def read(paths: Iterable[Path]) -> Fields:
    """Return each character's fields."""
    fields: Fields = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("U+"):
                code, field, value = line.removeprefix("U+").split("\t")
                fields.setdefault(chr(int(code, 16)), {})[field] = value
    return fields


def in_use(fields: Mapping[str, str]) -> bool:
    """Return whether a character is in use."""
    return any(field in fields for field in IN_USE) or int(fields.get("kBigFive", "FFFF"), 16) <= LAST_COMMON


def plain(text: str) -> str:
    """Return Latin letters without tones."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha())


def wade(pinyin: str) -> str:
    """Return a syllable of Pinyin in Wade-Giles, without its signs.

    >>> wade("zhou"), wade("xiao"), wade("zi"), wade("ge"), wade("dong")
    ('chou', 'hsiao', 'tzu', 'ko', 'tung')
    """
    if pinyin in ("zi", "ci", "si"):
        return {"zi": "tzu", "ci": "tzu", "si": "ssu"}[pinyin]
    if pinyin in ("zhi", "chi", "shi", "ri"):
        return {"zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih"}[pinyin]
    if pinyin in ("yi", "you", "ge", "ke", "he"):
        return {"yi": "i", "you": "yu", "ge": "ko", "ke": "ko", "he": "ho"}[pinyin]
    begin, written = next(((a, b) for a, b in WADE_BEGINS if pinyin.startswith(a)), ("", ""))
    end = pinyin[len(begin) :]
    end = next((end[: -len(a)] + b for a, b in WADE_ENDS.items() if end.endswith(a)), end)
    if end.endswith("uo") and not pinyin.startswith(("g", "k", "h", "sh")):
        end = end.removesuffix("uo") + "o"
    return written + ("uei" if end == "ui" and begin in ("g", "k") else end)


def hong_kong(jyutping: str) -> str:
    """Return a syllable of Jyutping as people of Hong Kong spell their names.

    >>> hong_kong("zoeng1"), hong_kong("can4"), hong_kong("wong4"), hong_kong("lei5"), hong_kong("coi3")
    ('cheung', 'chan', 'wong', 'lee', 'tsoi')
    """
    syllable = jyutping.rstrip("0123456789")
    if syllable[0] in "zc":
        end = syllable[1:]
        begin = "ts" if end in SIBILANT else "ch"
    else:
        known, begin = next(((a, b) for a, b in HONG_KONG_BEGINS if syllable.startswith(a)), ("", ""))
        end = syllable[len(known) :]
    if syllable == "lei":
        return "lee"
    return begin + HONG_KONG_ENDS.get(end, end.replace("aa", "a"))


def short(spoken: str) -> str:
    """Return a Japanese syllable with its long vowels short, as names are spelled abroad."""
    return re.sub("o[ou]", "o", spoken.lower()).replace("uu", "u")


def kana() -> Iterator[tuple[str, str]]:
    """Yield the letters of the two syllabaries and what they are in Latin letters, as Unicode names them."""
    for code in range(0x3041, 0x30F7):
        name = unicodedata.name(chr(code), "")
        if found := re.fullmatch(r"(?:HIRAGANA|KATAKANA) LETTER (SMALL )?([A-Z]+)", name):
            small, spoken = found.groups()
            spoken = {
                "SI": "SHI",
                "TI": "CHI",
                "TU": "TSU",
                "ZI": "JI",
                "DI": "JI",
                "DU": "ZU",
                "HU": "FU",
            }.get(spoken, spoken)
            if (small, spoken) != ("SMALL ", "TSU"):
                yield chr(code), spoken.lower()


def tables(fields: Fields) -> dict[str, dict[str, list[str]]]:
    """Return for each language what letters are read as each syllable."""
    found: dict[str, dict[str, list[str]]] = {each: {} for each in LANGUAGES}
    for entry in SURNAMES.split():
        spoken, _, letters = entry.partition(":")
        found["surname"][spoken] = list(letters)
    for letter, known in sorted(fields.items()):
        if in_use(known):
            for language, spoken in readings(known):
                found[language].setdefault(spoken, []).append(letter)
    for spoken in found["mandarin"]:
        found["wade"].setdefault(wade(spoken), []).append(spoken)
    for letter, spoken in kana():
        found["kun"].setdefault(spoken, []).append(letter)
    return found


def readings(known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the languages that read a character, and how: in Japanese and Korean in two ways at the most."""
    if "kMandarin" in known:
        yield "mandarin", plain(known["kMandarin"].split()[0])
    if "kCantonese" in known:
        yield "cantonese", hong_kong(known["kCantonese"].split()[0])
    for syllable in known.get("kHangul", "").split()[:2]:
        yield "korean", syllable.partition(":")[0]
    if "kJis0" in known:
        for language, field in (("kun", "kJapaneseKun"), ("on", "kJapaneseOn")):
            spoken = (short(plain(each)) for each in known.get(field, "").split())
            yield from ((language, each) for each in list(dict.fromkeys(spoken))[:2])


def written(table: Mapping[str, list[str]], separator: str = "") -> str:
    """Return a table as lines of ``syllable:letters``."""
    entries = " ".join(f"{spoken}:{separator.join(letters)}" for spoken, letters in sorted(table.items()))
    return "\n".join(textwrap.wrap(entries, 180, break_long_words=False, break_on_hyphens=False))


def migration(fields: Fields) -> str:
    """Return the migration."""
    found = tables(fields)
    parts = [
        f"    SELECT '{language}', * FROM pg_temp.entries($$\n{written(table)}\n$$)"  # noqa: S608 - it writes SQL
        for language, table in found.items()
        if language != "wade"
    ]
    return TEXT.format(parts="\n    UNION ALL\n".join(parts), wade=written(found["wade"], ","))


def main() -> None:
    """Write the migration to standard output."""
    parser = argparse.ArgumentParser(prog="python -m schema.readings")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    sys.stdout.write(migration(read(folder / name for name in FILES)))


if __name__ == "__main__":
    main()
