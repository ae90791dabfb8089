"""khabar names: say that two entities are one, or never one; the decisions are the user's own and survive upgrades."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Json, console, print_json, table

app = typer.Typer(no_args_is_help=True, help="Merge or split people, organisations and places by hand.")
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")]


@app.command()
def merge(one: str, other: str, why: Why = "", as_json: Json = False) -> None:
    """Two ids are one thing; ONE stands for both from the next reading on."""
    from khabar.names.decisions import decide

    _show("merge", decide("merge", one, other, why), as_json)


@app.command()
def split(one: str, other: str, why: Why = "", as_json: Json = False) -> None:
    """Two ids are never one thing, whatever their names look like."""
    from khabar.names.decisions import decide

    _show("split", decide("split", one, other, why), as_json)


@app.command()
def undo(number: int, as_json: Json = False) -> None:
    """Take back a decision."""
    from khabar.names.decisions import undo as take_back

    _show("undone", take_back(number), as_json)


@app.command("list")
def show(as_json: Json = False) -> None:
    """All decisions about names."""
    from khabar.names.decisions import decisions

    known = decisions()
    if as_json:
        print_json(known)
        return
    rows = [(d.number, d.kind, d.one, d.other, d.made[:10], "undone" if d.undone else "", d.why) for d in known]
    console().print(table("Decisions about names", ("no.", "kind", "one", "other", "made", "", "why"), rows, wide="why"))


def _show(what: str, decision: object, as_json: bool) -> None:
    if as_json:
        print_json(decision)
        return
    number, one, other = (getattr(decision, f) for f in ("number", "one", "other"))
    console().print(f"{number}: {what} {one} · {other}. Pages read from now on follow it; khabar names undo {number} takes it back.")


def register(root: typer.Typer) -> None:
    """Add the commands."""
    root.add_typer(app, name="names")
