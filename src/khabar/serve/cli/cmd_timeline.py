"""khabar timeline: dated events of a story, a saga, an entity or a pair of actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from khabar.serve.cli.common import Db, Json

if TYPE_CHECKING:
    from khabar.models import Fact


def timeline(
    item: Annotated[str | None, typer.Argument(metavar="ID", help="A story or a saga.", show_default=False)] = None,
    entity: Annotated[str | None, typer.Option(help="Events of one actor.", show_default=False)] = None,
    between: Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="Events between two actors.", show_default=False)] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """List dated events in order; what pages only recall stands at its own day."""
    from khabar.errors import UsageError
    from khabar.serve.cli.common import console, open_engine, print_json, stacked, table

    if not (item or entity or between):
        raise UsageError("Nothing was named.", "Give a story or saga id, --entity NAME, or --between A B.")
    with open_engine(db) as engine:
        found = engine.timeline(item, entity, between)
    if as_json:
        import msgspec

        from khabar.flow.narrate.relations import tone_of

        print_json([{**msgspec.to_builtins(fact), "story": story, "tone": tone_of(fact.type)} for story, fact in found])
        return
    rows = [(_day(f), len(f.articles), f"{f.actor or '?'} {f.type} {f.target or ''}".rstrip(), f.evidence) for _, f in found]
    made = table(f"{len(rows)} events", ("day", "pages", "who did what to whom, and in whose words"), (), wide="who did what to whom, and in whose words")
    for day, pages, deed, words in rows:
        made.add_row(day, str(pages), stacked(deed, words))
    console().print(made)


def _day(fact: Fact) -> str:
    """The day as far as it is known, a range on two lines; what pages only recall is marked."""
    day = (fact.date or "?").replace("/", "\n")
    return f"{day}\n(recalled)" if fact.background else day


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(timeline)
