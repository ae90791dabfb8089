"""Speech without a verb of saying and a clause: what someone calls a thing, and what "is said" by nobody named.

    appraisal     "X called the plan a gift to smugglers", "X a qualifié le projet de …", «X آن را … خواند»
    quoted_as     "…, the paper quoted X as saying"
    impersonal    "it is said that …", «گفته می‌شود …», „es heißt, …“
"""

from __future__ import annotations

from collections.abc import Iterator

from khabar.flow.describe.quotes.clauses import joints
from khabar.flow.describe.quotes.place import Place, Told
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.models import Span

OBJECT = 60
"""Characters behind the verb in which the thing that is called something ends."""
LEAST_WORDS = 3


def appraisal(place: Place) -> Iterator[Told]:
    """What a person calls a thing: the predicate behind the object, or before the verb where it stands last."""
    for match in place.words.appraisals.finditer(place.text, place.start, place.end):
        verb = match.span(1)
        clause = None if place.quoted(verb) else _predicate(place, verb)
        if clause is None or place.quoted(clause):
            continue
        people = place.cast.people(place.start, verb[0], place.lang, place.spoken)
        if not people and not place.words.verb_last:
            people = place.reporters(place.start, verb[0])
        if people and (place.words.verb_last or verb[0] - people[-1].span[1] <= 2):
            yield Told(people[0] if place.words.verb_last else people[-1], clause, LEAST_WORDS)
            return


def _predicate(place: Place, verb: Span) -> Span | None:
    words, text = place.words, place.text
    if words.verb_last and place.lang != "zh":
        marks = list(words.objects.finditer(text, place.start, verb[0]))
        return (marks[-1].end(), verb[0]) if marks else None
    if (joint := words.as_what.search(text, verb[1], min(place.end, verb[1] + OBJECT))) is not None:
        return None if any(c in text[verb[1] : joint.start()] for c in ",،，.:;") else (joint.end(), place.end)
    thing = words.objects.match(text, verb[1])
    if thing is None or text[thing.end() : thing.end() + 1] != " " or words.addressed.match(text, thing.end() + 1):
        return None
    ends = [m.start() for m in words.coordinators.finditer(text, thing.end(), place.end)]
    return thing.end(), min([place.end, *ends])


def quoted_as(place: Place) -> Iterator[Told]:
    """ "…, the paper quoted X as saying", "the agency quoted X as saying that …"."""
    words, text = place.words, place.text
    verb = words.quoted.search(text, place.start, place.end)
    end = words.quoted_as.search(text, verb.end(1), min(place.end, verb.end(1) + 2 * OBJECT)) if verb else None
    speaker = next(iter(place.reporters(verb.end(1), end.start(1))), None) if verb and end else None
    if verb is None or end is None or speaker is None or place.quoted(verb.span(1)):
        return
    if text[end.end(1) : place.end].strip(" .,"):
        that = words.that.match(text, end.end(1) + 1)
        yield Told(speaker, (that.end() if that else end.end(1), place.end))
    elif (comma := next(iter(reversed(joints(place.document, place.start, verb.start(1)))), None)) is not None:
        yield Told(speaker, (place.start, comma))


def impersonal(place: Place) -> Iterator[Told]:
    """What "is said": reported speech whose speaker the page does not name."""
    match = place.words.impersonal.search(place.text, place.start, place.end)
    if match is None or place.quoted(match.span()):
        return
    that = place.words.that.match(place.text, match.end() + 1)
    if that is None and (before := place.text[place.start : match.start(1)].rstrip()).endswith(","):
        circles = _circles(place, match.span(1)) or (place.heard(place.start) if _of_this_paragraph(place) else None)
        if circles is not None:
            yield Told(circles, (place.start, place.start + len(before) - 1))
        return
    surface = place.document.text[slice(*match.span(1))]
    yield Told(Speaker(None, surface, match.span(1)), (that.end() if that else match.end(), place.end))


def sourced(place: Place) -> Iterator[Told]:
    """ « De source proche de l'enquête, … », « …, indique-t-on de source policière » """
    match = place.words.sources.search(place.text, place.start, place.end)
    if match is None or place.quoted(match.span(1)):
        return
    ends = joints(place.document, match.end(1), place.end)
    opens = match.start(1) - place.start < 4
    surface = place.document.text[match.start(1) : ends[0] if ends else place.end].strip(" .,;")
    speaker = Speaker(None, surface, (match.start(1), match.start(1) + len(surface)))
    before = joints(place.document, place.start, match.start(1))
    if opens and ends:
        yield Told(speaker, (ends[0] + 1, place.end))
    elif not opens and before:
        yield Told(speaker, (place.start, before[-1]))


def _of_this_paragraph(place: Place) -> bool:
    """Whether someone was heard in the paragraph before this sentence: „…, hieß es“ goes on with him."""
    opened = next(s.start for s in place.document.sentences if s.paragraph == place.sentence.paragraph)
    return place.cast.voiced(opened, place.start)


def _circles(place: Place, said: Span) -> Speaker | None:
    """From where it is said: "…, hieß es aus Kreisen der Polizei", "…, hieß es in der Mitteilung"; None where nobody is told of."""
    match = place.words.circles.search(place.text, said[1], min(place.end, said[1] + OBJECT))
    if match is None:
        return None
    named = next(iter(place.reporters(match.end(), place.end)), None)
    if named is not None and named.entity is not None and named.span[0] - match.end() <= OBJECT // 2:
        return named
    end = next(iter(joints(place.document, match.end(), place.end)), place.end)
    surface = place.document.text[match.end(1) : end].strip(" .,;")
    return Speaker(None, surface, (match.end(1), match.end(1) + len(surface)), True)
