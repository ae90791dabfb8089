"""A text with what was found in it marked. The text is cut at the spans and each piece escaped by the template, never joined as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from khabar.models import ArticleView, Paragraph, Record, Span


class Mark(Record, frozen=True, kw_only=True):
    """A span with its kind (a class of the style sheet), a note to show and an address to go to."""

    span: Span
    kind: str
    note: str = ""
    href: str | None = None


class Piece(Record, frozen=True, kw_only=True):
    """A run of text, marked or plain."""

    text: str
    kind: str = ""
    note: str = ""
    href: str | None = None


class Block(Record, frozen=True, kw_only=True):
    """One paragraph in its own language and direction."""

    lang: str
    pieces: tuple[Piece, ...]


def blocks(text: str, paragraphs: Sequence[Paragraph], lang: str, marks: Iterable[Mark]) -> list[Block]:
    """The paragraphs of a text with marks; where marks overlap the earlier and longer one stands."""
    ordered = sorted(marks, key=lambda m: (m.span[0], -m.span[1]))
    spans = [(p.span, p.lang) for p in paragraphs] or [((0, len(text)), lang)]
    return [Block(lang=own, pieces=tuple(_cut(text, span, ordered))) for span, own in spans]


def _cut(text: str, span: Span, marks: Sequence[Mark]) -> Iterable[Piece]:
    at, end = span
    for mark in marks:
        start, stop = max(mark.span[0], span[0]), min(mark.span[1], end)
        if start < at or stop <= start:
            continue
        if start > at:
            yield Piece(text=text[at:start])
        yield Piece(text=text[start:stop], kind=mark.kind, note=mark.note, href=mark.href)
        at = stop
    if at < end:
        yield Piece(text=text[at:end])


def layered(marks: Sequence[Mark]) -> list[Mark]:
    """Marks that overlap cut at each other's ends, so that a run under several has the kinds and notes of all."""
    cuts = sorted({at for m in marks for at in m.span})
    found = []
    for start, end in pairwise(cuts):
        over = [m for m in marks if m.span[0] <= start and end <= m.span[1]]
        if over:
            kinds = dict.fromkeys(word for m in over for word in m.kind.split())
            found.append(Mark(span=(start, end), kind=" ".join(kinds), note=" · ".join(dict.fromkeys(m.note for m in over))))
    return found


def marks_of(view: ArticleView) -> list[Mark]:
    """Everything that was read out of an article, as marks."""
    notes = view.notes
    found = [Mark(span=c.span, kind=f"credit {c.kind}", note=c.source or "", href=f"/source/{c.source}" if c.source else None) for c in notes.credits if c.span]
    found += [Mark(span=d.span, kind="date", note=d.value or "–") for d in notes.dates if d.span]
    found += [Mark(span=n.span, kind="number", note=f"{n.what} {n.value if n.value is not None else ''}") for n in notes.numbers if n.span]
    found += [Mark(span=s, kind=f"entity {e.type.lower()}", note=e.name, href=f"/entity/{e.id}") for e in notes.entities for s in (*e.spans, *e.roles)]
    return found
