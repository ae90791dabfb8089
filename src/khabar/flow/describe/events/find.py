"""Events of a document, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.events.actors import country_of, home_of
from khabar.flow.describe.events.arguments import arguments, is_ahead
from khabar.flow.describe.events.cast import cast
from khabar.flow.describe.events.clauses import clause_at, clauses
from khabar.flow.describe.events.day import day_of
from khabar.flow.describe.events.implied import LEAD_CHARS, UNAIMED, WEAK, fits, is_armed, is_nature, who
from khabar.flow.describe.events.lexicon import NATURE, Hit, lexicon
from khabar.flow.describe.events.mentions import Mention, mentions_of
from khabar.flow.describe.events.modes import Mode, mode_of
from khabar.flow.describe.events.page import Page, attacker
from khabar.flow.describe.events.said import said_events
from khabar.flow.describe.events.scene import Roles, Scene
from khabar.flow.describe.events.told import Told
from khabar.flow.describe.events.types import cues_of, resolve
from khabar.flow.describe.quotes.marks import quoted_spans
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import DateMention, Entity, Event, Quote, Span

_ABBREVIATED = regex.compile(r"\b(?:\p{Lu}\.){2,}$")
_OWNED = regex.compile(r"['’]s $")
"""What stands behind a genitive is a noun: "X's visit to Y"."""
SHORT_QUOTE, SHORT_QUOTE_DENSE = 25, 9
"""Words between marks up to so many characters (fewer where a character is a syllable or a word) are part of the sentence."""


OUTSIDE_NAMES = frozenset({"break", "relative", "mode", "role", "join", "passive", "pronoun", "person", "him", "led", "article", "members", "this", "finite"})
"""Classes of phrases that are no part of a name."""


ANSWERED = frozenset({"ACCUSE", "AID", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
"""Types that one sentence may tell of two who answer each other."""


BYGONE = 2
"""Years after which an attack is no news any more."""
FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types of which a sentence may tell two, one by a noun: "answered the attack on X with missiles at Y"."""


ORDERING = ("vi", "zh")
"""Languages in which one word demands and gives orders («yêu cầu», «要求»)."""


class Read(NamedTuple):
    """One sentence and all phrases found in it."""

    sentence: Sentence
    hits: Sequence[Hit]


def find_events(
    document: Document, entities: tuple[Entity, ...], dates: tuple[DateMention, ...], quotes: tuple[Quote, ...] = ()
) -> tuple[Event, ...]:
    """Events whose actor is an entity or a group; each (actor, type, target) once a time, where it is told first."""
    scanned = [Read(s, list(lexicon(s.lang).scan(document.folded, s.start, s.end))) for s in _sentences(document)]
    seized = any(h.kind == "group" and h.value in ("junta", "coup") for read in scanned for h in read.hits)
    page, told = Page(entities, document.article.title, seized, lexicon(document.lang).council, _nations(scanned)), Told()
    page.calls = document.lang not in ORDERING
    page.attacker = attacker(document, entities, [h for read in scanned for h in read.hits], {q.speaker_id for q in quotes if q.speaker_id})
    mentions = mentions_of(
        document, entities, [h for read in scanned for h in read.hits if h.kind in ("group", "pair")]
    )
    for read in scanned:
        here = [m for m in mentions if read.sentence.start <= m[0] and m[1] <= read.sentence.end]
        for event in _of_sentence(document, read, here, dates, page, told):
            told.event(event)
    for event in _struck(document, scanned, dates, page, told):
        told.event(event)
    for event in said_events(document, quotes, mentions):
        told.event(event)
    year = str(document.article.published.value or "")[:4]
    return tuple(e for e in told.events if not _only_a_visit(e, told.events) and not _bygone(e, year))


def _bygone(event: Event, year: str) -> bool:
    """Whether an attack lies years back: it is told to say who someone was ("killed in a US strike in 2020")."""
    told = (event.date or "")[:4]
    return event.type == "ASSAULT" and told.isdecimal() and year.isdecimal() and int(year) - int(told) >= BYGONE


def _nations(scanned: Sequence[Read]) -> list[tuple[int, str]]:
    """Where adjectives of nationality stand, and of which country each is."""
    return [(h.start, h.value) for read in scanned for h in read.hits if h.kind == "nation"]


def _only_a_visit(event: Event, events: Sequence[Event]) -> bool:
    """Whether someone is said to be in a country of whose people the page tells that he met one: the meeting is the news."""
    if event.type != "CONSULT" or event.target is None or country_of(event.target) != event.target:
        return False
    met = [p for e in events if e.type == "CONSULT" and not e.mode and event.actor in (e.actor, e.target) for p in (e.actor, e.target)]
    return any(p and p != event.actor and p != event.target and home_of(p) == event.target for p in met)


def _struck(
    document: Document, scanned: Sequence[Read], dates: Sequence[DateMention], page: Page, told: Told
) -> Iterator[Event]:
    """What struck by the first sentences, where they tell only of its toll: "the death toll of the floods rose"."""
    for sentence, hits in scanned:
        force = next((h for h in hits if h.kind == "group" and h.value in NATURE), None)
        if sentence.start > LEAD_CHARS or force is None or not any(h.kind == "toll" for h in hits):
            continue
        actor = page.group(force.value)
        if all(e.actor != actor for e in told.events):
            yield Event(
                actor=actor,
                type="OTHER",
                target=page.country,
                date=day_of(document, sentence.span, None, dates),
                evidence=document.text[sentence.start : sentence.end],
                span=sentence.span,
            )


def _sentences(document: Document) -> Iterator[Sentence]:
    """The sentences, those that a dotted abbreviation cut in two put together again."""
    held: Sentence | None = None
    for sentence in document.sentences:
        if held and held.paragraph == sentence.paragraph and _ABBREVIATED.search(document.text, held.start, held.end):
            held = Sentence(held.start, sentence.end, held.lang, held.paragraph)
            continue
        if held:
            yield held
        held = sentence
    if held:
        yield held


def _of_sentence(
    document: Document, read: Read, mentions: Sequence[Mention], dates: Sequence[DateMention], page: Page, told: Told
) -> list[Event]:
    """The events of one sentence, one fact of each type: the first whose parties stand in it, else the first; one that is no fact;
    and what another does in turn in a clause of its own ("X accused Y, while Z blamed W").
    """
    scene = _scene(document, read, mentions, page, told)
    best: dict[tuple[str, bool], tuple[bool, Event]] = {}
    more: list[Event] = []
    for cue in scene.cues:
        clause = scene.clauses[clause_at(scene.clauses, cue.start)]
        given = ("relief", "arms") if cue.value == "DELIVER" else ("relief",)
        relief = any(h.kind in given and clause.start <= h.start < clause.end for h in scene.hits)
        fronted = scene.words.order == "sov" or scene.words.lang == "zh"
        aimed = any(
            p.role == "target" and country_of(p.id) and (p.start > cue.start or (fronted and clause.start <= p.start)) for p in scene.parties
        )
        armed = cue.value == "ORDER" and any(h.kind == "group" and h.value == "army" and clause.start <= h.start < clause.end for h in scene.hits)
        kind = resolve(cue.value, relief, aimed, armed)
        if kind == "MOBILIZE" and scene.words.lang == "zh" and document.folded[cue.end : cue.end + 1] == "的":
            continue  # «X发射的导弹» tells of missiles, not that they were fired
        if kind is None:
            continue
        slot = cue.value if cue.value in UNAIMED else f"{kind} by noun" if cue.kind == "noun" and kind in FORCE else kind
        first = best[slot, True][1] if (slot, True) in best and not best[slot, True][0] else None
        if first and not (clause.opened and kind in ANSWERED):
            continue
        roles = arguments(scene, cue, kind)
        kind = "OTHER" if is_nature(roles.actor) else "ASSAULT" if cue.value == "CROWD" and is_armed(roles) else kind
        if roles.open and told.subject and kind != "PROTEST":  # who protests is told or nobody in particular
            subject = told.person if roles.person else told.subject
            roles = roles._replace(actor=subject and subject._replace(lead=cue.start, start=cue.start, end=cue.start))
        roles = _with_meant(roles, page, told)
        if cue.kind == "noun" and kind in FORCE and (roles.actor is None or roles.actor.role == "") and any(
            c.kind == "verb" and c.value in (cue.value, "DIED") for c in scene.cues
        ):
            continue  # "killed X in an air strike on Y" is one deed
        if not fits(cue.value, roles) or (cue.value == "DELIVER" and (roles.target is None or roles.open)):
            continue
        parts = who(roles, kind, cue, page, scene.parties, told)
        weak = roles.open or (parts is not None and cue.value not in UNAIMED and kind in WEAK and parts.target is None)
        if parts is None or (weak and (slot, True) in best) or (first and (weak or parts.actor == first.actor)):
            continue
        future = kind != "REJECT" and not (kind == "THREATEN" and scene.words.lang == "ko") and (scene.words.tells_future(document.folded, cue) or is_ahead(scene, cue))
        mode: Mode = "negated" if scene.words.tells_not(document.folded, cue) else (
            mode_of(cue, clause, scene.hits, scene.cues, scene.words.order, future)
        )
        event = Event(
            actor=parts.actor,
            type=kind,
            target=parts.target,
            date=day_of(document, read.sentence.span, cue, dates, done=mode == ""),
            evidence=document.text[read.sentence.start : read.sentence.end],
            span=read.sentence.span,
            mode=mode,
        )
        if first is None or mode:
            best[slot, mode == ""] = weak, event
        else:
            more.append(event)
        told.here.append(event)
    told.here.clear()
    told.sentence(scene.parties)
    return [*(event for _, event in best.values()), *more]


def _with_meant(roles: Roles, page: Page, told: Told) -> Roles:
    """The parties, a target that is only meant put in: who did a deed, whose decision it was, who "he" is."""
    target = roles.target
    if target and target.type == "DEED":
        return roles._replace(target=told.assailant(roles.actor, target))
    if target and target.type == "DECISION":
        return roles._replace(target=target._replace(id=page.decider, type="ORG") if page.decider else None)
    return roles._replace(target=told.him(roles.actor, target)) if target and target.type == "HE" else roles


def _scene(document: Document, read: Read, mentions: Sequence[Mention], page: Page, told: Told) -> Scene:
    """The sentence taken apart; what stands in a long quotation or under a `stop` phrase is left out."""
    sentence, words = read.sentence, lexicon(read.sentence.lang)
    quoted = _quoted(document, sentence, mentions)
    hidden = [*quoted, *((h.start - 1, h.end) for h in read.hits if h.kind == "stop")]
    names = [(m[0], m[1]) for m in mentions]
    hits = [
        h
        for h in read.hits
        if not _within(h.start, hidden) and not (h.kind in OUTSIDE_NAMES and _within(h.start, names))
    ]
    cues = [c for c in cues_of(hits) if not any(_swallowed(document.text, c, m) for m in mentions) and not _told_before(c, hits)]
    cues = [c._replace(kind="noun") if c.kind == "verb" and _OWNED.search(document.folded, c.start - 3, c.start) else c for c in cues]
    able = [m for m in mentions if not _within(m[0], quoted)]
    parties = cast(document, able, hits, cues, words, page, told)
    cut = clauses(document.text, sentence.span, hits, cues, [m[0] for m in able])
    return Scene(document.text, parties, cut, hits, cues, words)


def _swallowed(text: str, cue: Hit, mention: Mention) -> bool:
    """Whether a cue is part of a name; a verb in small letters at the end of a Vietnamese name is none."""
    start, end, entity = mention
    if not start <= cue.start < end or (cue.kind == "verb" and cue.end > end and (not entity.known or cue.start == start)):
        return False  # «의회를 해산»: the body is part of the phrase
    return not (start < cue.start and cue.end >= end and entity.type != "PER" and text[cue.start].islower() and text[start].isupper())


def _told_before(cue: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a noun stands by a demonstrative: "this meeting" was told before."""
    return cue.kind == "noun" and any(h.kind == "this" and (0 <= cue.start - h.end <= 1 or 0 <= h.start - cue.end <= 1) for h in hits)


def _quoted(document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> list[Span]:
    """The quotations of a sentence but for short ones, and for those that go on with the verb of a name before: X "condemns …"."""
    ends = {m[1] for m in mentions}
    short = SHORT_QUOTE_DENSE if sentence.lang in NO_BOUNDARY else SHORT_QUOTE
    spans = quoted_spans(document.text, sentence.lang, sentence.start, sentence.end)
    return [outer for outer, inner in spans if inner[1] - inner[0] > short and outer[0] - 1 not in ends]


def _within(position: int, spans: Sequence[Span]) -> bool:
    return any(a < position < b for a, b in spans)
