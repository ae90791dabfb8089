"""khabar stories: what is in the store, the most important or the latest first."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json

ROOMY = 110
"""Columns of a terminal from which topics and weight are shown beside the titles."""


def stories(
    db: Db = None,
    as_json: Json = False,
    lang: Annotated[str | None, typer.Option(help="Only stories with pages in this language; titles in it.", show_default=False)] = None,
    topic: Annotated[str, typer.Option(help="Only stories on this topic: health, politics, an IPTC code or a name.", show_default=False)] = "",
    by: Annotated[str, typer.Option(help="Order: latest or importance.")] = "latest",
    limit: Annotated[int, typer.Option(help="At most so many.")] = 50,
) -> None:
    """List stories: pages, languages, independent origins, weight."""
    from khabar.errors import UsageError
    from khabar.serve.cli.common import console, interval, open_engine, print_json, table

    if by not in ("latest", "importance"):
        raise UsageError(f"Unknown order {by}.", "Orders are: latest, importance.")
    with open_engine(db) as engine:
        found = engine.stories(lang or "", topic=topic)
    if by == "importance":
        found.sort(key=lambda s: -s.importance.score)
    found = found[:limit]
    if as_json:
        from khabar.export.rows import story_row

        print_json([story_row(s) for s in found])
        return
    from khabar.flow.describe.topics import by_code

    cells = [
        {
            "id": s.story.id,
            "first": s.story.first or "?",
            "pages": len(s.story.articles),
            "languages": " ".join(s.story.languages),
            "origins": interval(s.lineage.origins.min, s.lineage.origins.max),
            "title": s.story.titles.get(lang or "", s.story.title),
            "topics": " ".join(by_code()[t.code].key for t in s.story.topics),
            "weight": s.importance.score,
        }
        for s in found
    ]
    out = console()
    columns = ("id", "first", "pages", "languages", "origins", "title", *(("topics", "weight") if out.width >= ROOMY else ()))
    rows = [[row[name] for name in columns] for row in cells]
    out.print(table(f"{len(rows)} stories", columns, rows, wide="title", folds=("languages", "topics")))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(stories)
