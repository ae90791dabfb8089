"""Sources as the store meets them: what they publish, whom they take from, how fast, and how often without credit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING

from khabar.models import Record

if TYPE_CHECKING:
    from khabar.engine.engine import Engine


class SourceView(Record, frozen=True, kw_only=True):
    """An outlet, agency or body as the store meets it."""

    id: str
    name: str
    type: str | None
    country: str | None
    articles: tuple[str, ...] = ()
    original_share: float | None = None
    uncredited_share: float | None = None
    copies_from: tuple[tuple[str, int], ...] = ()
    copied_by: tuple[tuple[str, int], ...] = ()
    cited_by: int = 0
    hours_behind: float | None = None
    """Median hours from a page that it took from to its own, where both state a time; a negative one is a wrong clock."""
    hours_ahead: float | None = None
    """Median hours until others took from it."""


def source_views(engine: Engine) -> list[SourceView]:
    """Every source that published, was credited or was linked to, the most productive first."""
    from khabar import sources
    from khabar.export.rows import source_rows

    archive = engine.archive()
    outlet = {v.article.id: v.article.outlet for v in archive.articles}
    uncredited: dict[str, list[bool]] = defaultdict(list)
    copies: dict[str, Counter[str]] = defaultdict(Counter)
    copied: dict[str, Counter[str]] = defaultdict(Counter)
    behind: dict[str, list[float]] = defaultdict(list)
    ahead: dict[str, list[float]] = defaultdict(list)
    clock = {v.article.id: v.article.published.value for v in archive.articles}
    for link in (link for s in archive.stories for link in s.lineage.links if link.strength != "weak"):
        child, parent = outlet.get(link.child), outlet.get(link.parent) if link.parent else link.source
        delay = hours_between(clock.get(link.parent or ""), clock.get(link.child))
        if child and parent and delay is not None:
            behind[child].append(delay)
            ahead[parent].append(delay)
        if child and parent:
            uncredited[child].append(not link.credited)
            copies[child][parent] += 1
            copied[parent][child] += 1
    cited = Counter(c.source for v in archive.articles for c in v.notes.credits if c.source and c.kind != "photo")
    views = []
    for row in source_rows(archive):
        key, known = row["id"], sources.get(row["id"])
        views.append(SourceView(
            id=key, name=known.name() if known else key, type=row["type"], country=row["country"], articles=tuple(row["articles"]),
            original_share=row["original_share"],
            uncredited_share=round(sum(uncredited[key]) / len(uncredited[key]), 3) if uncredited[key] else None,
            copies_from=tuple(copies[key].most_common()), copied_by=tuple(copied[key].most_common()), cited_by=cited[key],
            hours_behind=_median(behind[key]), hours_ahead=_median(ahead[key]),
        ))  # fmt: skip
    return sorted(views, key=lambda v: (-len(v.articles), -v.cited_by, v.id))


def hours_between(first: str | None, second: str | None) -> float | None:
    """Hours between two publication times with time and offset, or None where either states less."""
    try:
        one, two = datetime.fromisoformat(first or ""), datetime.fromisoformat(second or "")
    except ValueError:
        return None
    return (two - one).total_seconds() / 3600 if one.tzinfo and two.tzinfo else None


def _median(values: Sequence[float]) -> float | None:
    return round(median(values), 1) if values else None
