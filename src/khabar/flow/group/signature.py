"""What grouping needs to know of a page, small enough to keep thousands in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from khabar.models import Described

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Signature(NamedTuple):
    """The evidence of one page. `day` is YYYY-MM-DD or None; `vector` float32[dim] of length one or None."""

    article: str
    lang: str
    day: str | None
    outlet: str | None
    vector: NDArray[np.float32] | None
    names: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]


def signature(described: Described, vector: NDArray[np.float32] | None) -> Signature:
    """The signature of a page from its notes and its vector."""
    article, notes = described.article, described.notes
    return Signature(
        article=article.id,
        lang=article.lang,
        day=(article.published.value or "")[:10] or None,
        outlet=article.outlet,
        vector=vector,
        names=frozenset(e.id for e in notes.entities),
        numbers=frozenset(f"{n.what}:{n.value}" for n in notes.numbers if n.value is not None),
        days=frozenset(d.value for d in notes.dates if d.value and len(d.value) == 10),
    )
