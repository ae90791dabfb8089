"""khabar eval: the engine scored on a gold file, the figures as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    task: Annotated[str, typer.Argument(help="stories")],
    gold: Annotated[Path, typer.Option(help="A JSONL file of texts with their story, or a gold folder.")],
    threshold: Annotated[float | None, typer.Option(help="Another threshold of the grouper.", show_default=False)] = None,
) -> None:
    """Score the engine on a gold file and print the figures as JSON."""
    from khabar.errors import UsageError
    from khabar.serve.cli.common import print_json
    from khabar.serve.cli.evaluation import TASKS

    if task not in TASKS:
        raise UsageError(f"There is no task {task}.", f"Tasks are: {', '.join(TASKS)}.")
    if not gold.exists():
        raise UsageError(f"There is no {gold}.", "Give a JSONL file with --gold.")
    print_json(TASKS[task](gold, threshold))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="eval")(evaluate)
