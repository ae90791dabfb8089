"""khabar stories: what is in the store, the most important or the latest first."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


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
    from khabar.serve.cli.common import console, open_engine, print_json, table

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

    rows = [
        (
            s.story.id,
            s.story.titles.get(lang or "", s.story.title),
            s.story.first or "?",
            len(s.story.articles),
            " ".join(s.story.languages),
            _interval(s.lineage.origins.min, s.lineage.origins.max),
            " ".join(by_code()[t.code].key for t in s.story.topics),
            s.importance.score,
        )
        for s in found
    ]
    console().print(table(f"{len(rows)} stories", ("id", "title", "first", "pages", "languages", "origins", "topics", "weight"), rows, wide="title"))


def _interval(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(stories)
