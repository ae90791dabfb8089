"""A story's titles, lead, keyphrases, languages and days, chosen from its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from khabar.flow.describe.topics import story_topics
from khabar.flow.group.keyphrases import keyphrases
from khabar.flow.group.leads import lead_of
from khabar.flow.group.titles import clean_title, title_score
from khabar.models import Described, Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def compose(story_id: str, members: Sequence[Described], vectors: Mapping[str, NDArray[np.float32]]) -> Story:
    """The record of a story. Each language's title is its most central informative headline; the default is English or the commonest."""
    ranked = _ranked(members, vectors)
    titles: dict[str, str] = {}
    leads: dict[str, str] = {}
    for member in ranked:
        if member.article.lang not in leads and (lead := lead_of(member)):
            leads[member.article.lang] = lead
        if title := clean_title(member.article.title, member.article.outlet, member.article.lang):
            titles.setdefault(member.article.lang, title)
    days = sorted(d[:10] for m in members if (d := m.article.published.value))
    return Story(
        id=story_id,
        title=titles.get("en") or next(iter(titles.values()), _first_line(ranked)),
        titles=dict(sorted(titles.items())),
        lead=leads.get("en") or next(iter(leads.values()), ""),
        leads=dict(sorted(leads.items())),
        articles=tuple(m.article.id for m in members),
        languages=tuple(sorted({m.article.lang for m in members})),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        keyphrases=keyphrases(members),
        topics=story_topics([m.notes for m in members]),
    )


def _ranked(members: Sequence[Described], vectors: Mapping[str, NDArray[np.float32]]) -> list[Described]:
    """Members, the best headline first: near the story's middle, informative, early."""
    known = [vectors[m.article.id] for m in members if m.article.id in vectors]
    if not known:
        return sorted(members, key=lambda m: (-title_score(m.article.title, m.article.lang), m.article.id))
    middle = sum(known[1:], known[0]) / len(known)

    def rank(member: Described) -> tuple[float, str]:
        vector = vectors.get(member.article.id)
        near = float(vector @ middle) if vector is not None else 0.0
        return -(5 * near + title_score(member.article.title, member.article.lang)), member.article.id

    return sorted(members, key=rank)


def _first_line(ranked: Sequence[Described]) -> str:
    return next((m.article.text[:120].split("\n")[0] for m in ranked if m.article.text), "")
