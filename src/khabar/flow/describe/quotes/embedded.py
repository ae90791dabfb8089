"""A few quoted words in the middle of reported speech: "said the man had fired “several shots” from a roof".

They are part of the reported clause, which is given whole. Words that close the clause ("said the number “is probably in the millions”.")
stand for themselves.
"""

from __future__ import annotations

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.cast import Cast
from khabar.flow.describe.quotes.clauses import joints
from khabar.flow.describe.quotes.openings import opening
from khabar.flow.describe.quotes.place import Place
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Span

MOST_WORDS = 4
STAND_ALONE = frozenset({"ar", "ko"})
"""Languages whose pages quote the words that count: these stand for themselves, whatever follows."""
_GOES_ON = regex.compile(r"\s(?!\p{Lu})\p{L}+\s\p{L}+")


def embedded(document: Document, cast: Cast, outer: Span, inner: Span, lang: str) -> bool:
    """Whether a reported clause opens before a quotation of a few words and goes on behind it."""
    if lang in NO_BOUNDARY or lang in STAND_ALONE or len(document.text[slice(*inner)].split()) > MOST_WORDS:
        return False
    sentence = document.sentence_at(outer[0])
    if sentence is None or not _GOES_ON.match(document.text, outer[1], sentence.end):
        return False
    place = Place(document, cast, sentence, [])
    for verb in place.words.say.finditer(place.text, place.start, outer[0]):
        start = opening(place, verb.span(1))
        if start is not None and start < outer[0] and place.text[start : outer[0]].split():
            return True
    source = place.words.according.search(place.text, place.start, outer[0])
    return source is not None and bool(joints(document, source.end(1), outer[0]))
