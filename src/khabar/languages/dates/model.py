"""What the engine hands on: tokens, matched but unresolved expressions, and resolved dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from khabar.models import Record, Span

COUNTED = frozenset(("ago", "ahead", "ahead_if", "later", "last_n", "next_n", "first_in"))
"""Actions that count units, in halves too."""


class Token(NamedTuple):
    """A piece of text that can stand in a pattern: `kind` is the class of the lexicon ("m" month, "w" weekday …)."""

    start: int
    end: int
    kind: str
    value: Any


Lattice = dict[int, list[Token]]
"""Tokens by the position where they start."""


class Expression(NamedTuple):
    """A date expression found but not yet resolved: which pattern group, and what stood in its slots."""

    start: int
    end: int
    action: str
    slots: Mapping[str, Any]


class Interval(NamedTuple):
    """First and last day, both included. `grain` is "day", "month", "year" or "span"."""

    start: date
    end: date
    grain: str = "day"


class FoundDate(Record, frozen=True, kw_only=True):
    """A date expression with the days that it covers; `start` and `end` are None where it is too vague.

    `anchored` says that the value depends on the day of publication; `weekday` (0 Monday) and `offset` (days from the
    day of publication) are what the words themselves state and bind an unknown day of publication.
    """

    span: Span
    surface: str
    start: date | None = None
    end: date | None = None
    grain: str = "day"
    kind: str = "absolute"
    anchored: bool = True
    weekday: int | None = None
    offset: int | None = None

    @property
    def vague(self) -> bool:
        return self.start is None

    @property
    def value(self) -> str | None:
        """The day, month, year or "start/end" in ISO 8601, as the export prints it."""
        if self.start is None or self.end is None:
            return None
        if self.grain == "month" and self.start.day == 1:
            return self.start.isoformat()[:7]
        if self.grain == "year" and (self.start.month, self.start.day) == (1, 1):
            return self.start.isoformat()[:4]
        if self.start == self.end:
            return self.start.isoformat()
        return f"{self.start.isoformat()}/{self.end.isoformat()}"
