"""Tells which script a name is written in."""

import unicodedata

_SCRIPTS = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "CJK": "Hani", "CYRILLIC": "Cyrl", "GEORGIAN": "Geor", "GREEK": "Grek",
    "HANGUL": "Hang", "HEBREW": "Hebr", "HIRAGANA": "Hira", "KATAKANA": "Kana", "LATIN": "Latn", "THAI": "Thai",
}  # fmt: skip


def script_of(text: str) -> str | None:
    """'Беларуськалій' → 'Cyrl': the script of the first letter that has one of those we know."""
    for character in text:
        if character.isalpha():
            return (
                "Latn" if character.isascii() else _SCRIPTS.get(unicodedata.name(character, "").split(" ")[0])
            )
    return None
