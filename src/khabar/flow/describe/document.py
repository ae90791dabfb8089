"""One article as every reader of `describe` sees it: folded once, cut into sentences once."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from khabar.flow.describe.sentences import sentence_spans
from khabar.languages import fold
from khabar.models import Article, Span


class Sentence:
    """One sentence of the body: its span in `Article.text` and the language of its paragraph."""

    __slots__ = ("end", "lang", "paragraph", "start")

    def __init__(self, start: int, end: int, lang: str, paragraph: int) -> None:
        self.start, self.end, self.lang, self.paragraph = start, end, lang, paragraph

    @property
    def span(self) -> Span:
        return self.start, self.end


class Document:
    """An article's text, folded text (same length, see `languages.fold`) and sentences, each computed once."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.lang = article.lang
        self.text = article.text

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def title_folded(self) -> str:
        return fold(self.article.title)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        found: list[Sentence] = []
        for number, (start, end, lang) in enumerate(self._paragraphs()):
            for a, b in sentence_spans(self.text[start:end], lang):
                found.append(Sentence(start + a, start + b, lang, number))
        return tuple(found)

    def _paragraphs(self) -> list[tuple[int, int, str]]:
        if self.article.paragraphs:
            return [(p.span[0], p.span[1], p.lang) for p in self.article.paragraphs]
        spans, at = [], 0
        for block in self.text.split("\n\n"):
            spans.append((at, at + len(block), self.lang))
            at += len(block) + 2
        return spans

    def before(self, position: int) -> tuple[Sentence, ...]:
        """The sentences that end at a character position or before it."""
        return self.sentences[: bisect_right(self.sentences, position, key=lambda s: s.end)]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a character position of the body."""
        return next((s for s in self.sentences if s.start <= position < s.end), None)
