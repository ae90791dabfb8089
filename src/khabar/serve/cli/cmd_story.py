"""khabar story: one story with its pages, origins and disagreements."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json, interval, outlet_of


def story(story_id: Annotated[str, typer.Argument(metavar="ID")], db: Db = None, as_json: Json = False) -> None:
    """Show one story: its pages with grades, its independent origins and why, where they disagree."""
    from khabar.export.rows import article_row, story_row
    from khabar.serve.cli.common import console, isolate, open_engine, print_json, table

    with open_engine(db) as engine:
        stored = engine.story(story_id)
        views = list(engine.articles(stored.story.articles))
    if as_json:
        print_json({**story_row(stored), "pages": [article_row(v) for v in views]})
        return
    out, told, lineage = console(), stored.story, stored.lineage
    out.print(isolate(told.title), style="bold")
    for lang, title in told.titles.items():
        out.print(isolate(f"  {lang}  {title}"))
    origins = lineage.origins
    out.print(f"\nindependent origins: [bold]{interval(origins.min, origins.max)}[/]; weight {stored.importance.score}; saga {told.saga or '–'}")
    for key in origins.ids:
        out.print(isolate(f"  {key}: {origins.why.get(key, '')}"))
    if lineage.common_link:
        out.print(f"  every chain passes through [bold]{lineage.common_link}[/]")
    rows = [
        (v.article.id, v.article.lang, outlet_of(v.article), (v.article.published.value or "?")[:16].replace("T", " "), v.soundness.grade if v.soundness else "–", v.article.title)
        for v in views
    ]
    out.print(table("pages", ("id", "lang", "outlet", "published", "grade", "title"), rows, wide="title", folds=("outlet", "published")))
    values = [
        (f"{d.what} (series)" if d.series else d.what, d.scope or x.scope or "", x.value + (" (latest)" if x.latest else ""), x.origin or "?", len(x.articles))
        for d in stored.narrative.disagreements
        for x in d.values
    ]
    if values:
        out.print(table("where origins disagree", ("what", "of", "value", "origin", "pages"), values, wide="value"))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(story)
