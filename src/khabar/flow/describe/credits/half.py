"""Half credits: media of a country without a name ("South Korean media"), and its state media, which has one voice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.flow.describe.credits.lexicon import cue_before, lexicon
from khabar.flow.describe.document import Document, Sentence
from khabar.languages.countries import Country, countries
from khabar.models import Credit, Span
from khabar.sources import all_sources
from khabar.sources.places import countries_in, country_beside, home_country

STATE_TV = "state television"
_RULES = {"state": "state media", "state-tv": STATE_TV, "media": "unnamed media"}
NEAR = 30
"""Characters between the media word and its country."""


def half_credits(document: Document, taken: Sequence[Span]) -> list[Credit]:
    """State media of one country as its agency, its television and other unnamed media under an id of their own."""
    found: list[Credit] = []
    for sentence in document.sentences:
        words = lexicon(sentence.lang)
        text = document.folded[sentence.start : sentence.end]
        for pattern, kind in ((words.state_tv, "state-tv"), (words.state_media, "state"), (words.media_words, "media")):
            for match in pattern.finditer(text):
                span = (sentence.start + match.start(1), sentence.start + match.end(1))
                if any(a < span[1] and span[0] < b for a, b in (*taken, *(c.span for c in found if c.span))):
                    continue
                if credit := _judge(document, sentence, span, kind):
                    found.append(credit)
    return found


def _judge(document: Document, sentence: Sentence, span: Span, kind: str) -> Credit | None:
    low, high = max(sentence.start, span[0] - NEAR), min(sentence.end, span[1] + NEAR)
    low += max(document.folded[low : span[0]].rfind(comma) + 1 for comma in ",،，、")  # "on the border with X, state television said"
    country = _country(document.folded[low:high], sentence.lang, span[0] - low)
    if country is None and kind == "state-tv":
        country = countries().get(home_country(document.folded, document.lang) or "")
    if country is None or not _cued(document, sentence, span):
        return None
    source = state_voice(country.alpha2) if kind == "state" else f"{country.id}-{kind}"
    if kind == "state" and (source is None or any(f.source == source for f in _around(document, sentence))):
        return None  # "the North's state news agency KCNA": the name itself is the credit
    span = _with_country(document, span, country)
    surface = document.text[span[0] : span[1]]
    return Credit(source=source, kind="cited", surface=surface, span=span, rule=_RULES[kind])


def _with_country(document: Document, span: Span, country: Country) -> Span:
    """The span with the country's name where it stands right before ("Russian media", 俄罗斯媒体)."""
    found = [f for f in countries_in(document.folded[max(0, span[0] - 24) : span[0]], document.lang) if f[2] == country.id]
    return (max(0, span[0] - 24) + found[-1][0], span[1]) if found else span


def _cued(document: Document, sentence: Sentence, span: Span) -> bool:
    words = lexicon(sentence.lang)
    before = document.folded[max(sentence.start, span[0] - 90) : span[0]]
    after = document.folded[span[1] : min(sentence.end, span[1] + 40)]
    cue = cue_before(before, words)
    country = next((end for start, end, _ in countries_in(after, sentence.lang) if not after[:start].strip()), 0)
    return bool(cue and not words.weak.fullmatch(cue)) or words.after.match(after[country:]) is not None


def _around(document: Document, sentence: Sentence) -> list[Credit]:
    from khabar.sources import find_names

    text = document.folded[sentence.start : sentence.end]
    return [Credit(source=f.source, kind="cited", surface="", rule="") for f in find_names(text)]


def _country(text: str, lang: str, at: int) -> Country | None:
    return countries().get(country_beside(text, at, at + 1, lang) or "")


@lru_cache(maxsize=256)
def state_voice(alpha2: str) -> str | None:
    """The agency that "state media" of a country means: its state agency with the most names, if it has one."""
    agencies = [s for s in all_sources().values() if s.country == alpha2 and s.type == "state-agency"]
    best = max(agencies, key=lambda s: (sum(map(len, s.names.values())), s.id), default=None)
    return best.id if best else None


