"""Reported speech: what the frames of each sentence tell, beside its direct speech.

Persons, speakers without a name and bodies report; what a news medium tells is a credit, not a quotation. Of a clause that
holds direct speech only the part beside the quotation counts.
"""

from __future__ import annotations

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.quotes.appraisals import appraisal, impersonal, quoted_as, sourced
from khabar.flow.describe.quotes.carried import back, carried
from khabar.flow.describe.quotes.cast import Cast
from khabar.flow.describe.quotes.clauses import beside, sentence_end, trimmed
from khabar.flow.describe.quotes.direct import words_in
from khabar.flow.describe.quotes.frames import according, after_verbs, as_said, before_verb, his_words
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.flow.describe.quotes.marks import quoted_spans
from khabar.flow.describe.quotes.place import Place, Told
from khabar.flow.describe.quotes.verb_final import according_after, between, participles
from khabar.models import Quote, Span

MIN_WORDS = 4
MIN_WORDS_SYNTHETIC = 3
SYNTHETIC = ("ar", "ru", "uk", "tr", "ko")
"""Where articles, pronouns and "to be" are no words of their own, less is enough."""
BESIDE = 6
"""So near behind a quotation its verb of saying stands."""
SHORTEST = 12
"""A clause is cut at an addition only where so many characters are left."""
MOST_QUOTED = 0.5
"""A reported clause may hold quoted words, but not mostly."""
FRAMES = (quoted_as, back, carried, his_words, as_said, after_verbs, before_verb, participles, between, according, according_after, appraisal, sourced, impersonal)


def reported_quotes(document: Document, cast: Cast, direct: list[Quote]) -> list[Quote]:
    """Reported clauses in order of the text; where two frames of a sentence overlap the first stands."""
    found: list[Quote] = []
    taken: list[Span] = []
    for sentence in document.sentences:
        end = sentence_end(document, sentence)
        spoken = [q.span for q in direct if q.span and q.span[0] < end and sentence.start < q.span[1]]
        place = Place(document, cast, sentence, spoken)
        for told in (t for frame in FRAMES for t in frame(place)):
            quote = _quote(document, cast, told, sentence, spoken)
            if quote and quote.span and not any(a < quote.span[1] and quote.span[0] < b for a, b in taken):
                cast.speaks(quote.span[0], told.speaker)
                taken.append(quote.span)
                found.append(quote)
    return found


def _quote(document: Document, cast: Cast, told: Told, sentence: Sentence, spoken: list[Span]) -> Quote | None:
    free = beside(document, told.clause, spoken, lexicon(sentence.lang))
    if free is None:
        return None
    cut = lexicon(sentence.lang).cuts.search(document.folded, free[0], free[1])
    start, end = trimmed(document, (free[0], cut.start()) if cut and cut.start() - free[0] > SHORTEST else free)
    if spoken and (particle := lexicon(sentence.lang).quote_particles.match(document.folded, start, end)):
        start, end = trimmed(document, (particle.end(), end))
    if start > told.clause[0] and (joint := lexicon(sentence.lang).coordinators.match(document.folded, start, end)):
        start, end = trimmed(document, (joint.end(1), end))
    content, entity = document.text[start:end], told.speaker.entity
    least = told.least or (MIN_WORDS_SYNTHETIC if sentence.lang in SYNTHETIC else MIN_WORDS)
    if any(0 <= start - b <= BESIDE for _, b in spoken) and lexicon(sentence.lang).say.match(document.folded, start):
        return None  # the rest of "…", said X
    quoted = sum(b - a for (a, b), _ in quoted_spans(document.text, sentence.lang, start, end))
    if words_in(content, sentence.lang) < least or quoted > MOST_QUOTED * len(content):
        return None
    if cast.medium(told.speaker.span, entity):
        return None
    return Quote(
        speaker=entity.name if entity else None,
        speaker_id=entity.id if entity else None,
        surface=told.speaker.surface,
        content=content,
        direct=False,
        span=(start, end),
    )
