"""One file per format. `export(format, archive, out)` writes everything that `archive` holds."""

from __future__ import annotations

from khabar.export.base import Archive
from khabar.export.formats import export, formats

__all__ = ["Archive", "export", "formats"]
