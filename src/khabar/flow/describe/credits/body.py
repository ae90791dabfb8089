"""Names of media in running text, kept where a cue makes them a source."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import regex

from khabar.flow.describe.credits.lexicon import Lexicon, cue_before, lexicon
from khabar.flow.describe.credits.proper import (
    abbreviation,
    alone,
    in_speech,
    known_in,
    quoted,
    wordlike,
    written_as_name,
)
from khabar.flow.describe.document import Document, Sentence
from khabar.models import Credit, Span
from khabar.sources import Found, Source, find_names, get

REACH = 90
"""Characters on either side of a name in which its cue may stand."""
PHOTO = frozenset({"photo"})
_BRACKET = regex.compile(r"[(\[（【/]\s*$")


def body_credits(document: Document, taken: Sequence[Span]) -> list[Credit]:
    """Credits of kind "cited" (and "photo", where a photo's mark stands in the text) from the body."""
    names = [f for f in find_names(document.folded) if not any(a < f.end and f.start < b for a, b in taken)]
    found: list[Credit] = []
    for name in names:
        sentence = document.sentence_at(name.start)
        if sentence and (credit := _judge(document, name, sentence)):
            found.append(credit)
    return _nested(found)


def _judge(document: Document, name: Found, sentence: Sentence) -> Credit | None:
    source = get(name.source)
    if source is None or source.official:
        return None
    words = lexicon(sentence.lang)
    text = document.folded
    before = text[max(sentence.start, name.start - REACH) : name.start]
    if not written_as_name(document.text, name, source, sentence.lang) and not (document.text[name.start].isupper() and words.head_before.search(before)):
        return None  # "the Spanish news agency Efe" is written small behind its head
    after = text[name.end : min(sentence.end, name.end + REACH)]
    near = text[max(sentence.start, name.start - 60) : min(sentence.end, name.end + 60)]
    if words.negation.search(near) or in_speech(document, name, sentence):
        return None
    rule = _rule(before, after, words)
    if wordlike(name) and not _sure(document, name, source, before, after, sentence.lang):
        return None
    if not source.agency and (not rule or _thin(before, after, words)):  # an agency named in news is nearly always a source
        return None
    photo = source.type in PHOTO or _photo_mark(before, words)
    surface = document.text[name.start : name.end]
    return Credit(source=name.source, kind="photo" if photo else "cited", surface=surface, span=(name.start, name.end),
                  rule=rule or "named")  # fmt: skip


def _sure(document: Document, name: Found, source: Source, before: str, after: str, lang: str) -> bool:
    """Whether a name that is also a word is meant as a name: known in this language, and with a head, quotes or a strong cue."""
    words = lexicon(lang)
    surface = document.text[name.start : name.end]
    headed = words.head_before.search(before) is not None
    reports = surface.isascii() and surface.isupper() and (tells := words.after.match(after)) is not None and not words.weak.fullmatch(tells[1])
    if not known_in(source, surface, lang) and not ((headed and abbreviation(surface)) or reports):
        return False
    marked = quoted(document, name) or headed or words.head_after.match(after) is not None
    direct = words.direct.search(before) if alone(after, lang) else None
    strong = direct is not None and not words.weak.fullmatch(direct[1])
    follows = words.after.match(after)
    if marked:
        return strong or words.before.search(before) is not None or follows is not None
    opens = not before.strip() and follows is not None and not words.weak.fullmatch(follows[1]) and not surface[:1].isupper()
    return strong or opens or (surface.isupper() and len(surface) >= 2 and follows is not None)


def _thin(before: str, after: str, words: Lexicon) -> bool:
    """Whether the only cue of a name that is no agency is a word of up to three letters ("via", "on")."""
    cue = words.before.search(before)
    return cue is not None and len(cue[1]) <= 3 and words.weak.fullmatch(cue[1]) is not None and not words.after.match(after)


def _rule(before: str, after: str, words: Lexicon) -> str:
    if cue := cue_before(before, words):
        return f"cue: {cue}"
    if follows := words.after.match(after):
        return f"cue: {follows[1]}"
    if _BRACKET.search(before) and after[:1] in ")]）】/":
        return "in brackets"
    return ""


def _photo_mark(before: str, words: Lexicon) -> bool:
    mark = words.photo_label.search(before)
    return mark is not None and len(before) - mark.end() < 30 and before[mark.end() : mark.end() + 3].strip().startswith((":", "=", "：", "(", "/"))


def _nested(credits: list[Credit]) -> list[Credit]:
    """"Mehr, quoting Reuters": the second of two names in one breath was quoted through the first."""
    found: list[Credit] = []
    for credit in credits:
        last = found[-1] if found else None
        near = last is not None and last.span and credit.span and credit.span[0] - last.span[1] < 45
        if near and last is not None and last.source != credit.source and credit.rule.startswith("cue"):
            credit = msgspec.structs.replace(credit, via=last.source)
        found.append(credit)
    return found
