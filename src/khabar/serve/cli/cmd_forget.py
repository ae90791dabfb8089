"""khabar forget: remove articles with everything derived from them."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json


def forget(
    article: Annotated[str | None, typer.Option(metavar="ID", help="One article.", show_default=False)] = None,
    outlet: Annotated[str | None, typer.Option(metavar="ID", help="All of an outlet.", show_default=False)] = None,
    between: Annotated[tuple[str, str] | None, typer.Option(metavar="DAY DAY", help="All published in a range of days.", show_default=False)] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Remove an article, an outlet or a range of days, with all that was derived from them. There is no way back."""
    from khabar.serve.cli.common import console, open_engine, print_json

    if not yes:
        typer.confirm("Remove them for good?", abort=True, err=True)
    with open_engine(db) as engine:
        count = engine.forget(article, outlet, between)
    if as_json:
        print_json({"forgotten": count})
    else:
        console().print(f"{count} articles forgotten")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(forget)
