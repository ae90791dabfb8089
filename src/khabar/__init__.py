"""Khabar: one story for all the pages that tell it, and the chain of every page back to its independent origins."""

from __future__ import annotations

__version__ = "0.1.0"
