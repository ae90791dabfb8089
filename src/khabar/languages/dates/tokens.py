"""Text to date tokens: words of the lexicon with their boundaries; numbers by `numeric`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from khabar.languages.dates.lexicon import Lexicon, lexicon
from khabar.languages.dates.model import Lattice, Token
from khabar.languages.dates.numeric import add_numbers

_PAIR = re.compile(r" ?[/(\-]? ?")
_INFLECTED = frozenset(("m", "w", "sm", "hm", "u", "season", "per", "lit", "k:year", "k:month", "k:day", "k:edge"))
_MONTHS = ("m", "ma")
_IDEOGRAPHS = "\u3400"
_NAME = ("k:names", "names")
_BOUND = frozenset(("lit", "u", "w", "k:edge", "k:ago", "k:final"))


@cache
def _automaton(lang: str) -> Any:
    return lexicon(lang).automaton()


def lattice(folded: str, lang: str) -> Lattice:
    """All tokens of a text by the position where they start."""
    words = lexicon(lang)
    found: Lattice = {}
    automaton = _automaton(lang)
    left, right = words.boundary == "both" and not words.clitics, words.boundary == "both" and not words.suffixes
    ends = len(folded) - 1
    if len(automaton):
        for last, (length, meanings, word) in automaton.iter(folded):
            start = last + 1 - length
            if left and start and word[0] < _IDEOGRAPHS and word[0].isalpha() and folded[start - 1].isalpha():
                continue  # most hits lie inside other words
            if right and last < ends and word[-1] < _IDEOGRAPHS and word[-1].isalpha() and folded[last + 1].isalpha():
                continue
            _add_word(found, folded, words, (start, last + 1), meanings, word)
    add_numbers(found, folded, words)
    _pair_months(found, folded)
    return found


def _pair_months(found: Lattice, folded: str) -> None:
    """One month under two names is one token: «أيلول/سبتمبر», «يوليو (تموز)»."""
    for tokens in list(found.values()):
        for token in [t for t in tokens if t.kind in _MONTHS]:
            gap = _PAIR.match(folded, token.end)
            if gap is None:
                continue
            for other in found.get(gap.end(), ()):
                if other.kind in _MONTHS and other.value == token.value and (other.start, other.end) != (token.start, token.end):
                    closed = "(" in gap[0] and folded[other.end : other.end + 1] == ")"
                    tokens.append(Token(token.start, other.end + closed, "m", token.value))


def _add_word(found: Lattice, folded: str, words: Lexicon, span: tuple[int, int], meanings: Any, word: str) -> None:
    start, end = span
    if words.boundary != "none":
        bounds = _bounds(folded, start, end, words)
        if bounds is None:
            if words.boundary != "left":  # Korean particles and counters follow another word without a gap
                return
            meanings = tuple(m for m in meanings if m[0] in _BOUND)
        else:
            start, end = bounds
            if start < span[0] and word in words.short_only:  # Arabic «باب» is no "in August"
                return
            if folded[start : span[0]].endswith("ال"):  # «اليوم» is "today", not «يوم» with the article
                meanings = tuple(m for m in meanings if m[0] != "lit")
    if end > span[1] and _NAME in words.entries.get(folded[start:end], ()):  # a name, not this word with a suffix
        return
    if end > span[1] and "'" not in folded[span[1] : end]:
        meanings = tuple(m for m in meanings if m[0] in _INFLECTED)
    bucket = found.setdefault(start, [])
    for kind, value in meanings:
        bucket.append(Token(start, end, kind, value))


def _bounds(folded: str, start: int, end: int, words: Lexicon) -> tuple[int, int] | None:
    """The word's span with its clitic and suffix, or None where it is only a piece of another word."""
    if _IDEOGRAPHS <= folded[start] <= "\u9fff":  # ideographs are written without spaces
        return start, end
    before = start
    if folded[start].isalpha():
        while before > 0 and _letter(folded[before - 1]):
            before -= 1
        if before < start and folded[before:start] not in words.clitics:
            return None
    after = end
    if words.boundary == "both" and folded[end - 1].isalpha():
        while after < len(folded) and _letter(folded[after]):
            after += 1
        if after == end and after < len(folded) and folded[after] == "'" and words.suffixes:
            stop = after + 1
            while stop < len(folded) and _letter(folded[stop]):
                stop += 1
            return before, (stop if folded[after + 1 : stop] in words.suffixes else end)
        if after > end and folded[end:after] not in words.suffixes:
            return None
    return before, after


def _letter(char: str) -> bool:
    return char.isalpha() or "\u0300" <= char <= "\u036f" or ("\u0900" <= char <= "\u0e7f" and char not in "।॥") or "\u064b" <= char <= "\u0652"
