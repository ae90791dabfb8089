"""When a page told something: the day, or the moment where the page states one, and what can be said of the order of two."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

ZONES = timedelta(hours=14)
"""Two clocks of which one states no zone differ by up to so much."""
DAY = timedelta(days=1)


class Moment(NamedTuple):
    """From when to when something was told; a day without a time is as long as the day. `zoned`: on the clock of Greenwich."""

    low: datetime
    high: datetime
    zoned: bool

    def before(self, other: Moment) -> bool:
        """Whether this is surely earlier."""
        slack = timedelta(0) if self.zoned == other.zoned else ZONES
        return self.high + slack <= other.low and self.low < other.low


def moment(published: str | None) -> Moment | None:
    """The moment that a publication date states: "2024-03-05", "2024-03-05T14:20", "2024-03-05T14:20+03:00"."""
    if not published:
        return None
    try:
        told = datetime.fromisoformat(published)
    except ValueError:
        return None
    if told.tzinfo is not None:
        told = told.astimezone(UTC).replace(tzinfo=None)
        return Moment(told, told, True)
    return Moment(told, told + (DAY if len(published) == len("2024-03-05") else timedelta(0)), False)


def earliest(told: Iterable[Moment]) -> Moment | None:
    """The first telling; one that states its time says more than one that states the day alone, unless the day is an earlier one."""
    first: Moment | None = None
    for one in sorted(told):
        if first is None or one.before(first) or (not one.before(first) and not first.before(one) and _exact(one) > _exact(first)):
            first = one
    return first


def _exact(one: Moment) -> tuple[bool, bool]:
    return one.low == one.high, one.zoned
