"""khabar search: words and meaning, across languages."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY")],
    db: Db = None,
    as_json: Json = False,
    limit: Annotated[int, typer.Option(help="At most so many.")] = 15,
) -> None:
    """Find articles by words and by meaning, whatever language they are in."""
    from khabar.serve.cli.common import console, open_engine, print_json, table

    with open_engine(db) as engine:
        hits = engine.search(" ".join(query), limit)
    if as_json:
        print_json(hits)
        return
    rows = [(h.article, h.lang, h.outlet or "?", (h.published or "?")[:10], h.title) for h in hits]
    console().print(table(f"{len(rows)} articles", ("id", "lang", "outlet", "day", "title"), rows, wide="title"))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(search)
