"""Attributions lost or changed: the parent says who says it; the child tells it in its own name, or puts it in another mouth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.flow.describe.credits.own import beside_work
from khabar.flow.lineage.mutations.change import Change, counterpart
from khabar.flow.lineage.mutations.lexicon import Mark
from khabar.flow.lineage.mutations.passages import Passage
from khabar.flow.lineage.mutations.side import Mention, Side
from khabar.models import Quote, Span
from khabar.names import all_names
from khabar.sources import get

LOST, MEDIUM, NAMELESS, VEILED, WITHHELD, OTHER = 0.62, 0.55, 0.5, 0.5, 0.45, 0.4
"""Confidence by what changed: nobody is named any more; the medium spoken to is gone; a source without a name became another;
a named one lost its name; that the name was withheld is no longer said; another speaker."""
DATELINE = 60
"""Characters at the head of a page in which a medium marks its dispatch: no attribution of what follows."""
NEAR = 25
"""Characters between a medium and a sign of attribution within which the medium is whom the words were told to or taken from."""
_PLAIN = frozenset({"say", "more"})
_ORDER = {"according": 0, "strong": 1, "withheld": 2, "say": 3, "anonymous": 4, "more": 5, "impersonal": 6}


class Voice(NamedTuple):
    """Who is behind a sentence: marks of attribution, media and bodies named, speakers found."""

    marks: Sequence[Mark]
    sources: frozenset[str]
    quotes: Sequence[Quote]
    named: frozenset[str]
    """Everybody named in the sentences."""
    near: frozenset[str]
    """Those of them who stand beside a sign of attribution."""

    def has(self, *sorts: str) -> bool:
        return any(m.sort in sorts for m in self.marks)

    @property
    def speakers(self) -> frozenset[str]:
        return frozenset(q.speaker_id for q in self.quotes if q.speaker_id)

    @property
    def nameless(self) -> bool:
        return self.has("anonymous", "withheld")

    @property
    def attributed(self) -> bool:
        return bool(self.marks or self.sources or self.quotes)

    @property
    def explicit(self) -> bool:
        """Whether the sentence surely tells another's word; verbs such as "call" and "ask" alone do not say so."""
        return bool(self.sources) or self.has("according", "strong", "withheld") or (self.has(*_PLAIN, "anonymous") and bool(self.quotes))

    @property
    def veiled(self) -> bool:
        """Whether it is told as others' word without saying whose."""
        return not self.sources and not self.speakers and (self.nameless or self.has("impersonal"))


def voice(side: Side, sentences: Sequence[int]) -> Voice:
    """Everything in these sentences that says whose word they are; a dateline does not."""
    marks = [m for m in side.marks(sentences, "attribution") if m.start >= DATELINE or m.sort != "more"]
    named = {c.source for c in side.credits(sentences) if c.source and c.span and c.span[0] >= DATELINE}
    mentions = side.mentions(sentences, "ORG", "PER", "LOC")
    marks = sorted({*marks, *_witnesses(side, mentions)})
    beside = [m for m in mentions if any(k.start - NEAR <= m.span[1] and m.span[0] <= k.end + NEAR for k in marks)]
    named |= {m.id for m in beside if m.type == "ORG" and _medium(m.id) and m.span[0] >= DATELINE}
    return Voice(marks, frozenset(named), side.quotes(sentences), frozenset(m.id for m in mentions), frozenset(m.id for m in beside if m.type != "LOC"))


def _witnesses(side: Side, mentions: Sequence[Mention]) -> Iterator[Mark]:
    """Media whose people saw, heard or counted what is told, without a verb of saying: "AFP journalists watched"."""
    for mention in mentions:
        if mention.type == "ORG" and mention.span[0] >= DATELINE and _medium(mention.id):
            sentence = side.page.sentences[side.sentence_of(mention.span[0])]
            if beside_work(side.page.document, sentence, mention.span):
                yield Mark(*mention.span, "attribution", "strong")


def attribution_changes(child: Side, parent: Side, passage: Passage) -> Iterator[Change]:
    """At most one change for each passage, the gravest."""
    theirs = voice(parent, [passage.parent])
    if not theirs.explicit:
        return
    ours = voice(child, passage.child)
    if child.lang == parent.lang:
        theirs, ours = _left(theirs, parent, child), _left(ours, child, parent)
    confidence = _change(theirs, ours, child, parent)
    if not confidence:
        return
    place = _place(parent, passage.parent, theirs)
    clause = parent.clause(passage.parent, place)
    rest = _rest(parent.span(passage.parent), clause)
    yield Change("attribution", clause, counterpart(child, parent, passage, rest), confidence * min(1.0, 0.5 + passage.score))


def _left(voice: Voice, side: Side, other: Side) -> Voice:
    """What one page says of whose word it is and the other, of the same language, does not repeat as it stands."""
    return voice._replace(marks=[m for m in voice.marks if not other.keeps(side, m.span)])


def _change(theirs: Voice, ours: Voice, child: Side, parent: Side) -> float:
    """How sure it is that the word behind a sentence changed; 0 if it did not."""
    if not theirs.marks:
        return 0.0
    if theirs.speakers & ours.named and not ours.veiled and not theirs.sources:
        return 0.0
    if not ours.attributed or (theirs.has("according", "strong") and not ours.marks and not theirs.sources & ours.sources):
        return LOST
    media = frozenset(filter(_medium, theirs.sources)) - ours.sources - {child.page.outlet}
    if media - ({parent.page.outlet} if parent.page.outlet in ours.sources else set()):
        return MEDIUM
    if theirs.nameless and not ours.nameless and not ours.speakers:
        return NAMELESS
    if (theirs.speakers or theirs.sources or theirs.has("according", "strong")) and ours.veiled and not theirs.nameless:
        return VEILED
    if theirs.has("withheld") and not ours.has("withheld"):
        return WITHHELD
    return OTHER if _another(theirs, ours) else 0.0


def _another(theirs: Voice, ours: Voice) -> bool:
    """Whether the child has another speaker by name than the parent, whom it does not name there."""
    told = theirs.speakers & all_names().keys()
    return bool(told) and not theirs.nameless and not told & (ours.named | ours.speakers) and any(n in all_names() and not _medium(n) for n in ours.near - theirs.named)


def _medium(source: str) -> bool:
    known = get(source)
    return known is not None and not known.official


def _place(parent: Side, sentence: int, theirs: Voice) -> Span:
    """Where the attribution stands: an opener such as "according to", else the first verb of saying, else the name of the source;
    from the first mark of its clause on."""
    if theirs.marks:
        best = min(theirs.marks, key=lambda m: (_ORDER[m.sort], m.start))
        start, end = next(c for c in parent.clauses(sentence) if c[0] <= best.start < c[1])
        return min(m.start for m in theirs.marks if start <= m.start < end), best.end
    return next((c.span for c in parent.credits([sentence]) if c.span), parent.span(sentence))


def _rest(sentence: Span, clause: Span) -> Span:
    """The longer part of a sentence beside a clause: what is attributed."""
    before, after = (sentence[0], clause[0]), (clause[1], sentence[1])
    longer = max(before, after, key=lambda s: s[1] - s[0])
    return longer if longer[1] - longer[0] > 8 else sentence
