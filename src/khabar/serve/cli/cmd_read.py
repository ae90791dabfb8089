"""khabar read: analyse pages one by one and keep nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Json, Now


def read(paths: Annotated[list[str], typer.Argument(metavar="PATH…")], as_json: Json = False, now: Now = None) -> None:
    """Analyse pages and print what was found; nothing is stored."""
    from khabar.config import load
    from khabar.engine import Engine
    from khabar.errors import Rejected
    from khabar.export.rows import article_row
    from khabar.models import ArticleView
    from khabar.serve.cli.common import console, print_json
    from khabar.serve.cli.show import show_article

    failed, rows = 0, []
    out = console(as_json)
    with Engine.open(":memory:", load(now=now)) as engine:
        for found in engine.read(paths):
            if isinstance(found, Rejected):
                failed += 1
                out.print("[red]failed[/] ", end="")
                out.print(str(found), markup=False)
            elif as_json:
                rows.append(article_row(ArticleView(article=found.article, notes=found.notes, files=(found.article.file or "",))))
            else:
                show_article(out, found.article, found.notes)
                out.rule()
    if as_json:
        print_json(rows)
    if failed:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(read)
