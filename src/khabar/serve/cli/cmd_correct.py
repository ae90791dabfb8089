"""khabar correct, corrections: decisions by hand, kept apart from what was computed, listed and undoable."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json

KINDS = ("merge", "split", "redate", "recredit")


def correct(
    kind: Annotated[str, typer.Argument(help="merge, split, redate or recredit")],
    target: Annotated[str, typer.Argument(help="A story (merge) or an article")],
    value: Annotated[str, typer.Argument(help="The other story, the day, or the source (-SOURCE takes one away)")] = "",
    why: Annotated[str, typer.Option(help="The reason, kept with it.")] = "",
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Merge two stories, take a page out of its story, set a page's day, add or take away a source."""
    from khabar.errors import UsageError
    from khabar.models import Correction
    from khabar.serve.cli.common import console, open_engine, print_json

    if kind not in KINDS:
        raise UsageError(f"There is no correction {kind}.", f"Corrections are: {', '.join(KINDS)}.")
    if kind != "split" and not value:
        raise UsageError(f"{kind} needs a value.", "See: khabar correct --help")
    with open_engine(db) as engine:
        kept = engine.correct(Correction(kind=kind, target=target, value=value, why=why))  # type: ignore[arg-type]
    if as_json:
        print_json(kept)
    else:
        console().print(f"correction {kept.id} is in force; take it back with: khabar corrections --undo {kept.id}")


def corrections(
    undo: Annotated[int | None, typer.Option(metavar="NUMBER", help="Take this one back.", show_default=False)] = None,
    all_: Annotated[bool, typer.Option("--all", help="Those taken back too.")] = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """List decisions by hand, or take one back."""
    from khabar.serve.cli.common import console, open_engine, print_json, table

    with open_engine(db) as engine:
        if undo is not None:
            engine.undo(undo)
        found = engine.corrections(all_)
    if as_json:
        print_json(found)
        return
    rows = [(c.id, c.kind, c.target, c.value, c.made[:16], (c.undone or "")[:16], c.why) for c in found]
    console().print(table(f"{len(rows)} corrections", ("number", "kind", "target", "value", "made", "undone", "why"), rows, wide="why"))


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(correct)
    app.command()(corrections)
