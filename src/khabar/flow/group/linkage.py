"""Average linkage: two clusters become one while the mean score over all their pairs stays positive.

Chaining is what makes roundups glue stories together; a mean over all pairs is a quorum that one stray page cannot outvote.
"""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
CLIP = 6.0
"""Log-odds are cut to ±CLIP before they are averaged, so that one sure pair does not outweigh many doubtful ones."""


def average_linkage(scores: Matrix, threshold: float = 0.0) -> list[list[int]]:
    """Clusters (lists of row numbers) of a symmetric matrix of log-odds, float32[n, n].

    Nearest clusters merge first; ties go to the smaller row numbers, so the outcome depends on the scores alone.
    """
    count = len(scores)
    link = np.clip(scores.astype(np.float64), -CLIP, CLIP)
    np.fill_diagonal(link, -np.inf)
    sizes = np.ones(count)
    alive = np.ones(count, bool)
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    version = np.zeros(count, int)
    heap = [(-float(link[i, j]), i, j, 0, 0) for i, j in zip(*np.nonzero(np.triu(link > threshold, 1)), strict=True)]
    heapq.heapify(heap)
    while heap:
        _, a, b, va, vb = heapq.heappop(heap)
        if not (alive[a] and alive[b]) or version[a] != va or version[b] != vb:
            continue
        merged = (sizes[a] * link[a] + sizes[b] * link[b]) / (sizes[a] + sizes[b])
        alive[b] = False
        sizes[a] += sizes[b]
        version[a] += 1
        members[a] += members.pop(b)
        link[a], link[:, a] = merged, merged
        link[a, a] = -np.inf
        for other in np.flatnonzero(alive & (link[a] > threshold)):
            i, j = min(a, int(other)), max(a, int(other))
            heapq.heappush(heap, (-float(link[i, j]), i, j, int(version[i]), int(version[j])))
    return [sorted(m) for m in members.values()]
