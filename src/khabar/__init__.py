"""Khabar: one story for all the pages that tell it, and the chain of every page back to its independent origins.

>>> from khabar import Engine
>>> with Engine.open("news.db") as engine:          # doctest: +SKIP
...     engine.ingest(["pages/"])
...     for stored in engine.stories():
...         print(stored.story.title, stored.lineage.origins)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khabar.config import Config
    from khabar.engine import Engine
    from khabar.errors import KhabarError, NotFound, Rejected, Retry, StoreError, Unavailable, UsageError

__version__ = "0.1.0"
__all__ = ["Config", "Engine", "KhabarError", "NotFound", "Rejected", "Retry", "StoreError", "Unavailable", "UsageError", "__version__"]

_HOMES = {"Config": "khabar.config", "Engine": "khabar.engine"}


def __getattr__(name: str) -> object:
    """Public names are loaded when they are first asked for, so that `import khabar` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'khabar' has no attribute {name!r}; it has {', '.join(__all__)}")
    value: object = getattr(import_module(_HOMES.get(name, "khabar.errors")), name)
    return value


def __dir__() -> list[str]:
    return list(__all__)
