"""Frames of reported speech: where in a sentence the words of saying, the speaker and the reported clause stand.

    after_verbs   "X said that …, adding that …", «قال X إن …», "X sagte, er sei …", "X: …"
    before_verb   "…, X said", "…, said X"
    according     "according to X, …", "…, so X", «X에 따르면 …»
    his_words     "according to him, …": the one who spoke before
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from khabar.flow.describe.quotes.cast import PRONOUN
from khabar.flow.describe.quotes.clauses import joints
from khabar.flow.describe.quotes.epithets import epithet
from khabar.flow.describe.quotes.openings import conjunction, opening
from khabar.flow.describe.quotes.place import NEAR, Place, Told
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.flow.describe.quotes.subjects import described, opening_office, subject, unknown, within
from khabar.languages.catalogue import script_of
from khabar.languages.phrase_set import Hit
from khabar.models import Span

WORDS_BEHIND_THAT = 3
"""A clause behind a conjunction is a clause with so few words."""
TAG = 3
"""Characters between a quotation and the verb of saying that can belong to nothing else."""
_ARTICLE = regex.compile(r"(?:the|its|their|his|her|le|la|l'|son|sa|el|su|der|die|das|sein|ihr)\b")
_DIGIT = regex.compile(r"\d")
_SO = regex.compile(r",\s(so)\s(?!dass|wie|lange|viele?\b|weit|etwa|auch|wird|werde|ist|sei|sind|war|kann|könn|hat|habe|muss|schnell|bald|gut|sehr)")
"""German: ", so X" names who said it, ", so dass" and ", so wird" go on."""
_STOP = regex.compile(r"[:;؛：；](?=\s)")
OFFICE = 120
"""Characters between "according to" and the comma in which a long office and its holder's name stand."""
AGE = 12
"""Two commas so near hold an age: "…, 76, …"."""


def his_words(place: Place) -> Iterator[Told]:
    """ "According to him, …": the person before speaks on; "by their own account" is the subject of the sentence."""
    match = place.words.his_words.search(place.text, place.start, place.end)
    if match is None:
        return
    if place.words.own_words.fullmatch(place.text, *match.span(1)):
        speaker = next(iter(place.reporters(place.start, match.start())), None)
    else:
        speaker = place.heard(match.start())
    if speaker is None:
        return
    opens = match.start() - place.start < 8
    yield Told(speaker, (match.end(), place.end) if opens else (place.start, match.start()))


def after_verbs(place: Place) -> Iterator[Told]:
    """Clauses behind verbs of saying; a second verb of the sentence begins a clause of its own behind a comma or an "and"."""
    told: Told | None = None
    for match in place.words.say.finditer(place.text, place.start, place.end):
        verb = match.span(1)
        start = None if place.quoted(verb) or _tags(place, verb) or (told and verb[0] < told.clause[0]) else opening(place, verb)
        if start is None:
            continue
        joint = _joint(place, match.span(), told.clause[0]) if told else None
        if told and joint is None:
            continue
        speaker = _subject(place, verb, start, place.start if joint is None else joint, told)
        if speaker is None:
            continue
        if told and joint is not None:
            yield Told(told.speaker, (told.clause[0], joint), told.least)
        joined = place.words.that.search(place.text, verb[1], start) is not None
        told = Told(speaker, (start, _gerund_end(place, verb, start)), WORDS_BEHIND_THAT if joined else None)
    if told:
        end = _closing_tag(place, told.clause)
        yield told if end is None else Told(told.speaker, (told.clause[0], end), told.least)


def _closing_tag(place: Place, clause: Span) -> int | None:
    """The comma behind which a person closes the sentence as its source: "…, an official told Reuters"."""
    comma = next(iter(reversed(joints(place.document, *clause))), None)
    if comma is None or place.end - comma > NEAR or place.words.verb_last:
        return None
    verbs = [m.span(1) for m in place.words.say.finditer(place.text, comma, place.end)]
    if not verbs or place.quoted(verbs[0]) or opening(place, verbs[0]) is not None:
        return None
    noun = described(place.cast, verbs[0], (comma + 1, verbs[0][1]), place.lang)
    people = [r for r in place.reporters(comma, verbs[0][0]) if r.span[0] - comma <= 3 and verbs[0][0] - r.span[1] <= 2]
    return comma if noun or people else None


def _tags(place: Place, verb: Span) -> bool:
    """Whether a verb belongs to the quotation before it: "…", said X; no other verb of saying stands between."""
    ends = [b for _, b in place.spoken if b <= verb[0]]
    if ends and verb[0] - max(ends) <= TAG and not place.words.verb_last and place.lang != "ar":
        return True
    return bool(ends) and conjunction(place, verb) is None and place.words.say.search(place.text, max(ends), verb[0]) is None and verb[0] - max(ends) <= NEAR


def _gerund_end(place: Place, verb: Span, start: int) -> int:
    """The end of the clause: of the sentence, or at the next comma where verb and conjunction are one phrase («با بیان اینکه»)."""
    if start > verb[1]:
        return place.end
    within = place.words.that.search(place.text, *verb)
    return next(iter(joints(place.document, start, place.end)), place.end) if within else place.end


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
    speaker = subject(place.cast, verb, clause, place.spoken, place.lang, inverted)
    if not inverted and (speaker is None or speaker.body):
        speaker = described(place.cast, verb, (low, verb[1]), place.lang) or speaker
    if speaker is None and not inverted:
        speaker = next(iter(place.reporters(verb[1], start)), None)
    if speaker is None and inverted and start - verb[1] > 6:
        speaker = unknown(place.cast, verb, clause, True, place.lang)
    if speaker is None and script_of(place.lang) == "Deva":
        speaker = unknown(place.cast, verb, (low, verb[1]), False, place.lang)
    if speaker is None or (speaker.body if speaker.entity is None else speaker.entity.type == "LOC"):
        speaker = within(place.cast, verb, low, place.lang) or speaker
    if speaker is None:
        speaker = opening_office(place.cast, verb, low, place.lang)
    if speaker is None and _elided(place, verb, low, told is None):
        speaker = told.speaker if told else place.heard(verb[0])
    return speaker


def _elided(place: Place, verb: Span, low: int, first: bool) -> bool:
    """Whether the verb has a pronoun, or no subject at all."""
    comma = max(joints(place.document, low, verb[0]), default=low) if first and place.cast.voiced(place.start, verb[0]) else low
    between = place.text[comma : verb[0]].strip(" ,،，;-")
    pronoun = place.words.pronouns.search(place.text, max(low, verb[0] - 16), verb[0])
    return len(between) <= 12 or (first and pronoun is not None)


def as_said(place: Place) -> Iterator[Told]:
    """Russian and Ukrainian: "as they said in the town hall, the road is shut": the clause behind the comma."""
    match = place.words.as_they.match(place.text, place.start)
    verb = place.words.say.search(place.text, match.end(1), min(place.end, match.end(1) + NEAR)) if match else None
    comma = next(iter(joints(place.document, verb.end(1), place.end)), None) if verb else None
    if verb is None or comma is None or place.quoted(verb.span(1)):
        return
    speaker = next(iter(place.reporters(verb.end(1), comma + 1)), None) or within(place.cast, verb.span(1), place.start, place.lang)
    if speaker is not None and not sources_the_lead(place, speaker):
        yield Told(speaker, (comma + 1, place.end))


def before_verb(place: Place) -> Iterator[Told]:
    """ "Talks would go on, the minister said": the clause before the comma, subject and verb behind it."""
    words, text = place.words, place.text
    if place.lang in ("fa", "ar", "zh", "ko", "tr") or words.according.match(text, place.start):
        return
    parted = words.back_verbs.finditer(text, place.start, place.end) if words.back_ends.search(text, max(place.start, place.end - 12), place.end) else ()
    for match in (*words.say.finditer(text, place.start, place.end), *parted):
        verb = match.span(1)
        comma = max((j for j in joints(place.document, place.start, verb[0])), default=-1)
        if place.quoted(verb) or verb[0] - comma > NEAR or comma - place.start < 12 or _opens_quotation(place, verb) or opening(place, verb):
            continue
        if (closed := _named_tag(place, comma, verb)) is not None:
            yield closed
            return
        if place.text[comma] in ";؛；" or _apposed(place, comma, verb):
            continue
        speaker = _attached(place, comma, verb)
        if speaker and not sources_the_lead(place, speaker) and not _announces(place, verb):
            yield Told(speaker, (_behind_other_source(place, comma), comma))
            return


def _named_tag(place: Place, comma: int, verb: Span) -> Told | None:
    """ "…, the head of the union, X, said on Monday": title and name between commas, behind the verb nothing that it tells."""
    commas = joints(place.document, place.start, comma + 1)
    named = [(s, e) for s, e in place.cast.between(max(place.start, comma - NEAR), comma) if e.type == "PER" and comma - s[1] <= 1]
    rest = place.text[verb[1] : place.end].strip()
    if len(commas) < 3 or not named or place.text[comma + 1 : verb[0]].strip() or _announces(place, verb):
        return None
    title = place.text[commas[-3] + 1 : commas[-2]].strip()
    if named[-1][0][0] - commas[-2] > 3 or not _ARTICLE.match(title) or len(title) > 2 * NEAR:
        return None
    if not (rest in {"", "."} or place.words.times.match(place.text, verb[1]) or place.words.addressed.match(rest)):
        return None
    span, entity = named[-1]
    return Told(Speaker(entity, place.document.text[slice(*span)], span), (place.start, commas[-3]))


def _apposed(place: Place, comma: int, verb: Span) -> bool:
    """Whether the subject itself ends at the comma: "Its caretaker premier, X, announced three days of mourning"."""
    named = any(e.type == "PER" and comma - s[1] <= 1 for s, e in place.cast.between(max(place.start, comma - NEAR), comma))
    return named and bool(joints(place.document, place.start, comma)) and not place.text[comma + 1 : verb[0]].strip()


def _behind_other_source(place: Place, comma: int) -> int:
    """Where the clause of a speaker begins: of the sentence, or behind what another source in it told ("…, according to X, while …")."""
    others = list(place.words.according.finditer(place.text, place.start, comma))
    behind = joints(place.document, others[-1].end(1), comma) if others else []
    return behind[0] + 1 if behind else place.start


def _opens_quotation(place: Place, verb: Span) -> bool:
    """Whether what is said follows in quotation marks."""
    return any(0 <= a - verb[1] <= NEAR for a, _ in place.spoken)


def sources_the_lead(place: Place, speaker: Speaker) -> bool:
    """Whether a body only vouches for the news itself: "… were killed, the ministry said" at the head of the page."""
    return speaker.body and place.sentence.paragraph == 0


def _announces(place: Place, verb: Span) -> bool:
    """Whether someone only makes the news of the first paragraph known: "…, the director announced"."""
    return place.sentence.paragraph == 0 and place.words.announces.search(place.text, *verb) is not None


def _titles_aside(people: list[Speaker]) -> list[Speaker]:
    """Speakers without a body that is but the post of the next: "said Nordland's envoy to the Union, X"."""
    persons = [p.span[0] for p in people if not p.body]
    return [p for p in people if not (p.body and p.entity is None and any(0 < at - p.span[1] <= 3 for at in persons))]


def _attached(place: Place, comma: int, verb: Span) -> Speaker | None:
    """The subject beside a verb that follows its clause: ", said X", ", X said", ", he said"."""
    near = place.reporters(comma, verb[0])
    last = near[-1].span[1] if near else 0
    if near and verb[0] - last <= 12:
        near.sort(key=lambda r: r.body)
        return None if place.words.relatives.search(place.text, last, verb[0]) else near[0]
    if noun := described(place.cast, verb, (comma + 1, verb[1]), place.lang) or within(place.cast, verb, comma + 1, place.lang):
        return noun
    if meant := epithet(place.cast, comma + 1, verb, place.end, place.lang):
        return meant
    whole = place.words.whole_phrase.fullmatch(place.text[comma + 1 : verb[0]].strip())
    if whole is not None and len(whole[0].split()) > 2 and not place.cast.media(comma, verb[0]):
        start = place.text.index(whole[0], comma)
        return Speaker(None, place.document.text[start : start + len(whole[0])], (start, start + len(whole[0])), True)
    if verb[0] - comma - 1 > 12:
        return None
    pronoun = place.words.pronouns.match(place.text, verb[1] + 1, min(place.end, verb[1] + 16))
    if pronoun and len(pronoun[1]) <= PRONOUN and not place.cast.titles(pronoun.span(1)):
        return place.meant(place.start)
    behind = _titles_aside(place.reporters(verb[1], min(place.end, verb[1] + 2 * NEAR)))
    if behind and behind[0].span[0] - verb[1] <= (40 if behind[0].entity else 4) and not place.words.addressed.match(place.text, verb[1] + 1):
        return behind[0]
    name = unknown(place.cast, verb, (verb[1], place.end), True, place.lang)
    if name and place.text[name.span[1] : name.span[1] + 1] in ",.;" and not place.cast.between(*name.span):
        return name
    if place.words.pronouns.search(place.text, comma, min(place.end, verb[1] + 12)):
        return place.meant(place.start)
    return None


def according(place: Place) -> Iterator[Told]:
    """ "According to X, …" and "…, according to X"."""
    match: Hit | regex.Match[str] | None = place.words.according.search(place.text, place.start, place.end)
    if match is None and place.lang == "de":
        match = _SO.search(place.text, place.start, place.end)
    if match is None or place.quoted(match.span(1)):
        return
    stop = next(iter(joints(place.document, match.end(1), place.end)), place.end)
    people = place.reporters(match.end(1), min(place.end, max(match.end(1) + NEAR, min(stop, match.end(1) + OFFICE))))
    if not people or place.cast.media(match.end(1), people[0].span[0]):
        return
    comma = next(iter(joints(place.document, people[0].span[1], place.end)), place.end)
    # "according to the head of the board, X, …"; "according to the spokesman of the government, X, …"
    behind_office = {o for o in people if not o.body and 0 <= o.span[0] - stop <= 2 and place.text[o.span[1] : o.span[1] + 1] in {",", "،", ".", ""}}
    closing = behind_office | {o for o in people if not o.body and 0 <= comma - o.span[1] <= 2}
    people.sort(key=lambda r: (bool(closing) and r not in closing, r.span))
    if people[0].span[0] - match.end(1) > 30 and people[0] not in behind_office and (people[0].body or people[0].span[1] > stop):
        return
    behind = joints(place.document, people[0].span[1], place.end)
    if len(behind) > 1 and behind[1] - behind[0] < AGE:
        behind = behind[1:]
    if body_unknown(people[0]) or sources_the_lead(place, people[0]) or gives_figures(place, people[0]):
        return
    opened = _behind_stop(place, match.start(1))
    if match.start(1) - opened < 8:
        if behind and not (place.lang == "de" and behind[0] - people[0].span[1] > 2):
            yield Told(people[0], (behind[0] + 1, place.end))
        elif place.lang == "de":  # „Nach Angaben von X war die Straße …“: the verb follows at once
            yield Told(people[0], (people[0].span[1], place.end))
        return
    yield Told(people[0], (opened if opened < match.start(1) else place.start, match.start(1)))


def _behind_stop(place: Place, at: int) -> int:
    """Where the clause begins that holds `at`: behind the last colon or semicolon before it, else with the sentence."""
    marks = [m.end() for m in _STOP.finditer(place.text, place.start, at) if not place.quoted(m.span())]
    return marks[-1] if marks else place.start


def gives_figures(place: Place, speaker: Speaker) -> bool:
    """Whether a body is but the source of a figure: "20 people were hurt, according to the ministry"."""
    return speaker.body and _DIGIT.search(place.text, place.start, place.end) is not None


def body_unknown(speaker: Speaker) -> bool:
    """Whether a speaker is a body that no knowledge file holds: what rests on its figures is mostly no saying of its own."""
    return speaker.body and (speaker.entity is None or not speaker.entity.known)
