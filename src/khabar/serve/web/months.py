"""Bars by month: what two actors did to each other (cooperation up, conflict down), or how many pages mention a name.

Only positions and classes are made here; the style sheet gives the colours.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.narrate.relations import Period
from khabar.models import Record

STEP, BAR, HALF, TOP = 46, 26, 70, 18
"""Pixels: distance of bars, their width, height of the highest, room above for figures."""
MOST = 60
"""Months drawn: the latest."""


class Bar(Record, frozen=True, kw_only=True):
    """One bar with its class of the style sheet, and the figure to show at its end."""

    x: int
    y: int
    height: int
    kind: str
    figure: str
    says: str


class Chart(Record, frozen=True, kw_only=True):
    """Bars on a line at `base`, with the month under each."""

    bars: tuple[Bar, ...]
    labels: tuple[tuple[int, str], ...]
    width: int
    height: int
    base: int
    bar: int = BAR


def draw_months(months: Sequence[Period]) -> Chart:
    """Cooperation above the line and conflict below it."""
    shown = months[-MOST:]
    most = max((max(m.cooperation, m.conflict) for m in shown), default=1) or 1
    base = TOP + HALF
    bars = []
    for place, month in enumerate(shown):
        says = f"{month.month}: {month.tone:+.1f}"
        up, down = _size(month.cooperation, most), _size(month.conflict, most)
        if up:
            bars.append(Bar(x=_at(place), y=base - up, height=up, kind="cooperation", figure=str(month.cooperation), says=says))
        if down:
            bars.append(Bar(x=_at(place), y=base, height=down, kind="conflict", figure=str(month.conflict), says=says))
    return _chart(bars, [m.month for m in shown], base, base + HALF + TOP)


def draw_counts(months: Sequence[tuple[str, int]]) -> Chart:
    """One bar a month above the line."""
    shown = months[-MOST:]
    most = max((count for _, count in shown), default=1)
    base = TOP + HALF
    bars = [
        Bar(x=_at(place), y=base - _size(count, most), height=_size(count, most), kind="pages", figure=str(count), says=f"{month}: {count}")
        for place, (month, count) in enumerate(shown)
    ]
    return _chart(bars, [month for month, _ in shown], base, base)


def _chart(bars: Sequence[Bar], months: Sequence[str], base: int, bottom: int) -> Chart:
    labels = tuple((_at(place) + BAR // 2, month) for place, month in enumerate(months))
    return Chart(bars=tuple(bars), labels=labels, width=_at(len(months)) + BAR, height=bottom + 2 * TOP, base=base)


def _at(place: int) -> int:
    return BAR // 2 + place * STEP


def _size(count: int, most: int) -> int:
    return round(HALF * count / most)
