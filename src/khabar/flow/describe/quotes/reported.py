"""Reported speech: the clause after "said that" or "X said", before ", X said", or beside "according to X".

Where the verb stands last (Korean, Turkish) the clause lies between the speaker and the verb. Only persons and speakers
without a name report; statements of bodies are the daily matter of news and are left to `events`.
"""

from __future__ import annotations

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.quotes.direct import words_in
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.flow.describe.quotes.marks import quoted_spans
from khabar.flow.describe.quotes.speakers import Cast, Speaker
from khabar.models import Quote, Span

MIN_WORDS = 4
MIN_WORDS_BETWEEN = 3
"""Where the clause has a fixed place, between subject and final verb, less is enough."""
MOST_QUOTED = 0.5
"""A reported clause may hold quoted words, but not mostly."""
_TRIM = " ,،,.。，:;؛"
Told = tuple[Speaker | None, Span | None]


def reported_quotes(document: Document, cast: Cast, direct: list[Quote]) -> list[Quote]:
    """At most one reported clause per sentence that holds no direct speech."""
    found: list[Quote] = []
    for sentence in document.sentences:
        if any(q.span and q.span[0] < sentence.end and sentence.start < q.span[1] for q in direct):
            continue
        for told in (_his_words, _before_verb, _after_verb, _between, _according):
            speaker, clause = told(document, cast, sentence)
            if speaker and clause and (quote := _quote(document, clause, speaker, sentence)):
                found.append(quote)
                break
    return found


def _his_words(document: Document, cast: Cast, sentence: Sentence) -> Told:
    """ "According to him, …": the person before speaks on."""
    match = lexicon(sentence.lang).his_words.search(document.folded, sentence.start, sentence.end)
    if not match:
        return None, None
    speaker = cast.before(sentence.start, [])
    if match.start() - sentence.start < 8:
        return speaker, (match.end(), sentence.end)
    return speaker, (sentence.start, match.start())


def _after_verb(document: Document, cast: Cast, sentence: Sentence) -> Told:
    """ "X said that …", "X said …", «قال X إن …»."""
    words, text = lexicon(sentence.lang), document.folded
    for verb in words.say.finditer(text, sentence.start, sentence.end):
        start = _conjunction(document, sentence, verb.end(1)) or _bare(document, sentence, verb.span(1))
        if start is None:
            continue
        inverted = sentence.lang == "ar"
        speaker = cast.subject(
            verb.span(1), (sentence.start, start if inverted else verb.end(1)), [], sentence.lang, inverted
        )
        if speaker is None and words.pronouns.search(text, max(sentence.start, verb.start(1) - 14), verb.start(1)):
            speaker = cast.before(sentence.start, [])
        if speaker:
            return speaker, (start, _end(document, sentence))
    return None, None


def _end(document: Document, sentence: Sentence) -> int:
    """The end of a sentence, or of the next where an initial ("U.N.") cut this one short."""
    end = sentence.end
    if document.text[end - 1] == "." and document.text[end - 2].isupper() and not document.text[end - 3].isalpha():
        following = next((s for s in document.sentences if s.start >= end and s.paragraph == sentence.paragraph), None)
        return following.end if following else end
    return end


def _conjunction(document: Document, sentence: Sentence, after: int) -> int | None:
    """Where the clause begins behind "that": at once, or behind the subject and the one told."""
    that = lexicon(sentence.lang).that.search(document.folded, after, min(sentence.end, after + 90))
    if that is None:
        return None
    between = document.folded[after : that.start(1)]
    if lexicon(sentence.lang).not_that.search(document.folded, after, that.end(1)):
        return None
    return None if ("," in between.strip(" ,،") and len(between) > 60) or "." in between else that.end(1)


def _bare(document: Document, sentence: Sentence, verb: Span) -> int | None:
    """Where a clause without conjunction begins: right behind a verb that takes one."""
    words, text = lexicon(sentence.lang), document.folded
    match = words.bare.search(text, verb[0], min(sentence.end, verb[1] + 30))
    if not match or match.start(1) > verb[1] + 1:
        return None
    end = max(match.end(1), verb[1])
    rest = text[end : end + 12].lstrip(_TRIM)
    if (
        not rest
        or rest[0] in '.")了道'
        or words.addressed.match(rest)
        or (text[end : end + 1] in ".,،" and sentence.lang != "zh")
    ):
        return None
    return end


def _before_verb(document: Document, cast: Cast, sentence: Sentence) -> Told:
    """ "Talks would go on, the minister said": the clause before the comma, the verb in the tail."""
    words, text = lexicon(sentence.lang), document.folded
    if sentence.lang in ("fa", "ar", "zh", "ko", "tr") or words.according.match(text, sentence.start):
        return None, None
    for verb in words.say.finditer(text, sentence.start, sentence.end):
        comma = max(text.rfind(c, sentence.start, verb.start(1)) for c in ",،")
        if comma < 0 or verb.start(1) - comma > 60 or comma - sentence.start < 20:
            continue
        tail = (comma + 1, sentence.end)
        near = cast.people(comma, verb.start(1), sentence.lang, [])
        behind = cast.people(verb.end(1), min(sentence.end, verb.end(1) + 60), sentence.lang, [])
        if verb.start(1) - tail[0] <= 12 and behind:
            return behind[0], (sentence.start, comma)
        if near and verb.start(1) - near[-1].span[1] <= 12:
            return near[0], (sentence.start, comma)
    return None, None


def _between(document: Document, cast: Cast, sentence: Sentence) -> Told:
    """Verb-final: the clause between the subject and the verb that ends the sentence."""
    if sentence.lang not in ("tr", "ko"):
        return None, None
    verbs = [
        m
        for m in lexicon(sentence.lang).say.finditer(
            document.folded, max(sentence.start, sentence.end - 30), sentence.end
        )
    ]
    if not verbs:
        return None, None
    people = cast.people(sentence.start, verbs[-1].start(1), sentence.lang, [])
    if not people or people[0].span[0] - sentence.start > 60:
        return None, None
    if any(
        e.type == "ORG" for _, e in cast.between(max(people[0].span[1], verbs[-1].start(1) - 30), verbs[-1].start(1))
    ):
        return None, None  # an agency reports what the person did
    start = people[0].span[1]
    if sentence.lang == "ko":
        space = document.text.find(" ", start, start + 16)
        start = space if space > 0 else start
    comma = document.text.find(",", start, start + 12)
    end = verbs[-1].start(1)
    while sentence.lang == "ko" and document.text[end - 1] in "고며 ":
        end -= 1
    return people[0], (comma + 1 if comma >= 0 else start, end)


def _according(document: Document, cast: Cast, sentence: Sentence) -> Told:
    source = lexicon(sentence.lang).according.search(document.folded, sentence.start, sentence.end)
    if source is None:
        return None, None
    people = cast.people(source.end(1), min(sentence.end, source.end(1) + 60), sentence.lang, [])
    if not people or people[0].span[0] - source.end(1) > 30:
        return None, None
    if source.start(1) - sentence.start < 8:
        comma = min(
            (p for c in ",،，" if (p := document.text.find(c, people[0].span[1], sentence.end)) >= 0), default=-1
        )
        return people[0], (comma + 1, sentence.end) if comma >= 0 else None
    return people[0], (sentence.start, source.start(1))


def _quote(document: Document, clause: Span, speaker: Speaker, sentence: Sentence) -> Quote | None:
    start, end = clause
    content = document.text[start:end].strip(_TRIM)
    quoted = sum(b - a for (a, b), _ in quoted_spans(document.text, sentence.lang, start, end))
    named = speaker.entity is None or speaker.entity.type == "PER"
    if (
        not named
        or words_in(content, sentence.lang) < (MIN_WORDS_BETWEEN if sentence.lang in ("ko", "tr") else MIN_WORDS)
        or quoted > MOST_QUOTED * len(content)
    ):
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
