"""khabar ingest: pages into the store."""

from __future__ import annotations

from typing import Annotated

import typer

from khabar.serve.cli.common import Db, Json, Now


def ingest(
    inputs: Annotated[list[str], typer.Argument(metavar="PATH|URL|FEED…", help="Files, directories, addresses or feeds.")],
    db: Db = None,
    as_json: Json = False,
    now: Now = None,
    encoder: Annotated[str | None, typer.Option(help="Encoder for a new store; see: khabar doctor", show_default=False)] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that read pages; 0 chooses.", show_default=False)] = None,
) -> None:
    """Read, group, trace, score and keep pages. Safe to repeat; a stopped run is taken up by the next."""
    from khabar.serve.cli.common import console, open_engine, print_json
    from khabar.serve.cli.progress import Bar

    out = console(as_json)
    with open_engine(db, now, create=True, encoder=encoder, workers=workers) as engine, Bar(out, inputs) as bar:
        report = engine.ingest(inputs, bar.page, bar.step)
    if as_json:
        print_json(report)
    else:
        out.print(f"[bold]{report.new}[/] new, {report.versions} new versions, {report.duplicates} known already, "
                  f"{len(report.failed)} failed; [bold]{report.stories}[/] stories in {report.seconds:.1f} s.")  # fmt: skip
    for failure in report.failed:
        out.print(f"[red]failed[/] ({failure.error}) ", end="")
        out.print(failure.why, markup=False)
    if report.failed:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(ingest)
