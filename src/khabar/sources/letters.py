"""How papers in other scripts spell an abbreviation letter by letter: "RTS" is «آر تي إس» and «آر‌تی‌اس»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

LONG = 3
"""Letters that an abbreviation needs: shorter ones spelled out are met by chance."""
_LETTERS = {
    "ar": {"A": "إيه", "B": "بي", "C": "سي", "D": "دي", "E": "إي", "F": "إف", "G": "جي", "H": "إتش", "I": "آي", "J": "جيه", "K": "كي", "L": "إل", "M": "إم",
           "N": "إن", "O": "أو", "P": "بي", "Q": "كيو", "R": "آر", "S": "إس", "T": "تي", "U": "يو", "V": "في", "W": "دبليو", "X": "إكس", "Y": "واي", "Z": "زد"},
    "fa": {"A": "ای", "B": "بی", "C": "سی", "D": "دی", "E": "ای", "F": "اف", "G": "جی", "H": "اچ", "I": "آی", "J": "جی", "K": "کی", "L": "ال", "M": "ام",
           "N": "ان", "O": "او", "P": "پی", "Q": "کیو", "R": "آر", "S": "اس", "T": "تی", "U": "یو", "V": "وی", "W": "دبلیو", "X": "ایکس", "Y": "وای", "Z": "زد"},
}  # fmt: skip


def spelled_out(names: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The abbreviations among the names of a source, spelled out in Arabic and in Persian."""
    for name in {n for forms in names.values() for n in forms}:
        if not LONG <= len(name) <= 2 * LONG or not (name.isascii() and name.isalpha() and name.isupper()):
            continue
        for letters in _LETTERS.values():
            yield " ".join(letters[letter] for letter in name)
