"""khabar article: one page with everything that was read out of it."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from khabar.serve.cli.common import Db, Json


def article(
    article_id: Annotated[str, typer.Argument(metavar="ID")],
    versions: Annotated[bool, typer.Option("--versions", help="Show what was edited since the page was first read.")] = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show one article: text, date and how it is known, credits, quotes, grade with reasons."""
    from khabar.export.rows import article_row
    from khabar.serve.cli.common import console, open_engine, print_json
    from khabar.serve.cli.show import show_article, show_revisions

    with open_engine(db) as engine:
        view = engine.article(article_id)
        earlier, edited = engine.versions(view.article.id), engine.revisions(view.article.id)
    if as_json:
        texts = [{"number": v.number, "seen": v.seen, "title": v.article.title, "text": v.article.text} for v in earlier]
        print_json({**article_row(view), "versions": texts, "revisions": [msgspec.to_builtins(r) for r in edited]})
    elif versions:
        show_revisions(console(), view.article, edited)
    else:
        show_article(console(), view.article, view.notes, view.soundness)
        if edited:
            console().print(f"{len(edited)} earlier texts; the text last changed {edited[-1].seen} (see --versions)")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(article)
