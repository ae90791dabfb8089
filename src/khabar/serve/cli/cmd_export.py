"""khabar export: everything, or one story, in one of the formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from khabar.serve.cli.common import Db


def export(
    form: Annotated[str, typer.Option("--format", "-f", help="jsonl, csv, rss, jsonfeed, ftm, graphml …")] = "jsonl",
    story: Annotated[str | None, typer.Option(help="Only this story.", show_default=False)] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; default: stdout.", show_default=False)] = None,
    db: Db = None,
) -> None:
    """Write everything, or one story, in a format that other programs read."""
    from khabar.export import export as write
    from khabar.serve.cli.common import open_engine

    with open_engine(db) as engine:
        archive = engine.archive(story)
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        write(form, archive, sys.stdout)
        return
    with output.open("w", encoding="utf-8", newline="\n") as handle:
        write(form, archive, handle)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)
