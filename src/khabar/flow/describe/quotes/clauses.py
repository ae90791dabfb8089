"""Where a reported clause ends, and what is left of it beside direct speech."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.quotes.lexicon import Lexicon
from khabar.models import Span

TRIM = " \n\u00a0\u200c,،,.。，:：;؛—–-"
CLOSING, OPENING = "\"»”’」』》", "«“„‘「『《"
"""A clause beside a quotation may be left with one of its marks."""
_WAW = regex.compile(r"(?<=\s)و(?=\w)")
_JOINT = regex.compile(r"[,،，;；؛]")
_DATELINE = regex.compile(r"[^\n«\"“:]{2,60}\([^)\n]{2,20}\)\s*[-–—:]+\s*|[^\n.«\"“:,،]{2,25}[-–—]\s*\([^)\n]{2,20}\)\s*:?\s*")


def sentence_end(document: Document, sentence: Sentence) -> int:
    """The end of a sentence, or of the next where an initial ("U.N.") cut this one short."""
    end, text = sentence.end, document.text
    if text[end - 1] == "." and text[end - 2].isupper() and not text[end - 3].isalpha():
        following = next((s for s in document.sentences if s.start >= end and s.paragraph == sentence.paragraph), None)
        return following.end if following else end
    return end


def sentence_start(document: Document, sentence: Sentence) -> int:
    """The start of a sentence behind its dateline: "GENEVA (AFP) - …"."""
    match = _DATELINE.match(document.text, sentence.start, sentence.end)
    return match.end() if match else sentence.start


def joints(document: Document, start: int, end: int) -> list[int]:
    """Positions of the commas and semicolons between two positions."""
    return [m.start() for m in _JOINT.finditer(document.text, start, end)]


def beside(document: Document, clause: Span, spoken: Sequence[Span], words: Lexicon) -> Span | None:
    """The longest stretch of a clause, cut at commas, conjunctions and quotations, that holds none of the quotations `spoken`."""
    start, end = clause
    inside = [(a, b) for a, b in spoken if a < end and start < b]
    if not inside:
        return clause
    free: list[Span] = []
    low = start
    for a, b in sorted(inside):
        before = [j for j in joints(document, low, a)]
        if (led := document.text[low:a].rstrip(" \"'«“„")).endswith((":", "：")):
            adds = before[-1] if before and words.say.search(document.folded, before[-1], a) else low + len(led)
            free.append((low, adds))  # "… that the road is shut: “…”", not "…, adding: “…”"
        elif before:
            free.append((low, before[-1]))
        after = [j for j in joints(document, b, min(end, b + 60))]
        after += [m.end(1) - 1 for m in words.coordinators.finditer(document.folded, b, min(end, b + 40))]
        if document.lang == "ar":
            after += [m.start() for m in _WAW.finditer(document.text, b, min(end, b + 40))]
        if words.verb_last and (particle := words.quote_particles.match(document.folded, b + 1)):
            after.append(particle.end() - 1)
        low = min(after) + 1 if after else (b if low == start and a - start < 3 else end)
    free.append((low, end))
    best = max(free, key=lambda s: s[1] - s[0])
    return best if best[1] > best[0] else None


def trimmed(document: Document, clause: Span) -> Span:
    """A clause without spaces and stops at its ends."""
    start, end = clause
    text = document.text
    while start < end and text[start] in TRIM + CLOSING:
        start += 1
    while end > start and text[end - 1] in TRIM + OPENING:
        end -= 1
    return start, end
