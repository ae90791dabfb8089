"""What grouping needs to know of a page, small enough to keep thousands in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from khabar.flow.group.season import named_days
from khabar.flow.group.tokens import numbers, words
from khabar.models import Described

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Signature(NamedTuple):
    """The evidence of one page.

    `day` is the publication day YYYY-MM-DD or None; `low`/`high` bound it where only bounds are known; `vector` is float32[dim] of
    length one, or None; `words` are skeletons with their counts; `names` entity ids; `days` the days that the text speaks of; `seasons` and `opens` the
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
    days: frozenset[str]
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
        days=frozenset(d.value for d in notes.dates if d.value and len(d.value) == 10),
        seasons=seasons,
        opens=opens,
        size=len(text),
    )
