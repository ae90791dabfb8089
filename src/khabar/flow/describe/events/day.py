"""The day of an event: the dated expression nearest to its cue, else the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from khabar.flow.describe.document import Document
from khabar.flow.describe.events.lexicon import Hit
from khabar.models import DateMention, Span

NEAR = 40
"""Characters between a noun and the expression that dates it."""
DAY = 10
"""Characters of a day's value; a year or a month far from a verb dates something else: "signed the treaty … of 2001"."""
OPENS = 14
"""Characters from the head of a sentence within which a month or a year frames all of it: "In September, …"."""
APART_DAYS = 3
"""Two tellings of one event put it on days that differ by less: time zones, "on Wednesday" read a day off."""


def day_of(
    document: Document, within: Span, cue: Hit | None, dates: Sequence[DateMention], done: bool = True
) -> str | None:
    """The value of the dated expression in a span of the text nearest to the cue, else the day of publication.

    What is told by a noun ("two years after the invasion") may have been at any time: only an expression near dates it.
    What is `done` was not done later than told: «the plan for 2031, signed today».
    """
    published = document.article.published.value
    latest = published[:10] if published and done else "9999"
    here = [
        (d.span, d.value)
        for d in dates
        if d.span and d.value and within[0] <= d.span[0] < within[1] and d.value[: len(latest)] <= latest
    ]
    if here and cue:
        apart = [(min(abs(span[0] - cue.end), abs(cue.start - span[1])), value, span[0] - within[0] <= OPENS) for span, value in here]
        near = [(distance, value) for distance, value, opens in apart if distance <= NEAR or len(value) >= DAY or opens]
        distance, value = min(near, default=(NEAR, None))
        if value is not None or cue.kind == "noun":
            return value if cue.kind != "noun" or distance <= NEAR else None
    return published[:10] if published and not (cue and cue.kind == "noun") else None


def is_apart(one: str | None, two: str | None) -> bool:
    """Whether both are given and surely lie apart; a month or a year lies apart from a day outside of it."""
    if not one or not two or "/" in one or "/" in two:
        return False
    if len(one) >= 10 and len(two) >= 10:
        try:
            return abs((date.fromisoformat(one[:10]) - date.fromisoformat(two[:10])).days) >= APART_DAYS
        except ValueError:
            return False
    shorter = min(len(one), len(two))
    return one[:shorter] != two[:shorter]
