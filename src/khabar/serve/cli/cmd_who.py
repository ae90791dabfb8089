"""khabar who: what the store knows of a person, an organisation or a place."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


def who(name: Annotated[str, typer.Argument(metavar="NAME", help="An id, or a name in any script.")], db: Db = None, as_json: Json = False) -> None:
    """Names in every script, quotes, stories and company of an entity."""
    from khabar.serve.cli.common import console, isolate, open_engine, print_json, table

    with open_engine(db) as engine:
        found = engine.who(name)
        told = {s.story.id: s.story for s in engine.stories()}
    if as_json:
        print_json(found)
        return
    out = console()
    out.print(f"[bold]{found.name}[/]  {found.id}  {found.type}; {len(found.articles)} articles, {found.first or '?'} – {found.last or '?'}")
    for role in found.roles:
        out.print(isolate(f"  {role}"))
    out.print(table("names", ("lang", "as written"), [(lang, " · ".join(names)) for lang, names in found.names.items()], wide="as written"))
    if found.called:
        titles = [(r.lang, r.title, r.first or "?", r.last or "?", len(r.articles)) for r in found.called]
        out.print(table("called", ("lang", "title", "first", "last", "pages"), titles, wide="title"))
    for title, quotes in (("quotes", found.quotes), ("said of it by others", found.quotes_about)):
        if quotes:
            rows = [((q.published or "?")[:10], q.lang, q.outlet or "?", q.quote.content) for q in quotes]
            out.print(table(title, ("day", "lang", "outlet", "words"), rows, wide="words"))
    out.print(table("stories", ("id", "first", "title"), [(s, told[s].first or "?", told[s].title) for s in found.stories if s in told], wide="title"))
    out.print("with: " + ", ".join(f"{key} ({count})" for key, count in found.related))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(who)
