"""khabar keyphrases: what marks each day, per language and across."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


def keyphrases(
    day: Annotated[str | None, typer.Option(help="One day, YYYY-MM-DD.", show_default=False)] = None, db: Db = None, as_json: Json = False
) -> None:
    """Show the words and names that mark each day among all days; "*" stands for names across languages."""
    from khabar.serve.cli.common import console, open_engine, print_json, table

    with open_engine(db) as engine:
        found = engine.keyphrases()
    if day:
        found = {key: value for key, value in found.items() if key == day}
    if as_json:
        print_json({key: {lang: list(phrases) for lang, phrases in langs.items()} for key, langs in found.items()})
        return
    rows = [(key, lang, ", ".join(phrases)) for key, langs in found.items() for lang, phrases in langs.items()]
    console().print(table("Keyphrases by day", ("day", "lang", "keyphrases"), rows, wide="keyphrases"))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(keyphrases)
