"""One page as the tracer sees it: its words, sentences, numbers, names, credits and vectors, each read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import regex
from msgspec.structs import replace

from khabar.flow.describe.credits.own import own_reporting
from khabar.flow.describe.document import Document, Sentence
from khabar.flow.lineage.regions import meant_offices
from khabar.models import Credit, Described
from khabar.sources import Source, get
from khabar.sources.statements import GENERAL, same_statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLE = 4
"""Words in a shingle: shorter ones are shared by chance between reports of one event, longer ones break at every small edit."""
SHINGLE_HAN = 8
"""Characters in a shingle of Chinese, about as long as four words."""
_WORD = regex.compile(r"\p{Han}|[\p{L}\p{M}\p{Nd}]+")
_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")


class Token(NamedTuple):
    """A word of the body with its span."""

    start: int
    end: int
    text: str


class PageView:
    """A member of a story with everything that comparing it needs."""

    def __init__(self, member: Described, vectors: NDArray[np.float32] | None = None) -> None:
        self.member, self.article = member, member.article
        self.id, self.lang = self.article.id, self.article.lang
        self.outlet = self.article.outlet or self._signature()
        self.document = Document(self.article)
        self.vectors = vectors
        self.source: Source | None = get(self.outlet)
        self._work: dict[str, bool] = {}
        self.statement: str | None = None
        """What another page of the story calls the joint statement that this one only calls joint."""
        self.offices: Mapping[str, str] = {}
        """Ids of offices that stand for a region's office which other pages of the story name in full."""

    def _signature(self) -> str | None:
        """Whose dispatch a page without an outlet is: the agency that signs at its head."""
        signed = (c for c in self.member.notes.credits if c.kind == "credit" and c.rule == "dateline")
        return next((c.source for c in signed), None)

    @cached_property
    def tokens(self) -> list[Token]:
        return [Token(m.start(), m.end(), m[0]) for m in _WORD.finditer(self.document.folded)]

    @cached_property
    def shingles(self) -> dict[int, int]:
        """Hash of a shingle -> index of its first token."""
        size = SHINGLE_HAN if self.lang in ("zh", "ja") else SHINGLE
        words = [t.text for t in self.tokens]
        found: dict[int, int] = {}
        for at in range(len(words) - size + 1):
            found.setdefault(crc32(" ".join(words[at : at + size]).encode()), at)
        return found

    @property
    def shingle_size(self) -> int:
        return SHINGLE_HAN if self.lang in ("zh", "ja") else SHINGLE

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.document.sentences[: len(self.vectors)] if self.vectors is not None else self.document.sentences[:60]

    @cached_property
    def sentence_numbers(self) -> list[frozenset[str]]:
        """Numbers of each sentence, separators and a trailing zero fraction left out, so that languages agree."""
        return [frozenset(plain_numbers(self.document.folded[s.start : s.end])) for s in self.sentences]

    @cached_property
    def sentence_names(self) -> list[frozenset[str]]:
        """Ids of the entities named in each sentence."""
        named: list[set[str]] = [set() for _ in self.sentences]
        for entity in self.member.notes.entities:
            for span in entity.spans:
                for number, sentence in enumerate(self.sentences):
                    if sentence.start <= span[0] < sentence.end:
                        named[number].add(entity.id)
        return [frozenset(n) for n in named]

    @cached_property
    def sentence_words(self) -> list[frozenset[str]]:
        """Words of each sentence longer than two letters (every character of Chinese)."""
        found: list[set[str]] = [set() for _ in self.sentences]
        at = 0
        for token in self.tokens:
            while at < len(self.sentences) and token.start >= self.sentences[at].end:
                at += 1
            if at == len(self.sentences):
                break
            if token.start >= self.sentences[at].start and (len(token.text) > 2 or self.shingle_size == SHINGLE_HAN):
                found[at].add(token.text)
        return [frozenset(f) for f in found]

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(n for group in self.sentence_numbers for n in group)

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """Credits that name another source; images set apart."""
        others = (c for c in self.member.notes.credits if c.kind != "photo" and c.source != self.outlet)
        return tuple(replace(c, source=self._meant(c.source)) for c in others)

    def _meant(self, source: str | None) -> str | None:
        """The source that a credit means in this story."""
        if source is None:
            return None
        return self.statement if self.statement and source == GENERAL else self.offices.get(source, source)

    @cached_property
    def signs(self) -> bool:
        """Whether the outlet marks the page as its own dispatch, as agencies do."""
        return any(c.source == self.outlet and c.kind == "credit" for c in self.member.notes.credits)

    def shows_work_of(self, source: str | None) -> bool:
        """Whether the text shows first-hand work of a source: its reporter, people who told it, its tally."""
        if source is None:
            return False
        if source not in self._work:
            self._work[source] = own_reporting(self.document, source) is not None
        return self._work[source]

    @cached_property
    def day(self) -> str:
        return (self.article.published.value or "")[:10]

    @property
    def agency(self) -> bool:
        return self.source is not None and self.source.agency

    def words_of(self, sentence: int) -> str:
        s = self.sentences[sentence]
        return self.article.text[s.start : s.end]


def plain_numbers(folded: str) -> list[str]:
    """Numbers in folded text in one spelling: "1,300" and "1.300" and "1 300" are 1300, "7,70" and "7.7" are 7.7."""
    joined = regex.sub(r"(?<=\d)[ \u066c](?=\d{3}(?!\d))", "", folded)
    found = []
    for match in _NUMBER.finditer(joined.replace("\u066b", ".")):
        text = match[0]
        if regex.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
            text = regex.sub(r"[.,]", "", text)
        else:
            text = text.replace(",", ".")
            text = text.rstrip("0").rstrip(".") if text.count(".") == 1 else text
        found.append(text)
    return found


def page_views(members: Sequence[Described], sentence_vectors: Mapping[str, NDArray[np.float32]]) -> list[PageView]:
    """Views of the members in order of day and id, so that the order of arrival never matters."""
    ordered = sorted(members, key=lambda m: (m.article.published.value or "9999", m.article.id))
    views = []
    for member in ordered:
        vectors = sentence_vectors.get(member.article.id)
        views.append(PageView(member, vectors if vectors is not None and len(vectors) else None))
    closer = {c.source for m in members for c in m.notes.credits if c.source and c.source != GENERAL and same_statement(c.source, GENERAL)}
    if len(closer) == 1:
        for view in views:
            view.statement = next(iter(closer))
    if offices := meant_offices(members):
        for view in views:
            view.offices = offices
    return views
