"""One sentence as the frames of reported speech see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.quotes.cast import Cast
from khabar.flow.describe.quotes.clauses import sentence_end, sentence_start
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.models import Span

NEAR = 60
"""Characters between the joint of a clause and its verb of saying, the subject among them."""


class Told(NamedTuple):
    """A speaker, the span of the clause that is told, and the fewest words that it may have, where they are not the usual."""

    speaker: Speaker
    clause: Span
    least: int | None = None


class Place:
    """One sentence, with what is needed to look for frames in it; `spoken` are the quotations in it."""

    def __init__(self, document: Document, cast: Cast, sentence: Sentence, spoken: Sequence[Span]) -> None:
        self.document, self.cast, self.sentence, self.spoken = document, cast, sentence, list(spoken)
        self.text, self.lang, self.words = document.folded, sentence.lang, lexicon(sentence.lang)
        self.start, self.end = sentence_start(document, sentence), sentence_end(document, sentence)

    def quoted(self, span: Span) -> bool:
        """Whether a span lies in a quotation."""
        return any(a < span[1] and span[0] < b for a, b in self.spoken)

    def reporters(self, start: int, end: int) -> list[Speaker]:
        """All that may report between two positions."""
        return self.cast.reporters(start, end, self.lang, self.spoken)

    def meant(self, at: int) -> Speaker | None:
        """Whom a pronoun means."""
        return self.cast.meant(self.sentence.start, at, self.spoken) or self.heard(at)

    def heard(self, at: int) -> Speaker | None:
        """Who speaks on where a clause names no subject."""
        return self.cast.heard(at) or self.cast.before(self.sentence.start, self.spoken)
