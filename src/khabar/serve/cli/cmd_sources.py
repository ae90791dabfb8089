"""khabar sources: outlets, agencies and bodies in the store; --unknown lists names that no data file holds."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


def sources(
    db: Db = None,
    as_json: Json = False,
    unknown: Annotated[bool, typer.Option("--unknown", help="Only those that no data file knows.")] = False,
    limit: Annotated[int, typer.Option(help="At most so many.")] = 60,
) -> None:
    """Who publishes, whom they copy, who copies them, how often without credit."""
    from khabar import sources as known
    from khabar.serve.cli.common import console, open_engine, print_json, table

    with open_engine(db) as engine:
        found = [s for s in engine.sources() if not unknown or known.get(s.id) is None][:limit]
    if as_json:
        print_json(found)
        return

    def share(value: float | None) -> str:
        return "–" if value is None else f"{value:.0%}"

    def hours(value: float | None) -> str:
        return "–" if value is None else f"{value:g} h"

    rows = [
        (s.id, s.country or "?", len(s.articles), share(s.original_share), share(s.uncredited_share), hours(s.hours_behind), s.cited_by,
         ", ".join(k for k, _ in s.copies_from[:4]))
        for s in found
    ]
    console().print(table(f"{len(rows)} sources", ("id", "in", "pages", "own", "uncredited", "behind", "named by", "takes from"), rows, wide="takes from"))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(sources)
