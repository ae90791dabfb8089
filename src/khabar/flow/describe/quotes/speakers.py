"""Who speaks: the subject of the verb of saying, a speaker without a name, or the one who spoke before.

The subject stands before the verb ("X told reporters: …") as the first person of the sentence, or behind it ("…", said X;
Arabic always). Where the clause has no subject, or a pronoun, the first person of the sentence before is meant.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.languages import get
from khabar.models import Entity, Span

REACH_AFTER = 110
"""Characters behind a verb of saying in which its subject may stand."""
BESIDE = 14
"""An organisation or place speaks only where it stands so near to the verb, or opens the sentence."""
_CAPITAL = regex.compile(r"\s*(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3})")
_STOP = regex.compile(r"(?<!\b\p{Lu})\.\s")
_GENITIVE = regex.compile(r"['’](?:s|n?[iıuü]n)\b")
_MARKED = regex.compile(r"\s*(?:\w+\s){0,2}«([^»]{3,40})»")
_AFTER_ARABIC = regex.compile(
    r"\s+((?:(?!(?:في|خلال|عقب|أمام|إن|أن|إنه|إنها|بعد|قبل|على|عن|من|إلى|عبر|لـ?\w*)\b)[^\s:،,(«\"“.]+\s*){1,5})"
)
_OPENING = regex.compile(r"[«\"“]?((?:(?!\sکه\s)[^,،:：«»\"“”\d]){2,40})")


class Speaker(NamedTuple):
    """A speaker as found: the entity or None, and the words that name it."""

    entity: Entity | None
    surface: str
    span: Span


class Cast:
    """All that may speak in a page, by position."""

    def __init__(self, document: Document, entities: tuple[Entity, ...]) -> None:
        self.document = document
        self.mentions = sorted(((span, e) for e in entities for span in e.spans), key=lambda m: m[0])

    def between(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Mentions that lie wholly between two positions."""
        return [m for m in self.mentions if start <= m[0][0] and m[0][1] <= end]

    def is_name(self, span: Span) -> bool:
        """Whether the words at `span` are a marked name: «…» sets off names in Persian and Arabic."""
        return any(e - s >= 0.8 * (span[1] - span[0]) for (s, e), _ in self.between(span[0] - 1, span[1] + 1))

    def people(self, start: int, end: int, lang: str, blocked: list[Span]) -> list[Speaker]:
        """Persons and nameless speakers between two positions and outside the quotations, in order."""
        text = self.document.text
        found = [Speaker(e, text[s[0] : s[1]], s) for s, e in self.between(start, end) if e.type == "PER"]
        for match in lexicon(lang).nameless.finditer(self.document.folded, start, end):
            span = match.span()
            inside = [f for f in found if span[0] <= f.span[0] and f.span[1] <= span[1]]
            if any(f.span[0] - span[0] < 3 for f in inside):
                continue
            found = [f for f in found if f not in inside]
            found.append(Speaker(None, text[span[0] : span[1]].strip(), span))
        found = [f for f in found if not _GENITIVE.match(text, f.span[1])]
        found = [f for f in found if f.entity or not any(g.entity and 0 < g.span[0] - f.span[1] <= 3 for g in found)]
        free = [f for f in found if not any(a < f.span[1] and f.span[0] < b for a, b in blocked)]
        return sorted(free, key=lambda f: f.span)

    def subject(self, verb: Span, clause: Span, blocked: list[Span], lang: str, inverted: bool) -> Speaker | None:
        """The subject of a verb of saying in its clause; `inverted` where it is looked for behind the verb first."""
        after = self.people(verb[1], min(clause[1], verb[1] + REACH_AFTER), lang, blocked)
        before = self.people(clause[0], verb[0], lang, blocked)
        adjoining = [b for b in before if verb[0] - b.span[1] <= 2]
        if inverted:
            return (
                next(iter(adjoining), None)
                or self._unless_far(after, verb)
                or (before[0] if before and lang == "ar" else None)
                or self._body(verb, clause, blocked, lang)
            )
        return next(iter(before), None) or self._body(verb, clause, blocked, lang)

    def _unless_far(self, after: list[Speaker], verb: Span) -> Speaker | None:
        """The first person behind the verb, not one in a further clause or one spoken to."""
        words = lexicon(self.document.lang)
        for speaker in after:
            between = self.document.text[verb[1] : speaker.span[0]]
            if _STOP.search(between) or between.count(",") > 1:
                return None
            told = [
                m.end() + verb[1] for m in words.addressed.finditer(self.document.folded[verb[1] : speaker.span[0]])
            ]
            if not told or self.between(told[-1] - 1, speaker.span[0]):
                return speaker
        return None

    def _body(self, verb: Span, clause: Span, blocked: list[Span], lang: str) -> Speaker | None:
        for span, entity in self.between(clause[0], min(clause[1], verb[1] + BESIDE * 2)):
            if any(a < span[1] and span[0] < b for a, b in blocked) or entity.type == "PER":
                continue
            gap = max(span[0] - verb[1], verb[0] - span[1])
            opens = span[0] - clause[0] <= 5 and span[1] <= verb[0] and entity.type == "ORG"
            if (
                gap <= BESIDE
                and not lexicon(lang).addressed.search(self.document.folded, verb[1], max(span[0], verb[1]))
            ) or opens:
                return Speaker(entity, self.document.text[span[0] : span[1]], span)
        return None

    def unknown(self, verb: Span, clause: Span, inverted: bool, lang: str) -> Speaker | None:
        """A name that nobody marked: capitals behind an inverted verb, else the words that open the sentence."""
        text = self.document.text
        language = get(lang)
        if inverted:
            if lang == "ar":
                match = _AFTER_ARABIC.match(text, verb[1], min(len(text), verb[1] + 60))
                return Speaker(None, match[1].strip(), match.span(1)) if match else None
            if not language or not language.has_case:
                return None
            match = _CAPITAL.match(text, verb[1], min(len(text), verb[1] + 60)) or _CAPITAL.match(
                text.rstrip("\n"), clause[0] + 1, verb[0]
            )
            return Speaker(None, match[1], match.span(1)) if match else None
        match = (
            _MARKED.match(text, clause[0], verb[0]) or _OPENING.match(text, clause[0], verb[0])
            if verb[0] - clause[0] > 2
            else None
        )
        return Speaker(None, match[1].strip(), match.span(1)) if match and lang in ("fa", "ko", "zh") else None

    def before(self, at: int, blocked: list[Span]) -> Speaker | None:
        """The first person of the sentence before, or of the one before that: who a pronoun means."""
        earlier = [s for s in self.document.sentences if s.end <= at][-3:]
        for sentence in reversed(earlier):
            found = self.people(sentence.start, sentence.end, sentence.lang, blocked)
            if found:
                return found[0]
        return None
