"""Date expressions in text: found, and resolved against the day of publication.

One engine over each language's `dates.toml` and the CLDR tables; see docs/dates.md for the format of the data.
"""

from __future__ import annotations

from khabar.languages.dates.engine import find, parse_day, resolve, scan
from khabar.languages.dates.model import Expression, FoundDate

__all__ = ["Expression", "FoundDate", "find", "parse_day", "resolve", "scan"]
