"""What only looks like a date: bare numbers, names that are months too, counts that no one counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from khabar.languages.dates import calendars
from khabar.languages.dates.join import glue
from khabar.languages.dates.lexicon import lexicon
from khabar.languages.dates.model import COUNTED, Expression

_HOURS = 24
_HOUR = re.compile(r"\s?(?:gmt|utc|hrs?|hours|z)\b")
"""Behind four figures that are a time of day: "1900 GMT"."""
_COMPOUND = re.compile(r"-[^\W\d]")
"""Behind a number that is no day of the month: "on the 10-year note"."""
_FRACTION = re.compile(r"[1-7]/[2-8]\Z")
_OF_FRACTION = re.compile(r"[\s-]?(?:%|(?:percent|per cent|points?\b|miles?\b|inch|cups?\b|prozent|punkt|pour cent|por ciento|puntos?\b|yuzde|puan|процент|пункт|відсот|درصد|نقطه|في الم|فی الم|个百分|百分|포인트|퍼센트|điểm|diem|phan tram|phần trăm))")
"""«1/2 percentage point» is no day."""
_FIRST, _LAST = 1800, 2060
"""Bare four-digit numbers between these are years of the Gregorian calendar."""
_MANY = 1000
"""More units than anyone counts back or ahead: 2018年后 is "after 2018", not 2018 years on."""


def plausible(e: Expression, folded: str, text: str, lang: str) -> bool:
    """Out: bare numbers that are no year, "1961 and 2000" as a span, «Today» as a name in quotation marks, "first week" as a quarter."""
    if _only_looks_so(e, folded, text, lang):
        return False
    if e.action in COUNTED and not (_countable(e.slots) and _counted_end(lang).match(folded, e.end)):
        return False
    if e.action == "date" and _FRACTION.search(folded[e.start : e.end]) and _OF_FRACTION.match(folded, e.end):
        return False
    if e.action == "vague" and not _vague_after(lang).match(folded, e.start):
        return False
    if e.action == "day" and _COMPOUND.match(folded, e.end):
        return False
    if e.action == "quarter":
        return e.slots.get("u", "quarter") in ("quarter", "half", "half_of")
    if e.action not in ("year", "since"):
        return True
    if "year" not in e.slots and not _likely_year(e.slots.get("y", 2000), lang):
        return False
    first, second = e.slots.get("y", 0), e.slots.get("y2")
    if second is not None:
        joined = glue(lang).years.search(folded, e.start, e.end)
        return second > first and (second == first + 1 or joined is None or _opened(e, folded, lang))
    if folded[e.start : e.end].isdigit():
        if _HOUR.match(folded, e.end):
            return False
        following = text[e.end : e.end + 2]
        return 1900 <= first <= 2040 and not (len(following) == 2 and following[0] == " " and following[1].isupper() and lang == "de")
    return True


def _only_looks_so(e: Expression, folded: str, text: str, lang: str) -> bool:
    """Names, common words and pieces of other words; spans that only a superlative makes look back; what somebody says of his own morning."""
    if e.action == "rel":
        return folded[e.start - 1 : e.start] + folded[e.end : e.end + 1] in ('""', "《》")
    if e.action == "not":
        return _unblocked(lang).match(folded, e.end) is not None  # 13日报道 is no paper
    if e.action == "first_in":
        return e.slots.get("u", e.slots.get("pair")) not in ("decade", "century") or not _superlative(e, folded, lang)
    if e.action in ("daypart", "overnight"):
        return in_quotes(folded, e.start)
    if text[e.end : e.end + 1] == "\u200c" and folded[e.start : e.end].split()[-1] in lexicon(lang).short_only:  # the verb of «دوم می‌شود»
        return True
    return e.action in ("month", "weekday", "season") and (_common_word(e, folded, text, lang) or _unled(e, folded, text, lang))


def in_quotes(folded: str, at: int) -> bool:
    """Whether a position stands inside quotation marks of its paragraph."""
    since = folded.rfind("\n", 0, at) + 1
    return folded.count('"', since, at) % 2 == 1


def _superlative(e: Expression, folded: str, lang: str) -> bool:
    """Whether a first, worst or the like stands in the clause: "the strongest storm in 30 years" looks back."""
    clause = re.split(r"[.!?;؛。！？；\n]", folded[max(0, e.start - 110) : e.start])[-1]
    after = re.split(r"[.!?;؛,،。！？；，\n]", folded[e.end : e.end + 60])[0]
    pattern = _first_words(lang)
    return pattern.search(clause) is not None or pattern.search(after) is not None


@cache
def _first_words(lang: str) -> re.Pattern[str]:
    return re.compile(lexicon(lang).data.get("settings", {}).get("superlative", r"(?!)"))


@cache
def _unblocked(lang: str) -> re.Pattern[str]:
    return re.compile(lexicon(lang).data.get("settings", {}).get("unblocked", r"(?!)"))


@cache
def _vague_after(lang: str) -> re.Pattern[str]:
    """What must stand before words such as 日前, where they could be the end of another word."""
    return re.compile(lexicon(lang).data.get("settings", {}).get("vague_after", ""))


@cache
def _counted_end(lang: str) -> re.Pattern[str]:
    """What may follow a counted span, where a word can go on in the same letters: Korean 3일 전에, not 3일 전남."""
    return re.compile(lexicon(lang).data.get("settings", {}).get("counted_end", ""))


def _countable(slots: Mapping[str, Any]) -> bool:
    """Out: "2018 years", hours within a day, "a year and a half" read as a year and one of something."""
    number = slots.get("n", 0)
    units = {slots.get(u) for u in ("u", "u2", "u3")}
    return number <= _MANY and not (number < _HOURS and "hour" in units) and "half_of" not in units


def _opened(e: Expression, folded: str, lang: str) -> bool:
    """Whether the expression begins with "from" or "between"."""
    return glue(lang).opens.match(folded, e.start, e.end) is not None


def _common_word(e: Expression, folded: str, text: str, lang: str) -> bool:
    """"may" and "march" in small letters, alone: no month."""
    capital = lexicon(lang).capital
    if not capital or len(e.slots.keys() - {"edge"}) > 1:
        return False
    return any(w[0] in capital and text[e.start + w.start()].islower() for w in re.finditer(r"[^\W\d]+", folded[e.start : e.end]))


def _unled(e: Expression, folded: str, text: str, lang: str) -> bool:
    """"May" alone, which is a name too: no month without "in" or "since" before it."""
    words = lexicon(lang)
    word = folded[e.start : e.end]
    if word not in words.led and not (word in words.led_small and text[e.start].islower()):
        return False
    return glue(lang).before.search(folded[max(0, e.start - 16) : e.start]) is None


def _likely_year(year: int, lang: str) -> bool:
    return _FIRST <= year <= _LAST or calendars.system_of(year, lang) != calendars.GREGORIAN
