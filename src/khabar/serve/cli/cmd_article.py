"""khabar article: one page with everything that was read out of it."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


def article(article_id: Annotated[str, typer.Argument(metavar="ID")], db: Db = None, as_json: Json = False) -> None:
    """Show one article: text, date and how it is known, credits, quotes, grade with reasons."""
    from khabar.export.rows import article_row
    from khabar.serve.cli.common import console, open_engine, print_json
    from khabar.serve.cli.show import show_article

    with open_engine(db) as engine:
        view = engine.article(article_id)
        versions = engine.versions(view.article.id)
    if as_json:
        print_json({**article_row(view), "versions": [{"number": v.number, "seen": v.seen, "title": v.article.title, "text": v.article.text} for v in versions]})
        return
    show_article(console(), view.article, view.notes, view.soundness)
    if versions:
        console().print(f"{len(versions)} earlier texts; the last was first seen {versions[-1].seen}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(article)
