"""Speech that reaches over the end of a sentence.

    back       "…. Об этом сообщил X": the sentence before is what X said
    carried    German: a sentence in the subjunctive of reported speech, whose speaker is who spoke before
"""

from __future__ import annotations

from collections.abc import Iterator

from khabar.flow.describe.document import Sentence
from khabar.flow.describe.quotes.clauses import joints, sentence_start
from khabar.flow.describe.quotes.marks import quoted_spans
from khabar.flow.describe.quotes.place import NEAR, Place, Told

VERB = 40
"""Characters behind "about this" in which the verb of saying stands."""
FIRST_CLAUSE = 90
"""Characters in which the finite verb of a German main clause stands."""


def back(place: Place) -> Iterator[Told]:
    """ "X did this. Y announced it": the clause is the sentence before."""
    words, text = place.words, place.text
    pointer = words.back.match(text, place.start)
    within = (pointer.end(), min(place.end, pointer.end() + VERB)) if pointer else (0, 0)
    verb = words.say.search(text, *within) or words.back_verbs.search(text, *within)
    earlier = _before(place)
    if pointer is None or verb is None or earlier is None:
        return
    speaker = next((r for r in place.reporters(pointer.end(), place.end) if not r.body or place.sentence.paragraph), None)
    if speaker is None or quoted_spans(place.document.text, place.lang, earlier.start, earlier.end):
        return
    yield Told(speaker, (sentence_start(place.document, earlier), earlier.end))


def _before(place: Place) -> Sentence | None:
    """The sentence before in the same paragraph."""
    earlier = place.document.before(place.sentence.start)[-1:]
    return earlier[0] if earlier and earlier[0].paragraph == place.sentence.paragraph else None


def carried(place: Place) -> Iterator[Told]:
    """A main clause whose verb stands in the subjunctive of reported speech, with no verb of saying beside it."""
    words, text = place.words, place.text
    verb = words.reported_forms.search(text, place.start, min(place.end, place.start + FIRST_CLAUSE))
    if verb is None or place.spoken or words.say.search(text, place.start, place.end):
        return
    opened = [j for j in joints(place.document, place.start, verb.start())]
    if len(opened) > 1 or words.dependent.search(text, max([place.start, *opened]), verb.start()):
        return
    near = max(0, place.start - 3 * NEAR)
    speaker = place.heard(place.start) if place.cast.voiced(near, place.start) else None
    if speaker is not None:
        yield Told(speaker, (place.start, place.end))
