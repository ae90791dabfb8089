"""khabar relations: what two actors did to each other, how often, how friendly or hostile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from khabar.serve.cli.common import Db, Json

if TYPE_CHECKING:
    from khabar.flow.narrate.relations import Relation


def relations(
    a: Annotated[str, typer.Argument(metavar="A", help="An actor: an id, or a name in any script.")],
    b: Annotated[str | None, typer.Argument(metavar="B", help="The other actor; without one, all that A deals with.", show_default=False)] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Counts and tone of events between actors over time: from −10 (armed attack) to +10. A state acts through its officials too."""
    from khabar.serve.cli.common import console, open_engine, print_json, table

    with open_engine(db) as engine:
        found = [engine.relation(a, b)] if b else list(engine.who(a).relations)
    if as_json:
        print_json(found[0] if b else found)
        return
    columns = ("pair", "events", "cooperation", "conflict", "tone", "first", "last")
    console().print(table("relations", columns, [_row(r) for r in found], wide="pair"))
    if b and found[0].months:
        rows = [(m.month, m.cooperation, m.conflict, f"{m.tone:+.1f}") for m in found[0].months]
        console().print(table("by month", ("month", "cooperation", "conflict", "tone"), rows))


def _row(r: Relation) -> tuple[object, ...]:
    return f"{r.a} – {r.b}", r.events, r.cooperation, r.conflict, "–" if r.tone is None else f"{r.tone:+.1f}", r.first or "?", r.last or "?"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(relations)
