"""Hedges, attributions, negations, words of extent and vague counts of one language, found with one automaton.

The words are data: `languages/<code>/hedges.toml`; verbs of saying and openers such as "according to" are those of `quotes.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from khabar.languages import fold, part
from khabar.languages.parts import Part
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Span

HEDGES = {"open": 4, "possible": 3, "hearsay": 3, "conditional": 3, "probable": 2, "provisional": 2, "expected": 1}
"""How far each kind of hedge stands from a plain assertion."""
_CLITICS = {"ar": ("", "و", "ف", "ب", "ل", "ک", "ال", "وال", "بال", "لل", "فال", "کال", "وب", "ول", "وس", "س"), "fa": ("", "ن", "می ")}


class Mark(NamedTuple):
    """A word or phrase of one kind ("hedge", "say", "negation" …) with its sub-kind ("possible", "whole", "100" …)."""

    start: int
    end: int
    kind: str
    sort: str

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def level(self) -> int:
        """How strong a hedge is, 0 for other marks."""
        return HEDGES.get(self.sort, 0) if self.kind == "hedge" else 0


class Lexicon:
    """The marks of one language."""

    def __init__(self, lang: str) -> None:
        self.lang, self.bounded = lang, lang not in NO_BOUNDARY
        self.clitics = frozenset(_CLITICS.get(lang, ("",)))
        self.known = bool(part(lang, "hedges").data)
        self._automaton = ahocorasick.Automaton()
        entries: dict[str, dict[tuple[str, bool, bool], str]] = {}
        for kind, sort, form in _forms(part(lang, "hedges"), part(lang, "quotes"), part(lang, "numbers")):
            for bare in self._written(fold(form).strip("*")):
                entries.setdefault(bare, {}).setdefault((kind, form.startswith("*"), form.endswith("*")), sort)
        for bare, sorts in entries.items():
            self._automaton.add_word(bare, (len(bare), tuple((kind, sort, left, right) for (kind, left, right), sort in sorts.items())))
        if entries:
            self._automaton.make_automaton()

    def _written(self, bare: str) -> tuple[str, ...]:
        """How a form is written: in Arabic the article runs together with "for" («العملية», «للعملية»)."""
        if self.lang == "ar" and bare.startswith("ال") and len(bare) > len("ال") + 1:
            return bare, f"لل{bare[2:]}"
        return (bare,) if bare else ()

    def marks(self, folded: str, span: Span) -> tuple[Mark, ...]:
        """Marks within `span` of folded text in order; of two of one kind that overlap the longer stands, "none" hides what it covers."""
        if not len(self._automaton):
            return ()
        found = sorted(self._matches(folded, span), key=lambda m: (m.start - m.end, m.start))
        kept: list[Mark] = []
        for mark in found:
            if not any(k.kind == mark.kind and k.start < mark.end and mark.start < k.end for k in kept):
                kept.append(mark)
        return tuple(sorted(m for m in kept if m.sort != "none"))

    def _matches(self, folded: str, span: Span) -> Iterator[Mark]:
        text = folded[span[0] : span[1]]
        for last, (length, rows) in self._automaton.iter(text):
            start, end = last + 1 - length, last + 1
            for kind, sort, open_left, open_right in rows:
                if self._whole(text, start, end, open_left, open_right):
                    yield Mark(span[0] + start, span[0] + end, kind, sort)

    def _whole(self, text: str, start: int, end: int, open_left: bool, open_right: bool) -> bool:
        if not self.bounded:
            return True
        if not open_right and text[end : end + 1].isalnum():
            return False
        at = start
        while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
            at -= 1
        return open_left or at == start or text[at:start] in self.clitics


def _forms(hedges: Part, quotes: Part, numbers: Part) -> Iterator[tuple[str, str, str]]:
    """(kind, sort, form) of every entry, that first which holds where a form stands in two lists."""
    for table, kind in (("hedges", "hedge"), ("negation", "negation"), ("scope", "scope"), ("orders", "order"), ("units", "unit"), ("duals", "dual"), ("clock", "clock"), *((t, t) for t in ("sources", "framing", "when"))):
        for sort, forms in sorted(hedges.table(table).items(), key=lambda row: row[0] != "none"):
            yield from ((kind, str(sort), form) for form in forms)
    for sort in ("none", "withheld", "impersonal", "anonymous", "strong"):
        yield from (("attribution", sort, form) for form in hedges.strings(f"attribution.{sort}"))
    for sort, forms in (("according", quotes.strings("according")), ("according", quotes.strings("reported.his_words")), ("say", quotes.strings("say"))):
        yield from (("attribution", sort, form) for form in forms)
    yield from (("attribution", "more", form) for form in hedges.strings("attribution.more"))
    yield from (("that", "that", form) for form in quotes.strings("that"))
    for sort, forms in numbers.table("bounds").items():
        yield from (("bound", sort, form.rstrip("*")) for form in forms)


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The marks of `lang`, read once."""
    return Lexicon(lang)
