"""Events of a document, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.events.actors import can_act, country_of
from khabar.flow.describe.events.arguments import FREE, Scene, arguments
from khabar.flow.describe.events.clauses import clause_at, clauses
from khabar.flow.describe.events.day import day_of, is_apart
from khabar.flow.describe.events.implied import Who, who
from khabar.flow.describe.events.lexicon import MUTUAL, Hit, Lexicon, lexicon
from khabar.flow.describe.events.modes import mode_of
from khabar.flow.describe.events.page import Page
from khabar.flow.describe.events.parties import Party, named, placed
from khabar.flow.describe.events.said import said_events
from khabar.flow.describe.events.types import cues_of, resolve
from khabar.languages.phrases import NO_BOUNDARY
from khabar.flow.describe.quotes.marks import quoted_spans
from khabar.models import DateMention, Entity, Event, Quote

_DATELINE = regex.compile(r"[^\n.]{2,70}?(?:\([^)\n]{2,30}\)\s*\.?\s*[-–—:=]+|\s[-–—]\s|\d日电)|\p{Lu}{3,}:")
"""«CITY, 9 Sept (Agency) -»: places there take no part."""
_ABBREVIATED = regex.compile(r"\b(?:\p{Lu}\.){2,}$")
TITLE_GAP = 28
"""Characters between a title and the name that it belongs to."""
SHORT_QUOTE = 25
SHORT_QUOTE_DENSE = 9
"""Words between marks up to so many characters are part of the sentence."""
Mention = tuple[int, int, Entity]


def find_events(
    document: Document, entities: tuple[Entity, ...], dates: tuple[DateMention, ...], quotes: tuple[Quote, ...] = ()
) -> tuple[Event, ...]:
    """Events with an actor among the entities and groups; each (actor, type, target) once a day, where it is told first."""
    scanned = [(s, list(lexicon(s.lang).scan(document.folded, s.start, s.end))) for s in _sentences(document)]
    page = Page(entities, document.article.title, any(h.kind == "group" and h.value in ("junta", "coup") for _, hits in scanned for h in hits))
    opening = _DATELINE.match(document.text)
    mentions = sorted(
        ((*span, e) for e in entities for span in e.spans if not opening or span[0] >= opening.end()),
        key=lambda m: (m[0], -m[1]),
    )
    found: list[Event] = []
    told: list[tuple[str, str]] = []
    subject: list[Party] = []
    for sentence, hits in scanned:
        here = [m for m in mentions if sentence.start <= m[0] and m[1] <= sentence.end]
        for event in _of_sentence(document, (sentence, hits), here, dates, page, (told, subject), found):
            _add(found, event)
        del told[:-6]
    for event in said_events(document, quotes, mentions, page):
        _add(found, event)
    return tuple(found)


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


def _add(found: list[Event], event: Event) -> None:
    """Keep an event that is not told yet, or told of another time."""
    key = (event.actor, event.type, event.target)
    turned = (event.target, event.type, event.actor) if event.type in MUTUAL else key
    same = [e for e in found if (e.actor, e.type, e.target) in (key, turned)]
    if all(is_apart(e.date, event.date) and e.mode == event.mode for e in same):
        found.append(event)


def _of_sentence(
    document: Document,
    scanned: tuple[Sentence, Sequence[Hit]],
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    page: Page,
    memory: tuple[list[tuple[str, str]], list[Party]],
    found: Sequence[Event],
) -> Iterator[Event]:
    """The events of one sentence. `memory`: who was named before, and the subject of the sentence before; both are kept up."""
    (sentence, hits), (told, subject) = scanned, memory
    words = lexicon(sentence.lang)
    quoted = [
        outer
        for outer, inner in quoted_spans(document.text, sentence.lang, sentence.start, sentence.end)
        if inner[1] - inner[0] > (SHORT_QUOTE_DENSE if sentence.lang in NO_BOUNDARY else SHORT_QUOTE)
    ]
    hidden = [*quoted, *((h.start - 1, h.end) for h in hits if h.kind == "stop")]
    outside = [h for h in hits if not any(a < h.start < b for a, b in hidden)]
    cues = [c for c in cues_of(outside) if not any(m[0] <= c.start < m[1] for m in mentions)]
    parties = _parties(document, [m for m in mentions if not any(a < m[0] < b for a, b in quoted)], outside, cues, words, (page, told))
    cut = clauses(document.text, sentence.start, sentence.end, outside, cues, [m[0] for m in mentions])
    scene = Scene(document.text, parties, cut, outside, cues, words)
    best: dict[str, tuple[bool, Event]] = {}
    for cue in cues:
        clause = cut[clause_at(cut, cue.start)]
        relief = any(h.kind == "relief" and clause.start <= h.start < clause.end for h in outside)
        aimed = any(p.role == "target" and p.start > cue.start and country_of(p.id) for p in parties)
        kind = resolve(cue.value, relief, aimed)
        if kind in best and not best[kind][0]:
            continue
        roles = arguments(scene, cue, kind)
        if cue.value == "CROWD" and not (roles.actor and roles.actor.type == "GRP"):
            continue
        if roles.open and subject:
            roles = roles._replace(actor=subject[0]._replace(lead=cue.start, start=cue.start, end=cue.start))
        parts = who(roles, kind, cue.value, page, [*told, *((p.id, p.type) for p in parties if p.start < cue.start)], _accuser(found))
        if parts is None:
            continue
        event = _event(document, sentence, cue, kind, parts, mode_of(cue, clause, outside, cues, words.order), dates)
        if kind not in best or not roles.open:
            best[kind] = roles.open, event
    yield from (event for _, event in best.values())
    told += [(p.id, p.type) for p in parties if p.type in ("PER", "ORG", "LOC") and p.role not in ("place", "source")]
    subject[:] = [p for p in parties if p.role in FREE and p.type in ("PER", "ORG", "LOC")][:1] or subject


def _accuser(found: Sequence[Event]) -> str | None:
    """Who accused in the event told last: a denial that names nobody answers it."""
    return found[-1].actor if found and found[-1].type == "ACCUSE" else None


def _parties(
    document: Document, mentions: Sequence[Mention], hits: Sequence[Hit], cues: Sequence[Hit], words: Lexicon, known: tuple[Page, Sequence[tuple[str, str]]]
) -> list[Party]:
    """Who can take part: names, groups without a name and words for both sides, each with its role."""
    apart = [*cues, *(h for h in hits if h.kind == "join" or h.kind == "role" and h.value != "owner")]
    names = named(document.text, mentions, apart)
    by_id = {e.id: e for _, _, e in mentions}
    able = [p for p in names if can_act(by_id[p.id])]
    taken = [(p.start, p.end) for p in names if by_id[p.id].type != "LOC"]
    for hit in hits:
        if hit.kind not in ("group", "pair", "refer") or any(a < hit.end and hit.start < b for a, b in taken):
            continue
        if hit.kind == "pair":
            able.append(Party(hit.start, hit.start, hit.end, hit.value, "PAIR", "", False))
            continue
        if hit.kind == "refer":
            if not any(_titles(document.text, hit, m) for m in mentions) and (same := _referred(hit.value, known[1], able, hit)):
                able.append(Party(hit.start, hit.start, hit.end, same, hit.value, "", False))
            continue
        home = next((p for p in able if p.type == "LOC" and _adjoins(p, hit)), None)
        if home:
            able.remove(home)
        able.append(Party(hit.start, hit.start, hit.end, known[0].group(hit.value, country_of(home.id) if home else None), "GRP", "", False))
        taken.append((hit.start, hit.end))
    return placed(document.text, document.folded, able, hits, words)


def _referred(kind: str, told: Sequence[tuple[str, str]], here: Sequence[Party], hit: Hit) -> str | None:
    """Whom "the minister" or "the organisation" means: the last of its kind that was named."""
    earlier = [(p.id, p.type) for p in here if p.end <= hit.start]
    return next((i for i, t in reversed([*told, *earlier]) if t == kind), None)


def _titles(text: str, hit: Hit, mention: Mention) -> bool:
    """Whether "the president" is the title of the name behind it."""
    gap = text[hit.end : mention[0]]
    return 0 <= mention[0] - hit.end <= TITLE_GAP and not any(c in gap for c in ",،，;")


def _adjoins(party: Party, hit: Hit) -> bool:
    return 0 <= hit.start - party.end <= 3 or 0 <= party.start - hit.end <= 7


def _event(
    document: Document, sentence: Sentence, cue: Hit, kind: str, parts: Who, mode: str, dates: Sequence[DateMention]
) -> Event:
    return Event(
        actor=parts.actor,
        type=kind,
        target=parts.target,
        date=day_of(document, sentence.start, sentence.end, (cue.start, cue.end), dates),
        evidence=document.text[sentence.start : sentence.end],
        span=sentence.span,
        mode=mode,  # type: ignore[arg-type]
    )
