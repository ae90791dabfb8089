"""From an expression and the day of publication to the days that it covers: one small function an action."""

from __future__ import annotations

from khabar.languages.dates import counted, days, nth, ranges, spans
from khabar.languages.dates.context import Context
from khabar.languages.dates.model import Interval
from khabar.languages.dates.slots import Action, Slots


def vague_action(slots: Slots, context: Context) -> None:
    """Too vague for a value: "recently", "in the coming days"."""


ACTIONS: dict[str, Action] = {**days.ACTIONS, **spans.ACTIONS, **ranges.ACTIONS, **counted.ACTIONS, **nth.ACTIONS, "vague": vague_action}


def days_of(action: str, slots: Slots, context: Context) -> Interval | None:
    """The days that an expression covers; None where it is too vague, fits no calendar or leaves the years 1 to 9999."""
    try:
        return ACTIONS[action](slots, context)
    except (ValueError, OverflowError):
        return None


KINDS = {"date": "absolute", "month": "absolute", "year": "absolute", "range": "range", "months": "range", "day": "absolute",
         "weekday": "weekday", "daypart": "anaphoric", "vague": "vague"}  # fmt: skip
