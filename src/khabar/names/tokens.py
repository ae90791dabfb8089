"""Words of folded text as the name index compares them: marks stripped, with their place in the text.

The folded text has the length of the text, so that a word's span holds in both.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

# A word; Arabic vowel signs and the tatweel stand inside one; Han, Hangul and other letters written together part;
# "U.S." is one word.
WORD = regex.compile(r"(?:(?<!\w)\p{Latin}\.){2,}\p{Latin}?(?!\w)|[\p{Han}\p{Hiragana}\p{Katakana}ー]+|[\p{Hangul}]+|[\w\u0640\u064b-\u065f\u0670--\p{Han}--\p{Hangul}--\p{Hiragana}--\p{Katakana}]+", regex.V1)
_DROP = dict.fromkeys([0x0640, 0x0670, *range(0x064B, 0x0660)])
_LETTERS = str.maketrans({"ı": "i", "đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ğ": "g"})
_LATIN_FROM, _LATIN_TO = 0x00C0, 0x024F


class Word(NamedTuple):
    """One word: its form for comparison, its span, and the folded word with its marks."""

    form: str
    start: int
    end: int
    marked: str = ""


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """A folded word without marks: Latin diacritics, Arabic vowel signs and tatweel go, other letters stay."""
    if word.isascii():
        return word.replace(".", "") if "." in word else word
    word = word.replace(".", "").translate(_DROP).translate(_LETTERS)
    if any(_LATIN_FROM <= ord(c) <= _LATIN_TO or 0x1E00 <= ord(c) <= 0x1EFF for c in word):
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return word


def words(folded: str) -> list[Word]:
    """The words of folded text in order."""
    return [Word(plain(m[0]), m.start(), m.end(), m[0]) for m in WORD.finditer(folded)]


@lru_cache(maxsize=100_000)
def script(word: str) -> str:
    """ISO 15924 code of a word's first letter: Latn, Cyrl, Arab, Hang, Hani, else "Zyyy"."""
    for char in word:
        code = ord(char)
        if code < 0x0250 or 0x1E00 <= code <= 0x1EFF:
            if char.isalpha():
                return "Latn"
            continue
        for low, high, name in _RANGES:
            if low <= code <= high:
                return name
    return "Zyyy"


_RANGES = ((0x0400, 0x052F, "Cyrl"), (0x0600, 0x06FF, "Arab"), (0x0750, 0x077F, "Arab"), (0xAC00, 0xD7AF, "Hang"),
           (0x1100, 0x11FF, "Hang"), (0x3400, 0x9FFF, "Hani"), (0xF900, 0xFAFF, "Hani"), (0x3040, 0x30FF, "Kana"))  # fmt: skip
