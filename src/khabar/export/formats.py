"""The table of export formats: a module of this package with `NAME` and `write(archive, out)` is one."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import TextIO

from khabar.errors import UsageError
from khabar.export.base import Archive

Write = Callable[[Archive, TextIO], None]


@lru_cache(maxsize=1)
def formats() -> dict[str, Write]:
    """Format name -> its writer, found by looking at the modules beside this one."""
    import khabar.export as package

    found: dict[str, Write] = {}
    for info in pkgutil.iter_modules(package.__path__):
        module = import_module(f"khabar.export.{info.name}")
        if hasattr(module, "NAME") and hasattr(module, "write"):
            found[module.NAME] = module.write
    return dict(sorted(found.items()))


def export(name: str, archive: Archive, out: TextIO) -> None:
    """Write `archive` to `out` in the format `name`. Raises `UsageError` for an unknown one, naming those that exist."""
    if name not in formats():
        raise UsageError(f"There is no export format {name}.", f"Formats are: {', '.join(formats())}.")
    formats()[name](archive, out)
