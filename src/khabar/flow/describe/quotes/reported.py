"""Reported speech: the clause after "said that" or "according to", or before "X said"."""

from __future__ import annotations

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.quotes.direct import words_in
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.flow.describe.quotes.marks import quoted_spans
from khabar.flow.describe.quotes.speakers import Cast, Speaker
from khabar.models import Quote, Span

MIN_WORDS = 4
_TRIM = " ,،,.。，:;؛"


def reported_quotes(document: Document, cast: Cast, direct: list[Quote]) -> list[Quote]:
    """One reported clause per sentence that holds no direct speech, where its speaker is a person or an unnamed source."""
    found: list[Quote] = []
    for sentence in document.sentences:
        if any(q.span and q.span[0] < sentence.end and sentence.start < q.span[1] for q in direct):
            continue
        if quote := _reported(document, cast, sentence):
            found.append(quote)
    return found


def _reported(document: Document, cast: Cast, sentence: Sentence) -> Quote | None:
    words, text = lexicon(sentence.lang), document.folded
    verb = words.say.search(text, sentence.start, sentence.end)
    source = words.according.search(text, sentence.start, sentence.end)
    if verb and (clause := _after_that(document, sentence, verb.end(1))):
        blocked = [clause]
        speaker = cast.nearest(verb.span(1), sentence.start, sentence.end, sentence.lang, blocked)
    elif verb and (clause := _before_verb(document, cast, sentence, verb.span(1))):
        speaker = cast.nearest(verb.span(1), sentence.start, sentence.end, sentence.lang, [clause])
    elif source:
        speaker, clause = _according(document, cast, sentence, source.span(1))
    else:
        return None
    return _quote(document, clause, speaker, sentence) if clause and speaker else None


def _after_that(document: Document, sentence: Sentence, after: int) -> Span | None:
    that = lexicon(sentence.lang).that.search(document.folded, after, min(sentence.end, after + 90))
    return (that.end(1), sentence.end) if that else None


def _before_verb(document: Document, cast: Cast, sentence: Sentence, verb: Span) -> Span | None:
    """"Talks would go on, the minister said": the clause before the comma."""
    comma = max(document.text.rfind(c, sentence.start, verb[0]) for c in ",،，")
    if comma < 0 or verb[0] - comma > 70 or not cast.between(comma, sentence.end):
        return None
    return sentence.start, comma


def _according(document: Document, cast: Cast, sentence: Sentence, source: Span) -> tuple[Speaker | None, Span | None]:
    speaker = cast.nearest((source[1], source[1]), source[1], min(sentence.end, source[1] + 90), sentence.lang, [])
    if speaker is None:
        return None, None
    if source[0] - sentence.start < 8:
        comma = min((p for c in ",،，" if (p := document.text.find(c, speaker.span[1], sentence.end)) >= 0), default=-1)
        return speaker, (comma + 1, sentence.end) if comma >= 0 else None
    return speaker, (sentence.start, source[0])


def _quote(document: Document, clause: Span, speaker: Speaker, sentence: Sentence) -> Quote | None:
    start, end = clause
    content = document.text[start:end].strip(_TRIM)
    named = speaker.entity is None or speaker.entity.type == "PER"
    if not named or words_in(content, sentence.lang) < MIN_WORDS or quoted_spans(document.text, sentence.lang, start, end):
        return None
    start = document.text.find(content, start)
    entity = speaker.entity
    return Quote(
        speaker=entity.name if entity else None,
        speaker_id=entity.id if entity else None,
        surface=speaker.surface,
        content=content,
        direct=False,
        span=(start, start + len(content)),
    )


