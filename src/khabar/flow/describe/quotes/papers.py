"""Who issued a statement, a letter or a report: it speaks for him."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.models import Entity, Span
from khabar.sources.catalogue import get as get_source

if TYPE_CHECKING:
    from khabar.flow.describe.quotes.cast import Cast

AUTHOR = 50
"""Characters behind a paper in which its author's name ends."""
OWNER = 60
"""Characters before a paper in which its author stands where he is named first: "X'in … açıklamasında"."""
_BEHIND = regex.compile(r"\s((?:[^\s,.;:«»\"“”„—–()]+\s?){1,6}?)\s?(?=[.,;:«»\"“”—–\n]|$)")
"""Russian and Ukrainian: the genitive behind a paper up to a stop: «в сообщении постпредства X при Y»."""
OWNER_FIRST = frozenset({"tr", "ko", "zh", "hi"})
"""Languages that name the author before the paper."""
_WHOSE = regex.compile(r"(?:\s(?:of|by|from|de|du|de la|des|del|von|der|des))?(?:\s(?:the|la|le|les|el|los))?\s(?:l'|al-)?")
_FROM_WHOM = regex.compile(r"[^\s,;:.]{0,12}(?:\s?\([^()]{1,20}\))?\s?(?:[^\s,;:.]+\s){0,4}")


def author(cast: Cast, paper: Span) -> Entity | None:
    """Whom the words around a paper name, else who issued the one of the sentences before, who spoke or was the subject there."""
    named = _named(cast, paper) or _issued_before(cast, paper) or _own(cast)
    if named:
        return named
    sentence = cast.document.sentence_at(paper[0])
    start = sentence.start if sentence else paper[0]
    speaker = cast.meant(start, paper[0], []) or cast.before(paper[0], [])
    return speaker.entity if speaker else None


def author_words(cast: Cast, paper: Span) -> Span | None:
    """The words behind a paper that name who issued it, where no entity is that: «в сообщении постпредства X при Y»."""
    if cast.document.lang not in ("ru", "uk"):
        return None
    match = _BEHIND.match(cast.document.text, paper[1], min(len(cast.document.text), paper[1] + OWNER + AUTHOR))
    return match.span(1) if match and match[1].split()[0].islower() else None


def _named(cast: Cast, paper: Span) -> Entity | None:
    """Whom the words behind a paper name as its author, or those before it where authors stand first."""
    text = cast.document.folded
    behind = next((m for m in cast.between(paper[1], paper[1] + AUTHOR) if m[1].type != "LOC"), None)
    if behind and _WHOSE.fullmatch(text, paper[1], behind[0][0]):
        return behind[1]
    if cast.document.lang not in OWNER_FIRST:
        return None
    before = [m for m in cast.between(max(0, paper[0] - OWNER), paper[0]) if m[1].type != "LOC" and _FROM_WHOM.fullmatch(text, m[0][1], paper[0])]
    return before[-1][1] if before else None


def _issued_before(cast: Cast, paper: Span) -> Entity | None:
    """Who issued the paper that one of the two sentences before is about, or the body that opens the sentence before."""
    earlier = cast.document.before(paper[0])[-2:]
    for sentence in reversed(earlier):
        for match in lexicon(sentence.lang).papers.finditer(cast.document.folded, sentence.start, sentence.end):
            spoken = cast.medium_of(match.span(1), sentence.start, sentence.lang)
            if (found := _named(cast, match.span(1)) or (spoken.entity if spoken else None)) is not None:
                return found
    return None


def _own(cast: Cast) -> Entity | None:
    """The official body whose own page this is: the statement is its own."""
    outlet = cast.document.article.outlet
    source = get_source(outlet) if outlet else None
    if source is None or not source.official:
        return None
    return next((e for _, e in cast.mentions if e.id == outlet), None)
