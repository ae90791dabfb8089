"""Frames of reported speech: where in a sentence the words of saying, the speaker and the reported clause stand.

    after_verbs   "X said that …, adding that …", «قال X إن …», "X sagte, er sei …", "X: …"
    before_verb   "…, X said", "…, said X"
    between       the clause between the subject and a verb that ends the sentence (Korean, Turkish)
    according     "according to X, …", "…, so X", «X에 따르면 …»
    his_words     "according to him, …": the one who spoke before
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.quotes.clauses import TRIM, joints, sentence_end, sentence_start
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.flow.describe.quotes.speakers import Cast, Speaker
from khabar.models import Span

REACH = 130
"""Characters behind a verb of saying in which its conjunction may stand."""
NEAR = 60
"""Characters between the joint of a clause and its verb of saying, the subject among them."""

AGE = 12
"""Two commas so near hold an age: "…, 76, …"."""


class Told(NamedTuple):
    """A speaker and the span of the clause that is told."""

    speaker: Speaker
    clause: Span


class Place:
    """One sentence, with what is needed to look for frames in it; `spoken` are the quotations in it."""

    def __init__(self, document: Document, cast: Cast, sentence: Sentence, spoken: Sequence[Span]) -> None:
        self.document, self.cast, self.sentence, self.spoken = document, cast, sentence, list(spoken)
        self.text, self.lang, self.words = document.folded, sentence.lang, lexicon(sentence.lang)
        self.start, self.end = sentence_start(document, sentence), sentence_end(document, sentence)

    def quoted(self, span: Span) -> bool:
        """Whether a span lies in a quotation."""
        return any(a < span[1] and span[0] < b for a, b in self.spoken)

    def reporters(self, start: int, end: int) -> list[Speaker]:
        """All that may report between two positions."""
        return self.cast.reporters(start, end, self.lang, self.spoken)

    def heard(self, at: int) -> Speaker | None:
        """Who speaks on where a clause names no subject."""
        return self.cast.heard(at) or self.cast.before(self.sentence.start, self.spoken)


def his_words(place: Place) -> Iterator[Told]:
    """ "According to him, …": the person before speaks on."""
    match = place.words.his_words.search(place.text, place.start, place.end)
    speaker = place.heard(match.start()) if match else None
    if match is None or speaker is None:
        return
    opens = match.start() - place.start < 8
    yield Told(speaker, (match.end(), place.end) if opens else (place.start, match.start()))


def after_verbs(place: Place) -> Iterator[Told]:
    """Clauses behind verbs of saying; a second verb of the sentence begins a clause of its own behind a comma or an "and"."""
    told: Told | None = None
    for match in place.words.say.finditer(place.text, place.start, place.end):
        verb = match.span(1)
        start = None if place.quoted(verb) or _tags(place, verb) or (told and verb[0] < told.clause[0]) else _opening(place, verb)
        if start is None:
            continue
        joint = _joint(place, match.span(), told.clause[0]) if told else None
        if told and joint is None:
            continue
        speaker = _subject(place, verb, start, place.start if joint is None else joint, told)
        if speaker is None:
            continue
        if told and joint is not None:
            yield Told(told.speaker, (told.clause[0], joint))
        told = Told(speaker, (start, place.end))
    if told:
        yield told


def _tags(place: Place, verb: Span) -> bool:
    """Whether a verb belongs to the quotation before it: "…", said X; no other verb of saying stands between."""
    ends = [b for _, b in place.spoken if b <= verb[0]]
    return bool(ends) and _conjunction(place, verb) is None and place.words.say.search(place.text, max(ends), verb[0]) is None and verb[0] - max(ends) <= NEAR


def _joint(place: Place, match: Span, low: int) -> int | None:
    """Where the clause of a further verb of saying begins: at a comma, at "and", or at the verb with «و» written to it."""
    if match[0] < low:
        return None
    marks = joints(place.document, max(low, match[0] - NEAR), match[0])
    marks += [m.start() for m in place.words.coordinators.finditer(place.text, max(low, match[0] - NEAR), match[0])]
    if place.lang == "ar" and place.text[match[0]] in "وف" and not place.text[match[0] - 1].isalpha():
        marks.append(match[0])
    return max(marks, default=None)


def _subject(place: Place, verb: Span, start: int, low: int, told: Told | None) -> Speaker | None:
    if relayed := place.words.relays.match(place.text, verb[0], start):
        return next(iter(place.reporters(relayed.end(), start)), None)
    if place.lang == "de" and (behind := [r for r in place.reporters(verb[1], start) if r.span[0] - verb[1] == 1]):
        return behind[0]
    inverted = place.lang == "ar"
    clause = (low, start if inverted else verb[1])
    speaker = place.cast.subject(verb, clause, place.spoken, place.lang, inverted)
    if speaker is None and not inverted:
        speaker = next(iter(place.reporters(verb[1], start)), None)
    if speaker is None and inverted and start - verb[1] > 6:
        speaker = place.cast.unknown(verb, clause, True, place.lang)
    if speaker is None and _elided(place, verb, low, told is None):
        speaker = told.speaker if told else place.heard(verb[0])
    return speaker


def _elided(place: Place, verb: Span, low: int, first: bool) -> bool:
    """Whether the verb has a pronoun, or no subject at all."""
    comma = max(joints(place.document, low, verb[0]), default=low) if first and place.cast.voiced(place.start, verb[0]) else low
    between = place.text[comma : verb[0]].strip(" ,،，;-")
    pronoun = place.words.pronouns.search(place.text, max(low, verb[0] - 16), verb[0])
    return len(between) <= 12 or (first and pronoun is not None)


def _opening(place: Place, verb: Span) -> int | None:
    """Where the clause that depends on a verb of saying begins, None where the verb has none."""
    for find in (_conjunction, _bare, _subjunctive, _colon):
        if (start := find(place, verb)) is not None:
            return start
    return None


def _conjunction(place: Place, verb: Span) -> int | None:
    """Behind "that": at once, or behind the subject and the one told."""
    within = place.words.that.search(place.text, verb[0], verb[1])
    if within and within.end() == verb[1]:
        return verb[1]
    that = place.words.that.search(place.text, verb[1], min(place.end, verb[1] + REACH))
    if that is None or place.words.not_that.search(place.text, verb[1], that.end(1)) or place.quoted(that.span()):
        return None
    between = place.text[verb[1] : that.start(1)]
    if place.lang in ("fr", "es") and len(between.split()) > 3 and not between.rstrip().endswith(",") and not _names_subject(place, verb, that.start(1)):
        return None  # a relative "que"
    commas = between.strip(" ,،").count(",") + between.count("،")
    if "." in between or ":" in between or place.words.say.search(between) or (commas and len(between) > NEAR and not place.reporters(verb[1], that.start(1))):
        return None
    return that.end(1)


def _names_subject(place: Place, verb: Span, at: int) -> bool:
    return any(
        at - r.span[1] <= 2 and not place.words.addressed.search(place.text, verb[1], r.span[0]) for r in place.reporters(verb[1], at)
    )


def _bare(place: Place, verb: Span) -> int | None:
    """Right behind a verb that takes a clause without conjunction, or behind the one told."""
    words, text = place.words, place.text
    match = words.bare.search(text, verb[0], min(place.end, verb[1] + 30))
    if match and match.start(1) <= verb[1] + 1:
        end = max(match.end(1), verb[1])
    elif words.telling.fullmatch(text, *verb) and (told := _listener(place, verb[1])):
        end = told
    elif (opener := words.openers.match(text, verb[1])) is not None:
        return opener.start(1) if place.text[opener.end() :].strip() else None
    else:
        return None
    if (time := words.times.match(text, end)) is not None:
        end = time.end()
    rest = text[end : end + 12].lstrip(TRIM)
    closed = text[end : end + 1] in (".", ",", "،") and place.lang != "zh"
    if not rest or rest[0] in '.")了道' or words.addressed.match(rest) or closed:
        return None
    return end


def _listener(place: Place, at: int) -> int | None:
    """The end of the name or pronoun of the one told, right behind "told"."""
    named = next((s for s, _ in place.cast.between(at, at + NEAR) if s[0] - at <= 5), None)
    if named:
        return named[1]
    match = place.words.listeners.match(place.text, at, at + 30)
    return match.end() if match else None


def _subjunctive(place: Place, verb: Span) -> int | None:
    """German: behind the comma, where the verb of the clause stands in the subjunctive of reported speech."""
    comma = next(iter(joints(place.document, verb[1], min(place.end, verb[1] + NEAR))), None)
    if comma is None or not place.words.subjunctive.search(place.text, comma, min(place.end, comma + 120)):
        return None
    return comma + 1


def _colon(place: Place, verb: Span) -> int | None:
    """Behind a colon that no quotation follows."""
    colon = place.text.find(":", verb[1], min(place.end, verb[1] + NEAR))
    behind = place.text[colon + 1 : colon + 4]
    if colon < 0 or "." in place.text[verb[1] : colon] or behind[:1].isdigit() or behind.strip()[:1] in ('"', "'", "「", "《"):
        return None
    return colon + 1


def before_verb(place: Place) -> Iterator[Told]:
    """ "Talks would go on, the minister said": the clause before the comma, subject and verb behind it."""
    words, text = place.words, place.text
    if place.lang in ("fa", "ar", "zh", "ko", "tr") or words.according.match(text, place.start):
        return
    for match in words.say.finditer(text, place.start, place.end):
        verb = match.span(1)
        comma = max((j for j in joints(place.document, place.start, verb[0])), default=-1)
        if place.quoted(verb) or verb[0] - comma > NEAR or comma - place.start < 12 or _opens_quotation(place, verb) or _opening(place, verb):
            continue
        speaker = _attached(place, comma, verb)
        if speaker and not _sources_the_lead(place, speaker):
            yield Told(speaker, (place.start, comma))
            return


def _opens_quotation(place: Place, verb: Span) -> bool:
    """Whether what is said follows in quotation marks."""
    return any(0 <= a - verb[1] <= NEAR for a, _ in place.spoken)


def _sources_the_lead(place: Place, speaker: Speaker) -> bool:
    """Whether a body only vouches for the news itself: "… were killed, the ministry said" at the head of the page."""
    return speaker.body and place.sentence.paragraph == 0


def _attached(place: Place, comma: int, verb: Span) -> Speaker | None:
    """The subject beside a verb that follows its clause: ", said X", ", X said", ", he said"."""
    near = place.reporters(comma, verb[0])
    last = near[-1].span[1] if near else 0
    if near and verb[0] - last <= 12:
        near.sort(key=lambda r: r.body)
        return None if place.words.relatives.search(place.text, last, verb[0]) else near[0]
    if verb[0] - comma - 1 > 12:
        return None
    behind = place.reporters(verb[1], min(place.end, verb[1] + NEAR))
    if behind and behind[0].span[0] - verb[1] <= 40 and not place.words.addressed.match(place.text, verb[1] + 1):
        return behind[0]
    if place.words.pronouns.search(place.text, comma, min(place.end, verb[1] + 12)):
        return place.heard(place.start)
    return None


def between(place: Place) -> Iterator[Told]:
    """Verb-final: the clause between the subject and the verb that ends the sentence."""
    words, text = place.words, place.text
    if place.lang not in ("tr", "ko"):
        return
    verbs = list(words.say.finditer(text, max(place.start, place.end - 30), place.end))
    ends = [m for m in words.joins.finditer(text, place.start, place.end) if verbs and m.end() <= verbs[-1].start(1) <= m.end() + 6]
    if not verbs or (place.lang == "ko" and not ends):
        return
    verb = verbs[-1].span(1)
    near = [p for p in place.reporters(place.start, verb[0]) if p.span[0] - place.start <= NEAR]
    people = [p for p in near if p.entity is None or p.entity.type == "PER"] or near
    if not people or (place.lang == "tr" and not _complement(place, verb[0])):
        return
    start = people[0].span[1]
    if place.lang == "ko":
        space = text.find(" ", start, start + 16)
        start = space if space > 0 else start
    comma = text.find(",", start, start + (45 if people[0].body else 12))
    end = ends[-1].start() if ends else verb[0]
    yield Told(people[0], (comma + 1 if comma >= 0 else start, end))


def _complement(place: Place, end: int) -> bool:
    """Turkish: whether the word before the verb ends as the verb of a reported clause does."""
    return any(end - m.end() <= 1 for m in place.words.clause_ends.finditer(place.text, max(place.start, end - 40), end))


def according(place: Place) -> Iterator[Told]:
    """ "According to X, …" and "…, according to X"."""
    match = place.words.according.search(place.text, place.start, place.end)
    if match is None or place.quoted(match.span(1)):
        return
    people = place.reporters(match.end(1), min(place.end, match.end(1) + NEAR))
    if not people or people[0].span[0] - match.end(1) > 30 or place.cast.media(match.end(1), people[0].span[0]):
        return
    behind = joints(place.document, people[0].span[1], place.end)
    if len(behind) > 1 and behind[1] - behind[0] < AGE:
        behind = behind[1:]
    if _body_unknown(people[0]) or _sources_the_lead(place, people[0]):
        return
    if match.start(1) - place.start < 8:
        if behind:
            yield Told(people[0], (behind[0] + 1, place.end))
        return
    yield Told(people[0], (place.start, match.start(1)))


def _body_unknown(speaker: Speaker) -> bool:
    """Whether a speaker is a body that no knowledge file holds: what rests on its figures is mostly no saying of its own."""
    return speaker.body and (speaker.entity is None or not speaker.entity.known)
