"""Text to date tokens: words of the lexicon with their boundaries, numbers and numeric dates."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from khabar.languages.dates import calendars
from khabar.languages.dates.lexicon import Lexicon, lexicon
from khabar.languages.dates.model import Token

_NUMBER = re.compile(r"\d+")
_FULL = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{1,4})\)?( ?[./-] ?|(?<=\d\d\d\d) (?=\d\d? \d\d?\b)|(?<!\d\d\d) (?=\d\d? \d{4}\b))(\d{1,2})\2(\d{1,4})(?![\d/])(?!\.\d)")
_SHORT = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{1,2})([./-])(\d{1,2})(?![\d/%])(?![.,]\d)(?!-\d{1,2}(?!\d|[./-]))")
_MONTH_YEAR = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{1,2})([./-])(\d{4})(?![\d/])(?![.,\-]\d)")
_YEAR_MONTH = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{4})([./-])(\d{1,2})(?![\d/])(?![.,\-]\d)")
_SOLID = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d|[.,-]\d)")
_PAIR = re.compile(r" ?[/(\-]? ?")
_INFLECTED = frozenset(("m", "ma", "w", "sm", "hm", "u", "season", "per", "lit", "k:year", "k:month", "k:day", "k:edge"))
_BOUND = frozenset(("lit", "u", "w", "k:edge", "k:ago", "k:final"))
Lattice = dict[int, list[Token]]


@cache
def _automaton(lang: str) -> Any:
    return lexicon(lang).automaton()


def lattice(folded: str, lang: str) -> Lattice:
    """All tokens of a text by the position where they start."""
    words = lexicon(lang)
    found: Lattice = {}
    automaton = _automaton(lang)
    if len(automaton):
        for last, (length, meanings, word) in automaton.iter(folded):
            _add_word(found, folded, words, (last + 1 - length, last + 1), meanings, word)
    for match in _NUMBER.finditer(folded):
        _add_number(found, folded, words, match)
    _add_numeric_dates(found, folded, words)
    for match in _SOLID.finditer(folded):
        y, m, d = int(match[1]), int(match[2]), int(match[3])
        if calendars.day(y, m, d) is not None:
            found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "date", (y, m, d, calendars.GREGORIAN)))
    _pair_months(found, folded)
    return found


def _pair_months(found: Lattice, folded: str) -> None:
    """One month under two names is one token: «أيلول/سبتمبر», «يوليو (تموز)»."""
    for tokens in list(found.values()):
        for token in [t for t in tokens if t.kind == "m"]:
            gap = _PAIR.match(folded, token.end)
            if gap is None:
                continue
            for other in found.get(gap.end(), ()):
                if other.kind == "m" and other.value == token.value and (other.start, other.end) != (token.start, token.end):
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
            if folded[start : span[0]].endswith("ال"):  # «اليوم» is "today", not «يوم» with the article
                meanings = tuple(m for m in meanings if m[0] != "lit")
    if end > span[1] and "'" not in folded[span[1] : end]:
        meanings = tuple(m for m in meanings if m[0] in _INFLECTED)
    bucket = found.setdefault(start, [])
    for kind, value in meanings:
        bucket.append(Token(start, end, kind, value))


def _bounds(folded: str, start: int, end: int, words: Lexicon) -> tuple[int, int] | None:
    """The word's span with its clitic and suffix, or None where it is only a piece of another word."""
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
    return char.isalpha() or "\u0300" <= char <= "\u036f" or "\u0900" <= char <= "\u0e7f" or "\u064b" <= char <= "\u0652"


def _add_number(found: Lattice, folded: str, words: Lexicon, match: re.Match[str]) -> None:
    start, end = match.span()
    if end - start > 4 or _decimal(folded, start, end):
        return
    digits, value = match.end() - match.start(), int(match[0])
    for place in dict.fromkeys((start, _clitic_start(folded, start, words))):  # «و12» is "12" and "and 12"
        _number_tokens(found.setdefault(place, []), folded, words, (place, end, digits, value))


def _number_tokens(bucket: list[Token], folded: str, words: Lexicon, number: tuple[int, int, int, int]) -> None:
    start, end, digits, value = number
    year_end = _suffix_end(folded, end, words)
    if digits == 4:
        bucket.append(Token(start, year_end, "year", value))
    elif digits <= 2:
        bucket.append(Token(start, year_end, "num", value))
        for suffix in words.day_suffix:
            if folded.startswith(suffix, end) and not (suffix[-1].isalpha() and folded[end + len(suffix) : end + len(suffix) + 1].isalpha()):
                bucket.append(Token(start, end + len(suffix), "num", value))
    bucket.append(Token(start, end, "count", value))


def _decimal(folded: str, start: int, end: int) -> bool:
    before = start > 1 and folded[start - 1] in ".," and folded[start - 2].isdigit()
    after = end + 1 < len(folded) and folded[end] in ".," and folded[end + 1].isdigit()
    return before or after or (start > 0 and folded[start - 1] in "$€£₽₩¥#№+")


def _clitic_start(folded: str, start: int, words: Lexicon) -> int:
    before = start
    while before > 0 and folded[before - 1].isalpha():
        before -= 1
    return before if before < start and folded[before:start] in words.clitics else start


def _suffix_end(folded: str, end: int, words: Lexicon) -> int:
    """Past a case suffix written to a number ("2024'te", "1991-го")."""
    if not words.suffixes or end >= len(folded) or folded[end] not in "'-":
        return end
    stop = end + 1
    while stop < len(folded) and folded[stop].isalpha():
        stop += 1
    return stop if folded[end + 1 : stop] in words.suffixes else end


def _add_numeric_dates(found: Lattice, folded: str, words: Lexicon) -> None:
    for match in _FULL.finditer(folded):
        if (made := _full(match, words)) is not None:
            found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "date", made))
    for pattern, swap in ((_MONTH_YEAR, False), (_YEAR_MONTH, True)):
        for match in pattern.finditer(folded):
            month, year = (int(match[3]), int(match[1])) if swap else (int(match[1]), int(match[3]))
            if 1 <= month <= 12 and 1300 <= year <= 2100:
                found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "my", (month, year)))
    for match in _SHORT.finditer(folded):
        a, b = int(match[1]), int(match[3])
        day, month = (b, a) if (words.order in ("mdy", "ymd") and a <= 12) or b > 12 else (a, b)
        if 1 <= day <= 31 and 1 <= month <= 12:
            closed = match[2] == "." and folded[match.end() : match.end() + 1] == "."  # German "28.10."
            kind = "dm" if match[2] in words.short_dates or closed else "dm?"
            found.setdefault(match.start(), []).append(Token(match.start(), match.end() + closed, kind, (day, month)))


def _full(match: re.Match[str], words: Lexicon) -> tuple[int, int, int, str] | None:
    """(year, month, day, calendar) of a numeric date, or None where it is none."""
    a, b, c = match[1], match[3], match[4]
    if len(a) == 4:
        y, m, d = int(a), int(b), int(c)
    elif len(c) == 4:
        y, (d, m) = int(c), _order(int(a), int(b), words.order)
    elif len(a) <= 2 and len(c) == 2 and words.order != "ymd":
        y, (d, m) = _century(int(c)), _order(int(a), int(b), words.order)
    elif len(a) == 2 and len(c) <= 2 and words.order == "ymd":
        y, m, d = _century(int(a)), int(b), int(c)
    else:
        return None
    system = calendars.system_of(y, words.lang)
    if m > 12 and d <= 12:
        m, d = d, m
    if 2443 <= y <= 2643 and words.lang == "th":
        y -= 543
    return (y, m, d, system) if calendars.day(y, m, d, system) else None


def _order(a: int, b: int, order: str) -> tuple[int, int]:
    return (b, a) if order == "mdy" and a <= 12 else (a, b)


def _century(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two
