"""Stories linked into sagas over months: by the actors and places at their heart, and by their subject.

A name counts for a story by the share of its pages that mention it, and by its rarity among stories, so that "United States" links
nothing and "Kim Jong Un" much. Linkage is by average, so that a saga which drifts falls apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from khabar.flow.group.centre import centred
from khabar.flow.group.linkage import average_linkage
from khabar.flow.group.signature import Signature
from khabar.models import Saga, Story

CORE = 0.3
"""Share of a story's pages that must mention a name for it to stand at the story's heart."""
NAMES, VECTORS, BIAS = 9.0, 5.0, -3.6
"""Weights of the two likenesses and the offset; set on constructed sagas, see docs/stories.md."""
MAX_MONTHS = 30
MAX_STORIES = 4_000
"""Stories compared at a time, the latest first; older ones keep the saga that they have."""


def find_sagas(stories: Sequence[Story], signatures: Mapping[str, Signature]) -> list[Saga]:
    """Sagas of two stories or more, each with the reasons that hold it together."""
    known = sorted((s for s in stories if any(a in signatures for a in s.articles)), key=lambda s: (s.last or "", s.id))[-MAX_STORIES:]
    if len(known) < 2:
        return []
    hearts = [_heart(s, signatures) for s in known]
    weight = _rarity(hearts)
    scores = _scores(known, hearts, weight, signatures)
    found = [sorted(c, key=lambda i: (known[i].first or "9999", known[i].id)) for c in average_linkage(scores) if len(c) > 1]
    return sorted((_saga([known[i] for i in c], [hearts[i] for i in c], weight) for c in found), key=lambda g: g.id)


def _heart(story: Story, signatures: Mapping[str, Signature]) -> dict[str, float]:
    pages = [signatures[a] for a in story.articles if a in signatures]
    counts = Counter(n for p in pages for n in p.names)
    return {name: count / len(pages) for name, count in counts.items() if count / len(pages) >= CORE}


def _rarity(hearts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    df = Counter(n for heart in hearts for n in heart)
    return {name: float(np.log((len(hearts) + 2) / (count + 0.5))) for name, count in df.items()}


def _scores(stories: Sequence[Story], hearts: Sequence[Mapping[str, float]], weight: Mapping[str, float], signatures: Mapping[str, Signature]) -> NDArray[np.float32]:
    vectors = _vectors(stories, signatures)
    names = np.array([[_likeness(a, b, weight) for b in hearts] for a in hearts])
    days = [date.fromisoformat(s.first).toordinal() if s.first else 0 for s in stories]
    gap = np.abs(np.subtract.outer(days, days))
    far = (gap > MAX_MONTHS * 30.4) & np.logical_and.outer(np.array(days) > 0, np.array(days) > 0)
    total = BIAS + NAMES * names + VECTORS * vectors
    return np.where(far | (names < 0.08), -6.0, total).astype(np.float32)


def _vectors(stories: Sequence[Story], signatures: Mapping[str, Signature]) -> NDArray[np.float32]:
    pages = [(i, signatures[a]) for i, s in enumerate(stories) for a in s.articles if a in signatures and signatures[a].vector is not None]
    if not pages:
        return np.zeros((len(stories), len(stories)), np.float32)
    matrix = centred(np.stack([p.vector for _, p in pages]).astype(np.float32), [p.lang for _, p in pages])  # type: ignore[misc]
    sums = np.zeros((len(stories), matrix.shape[1]), np.float32)
    np.add.at(sums, [i for i, _ in pages], matrix)
    sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return sums @ sums.T


def _likeness(a: Mapping[str, float], b: Mapping[str, float], weight: Mapping[str, float]) -> float:
    shared = sum(weight[n] ** 2 * min(a[n], b[n]) for n in a.keys() & b.keys())
    one, other = (sum(weight[n] ** 2 * s for n, s in h.items()) for h in (a, b))
    return shared / max(1e-9, min(one, other))


def _saga(stories: Sequence[Story], hearts: Sequence[Mapping[str, float]], weight: Mapping[str, float]) -> Saga:
    held = Counter({n: weight[n] * sum(n in h for h in hearts) for n in {n for h in hearts for n in h} if sum(n in h for h in hearts) > 1})
    shared = [name for name, _ in held.most_common(4)]
    first = stories[0]
    return Saga(
        id="g-" + hashlib.sha256(min(s.id for s in stories).encode()).hexdigest()[:10],
        title=_title(shared) or first.title,
        titles={},
        stories=tuple(s.id for s in stories),
        why=(f"{len(stories)} stories share {', '.join(shared)}.",),
    )


def _title(shared: Sequence[str]) -> str:
    from khabar.names import get

    names = [n.name() for key in shared[:3] if (n := get(key))]
    return " – ".join(names)
