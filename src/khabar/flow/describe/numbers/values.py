"""Numbers as written, in digits or words, with multipliers: spans and values, no meaning yet."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from khabar.flow.describe.numbers.lexicon import GLYPHS, Lexicon, lexicon
from khabar.models import Span

MYRIADS = GLYPHS | {"ko"}
"""Languages that count by ten thousands: 3천290만 is 3290 times ten thousand."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A number in the text: `digits` where any part is written in digits, `big` where a multiplier of 10^4 or more is."""

    span: Span
    value: float
    digits: bool
    big: bool = False


def find_values(text: str, start: int, end: int, lang: str) -> Iterator[Found]:
    """Every number between two positions of folded text, in order.

    A run of numbers which do not compose ("2023 500", "seven five") is given as several.
    """
    words = lexicon(lang)
    for match in words.number.finditer(text, start, end):
        at = match.start("n") if "n" in words.number.groupindex else match.start()
        yield from _compose(text, at, match.end(), words, lang)


def _compose(text: str, start: int, end: int, words: Lexicon, lang: str) -> Iterator[Found]:
    """Adds tokens up while they compose: a smaller one after a larger, a multiplier after any."""
    total = current = 0.0
    begun: int | None = None
    stop = start
    digits = big = False
    last = 0.0
    for match in words.token.finditer(text, start, end):
        token = match[0]
        multiplier = words.multipliers.get(token)
        value = words.words.get(token) if not token[0].isdigit() else read_digits(token, words.decimal)
        if begun is not None and multiplier is None and not _fits(value or 0.0, current, total, last, lang):
            yield Found(span=(begun, stop), value=_clean(total + current), digits=digits, big=big)
            total = current = last = 0.0
            begun, digits, big = None, False, False
        begun = match.start() if begun is None else begun
        stop = match.end()
        if multiplier is None:
            current += value or 0.0
            last = value or 0.0
        elif multiplier < 1000 or (lang in MYRIADS and multiplier < 10000):
            base = current % multiplier if current > multiplier else current
            current = current - base + (base or 1.0) * multiplier
            last = multiplier
        elif not current and total and last < multiplier:
            total, last = total * multiplier, multiplier  # 천만, mille milliards
        else:
            total, current, last = total + (current or 1.0) * multiplier, 0.0, multiplier
        digits = digits or token[0].isdigit()
        big = big or bool(multiplier and multiplier >= 10_000)
    if begun is not None:
        yield Found(span=(begun, stop), value=_clean(total + current), digits=digits, big=big)


def _fits(value: float, current: float, total: float, last: float, lang: str) -> bool:
    """Whether `value` goes on a number: 20 + 3, 300 + 20, 15,000 + 132; not 7 + 5, not 2023 + 500."""
    if lang in GLYPHS and value < 10 and last in (10.0, 100.0, 1000.0, *(10.0**k for k in (4, 8))):
        return True
    if current == 0.0:
        return total == 0.0 or value < last
    if lang in ("ar", "de") and current < 10 and 20 <= value <= 90 and value % 10 == 0:
        return True  # units before tens: ثلاثة وعشرون, einundzwanzig
    if lang == "fr" and current >= 60 and current % 20 == 0 and value < 20:
        return True  # soixante-quinze
    if current % 1 or value % 1:
        return False
    return value < last and ((last >= 100 and last % 100 == 0) or (20 <= last < 100 and last % 10 == 0 and value < 10))


def read_digits(token: str, decimal: str) -> float:
    """The value of digits with separators; `decimal` is the language's own mark, the other one counts thousands.

    >>> read_digits("15.600", ","), read_digits("6,8", ","), read_digits("1,300", ","), read_digits("6.8", ",")
    (15600.0, 6.8, 1300.0, 6.8)
    """
    token = token.replace("٫", ".").replace("٬", " ").replace("'", " ").replace(" ", "")
    marks = [c for c in token if c in ".,"]
    if not marks:
        return float(token)
    if len(set(marks)) == 2:
        last = marks[-1]
        other = "," if last == "." else "."
        return float(token.replace(other, "").replace(last, "."))
    mark = marks[0]
    whole, fraction = token.rsplit(mark, 1)
    groups = len(marks) > 1 or (len(fraction) == 3 and whole not in ("0", "") and len(whole) <= 3)
    if groups and not (len(marks) == 1 and mark == "." and decimal == "."):
        return float(token.replace(mark, ""))
    return float(token.replace(mark, "."))


def _clean(value: float) -> float:
    return round(value, 6)
