"""What both readers, of HTML and of text dumps, hand to `page`: the parts of a page before they are joined to an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from khabar.flow.clean.language import Languages
from khabar.flow.clean.wording import Wording
from khabar.models import Dropped, Margin


class Extracted:
    """Parts of one page. `bylines` are lines with author or date as they stand; `meta` holds what the HTML head says."""

    def __init__(
        self, *, title: str, paragraphs: Sequence[str], margins: Sequence[Margin], dropped: Sequence[Dropped], languages: Languages,
        words: Wording, bylines: Sequence[str], site_name: str, lines: Sequence[str], meta: Any = None, form: str = "article",
    ) -> None:  # fmt: skip
        self.title = title
        self.paragraphs = list(paragraphs)
        self.margins = list(margins)
        self.dropped = list(dropped)
        self.languages = languages
        self.words = words
        self.bylines = list(bylines)
        self.site_name = site_name
        self.lines = list(lines)
        self.meta = meta
        self.form = form
