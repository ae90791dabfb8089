"""An article in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from khabar.flow.clean.versions import Edit, Revision
from khabar.models import Article, Notes, Soundness
from khabar.serve.cli.common import isolate, outlet_of, table

if TYPE_CHECKING:
    from rich.console import Console


def show_article(out: Console, article: Article, notes: Notes, grade: Soundness | None = None) -> None:
    """Title, date, text and notes of an article."""
    out.print(isolate(article.title or "(no title)"), style="bold")
    published = article.published
    out.print(isolate(f"{article.lang} · {outlet_of(article)} · {published.value or 'no date'} ({published.origin}: {published.why})"))
    if notes.topics:
        out.print("on: " + ", ".join(f"{t.name} {t.confidence:.2f}" for t in notes.topics))
    if article.upstream:
        out.print(isolate("the page says of itself: " + ", ".join(f"{k} {v}" for k, v in article.upstream.items())), style="dim")
    out.print()
    out.print(isolate(article.text))
    out.print()
    _table(out, "sources", ("source", "kind", "words", "where"), [(c.source or "?", c.kind, c.surface, c.where) for c in notes.credits], "words")
    _table(out, "quotes", ("speaker", "direct", "words"), [(q.speaker or q.surface or "?", "yes" if q.direct else "no", q.content) for q in notes.quotes], "words")
    _table(out, "names", ("id", "type", "as written", "times"), [(e.id, e.type, e.surface, len(e.spans)) for e in notes.entities], "as written")
    _table(out, "dates", ("words", "day"), [(d.surface, d.value or "too vague") for d in notes.dates], "words")
    _table(out, "numbers", ("what", "value", "words"), [(n.what, f"{n.bound} {n.value:g}" if n.value is not None else "?", n.surface) for n in notes.numbers], "words")
    if grade:
        rows = [(r.rule, f"{r.points:+g}", r.says) for r in grade.reasons]
        _table(out, f"grade {grade.grade}, {grade.score} of 100", ("rule", "points", "reason"), rows, "reason")
    if article.dropped:
        out.print(f"{len(article.dropped)} pieces of the page were left out (see --json for each with its reason)", style="dim")


def show_revisions(out: Console, article: Article, edited: Sequence[Revision]) -> None:
    """What was edited from each text of an article to the next: taken out in red brackets, put in in green ones."""
    out.print(isolate(article.title or "(no title)"), style="bold")
    if not edited:
        out.print("One text only: the page has not been seen with another.")
    for revision in edited:
        told = "the page says that it was changed" if revision.announced else "nothing on the page says so: a silent edit"
        out.print(f"\ntext {revision.number} → {revision.number + 1}, first seen {revision.seen} ({told})", style="bold" if revision.announced else "bold yellow")
        if not revision.edits:
            out.print("only spacing or marks differ", style="dim")
        for edit in revision.edits:
            out.print(_edit(edit))


def _edit(edit: Edit) -> Text:
    """One edit as a line: "title:", "added:" …, then the words with their marks."""
    line = Text(f"{edit.kind}: ", style="bold")
    for kind, words in edit.parts:
        opened, closed, style = {"out": ("[-", "-] ", "not bold red"), "put": ("{+", "+} ", "not bold green")}.get(kind, ("", "", "not bold"))
        line.append(f"{opened}{words}{closed}", style=style)
    return line


def _table(out: Console, title: str, columns: tuple[str, ...], rows: Sequence[tuple[object, ...]], wide: str) -> None:
    if rows:
        out.print(table(title, columns, rows, wide=wide))
