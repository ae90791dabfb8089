"""Commands are found, not listed: every `cmd_*.py` beside this file that has a `register(app)`."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import typer

ORDER = ("demo", "ingest", "stories", "story", "article", "trace", "serve", "export")
"""Commands that stand first in the help; the others follow by name."""


def add_commands(app: typer.Typer) -> None:
    """Let every command module add itself."""
    import khabar.serve.cli as package

    found = [info.name for info in pkgutil.iter_modules(package.__path__) if info.name.startswith("cmd_")]
    rank = {f"cmd_{name}": place for place, name in enumerate(ORDER)}
    for name in sorted(found, key=lambda n: (rank.get(n, len(rank)), n)):
        import_module(f"khabar.serve.cli.{name}").register(app)
