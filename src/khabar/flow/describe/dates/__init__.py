"""The dated expressions of an article, resolved against its day of publication."""

from __future__ import annotations

from khabar.flow.describe.dates.find import find_dates

__all__ = ["find_dates"]
