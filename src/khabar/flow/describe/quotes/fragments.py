"""Short quotations: names behind a noun that says so, parts of speech, short sentences that a verb of saying follows."""

from __future__ import annotations

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.languages import get
from khabar.models import Span

NAMES_IN_MARKS = ("fa", "zh", "ko")
"""Languages that set off names, nicknames and terms in quotation marks."""
WORDS_OF_A_NAME = 4
NEAR = 50
"""Characters before a single quoted word in which its verb stands."""
TAG = 5
"""Characters between a quotation and the verb of saying that belongs to it."""


def names(document: Document, outer: Span, lang: str) -> bool:
    """Whether the noun before a quotation says that it is a name: "the company “…”"."""
    if document.folded[max(0, outer[0] - 3) : outer[0]].rstrip().endswith((":", "：")):
        return False  # a colon opens speech, whatever noun stands before it
    words, low = lexicon(lang), max(0, outer[0] - 30)
    noun = words.naming.search(document.folded, low, outer[0])
    said = [m for m in words.speech.finditer(document.folded, low, outer[0]) if noun and m.start(1) < noun.start(1) and noun.end(1) <= m.end(1)]
    return noun is not None and not said  # « s'est dite “…” » is no name


def manner(document: Document, inner: Span, lang: str) -> bool:
    """Whether quoted words only say how something is condemned or rejected: "in the strongest terms"."""
    words = document.folded[slice(*inner)].strip(" ,.")
    return lexicon(lang).manner.fullmatch(words) is not None


def set_off(document: Document, outer: Span, inner: Span, verb: Span | None, lang: str) -> bool:
    """Persian: whether marks set off a name: a few words that open a clause, their verb of saying not beside them."""
    if lang != "fa" or len(document.text[slice(*inner)].split()) > WORDS_OF_A_NAME:
        return False
    before = document.text[max(0, outer[0] - 3) : outer[0]].rstrip(" ")
    return (not before or before[-1] in "\n.،") and verb is not None and verb[0] - outer[1] > TAG


def cited(document: Document, outer: Span, lang: str) -> bool:
    """Whether a particle that only speech takes is written to the closing mark: «"…"라고», «"…"며»."""
    return lexicon(lang).quote_particles.match(document.folded, outer[1]) is not None


def tagged(outer: Span, verb: Span | None) -> bool:
    """Whether a verb of saying follows a quotation at once: "…", said X."""
    return verb is not None and 0 <= verb[0] - outer[1] <= TAG


def fragment(document: Document, outer: Span, inner: Span, lang: str) -> bool:
    """Whether a word or two in quotation marks are a part of speech: praised the “quiet courage” of, not a name or a title.

    A single word is one only near the verb, and in scripts whose names begin with a capital.
    """
    words = document.text[slice(*inner)].split()
    if lang in NAMES_IN_MARKS or any(w[0].isupper() or w[0].isdigit() for w in words):
        return False
    sentence = document.sentence_at(outer[0])
    if sentence is None:
        return False
    language, words_of = get(lang), lexicon(lang)
    if len(words) == 1:
        cased = language is not None and language.has_case and not words_of.verb_last
        return cased and words_of.speech.search(document.folded, max(sentence.start, outer[0] - NEAR), outer[0]) is not None
    end = sentence.end if words_of.verb_last else outer[0]
    heard = (words_of.speech, words_of.according)
    return any(said.search(document.folded, sentence.start, end) is not None for said in heard)
