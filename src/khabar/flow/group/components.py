"""What hangs together: nothing outside a connected set of pages can join it, so each is clustered alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

Rows = NDArray[np.int64]
Edges = tuple[Rows, Rows, NDArray[np.float32]]
LARGEST = 2_000
"""Pages clustered at a time: the cost grows with the square. Larger sets are cut at their weakest edges until the parts fit."""
STEP = 0.5


def components(rows: Rows, edges: Edges, tied: Iterable[Sequence[int]], threshold: float) -> list[list[int]]:
    """Connected sets of `rows` over edges above `threshold`; the rows of each list of `tied` hang together anyhow."""
    place = {int(row): at for at, row in enumerate(rows)}
    strong = edges[2] > threshold
    one = [place[int(i)] for i in edges[0][strong]]
    other = [place[int(i)] for i in edges[1][strong]]
    weight = edges[2][strong].tolist()
    for group in tied:
        one += [place[group[0]]] * (len(group) - 1)
        other += [place[i] for i in group[1:]]
        weight += [np.inf] * (len(group) - 1)
    links = np.array([one, other], dtype=np.int64), np.array(weight)
    found = _cut(np.arange(len(rows)), links, threshold)
    return [[int(rows[i]) for i in part] for part in found]


def _cut(nodes: Rows, links: tuple[NDArray[np.int64], NDArray[np.float64]], threshold: float) -> list[Rows]:
    ends, weight = links
    if not len(nodes):
        return []
    local = np.full(int(nodes.max()) + 1, -1)
    local[nodes] = np.arange(len(nodes))
    graph = sparse.coo_matrix((np.ones(len(weight)), (local[ends[0]], local[ends[1]])), shape=(len(nodes), len(nodes)))
    _, labels = connected_components(graph, directed=False)
    order = np.argsort(labels, kind="stable")
    parts = np.split(nodes[order], np.flatnonzero(np.diff(labels[order])) + 1)
    found: list[Rows] = []
    for part in parts:
        if len(part) <= LARGEST:
            found.append(part)
            continue
        inside = np.isin(ends[0], part) & (weight > threshold + STEP)
        if not inside.any() or np.isinf(weight[inside]).all():
            found += np.array_split(part, len(part) // LARGEST + 1)
        else:
            found += _cut(part, (ends[:, inside], weight[inside]), threshold + STEP)
    return found
