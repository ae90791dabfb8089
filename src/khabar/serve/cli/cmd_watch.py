"""khabar watch: polls feeds and tells of new stories and of new origins."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED|URL|PATH…")],
    every: Annotated[int, typer.Option(metavar="SECONDS", min=30, help="Pause between two rounds.")] = 600,
    rounds: Annotated[int, typer.Option(help="Stop after so many rounds; 0 goes on.")] = 0,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Poll feeds, take in what is new, and tell of stories that are new or gained an independent origin."""
    from khabar.serve.cli.common import console, isolate, open_engine, print_json

    out = console(as_json)
    with open_engine(db, create=True) as engine:
        known = {s.story.id: s.lineage.origins.min for s in engine.stories()}
        done = 0
        while True:
            report = engine.ingest(feeds)
            for stored in engine.stories():
                origins = stored.lineage.origins.min
                if origins > known.get(stored.story.id, -1):
                    news = "new story" if stored.story.id not in known else "new origin"
                    if as_json:
                        print_json({"alert": news, "story": stored.story.id, "title": stored.story.title, "origins": origins})
                    else:
                        out.print(isolate(f"{news}: {stored.story.title} ({stored.story.id}, {origins} origins)"))
                    known[stored.story.id] = origins
            out.print(f"{report.read} read, {report.new} new, {len(report.failed)} failed", style="dim")
            done += 1
            if rounds and done >= rounds:
                return
            time.sleep(every)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(watch)
