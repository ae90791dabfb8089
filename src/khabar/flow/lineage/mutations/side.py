"""One page of a link as the finders of changes read it: what stands in each sentence, and the clauses to show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

import regex

from khabar.flow.lineage.mutations.lexicon import Mark, lexicon
from khabar.flow.lineage.page import PageView, Token
from khabar.languages import get, stopwords
from khabar.models import Credit, DateMention, Number, Quote, Span

_BREAK = regex.compile(r"[,،，:：](?!\d)|(?<!\d)[,،，:：]|[;؛；。!?！？؟()（）\n]|\s-\s|\.\s")
_SHORT, _LONG = 24, 75
"""Characters below which a clause is shown with its neighbour, and beyond which it is cut."""
STEM = 5
"""Letters of a word that are compared."""
_AROUND = 30
"""Characters on either side of a mark within which its neighbouring words are looked for."""
_DENSE = {"zh": 0.35, "ja": 0.45, "ko": 0.55}
"""Languages that say as much in fewer characters, as a share of what an alphabet needs."""


class Spanned(Protocol):
    @property
    def span(self) -> Span | None: ...


Item = TypeVar("Item", bound=Spanned)


class Mention(NamedTuple):
    """One mention of an entity."""

    id: str
    type: str
    span: Span


class Side:
    """One page of a link: what stands in each of its sentences. Kept for all links of the page; everything is read on first use."""

    def __init__(self, page: PageView) -> None:
        self.page, self.lang = page, page.lang
        self.notes = page.member.notes
        self.density = _DENSE.get(self.lang, 1.0)
        self.spaced = (known := get(self.lang)) is None or known.spaces
        self._marks: dict[int, tuple[Mark, ...]] = {}

    @property
    def folded(self) -> str:
        return self.page.document.folded

    def span(self, sentence: int) -> Span:
        return self.page.sentences[sentence].span

    def sentence_of(self, position: int) -> int:
        """The sentence that holds a position of the body, or the one before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.page.sentences]

    @cached_property
    def stems(self) -> list[frozenset[str]]:
        """Of each sentence the beginnings of its longer words."""
        return [self.stems_of(s.span) for s in self.page.sentences]

    def stems_of(self, span: Span) -> frozenset[str]:
        """Beginnings of the longer words within a span, function words left out: inflection changes the ends."""
        long = (t.text for t in self.tokens(span) if len(t.text) > 3 or self.density < 1)
        return frozenset(w[:STEM] for w in long if w not in stopwords(self.lang))

    def length(self, sentences: Iterable[int]) -> float:
        """Characters of some sentences, each for more in scripts that need fewer of them."""
        return sum(b - a for a, b in map(self.span, sentences)) / self.density

    def marks(self, sentences: Iterable[int], *kinds: str) -> list[Mark]:
        """Marks of the given kinds in these sentences, in order."""
        found: list[Mark] = []
        for sentence in sentences:
            if sentence not in self._marks:
                one = self.page.sentences[sentence]
                self._marks[sentence] = lexicon(one.lang).marks(self.folded, one.span)
            found += [m for m in self._marks[sentence] if m.kind in kinds]
        return found

    def _by_sentence(self, items: Iterable[Item]) -> dict[int, list[Item]]:
        found: dict[int, list[Item]] = defaultdict(list)
        for item in items:
            if item.span and (at := self.sentence_of(item.span[0])) < len(self._starts) and item.span[0] < self.span(at)[1]:
                found[at].append(item)
        return found

    @cached_property
    def _numbers(self) -> dict[int, list[Number]]:
        return self._by_sentence(self.notes.numbers)

    @cached_property
    def _dates(self) -> dict[int, list[DateMention]]:
        return self._by_sentence(self.notes.dates)

    @cached_property
    def _credits(self) -> dict[int, list[Credit]]:
        return self._by_sentence(c for c in self.notes.credits if c.kind != "photo")

    @cached_property
    def _mentions(self) -> dict[int, list[Mention]]:
        return self._by_sentence(Mention(e.id, e.type, span) for e in self.notes.entities for span in e.spans)

    def numbers(self, sentences: Iterable[int]) -> list[Number]:
        return [n for s in sentences for n in self._numbers.get(s, ())]

    def values(self, sentences: Iterable[int]) -> frozenset[float]:
        """What the numbers of some sentences come to, in digits or words."""
        return frozenset(n.value for n in self.numbers(sentences) if n.value is not None)

    @cached_property
    def all_values(self) -> frozenset[float]:
        """The same of the whole page."""
        return frozenset(n.value for n in self.notes.numbers if n.value is not None)

    def dates(self, sentences: Iterable[int]) -> list[DateMention]:
        return [d for s in sentences for d in self._dates.get(s, ())]

    def credits(self, sentences: Iterable[int]) -> list[Credit]:
        return [c for s in sentences for c in self._credits.get(s, ())]

    def mentions(self, sentences: Iterable[int], *kinds: str) -> list[Mention]:
        """Mentions of entities of these types."""
        return [m for s in sentences for m in self._mentions.get(s, ()) if m.type in kinds]

    def quotes(self, sentences: Iterable[int]) -> list[Quote]:
        """Speech that reaches into one of these sentences."""
        spans = [self.span(s) for s in sentences]
        return [q for q in self.notes.quotes if q.span and any(q.span[0] < b and a < q.span[1] for a, b in spans)]

    def keeps(self, other: Side, span: Span) -> bool:
        """Whether the words around a place of the other page, of the same language, stand here too."""
        start, end = other.span(other.sentence_of(span[0]))
        near = other.tokens((max(start, span[0] - _AROUND), min(end, span[1] + _AROUND)))
        inside = [t for t in near if t.start < span[1] and t.end > span[0]]
        if not inside:
            return False
        first, last = near.index(inside[0]), near.index(inside[-1])
        window = near[max(0, first - 2) : last + 3]
        return other.folded[window[0].start : window[-1].end] in self.folded

    def tokens(self, span: Span) -> list[Token]:
        """Words within a span."""
        first, last = (bisect_left(self.page.tokens, at, key=lambda t: t.start) for at in span)
        return self.page.tokens[first:last]

    def surface(self, span: Span) -> str:
        return self.page.article.text[span[0] : span[1]]

    def clauses(self, sentence: int) -> list[Span]:
        """The clauses of a sentence: what stands between commas, colons, brackets and dashes."""
        start, end = self.span(sentence)
        cuts = [start, *(m.end() for m in _BREAK.finditer(self.folded, start, end)), end]
        return [(a, b) for a, b in pairwise(cuts) if self.folded[a:b].strip()] or [(start, end)]

    def clause(self, sentence: int, span: Span) -> Span:
        """The clause around `span`: with its neighbour if short, cut at a word if long, without the punctuation at its ends."""
        parts = self.clauses(sentence)
        at = next((i for i, (a, b) in enumerate(parts) if a <= span[0] < b), len(parts) - 1)
        start, end = parts[at]
        if end - start < _SHORT * self.density:
            start, end = (start, parts[at + 1][1]) if at + 1 < len(parts) else (parts[max(0, at - 1)][0], end)
        longest = int(_LONG * self.density)
        if end - start > longest:
            start = self._word(max(start, span[0] - longest // 3), start)
            end = self._word(min(end, max(span[1], start + longest)), end)
        trimmed = self._trimmed(start, end)
        return trimmed if trimmed[0] < trimmed[1] else self.span(sentence)  # a clause of nothing but punctuation

    def _word(self, at: int, bound: int) -> int:
        step = -1 if bound <= at else 1
        while at != bound and self.spaced and not self.folded[at - 1 : at].isspace():
            at += step
        return at

    def _trimmed(self, start: int, end: int) -> Span:
        edge = " \n,،，;؛；:：.。()（）-"
        while start < end and self.folded[start] in edge:
            start += 1
        while end > start and self.folded[end - 1] in edge:
            end -= 1
        return start, end

    def phrase(self, span: Span) -> Span:
        """A mark with the next few words of its clause: what a count or an extent is said of."""
        sentence = self.sentence_of(span[0])
        end = next((b for a, b in self.clauses(sentence) if a <= span[0] < b), span[1])
        return self._trimmed(span[0], self._word(min(end, span[1] + int(_SHORT * self.density)), end))

    def words(self, sentence: int) -> frozenset[str]:
        return self.page.sentence_words[sentence]
