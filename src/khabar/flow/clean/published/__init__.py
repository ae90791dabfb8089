"""The day of publication: read from what the page states, or inferred from what its text implies."""

from __future__ import annotations

from khabar.flow.clean.published.clues import DateClue
from khabar.flow.clean.published.infer import infer_published
from khabar.flow.clean.published.read import read_published

__all__ = ["DateClue", "infer_published", "read_published"]
