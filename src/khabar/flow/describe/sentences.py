"""Where sentences end: a rule-based detector, mended with the abbreviations of the language (`languages/<code>/sentences.toml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from khabar.languages import fold, part, stopwords
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Span

Pattern = regex.Pattern[str]
_FIRST = regex.compile(r"[\"'«„“”‘’(\[]*\s*(\p{L}[\p{L}\p{M}'’]*)")
_INITIALS = regex.compile(r"(?<!\w)\p{Lu}\.-\p{Lu}\.$")
_OPENS = regex.compile(r"\s*[\"«„“‘]")


class Abbreviations(NamedTuple):
    """What may stand before a full stop that ends no sentence."""

    within: Pattern | None
    """At the end of a text: never the last word of a sentence (titles before a name)."""
    last: Pattern | None
    """At the end of a text: may be the last word (U.N., a.m., «г.»)."""
    cut: Pattern | None
    """Anywhere: such a one with the beginning of another word behind it."""


def sentence_spans(text: str, lang: str) -> list[Span]:
    """Spans of the sentences of one paragraph, white space at the ends left out.

    Uses the rule-based boundary detector `yasbd`; a text that it fails on is one sentence.
    """
    spans: list[Span] = []
    at = 0
    for sentence in _detector(lang).segment(text):
        start = text.find(sentence, at)
        if start < 0:
            return [_strip(text, 0, len(text))]
        at = start + len(sentence)
        spans.append(_strip(text, start, at))
    return _joined(text, [part for s in spans if s[1] > s[0] for part in _cut(text, s, lang)], lang)


def _joined(text: str, spans: list[Span], lang: str) -> list[Span]:
    """The spans, those joined between which only the full stop of an abbreviation stands."""
    words = abbreviations(lang)
    found: list[Span] = []
    for span in spans:
        if found and "\n" not in text[found[-1][1] : span[0]] and _goes_on(text, found[-1], span, words, lang):
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)
    return found


def _goes_on(text: str, before: Span, after: Span, words: Abbreviations, lang: str) -> bool:
    end = text[before[0] : before[1]]
    if _INITIALS.search(end):
        return True
    if words.within is not None and words.within.search(end):
        return True
    return words.last is not None and words.last.search(end) is not None and not _begins(text, after, lang)


def _begins(text: str, span: Span, lang: str) -> bool:
    """Whether a sentence surely begins here: a function word with a capital, or an opening quotation mark."""
    if _OPENS.match(text, *span):
        return True
    first = _FIRST.match(text, *span)
    return first is not None and first[1][:1].isupper() and fold(first[1]) in stopwords(lang)


def _cut(text: str, span: Span, lang: str) -> list[Span]:
    """A span, cut behind abbreviations after which a sentence begins: "в 2023 г. Он уехал"."""
    pattern = abbreviations(lang).cut
    found, start = [], span[0]
    for match in pattern.finditer(text, *span) if pattern is not None else ():
        behind = (match.end(), span[1])
        if not _OPENS.match(text, *behind) and _begins(text, behind, lang):
            found.append(_strip(text, start, match.end()))
            start = match.end()
    return [*found, _strip(text, start, span[1])]


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@lru_cache(maxsize=64)
def _detector(lang: str) -> Any:
    import yasbd

    return yasbd.BoundaryDetector(lang if lang in yasbd.get_supported_langs() else "en")


@lru_cache(maxsize=64)
def abbreviations(lang: str) -> Abbreviations:
    """The abbreviations of a language, compiled; None where it has no list."""
    data = part(lang, "sentences")
    within, last = (_alternatives(data.strings(key)) for key in ("within", "last"))
    edge = r"(?<![\p{Latin}.])" if lang in NO_BOUNDARY else r"(?<![\p{L}\p{M}.])"
    return Abbreviations(
        within=regex.compile(rf"{edge}(?:{within})$") if within else None,
        last=regex.compile(rf"{edge}(?:{last})$") if last else None,
        cut=regex.compile(rf"{edge}(?:{last})\s+(?=\p{{L}})") if last else None,
    )


def _alternatives(forms: Sequence[str]) -> str:
    return "|".join(regex.escape(f).replace(r"\ ", r"\s?") for f in sorted(set(forms), key=lambda f: (-len(f), f)))
