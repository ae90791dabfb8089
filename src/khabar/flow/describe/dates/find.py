"""Find the dated expressions of one article: paragraph by paragraph, each in its own language."""

from __future__ import annotations

from datetime import date

from khabar.flow.describe.document import Document
from khabar.languages import dates
from khabar.models import DateMention, Paragraph, Published


def day_of(published: Published) -> date | None:
    """The day of publication, or None where it is unknown.

    >>> day_of(Published(value="2023-09-22T10:00:00+07:00"))
    datetime.date(2023, 9, 22)
    """
    try:
        return date.fromisoformat(published.value[:10]) if published.value else None
    except ValueError:
        return None


def find_dates(doc: Document) -> tuple[DateMention, ...]:
    """Date expressions of the body in order, with spans in `Article.text`.

    Those that need the day of publication stay without a value where it is unknown.
    """
    anchor = day_of(doc.article.published)
    found: list[DateMention] = []
    for start, end, lang in _stretches(doc):
        for item in dates.find(doc.text[start:end], lang, anchor, folded=doc.folded[start:end]):
            span = start + item.span[0], start + item.span[1]
            found.append(DateMention(surface=item.surface, value=item.value, span=span, kind=item.kind))
    return tuple(found)


def _stretches(doc: Document) -> list[tuple[int, int, str]]:
    """The body in runs of paragraphs of one language, so that "that day" reaches back over a paragraph's end."""
    paragraphs = doc.article.paragraphs or (Paragraph(span=(0, len(doc.text)), lang=doc.lang),)
    runs: list[tuple[int, int, str]] = []
    for paragraph in paragraphs:
        if runs and runs[-1][2] == paragraph.lang:
            runs[-1] = runs[-1][0], paragraph.span[1], paragraph.lang
        else:
            runs.append((*paragraph.span, paragraph.lang))
    return runs
