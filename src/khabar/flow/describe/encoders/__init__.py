"""Encoders: texts in, vectors out. One method, found by name; `auto` takes the first that works here.

A module of this package (or a sub-package) with `NAME`, `check()` and `make(config)` is an encoder; nothing else has to know it.
"""

from __future__ import annotations

from khabar.flow.describe.encoders.base import Encoder, Kind
from khabar.flow.describe.encoders.registry import ORDER, get, names, statuses

__all__ = ["ORDER", "Encoder", "Kind", "get", "names", "statuses"]
