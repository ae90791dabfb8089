"""What a story is about, small enough to compare with stories of other years: the names at its heart and the middle of its vectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from khabar.flow.group.centre import Means
from khabar.flow.group.signature import Signature
from khabar.models import Heart, Story
from khabar.sources import get

Matrix = NDArray[np.float32]
Rows = NDArray[np.int64]
CORE = 0.3
"""Share of a story's pages that must mention a name for it to stand at the story's heart."""
NAMES, VECTORS, BIAS = 9.0, 5.0, -3.6
"""Weights of the two likenesses and the offset; set on constructed sagas."""
LEAST_NAMES = 0.08
"""Likeness by names below which nothing else links two stories."""
NEAR, FADES = 0.6, 30.0
"""What is added for two stories of one day, and the days in which that halves: what comes of an event comes soon."""
MAX_DAYS = 913
"""Stories further apart (two and a half years) are not linked."""
UNSEEN = 8
"""Stories without the name that are thought to exist beside those known: a few stories say little of what is rare."""
MEASURES = frozenset({"seismology", "meteorology"})
"""Roles of bodies that measure."""
APART = np.float32(-6)


def heart(story: Story, pages: Sequence[Signature], means: Means) -> Heart:
    """The heart of a story from the signatures of its pages."""
    counts = Counter(n for p in pages for n in p.names if not _tells_only(n))
    known = [p for p in pages if p.vector is not None]
    vector = b""
    if known:
        middle = means.centred(np.stack([p.vector for p in known]).astype(np.float32), [p.lang for p in known]).sum(0)  # type: ignore[misc]
        vector = (middle / max(float(np.linalg.norm(middle)), 1e-9)).astype("<f2").tobytes()
    return Heart(
        story=story.id,
        title=story.title,
        day=story.first,
        names={name: round(count / len(pages), 4) for name, count in sorted(counts.items()) if count / len(pages) >= CORE},
        vector=vector,
    )


def _tells_only(name: str) -> bool:
    """Whether a name stands in news for who tells or measures it rather than for whom it is about: a medium, an earthquake service."""
    known = get(name)
    return known is not None and (not known.official or known.role in MEASURES)


def rarity(counts: Mapping[str, int], stories: int) -> dict[str, float]:
    """Weight of each name, by the number of stories that have it at their heart among all: "United States" links little."""
    return {name: float(np.log((stories + UNSEEN) / (count + 0.5))) for name, count in counts.items()}


def links(hearts: Sequence[Heart], weight: Mapping[str, float], first: int | None = None) -> Matrix:
    """Log-odds that each of the `first` stories (default: all) belongs to one saga with each story, float32[first, n]."""
    count = len(hearts) if first is None else first
    names = _likeness(hearts, weight, count)
    days = np.array([date.fromisoformat(h.day).toordinal() if h.day else 0 for h in hearts])
    gap = np.abs(np.subtract.outer(days[:count], days))
    dated = np.logical_and.outer(days[:count] > 0, days > 0)
    far = (gap > MAX_DAYS) & dated
    near = np.where(dated, NEAR * np.exp2(-gap / FADES), 0.0)
    total = BIAS + NAMES * names + VECTORS * _vectors(hearts, count) + near
    return np.where(far | (names < LEAST_NAMES), APART, total).astype(np.float32)


def _likeness(hearts: Sequence[Heart], weight: Mapping[str, float], count: int) -> Matrix:
    """Weight of the names that two stories share, by the lesser of their shares, over that of the story with fewer."""
    held = sorted((name, row, share) for row, item in enumerate(hearts) for name, share in item.names.items())
    if not held:
        return np.zeros((count, len(hearts)), np.float32)
    rows, shares = np.array([row for _, row, _ in held]), np.array([share for _, _, share in held])
    worth = np.array([weight[name] ** 2 for name, _, _ in held])
    own = np.bincount(rows, worth * shares, len(hearts))
    left, right = _together([name for name, _, _ in held])
    mine = rows[left] < count
    left, right = left[mine], right[mine]
    least = worth[left] * np.minimum(shares[left], shares[right])
    shared = np.bincount(rows[left] * len(hearts) + rows[right], least, count * len(hearts)).reshape(count, len(hearts))
    found: Matrix = (shared / np.maximum(np.minimum.outer(own[:count], own), 1e-9)).astype(np.float32)
    return found


def _together(names: Sequence[str]) -> tuple[Rows, Rows]:
    """All pairs of places in a sorted list that hold one name, a place with itself among them, as two arrays."""
    new = np.array([True, *(one != other for one, other in pairwise(names))])
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(names)))
    group = np.cumsum(new) - 1
    left = np.repeat(np.arange(len(names)), sizes[group])
    ends = np.cumsum(sizes[group])
    within = np.arange(len(left)) - np.repeat(ends - sizes[group], sizes[group])
    return left, starts[group[left]] + within


def _vectors(hearts: Sequence[Heart], count: int) -> Matrix:
    rows = [np.frombuffer(h.vector, "<f2").astype(np.float32) for h in hearts]
    dim = max((len(r) for r in rows), default=0) or 1
    matrix = np.stack([r if len(r) == dim else np.zeros(dim, np.float32) for r in rows])
    found: Matrix = matrix[:count] @ matrix.T
    return found
