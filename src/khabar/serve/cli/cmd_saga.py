"""khabar saga: stories that belong together over months."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


def saga(saga_id: Annotated[str | None, typer.Argument(metavar="ID", show_default=False)] = None, db: Db = None, as_json: Json = False) -> None:
    """Show one saga with its stories in order, or list all sagas."""
    from khabar.export.rows import saga_row
    from khabar.serve.cli.common import console, open_engine, print_json, table

    with open_engine(db) as engine:
        found = [engine.saga(saga_id)] if saga_id else engine.sagas()
        told = {s.story.id: s.story for s in engine.stories()}
    if as_json:
        print_json(saga_row(found[0]) if saga_id else [saga_row(g) for g in found])
        return
    for one in found:
        rows = [(i, told[i].first or "?", len(told[i].articles), told[i].title) for i in one.stories if i in told]
        console().print(table(f"{one.id}  {one.title}  ({one.why[0]})", ("story", "first", "pages", "title"), rows, wide="title"))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(saga)
