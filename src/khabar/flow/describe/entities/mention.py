"""A mention: one stretch of the body taken for a person, organisation or place, before mentions are gathered into entities."""

from __future__ import annotations

from typing import Literal

import msgspec

from khabar.languages import fold
from khabar.languages.countries import slug
from khabar.names.tokens import plain

Kind = Literal["PER", "ORG", "LOC"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """`id` is a known id, or "" for a name not known yet; `why` says what it was recognised by."""

    start: int
    end: int
    type: Kind
    id: str = ""
    name: str = ""
    why: str = ""
    reach: int = -1
    """Where the words that it was recognised by begin, when that is before `start`."""
    weight: int = 0
    """Among mentions that overlap the longer wins, then the heavier."""

    @property
    def low(self) -> int:
        """The first character that the mention takes up."""
        return self.start if self.reach < 0 else min(self.reach, self.start)

    def new_id(self, text: str) -> str:
        """The id of a name that no file holds: the slug of its Latin transliteration."""
        return latin_id(text[self.start : self.end])


def latin_id(surface: str) -> str:
    """The slug of the Latin transliteration of a name.

    >>> latin_id("Наталья Соколова")
    'natalya-sokolova'
    """
    from anyascii import anyascii

    folded = plain(fold(surface))
    return slug(anyascii(folded)) or folded


def without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """The mentions that stand when the longest wins, in order of the text."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for m in sorted(mentions, key=lambda m: (m.low - m.end, -m.weight, m.start, m.id)):
        here = range(m.low, m.end)
        if taken.isdisjoint(here):
            taken.update(here)
            kept.append(m)
    return sorted(kept, key=lambda m: m.start)
