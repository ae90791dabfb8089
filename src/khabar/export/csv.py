"""CSV: one row an article, for spreadsheets. UTF-8; cells that a spreadsheet would run as a formula are quoted with an apostrophe."""

from __future__ import annotations

import csv
from typing import TextIO

from khabar.export.base import Archive
from khabar.models import ArticleView

NAME = "csv"
COLUMNS = ("id", "story", "saga", "lang", "outlet", "published", "published_from", "title", "url", "file", "credits", "topics", "grade", "score", "text")


def write(archive: Archive, out: TextIO) -> None:
    """Write a header and a row for every article (RFC 4180)."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for view in archive.articles:
        writer.writerow([_safe(cell) for cell in _row(view)])


def _row(view: ArticleView) -> list[str]:
    article, grade = view.article, view.soundness
    credits = dict.fromkeys(c.source for c in view.notes.credits if c.source)
    return [
        article.id, view.story or "", view.saga or "", article.lang, article.outlet or "", article.published.value or "",
        article.published.origin, article.title, article.url or "", article.file or "", " ".join(credits), "; ".join(t.name for t in view.notes.topics),
        grade.grade if grade else "", str(grade.score) if grade else "", article.text,
    ]  # fmt: skip


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
