"""Who speaks: the name nearest to the verb of saying, a speaker without a name, or the one who spoke before."""

from __future__ import annotations

from typing import NamedTuple

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.models import Entity, Span


class Speaker(NamedTuple):
    """A speaker as found: the entity or None, and the words that name it."""

    entity: Entity | None
    surface: str
    span: Span


class Cast:
    """All that may speak in a page, by position. People are preferred to organisations, these to places."""

    RANK = {"PER": 0, "ORG": 14, "LOC": 40}  # in characters of distance

    def __init__(self, document: Document, entities: tuple[Entity, ...]) -> None:
        self.document = document
        self.mentions = sorted(((span, e) for e in entities for span in e.spans), key=lambda m: m[0])

    def between(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Mentions that lie wholly between two positions."""
        return [m for m in self.mentions if start <= m[0][0] and m[0][1] <= end]

    def nearest(self, at: Span, start: int, end: int, lang: str, blocked: list[Span]) -> Speaker | None:
        """The best speaker for a verb at `at`, among what stands between `start` and `end` and outside the quotations."""
        verb_first = lang == "ar"
        best: tuple[float, Speaker] | None = None
        for span, entity in self.between(start, end):
            if any(a < span[1] and span[0] < b for a, b in blocked):
                continue
            after = span[0] >= at[1]
            distance = span[0] - at[1] if after else at[0] - span[1]
            cost = distance + self.RANK[entity.type] + (25 if after != verb_first and lang in ("ar", "fa", "tr", "ko", "zh", "vi") else 0)
            if best is None or cost < best[0]:
                best = (cost, Speaker(entity, self.document.text[span[0] : span[1]], span))
        nameless = self._nameless(start, end, lang, blocked)
        if nameless and (best is None or self._closer(nameless.span, best[1].span, at)):
            return nameless
        return best[1] if best else None

    def _closer(self, one: Span, other: Span, at: Span) -> bool:
        def gap(span: Span) -> int:
            return max(span[0] - at[1], at[0] - span[1], 0)

        return gap(one) + 8 < gap(other)

    def _nameless(self, start: int, end: int, lang: str, blocked: list[Span]) -> Speaker | None:
        for match in lexicon(lang).anonymous.finditer(self.document.folded, start, end):
            span = match.span(1)
            if not any(a < span[1] and span[0] < b for a, b in blocked):
                return Speaker(None, self.document.text[span[0] : span[1]], span)
        return None
