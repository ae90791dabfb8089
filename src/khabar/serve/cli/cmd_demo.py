"""khabar demo: the bundled example pages in a store, shown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from khabar.serve.cli.common import Db, interval


def example_pages() -> Path:
    """Where the example pages lie: inside the installed package, or in the source tree. Raises `NotFound`."""
    from khabar.errors import NotFound

    package = Path(__file__).parents[2]
    for place in (package / "examples" / "pages", package.parents[1] / "examples" / "pages"):
        if place.is_dir():
            return place
    raise NotFound("The example pages are not installed.", "Install khabar again, or use your own pages: khabar ingest PATH")


def demo(
    serve: Annotated[bool, typer.Option("--serve", help="Open the web pages afterwards.")] = False,
    port: Annotated[int, typer.Option(help="Port of the web pages.")] = 8377,
    db: Db = None,
) -> None:
    """Load the bundled example pages into a store and show the stories; --serve opens the web pages."""
    from khabar.config import data_dir
    from khabar.serve.cli.cmd_serve import run_server
    from khabar.serve.cli.common import console, open_engine, table
    from khabar.serve.cli.progress import Bar

    out, pages = console(), str(example_pages())
    where = db or str(data_dir() / "demo.db")
    with open_engine(where, create=True) as engine:
        with Bar(out, [pages]) as bar:
            report = engine.ingest([pages], bar.page, bar.step)
        out.print(f"{report.new} new pages, {report.duplicates} known already, {report.stories} stories in {report.seconds:.1f} s ({where})")
        rows = [
            (s.story.first or "?", len(s.story.articles), " ".join(s.story.languages), interval(s.lineage.origins.min, s.lineage.origins.max), s.story.title)
            for s in engine.stories()
        ]
        out.print(table("stories of the example pages", ("first", "pages", "languages", "origins", "title"), rows, wide="title"))
        if serve:
            run_server(engine, "127.0.0.1", port, None)
        else:
            out.print(f"Look on: khabar stories --db {where}   khabar serve --db {where}", markup=False)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)
