"""Numbers and dates written in figures as tokens."""

from __future__ import annotations

import re

from khabar.languages.dates import calendars
from khabar.languages.dates.lexicon import Lexicon
from khabar.languages.dates.model import Lattice, Token

_NUMBER = re.compile(r"\d+")
_JOINED = re.compile(r"\d ?[./\-] ?\d|\d \d")
"""What every date in figures has."""
_FULL = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{1,4})\)?( ?[./-] ?|(?<=\d\d\d\d) (?=\d\d? \d\d?\b)|(?<!\d\d\d) (?=\d\d? \d{4}\b))(\d{1,2})\2(\d{1,4})(?![\d/])(?!\.\d)")
_YEAR_FIRST = re.compile(r"(?<![\d/.,-])(20\d\d) (\d\d)/(\d\d)(?![\d/])")
"""Year above month and day, as the stamps of Xinhua come out of their boxes: 2024 01/02."""
_SHORT = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{1,2})([./-])(\d{1,2})(?![\d/%])(?![.,]\d)(?!-\d{1,2}(?!\d|[./-]))"
                    r"(?!\s?(?:[ap]\.?m\b|uhr\b|gmt\b|utc\b|hrs?\b|hours\b|horas\b|год|часо))")
_MONTH_YEAR = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{1,2})([./-])(\d{4})(?![\d/])(?![.,\-]\d)")
_YEAR_MONTH = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{4})([./-])(\d{1,2})(?![\d/])(?![.,\-]\d)")
_SPAN = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{1,2})([./])(\d{1,2})\.? ?[-–—~] ?(\d{1,2})\2(\d{1,2})(?:(?:\2|, )(\d{4})|(\.(?!\d)))?(?![\d/%])(?![.,]\d)")
_DAYS_SPAN = re.compile(r"(?<![\d/])(?<!\d[.,\-])(\d{1,2})\.? ?[-–—~] ?(\d{1,2})([./])(\d{1,2})(?:\3(\d{4}))?(?![\d/%])(?![.,]\d)")
_SOLID = re.compile(r"(?<!\d)(?<!\d[.,/-])((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d|[.,-]\d)")

_HAN_YEAR = re.compile(r"(?<![〇零一二三四五六七八九十])[一二][〇零○一二三四五六七八九]{3}(?=年)")
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def add_numbers(found: Lattice, folded: str, words: Lexicon) -> None:
    """Add the tokens of every number, numeric date and numeric range of a text."""
    for match in _NUMBER.finditer(folded):
        _add_number(found, folded, words, match)
    if _JOINED.search(folded):
        _add_numeric_dates(found, folded, words)
        _add_spans(found, folded, words)
    for match in _SOLID.finditer(folded):
        y, m, d = int(match[1]), int(match[2]), int(match[3])
        if calendars.day(y, m, d) is not None:
            found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "date", (y, m, d, calendars.GREGORIAN)))
    for match in _HAN_YEAR.finditer(folded):
        found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "year", int(match[0].translate(_HAN_DIGITS))))


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
        decade = folded[end + 1 : year_end] in words.decade_suffix
        bucket.append(Token(start, year_end, "years" if decade else "year", value))
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
        elif len(match[4]) == 4 and match[2].strip():  # 29/2/2019: no such day, and no bare year either
            found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "void", None))
    for match in _YEAR_FIRST.finditer(folded):
        if calendars.day(int(match[1]), int(match[2]), int(match[3])) is not None:
            made = int(match[1]), int(match[2]), int(match[3]), calendars.GREGORIAN
            found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "date", made))
    for pattern, swap in ((_MONTH_YEAR, False), (_YEAR_MONTH, True)):
        for match in pattern.finditer(folded):
            month, year = (int(match[3]), int(match[1])) if swap else (int(match[1]), int(match[3]))
            if 1 <= month <= 12 and 1300 <= year <= 2100:
                found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "my", (month, year)))
    for match in _SHORT.finditer(folded):
        if match[2] == "-" and "-" not in words.short_dates:  # "5-3" is a score
            continue
        day, month = _day_month(match[1], match[3], words.order)
        if 1 <= day <= 31 and 1 <= month <= 12:
            closed = match[2] == "." and folded[match.end() : match.end() + 1] == "."  # German "28.10."
            sure = match[2] == "/" or len(match[1]) == len(match[3]) == 2  # "7.5" may be a number
            kind = "dm" if closed or (match[2] in words.short_dates and sure) else "dm?"
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
    elif len(a) == len(b) == len(c) == 2 and words.order == "ymd":
        y, m, d = _century(int(a)), int(b), int(c)
    else:
        return None
    system = calendars.system_of(y, words.lang)
    if m > 12 and d <= 12:
        m, d = d, m
    y = calendars.gregorian_year(y, words.lang)
    return (y, m, d, system) if calendars.day(y, m, d, system) else None


def _order(a: int, b: int, order: str) -> tuple[int, int]:
    return (b, a) if order == "mdy" and a <= 12 else (a, b)


def _century(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two


def _add_spans(found: Lattice, folded: str, words: Lexicon) -> None:
    """From one day to another in figures: "1/5-7/5/2020", "29.2.-1.3.", "26-28.06.2020"; value: both (day, month) and the year."""
    for match in _SPAN.finditer(folded):
        if match[2] == "/" or match[2] in words.short_dates or match[6] or match[7]:
            _add_span(found, match, (_day_month(match[1], match[3], words.order), _day_month(match[4], match[5], words.order), match[6]))
    for match in _DAYS_SPAN.finditer(folded):
        if match[5] or match[3] in words.short_dates:
            last = _day_month(match[2], match[4], "dmy")
            _add_span(found, match, ((int(match[1]), last[1]), last, match[5]))


def _add_span(found: Lattice, match: re.Match[str], value: tuple[tuple[int, int], tuple[int, int], str | None]) -> None:
    (d, m), (d2, m2), year = value
    if all(1 <= x <= 31 for x in (d, d2)) and all(1 <= x <= 12 for x in (m, m2)) and (m, d) != (m2, d2):
        made = (d, m), (d2, m2), int(year) if year else None
        found.setdefault(match.start(), []).append(Token(match.start(), match.end(), "dr", made))


def _day_month(a: str, b: str, order: str) -> tuple[int, int]:
    first, second = int(a), int(b)
    return (second, first) if (order in ("mdy", "ymd") and first <= 12) or second > 12 else (first, second)
