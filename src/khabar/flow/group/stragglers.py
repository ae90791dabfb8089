"""Pages that average linkage leaves outside a story which part of it clearly holds.

A story in many languages has pages far apart from each other, and a mean over all of them is then low for any newcomer. A few pages
that stand alone join a story when a quorum of its pages holds each of them; one or two likenesses are not enough, and of a large story some
pages are like anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray

from khabar.flow.group.linkage import CLIP

Matrix = NDArray[np.float32]
FEW = 3
"""Pages up to which a cluster may join another in this way."""
QUORUM = 4
"""Pages of the story that must hold each page that joins, at the least."""
SHARE = 0.25
"""And the share of its pages that must."""
LEAST = 1.6
"""Mean log-odds with these; above the threshold of linkage, since the best pairs are chosen."""


def join_stragglers(clusters: Sequence[Sequence[int]], scores: Matrix) -> list[list[int]]:
    """Clusters of rows of `scores` (log-odds, float32[n, n]) with small ones joined to the story that holds them best, if any does."""
    stories = [list(c) for c in clusters if len(c) > FEW]
    few = [list(c) for c in clusters if len(c) <= FEW]
    joined = [list(story) for story in stories]
    if not stories:
        return few
    alone = [row for c in few for row in c]
    link = np.clip(scores[alone], -CLIP, CLIP)
    held = np.stack([_held(link[:, story]) for story in stories], axis=1)
    start = 0
    for cluster in few:
        likeness = held[start : start + len(cluster)].mean(0)
        start += len(cluster)
        best = int(np.argmax(likeness))
        if likeness[best] > LEAST:
            joined[best] += cluster
        else:
            joined.append(cluster)
    return [sorted(c) for c in joined]


def _held(pairs: Matrix) -> Matrix:
    """How well a story (columns) holds each page (rows): the mean over its pages nearest to it."""
    quorum = max(QUORUM, ceil(SHARE * pairs.shape[1]))
    best: Matrix = np.sort(pairs, axis=1)[:, -quorum:].mean(1)
    return best
