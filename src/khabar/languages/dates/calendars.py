"""Days, months and years of the Gregorian, Solar Hijri, Hijri, Buddhist and East Asian lunar calendars and of Japanese and Minguo eras.

Solar Hijri by `persiantools` (exact rule of the Iranian calendar), Hijri by `hijridate` (Umm al-Qura tables; the moon as
seen may differ by a day), the East Asian lunar calendar by `korean_lunar_calendar` (tables of the Korean observatory; the
Chinese or Vietnamese day differs by one in a few years).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from khabar.languages.dates.model import Interval

ERAS = {"reiwa": 2018, "heisei": 1988, "showa": 1925, "taisho": 1911, "meiji": 1867, "minguo": 1911, "buddhist": -543}
"""Year before the first year of each era."""
SOLAR, HIJRI, LUNAR, GREGORIAN = "solar", "hijri", "lunar", "gregorian"


def day(y: int, m: int, d: int, system: str = GREGORIAN) -> date | None:
    """The Gregorian day, or None for a day that does not exist or lies outside what the calendars cover."""
    try:
        if system == SOLAR:
            from persiantools.jdatetime import JalaliDate

            return JalaliDate(y, m, d).to_gregorian()  # type: ignore[no-untyped-call]
        if system == HIJRI:
            from hijridate import Hijri

            made = Hijri(y, m, d).to_gregorian()
            return date(made.year, made.month, made.day)
        if system == LUNAR:
            return _from_lunar(y, m, d)
        return date(y, m, d)
    except (ValueError, OverflowError):
        return None


def _from_lunar(y: int, m: int, d: int) -> date | None:
    from korean_lunar_calendar import KoreanLunarCalendar

    made = KoreanLunarCalendar()
    return date(made.solarYear, made.solarMonth, made.solarDay) if made.setLunarDate(y, m, d, False) else None


def month(y: int, m: int, system: str = GREGORIAN) -> Interval | None:
    """A whole month."""
    first = day(y, m, 1, system)
    following = day(y + m // 12, m % 12 + 1, 1, system)
    if first is None or following is None:
        return None
    return Interval(first, following - timedelta(days=1), "month" if system == GREGORIAN else "span")


def year(y: int, system: str = GREGORIAN) -> Interval | None:
    """A whole year."""
    first, following = day(y, 1, 1, system), day(y + 1, 1, 1, system)
    if first is None or following is None:
        return None
    return Interval(first, following - timedelta(days=1), "year" if system == GREGORIAN else "span")


def system_of(y: int, lang: str) -> str:
    """The calendar that a bare year number belongs to in a language: 1402 is Solar in Persian and Hijri in Arabic."""
    if lang in ("fa", "ps", "ckb") and 1200 <= y <= 1500:
        return SOLAR
    if lang in ("ar", "ur") and 1300 <= y <= 1500:
        return HIJRI
    return GREGORIAN


def gregorian_year(y: int, lang: str) -> int:
    """A year as written in a language: 2567 is 2024 where the Buddhist era is in use."""
    return y + ERAS["buddhist"] if lang in ("th", "lo", "km") and 2400 <= y <= 2650 else y


def year_in(system: str, at: date) -> int:
    """The year of a calendar in which a Gregorian day lies."""
    if system == SOLAR:
        from persiantools.jdatetime import JalaliDate

        return int(JalaliDate(at).year)  # type: ignore[no-untyped-call]
    if system == HIJRI:
        from hijridate import Gregorian

        try:
            return int(Gregorian(at.year, at.month, at.day).to_hijri().year)
        except (ValueError, OverflowError):
            return 0
    if system == LUNAR:
        from korean_lunar_calendar import KoreanLunarCalendar

        made = KoreanLunarCalendar()
        return int(made.lunarYear) if made.setSolarDate(at.year, at.month, at.day) else at.year
    return at.year


def shift_months(at: date, months: int, system: str = GREGORIAN) -> date:
    """The same day some months of a calendar on, or the last of the month where that day is missing."""
    if system == SOLAR:
        from persiantools.jdatetime import JalaliDate

        here = JalaliDate(at)  # type: ignore[no-untyped-call]
        y, m = divmod(here.year * 12 + here.month - 1 + months, 12)
        return next((made for d in range(here.day, 0, -1) if (made := day(y, m + 1, d, SOLAR)) is not None), at)
    index = at.year * 12 + at.month - 1 + months
    y, m = divmod(index, 12)
    return date(y, m + 1, min(at.day, calendar.monthrange(y, m + 1)[1]))
