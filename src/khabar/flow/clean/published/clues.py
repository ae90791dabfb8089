"""What a page states about its date, and how far each kind of statement can be trusted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from khabar.languages import dates, fold
from khabar.languages.catalogue import canonical
from khabar.languages.dates import FoundDate
from khabar.languages.dates.join import glue
from khabar.models import Record

_TRUST: tuple[tuple[str, float], ...] = (
    ("jsonld:datepublished", 10), ("meta:article:published_time", 9), ("meta:datepublished", 9), ("ratings", 9),
    ("meta:parsely-pub-date", 8), ("byline", 9.5), ("meta:pubdate", 8), ("meta:publishdate", 8), ("meta:publish-date", 8),
    ("meta:og:published_time", 8), ("meta:og:article:published_time", 9), ("meta:sailthru.date", 7), ("meta:dc.date.issued", 7),
    ("url", 7.5), ("time", 7), ("dateline", 6), ("meta:dc.date", 5), ("meta:date", 6), ("jsonld:uploaddate", 5),
    ("jsonld:datecreated", 3), ("meta:dc.created", 3), ("meta:og:updated_time", 1.5), ("jsonld:datemodified", 1.5),
    ("meta:article:modified_time", 1.5), ("meta:lastmod", 1.5), ("meta:last-modified", 1.5), ("meta:revised", 1.5),
    ("meta:dc.modified", 1.5), ("meta:dcterms.modified", 1.5), ("footer", 0.5), ("template", 0.5), ("meta:", 3), ("jsonld:", 2),
)  # fmt: skip
"""Weight of a vote by the kind of clue; the longest kind that the clue's begins with counts. Set so that a visible byline
together with any second statement outweighs one line of metadata."""
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?", re.IGNORECASE
)
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")
_PLAIN = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*\Z")
_CTIME = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (?:([A-Z]{2,4}|[+-]\d{4}) )?(\d{4})")
_URL_DAY = re.compile(r"(?<!\d)(20\d\d|19\d\d|1[34]\d\d)[/_.-]?(0[1-9]|1[0-2]|(?<=[/_.-])[1-9])[/_.-]?(0[1-9]|[12]\d|3[01]|(?<=[/_.-])[1-9])(?!\d)")
_CLOCK = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:hH٫](\d\d)(?::(\d\d))?(?![\d:])(?:\s*([AaPp])\.?[Mm]\b)?")
_AMBIGUOUS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)")
_ZONES = {"EST": "-05:00", "EDT": "-04:00", "PST": "-08:00", "PDT": "-07:00", "CET": "+01:00", "CEST": "+02:00", "MEZ": "+01:00",
          "MESZ": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "МСК": "+03:00", "TSİ": "+03:00", "JST": "+09:00",
          "KST": "+09:00", "WIB": "+07:00", "HKT": "+08:00", "AEST": "+10:00", "AEDT": "+11:00"}  # fmt: skip
"""Abbreviations that name one zone only (CST, IST and BST do not)."""
_OFFSET = re.compile(r"(?:GMT|UTC)\s?([+-])\s?(\d{1,2})(?::?(\d\d))?|\b(GMT|UTC)\b")


class DateClue(Record, frozen=True, kw_only=True):
    """One statement of the page: `kind` says where it stood ("meta:<name>", "jsonld:datePublished", "time", "byline",
    "dateline", "url", "ratings", "footer", "template" …), `value` is its text as it stands, `lang` its language."""

    kind: str
    value: str
    lang: str = ""


class Vote(NamedTuple):
    """A clue read: the day it names (None where it gives no year: then `md` is its month and day), the full value with
    time and offset, its weight and the clue itself."""

    day: date | None
    md: tuple[int, int] | None
    full: str
    weight: float
    clue: DateClue
    weekday: int | None = None


def read(clues: Sequence[DateClue], lang: str) -> list[Vote]:
    """All clues that can be read as a day."""
    votes = [v for clue in clues if (v := _read_one(clue, clue.lang or lang)) is not None]
    return [either for vote in votes for either in _both_orders(vote)]


def _both_orders(vote: Vote) -> list[Vote]:
    """A vote from figures that can be read as day/month or month/day counts half for each; the rest of the page decides."""
    match = _AMBIGUOUS.search(vote.clue.value)
    if vote.day is None or match is None or vote.clue.kind.startswith(("meta", "jsonld", "url")):
        return [vote]
    a, b = int(match[1]), int(match[2])
    if a == b or max(a, b) > 12 or {vote.day.month, vote.day.day} != {a, b}:
        return [vote]
    other = date(vote.day.year, vote.day.day, vote.day.month)
    swapped = vote._replace(day=other, full=vote.full.replace(vote.day.isoformat(), other.isoformat()), weight=vote.weight * 0.45)
    return [vote._replace(weight=vote.weight * 0.55), swapped]


def trust(kind: str) -> float:
    """Weight of a kind of clue."""
    lower = kind.lower()
    best = max((k for k, _ in _TRUST if lower.startswith(k)), key=len, default=None)
    return dict(_TRUST)[best] if best else 2.0


def _read_one(clue: DateClue, lang: str) -> Vote | None:
    weight = trust(clue.kind)
    if clue.kind.startswith("url"):
        match = _URL_DAY.search(clue.value)
        day = _day(int(match[1]), int(match[2]), int(match[3]), lang) if match else None
        return Vote(day, None, day.isoformat(), weight, clue) if day else None
    if (iso := _iso(clue.value)) is not None:
        return Vote(iso[0], None, iso[1], weight, clue)
    return _worded(clue, lang, weight)


def _day(y: int, m: int, d: int, lang: str) -> date | None:
    from khabar.languages.dates import calendars

    return calendars.day(y, m, d, calendars.system_of(y, lang or "fa"))


def _iso(value: str) -> tuple[date, str] | None:
    """An ISO 8601 value: its day and its full form. The publisher's own clock and offset are kept."""
    if (seconds := _EPOCH.fullmatch(value)) is not None:
        moment = datetime.fromtimestamp(int(seconds[1]), UTC)
        return moment.date(), moment.isoformat()
    match = _ISO.search(value) or _PLAIN.match(value)
    if match is None or not 1900 <= int(match[1]) <= 2100:
        return _rfc(value)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    if not match[4]:
        return day, day.isoformat()
    zone = (match[7] or "") if match.re is _ISO else ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone:
        zone = zone[:3] + ":" + (zone[3:].strip(":") or "00")
    try:
        moment = datetime(day.year, day.month, day.day, int(match[4]), int(match[5]), int(match[6] or 0))
    except ValueError:
        return day, day.isoformat()
    return day, moment.isoformat() + zone


def _rfc(value: str) -> tuple[date, str] | None:
    from email.utils import parsedate_to_datetime

    if (unix := _CTIME.fullmatch(value.strip())) is not None:  # Thu Mar 14 08:15:00 UTC 2024
        value = f"{unix[2]} {unix[1]} {unix[5]} {unix[3]} {unix[4] or ''}"
    if not re.match(r"\s*(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d", value):
        return None
    try:
        moment = parsedate_to_datetime(value.strip())
    except (ValueError, TypeError):
        return None
    return moment.date(), moment.isoformat()


def _worded(clue: DateClue, lang: str, weight: float) -> Vote | None:
    """A date in words or figures of the page's language (English as second try), a clock time beside it kept."""
    for code in dict.fromkeys((lang, "en")):
        flat = fold(clue.value)
        found = [f for f in dates.find(clue.value, code, _UNKNOWN) if f.grain == "day" and f.start and f.kind == "absolute"]
        full = sorted((f for f in found if not f.anchored), key=lambda f: _rank(f, flat, code))
        if full and full[0].start:
            return Vote(full[0].start, None, _with_clock(full[0].start, clue.value), weight, clue, full[0].weekday)
        if found and found[0].start:
            return Vote(None, (found[0].start.month, found[0].start.day), "", weight, clue, found[0].weekday)
    return None


def _rank(found: FoundDate, flat: str, lang: str) -> tuple[bool, bool, int]:
    """Of several days of one line first those that are no later change, then those given in the Gregorian calendar."""
    updated = glue(canonical(lang)).updated.search(flat[max(0, found.span[0] - _LABEL) : found.span[0]]) is not None
    return updated, found.start is not None and str(found.start.year)[2:] not in flat[slice(*found.span)], found.span[0]


_LABEL = 30
"""Characters before a date within which "updated" marks it as a later change."""
_UNKNOWN = date(2000, 12, 31)
"""Anchor for reading a month and day without year: only month and day of the result are used."""


def _with_clock(day: date, text: str) -> str:
    clock = _CLOCK.search(fold(text))
    if clock is None:
        return day.isoformat()
    zone = next((zone for name, zone in _ZONES.items() if re.search(rf"\b{name}\b", text)), "")
    if offset := _OFFSET.search(text):
        zone = "+00:00" if offset[4] else f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}"
    hour = int(clock[1])
    if clock[4] and hour <= 12:
        hour = hour % 12 + (12 if clock[4] in "pP" else 0)
    return f"{day.isoformat()}T{hour:02}:{clock[2]}:{clock[3] or '00'}{zone}"
