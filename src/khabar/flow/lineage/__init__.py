"""lineage -> Link: who repeats whom, down to independent origins."""

from __future__ import annotations

from khabar.flow.lineage.trace import trace

__all__ = ["trace"]
