"""Companies, clubs, aid groups and other bodies that issue a statement: sources that no data file holds.

Their names come from the entities of the page. They are kept under the entity's id; `khabar sources --unknown` lists them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from msgspec.structs import replace

from khabar.flow.describe.credits.lexicon import Lexicon, lexicon
from khabar.flow.describe.credits.official import VERB_LAST, inverted, official_bodies, saying, subject
from khabar.flow.describe.credits.proper import in_speech
from khabar.flow.describe.document import Document, Sentence
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Credit, Entity, Span
from khabar.names import get as get_name
from khabar.names.catalogue import home
from khabar.sources import Found, get

RULE = "organisation"
CLOSE, CLOSE_HAN, TITLED = 14, 5, 60
"""Characters behind a name in which its verb must begin, in Chinese, and behind a name or a title with a person's name between."""
OPENING = 16
"""Characters of a sentence within which a chief without a company stands who is that of the company named before."""
# The name belongs to what stands before it ("the candidate of X", "treated at X"), or somebody speaks in its name.
_PART = regex.compile(
    r"(?:(?<!\w)(?:of|at|in|on|via|from|for|with|auf|über|sur|عبر|علی|در شبکه اجتماعی|de|del|du|des|en|a|al|von|vom|im|bei|beim|zur|für|mit|из|от|в|на|у|з|від|із|tại|của|ở|với|في|من|مع|باسم|در|از|با|به|نام)"
    r"\s+(?:(?:the|la|el|le|les|los|las|der|dem|den|die|das|une?|a|an)\s+)?(?:[^\s.!?؟;]+\s+)?|(?<!\w)d[eu']|(?:代表|在|于|的)\s?)[\"'«“]?$"
)
_NEW_SUBJECT = regex.compile(r"[;:؛،]")


def organisation_credits(document: Document, entities: Sequence[Entity], credits: Sequence[Credit]) -> tuple[Credit, ...]:
    """Credits of kind "cited" to organisations that are said to state something, in order of the text."""
    taken = [c.span for c in credits if c.span]
    places = sorted((span, e) for e in entities if e.type == "ORG" and get(e.id) is None for span in e.spans)
    found = [_same_body(c, official_bodies(document)) for span, e in places if (c := _spoken(document, span, e)) is not None]
    found += _chiefs(document, places)
    free = [c for c in found if c.span and not any(a < c.span[1] and c.span[0] < b for a, b in taken)]
    return tuple(sorted(free, key=lambda c: c.span or (0, 0)))


def _same_body(credit: Credit, bodies: Sequence[tuple[int, int, str]]) -> Credit:
    """The credit, under the id of the office that a name holds which is not known, or known of another state: on a page about Taiwan the
    "National Fire Agency" is not South Korea's."""
    within = [source for start, end, source in bodies if credit.span and credit.span[0] <= start and end <= credit.span[1]]
    known = get_name(credit.source)
    if not within or (known is not None and known.country in (None, home(body.country if (body := get(within[-1])) else None))):
        return credit
    return replace(credit, source=within[-1])


def _spoken(document: Document, span: Span, entity: Entity) -> Credit | None:
    sentence = document.sentence_at(span[0])
    name = Found(span[0], span[1], entity.id, False)
    if sentence is None or in_speech(document, name, sentence):
        return None
    cue = _cue(document, sentence, span)
    return Credit(source=entity.id, kind="cited", surface=document.text[span[0] : span[1]], span=span, rule=f"{RULE}{cue}") if cue else None


def _cue(document: Document, sentence: Sentence, span: Span) -> str:
    words, verbs = lexicon(sentence.lang), saying(sentence.lang)
    before, after = document.folded[sentence.start : span[0]], document.folded[span[1] : sentence.end]
    if words.negation.search(before[-TITLED:] + after[:TITLED]) or (sentence.lang == "ko" and not subject(after)):
        return ""
    titled = any(v.after.match(after) or v.before.search(before) for v in (words.chiefs, words.spokesmen))
    if not titled and _PART.search(before):
        return ""
    close = CLOSE if sentence.lang not in NO_BOUNDARY else CLOSE_HAN
    if stated := _issued(before, after, words, close):
        return f" statement: {stated}"
    if sentence.lang in VERB_LAST:
        said = verbs.search(after if titled else _NEW_SUBJECT.split(after)[0])
    else:
        said = next((m for m in verbs.finditer(after[:TITLED]) if m.start() <= (TITLED if titled else close)), None)
        said = said or inverted(before, verbs, sentence.lang, titled)
    return f": {said[0].strip()}" if said else ""


def _issued(before: str, after: str, words: Lexicon, close: int) -> str:
    """Words right beside a name which say that it has given something out, or ""."""
    found = next((m for m in words.issued.finditer(before) if len(before) - m.end(1) <= close), None)
    found = found or next((m for m in words.issued_after.finditer(after[: 2 * close]) if m.start() <= close), None)
    return found[1].strip() if found else ""


def _chiefs(document: Document, places: Sequence[tuple[Span, Entity]]) -> Iterator[Credit]:
    """Chiefs whose company is the last one named in the sentence before: "Chief executive Ann Lee said"."""
    for before, sentence in zip(document.sentences, document.sentences[1:], strict=False):
        words = lexicon(sentence.lang)
        title = next(words.chiefs.name.finditer(document.folded, sentence.start, min(sentence.end, sentence.start + OPENING)), None)
        named = [e for (start, _), e in places if before.start <= start < before.end]
        here = any(sentence.start <= start < sentence.end for (start, _), _ in places)
        if title is None or not named or here:
            continue
        behind = document.folded[title.end() : sentence.end if sentence.lang in VERB_LAST else title.end() + TITLED]
        if said := saying(sentence.lang).search(behind):
            span = (title.start(), title.end())
            yield Credit(source=named[-1].id, kind="cited", surface=document.text[span[0] : span[1]], span=span, rule=f"{RULE}: {said[0].strip()}")
