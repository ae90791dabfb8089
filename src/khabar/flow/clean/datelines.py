"""Lines that hold a date or an author rather than text: where a page says who wrote it and when."""

from __future__ import annotations

from functools import cache

import regex

from khabar.flow.clean.measure import stops, weight
from khabar.flow.clean.wording import Wording
from khabar.languages import fold
from khabar.languages.fold import fold as _fold

_NUMERIC = regex.compile(r"(?<!\d)(?:\d{4}\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{1,2}월\s?\d{1,2}일|\d{1,2}月\d{1,2}日|20\d\d \d\d/\d\d)(?!\d)")
_CLOCK = regex.compile(r"(?<!\d)\d{1,2}\s?[:h٫]\s?\d{2}(?!\d)")
_YEAR = regex.compile(r"(?<!\d)(?:19|20|13|14|25)\d\d(?!\d)")
_DAY = regex.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LETTERS = regex.compile(r"\p{L}")
_EXTRA_MONTHS = {
    "fa": ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
    "ar": ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
           "جانفي", "فيفري", "أفريل", "ماي", "جوان", "جويلية", "أوت", "غشت", "شتنبر", "نونبر", "دجنبر", "يوليوز"),
}  # fmt: skip
"""Month names of other calendars and regions, used only to see that a line holds a date; dates are read elsewhere."""


@cache
def _months(lang: str) -> regex.Pattern[str]:
    from babel import Locale, UnknownLocaleError

    names: set[str] = set(_EXTRA_MONTHS.get(lang, ()))
    for code in {lang, "en"}:
        try:
            months = Locale.parse(code).months
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names.update(str(n).rstrip(".") for n in months[context][width].values())
    words = sorted({regex.escape(_fold(n)) for n in names if len(n) > 1 and not n.isdigit()}, key=len, reverse=True)
    return regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(words)})(?!\p{{L}})" if words else r"(?!)")


def has_date(folded: str, lang: str) -> bool:
    """Whether a folded line holds a full date: numeric, or a month name with a day and mostly a year beside it."""
    if _NUMERIC.search(folded):
        return True
    month = _months(lang).search(folded)
    if month is None:
        return False
    near = folded[max(0, month.start() - 14) : month.end() + 14]
    return _DAY.search(near) is not None and (_YEAR.search(near) is not None or _CLOCK.search(folded) is not None)


def is_date_line(line: str, lang: str, words: Wording) -> bool:
    """A short line with a date and little else but names: not a sentence, not a headline that mentions a day."""
    if weight(line) > 190 or (stops(line) and weight(line) > 90):
        return False
    folded = fold(line)
    if not has_date(folded, lang):
        return _CLOCK.search(folded) is not None and weight(line) < 40 and len(_LETTERS.findall(folded)) < 24
    rest = _NUMERIC.sub(" ", _CLOCK.sub(" ", _months(lang).sub(" ", folded)))
    for name in ("published", "updated", "code_label", "byline", "read_time", "share"):
        rest = words.anywhere[name].sub(" ", rest)
    return len(_LETTERS.findall(rest)) <= 75


def is_byline(line: str, words: Wording) -> bool:
    """A short line that a byline word opens, with a name after it ("By Jane Roe", «Автор: …», «박도현 기자»)."""
    if weight(line) > 110 or stops(line):
        return False
    folded = " ".join(fold(line).split())
    match = words.start["byline"].match(folded)
    if match and len(folded.split()) <= 12:
        return True
    return words.lang in ("ko", "zh") and weight(line) < 60 and words.anywhere["byline"].search(folded) is not None
