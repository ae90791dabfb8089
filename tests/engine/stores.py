"""What tests of the engine ask of a store."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from khabar.engine import Engine
from khabar.export.jsonl import rows

Open = Callable[..., Engine]


def exported(engine: Engine) -> list[dict[str, Any]]:
    """Everything that the store exports, as plain objects."""
    found: list[dict[str, Any]] = json.loads(json.dumps(list(rows(engine.archive()))))
    return found


def partition(engine: Engine) -> set[frozenset[str]]:
    """Stories as sets of articles, whatever their ids."""
    return {frozenset(s.story.articles) for s in engine.stories()}
