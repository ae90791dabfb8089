"""What grouping needs to know of a page, small enough to keep thousands in memory."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from khabar.flow.group.season import named_days
from khabar.flow.group.tokens import numbers, words
from khabar.models import Described

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


SHORT_CHARS = 250
"""Below this a text is a headline or one sentence, and its vector says the subject rather than the event."""
TOLD_WITHIN = timedelta(days=30)
"""How long before its publication a short text may place what it tells."""


class Signature(NamedTuple):
    """The evidence of one page.

    `day` is the publication day YYYY-MM-DD or None; `low`/`high` bound it where only bounds are known; `vector` is float32[dim] of
    length one, or None; `words` are skeletons with their counts; `names` entity ids; `told` the day YYYY-MM-DD of what a short dated text tells, where it names one; `seasons` and `opens` the
    days of the year that an undated text names without a year, anywhere and in its lead (see `season`); `size` the length of the text in
    characters.
    """

    article: str
    lang: str
    day: str | None
    outlet: str | None
    vector: NDArray[np.float32] | None
    words: Mapping[str, int]
    numbers: frozenset[str]
    names: frozenset[str]
    told: str | None
    seasons: frozenset[int]
    opens: frozenset[int]
    size: int


def signature(described: Described, vector: NDArray[np.float32] | None) -> Signature:
    """The signature of a page from its text, its notes and its vector."""
    article, notes = described.article, described.notes
    text = f"{article.title} {article.text}"
    dated = article.published.origin == "page"
    seasons, opens = (frozenset[int](), frozenset[int]()) if dated else named_days(article.title, article.text, article.lang)
    return Signature(
        article=article.id,
        lang=article.lang,
        day=(article.published.value or "")[:10] or None,
        outlet=article.outlet,
        vector=vector,
        words=words(text, article.lang),
        numbers=numbers(text),
        names=frozenset(e.id for e in notes.entities),
        told=_day_told(described) if len(text) < SHORT_CHARS else None,
        seasons=seasons,
        opens=opens,
        size=len(text),
    )


def _day_told(described: Described) -> str | None:
    """The latest day that the text names up to its publication. Digests and almanacs print one sentence days or weeks after its event."""
    published = described.article.published
    if published.origin != "page" or not published.value:
        return None
    last = published.value[:10]
    first = (date.fromisoformat(last) - TOLD_WITHIN).isoformat()
    return max((d.value for d in described.notes.dates if d.value and len(d.value) == 10 and first <= d.value <= last), default=None)
