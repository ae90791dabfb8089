"""HTML pages: metadata, body and what stands around it."""

from __future__ import annotations

from khabar.flow.clean.html.read import read_html

__all__ = ["read_html"]
