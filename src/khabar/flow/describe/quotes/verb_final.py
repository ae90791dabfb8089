"""Frames of languages whose verb of saying ends the sentence (Korean, Turkish).

    participles       "…olduğunu belirten X, …", "X, …olduğunu vurgulayarak …": one clause for each participle or converb
    between           the clause between the subject and the verb that ends the sentence
    according_after   postpositions: «X에 따르면 …», "X'e göre …"
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from khabar.flow.describe.events.actors import can_act
from khabar.flow.describe.quotes.cast import TOPIC
from khabar.flow.describe.quotes.clauses import joints
from khabar.flow.describe.quotes.frames import body_unknown, gives_figures, sources_the_lead
from khabar.flow.describe.quotes.place import NEAR, Place, Told
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.models import Span

LAST = 3
"""Characters behind the verb that ends the sentence: between() has it."""
SUFFIX = 6
"""Characters of a case ending between a name and the postposition that belongs to it."""
TITLE = 40
"""Characters between a participle and the name that it belongs to: "… belirten Bakan X"."""
OCCASION = 90
"""Characters behind a subject in which the circumstances of speaking end: "X, basın toplantısında, …"."""
ACT = 26
"""Korean: characters between the end of a reported clause and the verb that ends the sentence: «…다며 주의를 당부했다»."""
_OCCASION = regex.compile(r"\w+(?:da|de|ta|te|nda|nde|ken|rak|rek|ıp|ip|up|üp|sonra|önce)\s*,")
_UNKNOWN = regex.compile(r"[^,\"“«]{3,70}?\s(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3}),\s")
_NAMED_FIRST = regex.compile(r"([가-힣]+(?:\s[가-힣]+){1,5}(?:장관|대통령|총리|대변인|보좌관|의원|대표|시장|총장|위원장|대사|차관|국장|회장|교수|장군|사령관|지사|의장|총재|청장|소장))(?:은|는|이|가)\s")
"""Korean: a name that nobody marked before its office, with the particle of the subject: «… 국가안보보좌관은»."""
_LEADING = regex.compile(r"\s(?:ise|de|da)(?=\s)")
"""Turkish: particles behind a subject that set it against another."""
_ALONE = regex.compile(r"\s?,\s|\s(?:ise|da|de)\s")
_PASSIVE = regex.compile(r"(?:[ıiuü]ld[ıiuü]|[ıiuü]nd[ıiuü]|land[ıi]|lend[ıi])$")
"""Turkish: verbs by which the page does not say who speaks."""
_CITING = regex.compile(r"[다라자냐](?:며|면서)$")


def participles(place: Place) -> Iterator[Told]:
    """Turkish: clauses that depend on a participle before their speaker's name, or on a converb behind it."""
    if place.lang != "tr":
        return
    low = place.start
    for match in place.words.participles.finditer(place.text, place.start, place.end):
        verb = match.span(1)
        if place.quoted(verb) or not _complement(place, verb[0]):
            continue
        named = next((r for r in place.reporters(verb[1], min(place.end, verb[1] + TITLE)) if "," not in place.text[verb[1] : r.span[0]]), None)
        if named is not None:
            yield Told(named, (low, verb[0]))
            low = named.span[1]
    first = next(iter(place.reporters(place.start, place.end)), None)
    verbs = [*place.words.converbs.finditer(place.text, place.start, place.end), *place.words.say.finditer(place.text, low, place.end)]
    for verb in sorted({m.span(1) for m in verbs if not place.words.participles.fullmatch(place.text, *m.span(1)) and place.end - m.end(1) > LAST}):
        if first is None or place.quoted(verb) or first.span[1] > verb[0] or verb[0] < low or not _complement(place, verb[0]):
            continue
        yield Told(first, (max(low, _behind_occasion(place, first, verb[0])), verb[0]))
        low = verb[1]


def between(place: Place) -> Iterator[Told]:
    """Verb-final: the clause between the subject and the verb that ends the sentence."""
    words, text = place.words, place.text
    if place.lang not in ("tr", "ko"):
        return
    verbs = list(words.say.finditer(text, max(place.start, place.end - 30), place.end))
    verbs = verbs or (list(words.speech.finditer(text, max(place.start, place.end - 30), place.end)) if place.lang == "ko" else [])
    ends = [m for m in words.joins.finditer(text, place.start, place.end) if verbs and _joined(place, m.end(), verbs[-1].start(1))]
    if not verbs or (place.lang == "ko" and not ends):
        return
    verb = verbs[-1].span(1)
    speaker = _subject(place, verb) or _goes_on(place, verb)
    if speaker is None or (place.lang == "tr" and not _complement(place, verb[0])):
        return
    source = place.words.according_after.search(place.text, place.start, verb[0])
    if source and 0 <= source.start(1) - speaker.span[1] <= SUFFIX:
        return  # "X'e göre … belirtiliyor": according_after() has it
    end = ends[-1].start() if ends else verb[0]
    begin = place.start if speaker.span[1] <= place.start else _behind_occasion(place, speaker, end)
    opened = words.goes_on.match(text, begin)
    yield Told(speaker, (opened.end() if opened else begin, end))


def _goes_on(place: Place, verb: Span) -> Speaker | None:
    """Who spoke in the same paragraph, where the sentence names no subject: «그러면서 …고 덧붙였다», "… kalacağını söyledi"."""
    opened = next(s.start for s in place.document.sentences if s.paragraph == place.sentence.paragraph)
    if not place.cast.voiced(opened, place.start) or _PASSIVE.search(place.text, *verb):
        return None
    return place.heard(place.start) if place.lang == "tr" or place.words.goes_on.match(place.text, place.start) else None


def _joined(place: Place, end: int, verb: int) -> bool:
    """Whether a particle that ends at `end` joins a clause to the verb: right before it, or with its object between."""
    if place.quoted((end - 1, end)) or not end <= verb:
        return False
    return verb <= end + 6 or (verb <= end + ACT and _CITING.search(place.text[end - 3 : end]) is not None)


def _subject(place: Place, verb: Span) -> Speaker | None:
    """The first person or body near the start; behind a participle, the one whom it names."""
    near = [p for p in place.reporters(place.start, verb[0]) if p.span[0] - place.start <= NEAR]
    people = [p for p in near if p.entity is None or p.entity.type == "PER"] or near
    if place.lang == "tr":
        people = [_head(place, people[0], verb[0]), *people[1:]] if people else []
        for match in place.words.participles.finditer(place.text, place.start, verb[0]):
            named = place.reporters(match.end(1), min(verb[0], match.end(1) + TITLE))
            people = named[:1] or people
        if not people and (country := _country(place)):
            return country
        if not people and (name := _UNKNOWN.match(place.document.text, place.start, verb[0])):
            return Speaker(None, name[1], name.span(1))
    if place.lang == "ko" and not people and (name := _NAMED_FIRST.match(place.document.text, place.start, verb[0])):
        return Speaker(None, name[1], name.span(1))
    return people[0] if people else None


def _country(place: Place) -> Speaker | None:
    """Turkish: the country that opens a sentence before a comma or «ise»: "Ürdün, … açıkladı"."""
    for span, entity in place.cast.between(place.start, min(place.end, place.start + NEAR)):
        if entity.type == "LOC" and span[0] - place.start <= 2 and can_act(entity) and _ALONE.match(place.text, span[1]):
            return Speaker(entity, place.document.text[slice(*span)], span, True)
    return None


def _head(place: Place, body: Speaker, end: int) -> Speaker:
    """The person whom a body only describes: "X Merkezi Başkanı Y, …"; else the body."""
    behind = [r for r in place.reporters(body.span[1], min(end, body.span[1] + NEAR)) if not r.body] if body.body else []
    return behind[0] if behind and "," not in place.text[body.span[1] : behind[0].span[0]] else body


def _behind_occasion(place: Place, speaker: Speaker, end: int) -> int:
    """Where the clause begins behind its subject: behind a title and the circumstances of speaking that close with a comma."""
    text, start = place.text, speaker.span[1]
    if place.lang == "ko":
        if (topic := TOPIC.match(place.document.text, start)) is not None:
            return topic.end()
        space = text.find(" ", start, start + 16)
        return space if space > 0 else start
    at = leading.end() if (leading := _LEADING.match(text, start, end)) else start
    for comma in joints(place.document, start, min(end, start + OCCASION)):
        if comma - start <= 12 or _OCCASION.fullmatch(text, text.rfind(" ", 0, comma) + 1, comma + 1):
            at = comma + 1
    return at


def _complement(place: Place, end: int) -> bool:
    """Turkish: whether the word before the verb ends as the verb of a reported clause does."""
    return any(end - m.end() <= 1 for m in place.words.clause_ends.finditer(place.text, max(place.start, end - 40), end))


def according_after(place: Place) -> Iterator[Told]:
    """Postpositions: «X에 따르면 …», "X'e göre …"."""
    match = place.words.according_after.search(place.text, place.start, place.end)
    if match is None or place.quoted(match.span(1)):
        return
    people = [r for r in place.reporters(place.start, match.start(1)) if match.start(1) - r.span[1] <= 6]
    if people and not body_unknown(people[-1]) and not sources_the_lead(place, people[-1]) and not gives_figures(place, people[-1]):
        yield Told(people[-1], (match.end(1), place.end))
