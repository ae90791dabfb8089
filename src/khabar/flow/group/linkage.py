"""Average linkage: two clusters become one while the mean score over all their pairs stays above a threshold.

Chaining is what makes roundups glue stories together; a mean over all pairs is a quorum that one stray page cannot outvote.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
CLIP = 6.0
"""Log-odds are cut to ±CLIP before they are averaged, so that one sure pair does not outweigh many doubtful ones."""


def average_linkage(scores: Matrix, threshold: float = 0.0) -> list[list[int]]:
    """Clusters (lists of row numbers) of a symmetric matrix of log-odds, float32[n, n]; the nearest clusters merge first."""
    from scipy.cluster.hierarchy import fcluster, linkage  # slow to load, and not needed to read a store
    from scipy.spatial.distance import squareform

    if len(scores) < 2:
        return [[i] for i in range(len(scores))]
    far = CLIP - np.clip(scores.astype(np.float64), -CLIP, CLIP)
    np.fill_diagonal(far, 0.0)
    # Sums of float32 products differ in the last digits with the order of terms; ties are to stay ties.
    tree = linkage(squareform(np.round((far + far.T) / 2, 5), checks=False), "average")
    clusters: dict[int, list[int]] = {}
    for row, label in enumerate(fcluster(tree, CLIP - threshold, "distance")):
        clusters.setdefault(int(label), []).append(row)
    return sorted(clusters.values())
