"""Short quotations: names behind a noun that says so, parts of speech, short sentences that a verb of saying follows."""

from __future__ import annotations

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.models import Span

NAMES_IN_MARKS = ("fa", "zh", "ko")
"""Languages that set off names, nicknames and terms in quotation marks."""
TAG = 5
"""Characters between a quotation and the verb of saying that belongs to it."""


def names(document: Document, outer: Span, lang: str) -> bool:
    """Whether the noun before a quotation says that it is a name: "the company “…”"."""
    return bool(lexicon(lang).naming.search(document.folded, max(0, outer[0] - 30), outer[0]))


def manner(document: Document, inner: Span, lang: str) -> bool:
    """Whether quoted words only say how something is condemned or rejected: "in the strongest terms"."""
    words = document.folded[slice(*inner)].strip(" ,.")
    return lexicon(lang).manner.fullmatch(words) is not None


def tagged(outer: Span, verb: Span | None) -> bool:
    """Whether a verb of saying follows a quotation at once: "…", said X."""
    return verb is not None and 0 <= verb[0] - outer[1] <= TAG


def fragment(document: Document, outer: Span, inner: Span, lang: str) -> bool:
    """Whether two words in quotation marks are a part of speech: praised the “quiet courage” of, not a name or a title."""
    words = document.text[slice(*inner)].split()
    if lang in NAMES_IN_MARKS or any(w[0].isupper() or w[0].isdigit() for w in words):
        return False
    sentence = document.sentence_at(outer[0])
    if sentence is None:
        return False
    end = sentence.end if lexicon(lang).verb_last else outer[0]
    return lexicon(lang).speech.search(document.folded, sentence.start, end) is not None
