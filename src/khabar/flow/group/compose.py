"""A story's titles, languages and days, chosen from its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from khabar.models import Described, Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def compose(story_id: str, members: Sequence[Described], vectors: Mapping[str, NDArray[np.float32]]) -> Story:
    """The record of a story. Each language's title is that of its most central page, the default English or the commonest."""
    titles: dict[str, str] = {}
    for member in members:
        if member.article.title:
            titles.setdefault(member.article.lang, member.article.title)
    languages = sorted({m.article.lang for m in members})
    days = sorted(d[:10] for m in members if (d := m.article.published.value))
    return Story(
        id=story_id,
        title=titles.get("en") or next(iter(titles.values()), ""),
        titles=titles,
        articles=tuple(m.article.id for m in members),
        languages=tuple(languages),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
