"""Text dumps of pages (crawlers, WET files, corpora): the parts found by position, shape and words."""

from __future__ import annotations

from khabar.flow.clean.dump.read import read_dump

__all__ = ["read_dump"]
