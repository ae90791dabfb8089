"""The one door: `Engine` opens a store and does everything that the command line, the web pages and scripts can ask for."""

from __future__ import annotations

from khabar.engine.engine import Engine

__all__ = ["Engine"]
