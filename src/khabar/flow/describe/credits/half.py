"""Half credits: media of a country without a name ("South Korean media"), and its state media, which has one voice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.flow.describe.credits.lexicon import lexicon
from khabar.flow.describe.document import Document, Sentence
from khabar.models import Credit, Span
from khabar.names.countries import Country, find_countries
from khabar.sources import all_sources

NEAR = 30
"""Characters between the media word and its country."""


def half_credits(document: Document, taken: Sequence[Span]) -> list[Credit]:
    """State media of one country as its agency; other unnamed media as a credit without a source."""
    found: list[Credit] = []
    for sentence in document.sentences:
        words = lexicon(sentence.lang)
        text = document.folded[sentence.start : sentence.end]
        for pattern, state in ((words.state_media, True), (words.media_words, False)):
            for match in pattern.finditer(text):
                span = (sentence.start + match.start(1), sentence.start + match.end(1))
                if any(a < span[1] and span[0] < b for a, b in (*taken, *(c.span for c in found if c.span))):
                    continue
                if credit := _judge(document, sentence, span, state):
                    found.append(credit)
    return found


def _judge(document: Document, sentence: Sentence, span: Span, state: bool) -> Credit | None:
    low, high = max(sentence.start, span[0] - NEAR), min(sentence.end, span[1] + NEAR)
    country = _country(document.folded[low:high], sentence.lang, span[0] - low)
    surface = document.text[span[0] : span[1]]
    if country is None:
        return None
    source = state_voice(country.alpha2) if state else None
    if state and source is None:
        return None
    near = source is not None and any(f.source == source for f in _around(document, sentence))
    if near:
        return None  # "the North's state news agency KCNA": the name itself is the credit
    return Credit(source=source, kind="cited", surface=surface, span=span, rule="state media" if state else "unnamed media")


def _around(document: Document, sentence: Sentence) -> list[Credit]:
    from khabar.sources import find_names

    text = document.folded[sentence.start : sentence.end]
    return [Credit(source=f.source, kind="cited", surface="", rule="") for f in find_names(text)]


def _country(text: str, lang: str, at: int) -> Country | None:
    found = find_countries(text, lang)
    return min(found, key=lambda f: abs(f.start - at)).country if found else None


@lru_cache(maxsize=256)
def state_voice(alpha2: str) -> str | None:
    """The agency that "state media" of a country means: its state agency with the most names, if it has one."""
    agencies = [s for s in all_sources().values() if s.country == alpha2 and s.type == "state-agency"]
    best = max(agencies, key=lambda s: (sum(map(len, s.names.values())), s.id), default=None)
    return best.id if best else None


