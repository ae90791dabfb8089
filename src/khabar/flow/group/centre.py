"""Vectors made comparable across languages: each is centred on its language's mean, shrunk toward the mean of all.

Raw cosines of multilingual encoders differ more by pair of languages than by subject. The means come from the window itself and
from `prior.npz` (means over the example pages), so that a handful of pages is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
SHRINK = 5.0
"""Pages of a language that weigh as much as the mean of all (cross-fitted)."""
PRIOR_WEIGHT = 12.0
"""Pages that the prior mean weighs as much as."""
PRIOR = Path(__file__).with_name("prior.npz")


@lru_cache(maxsize=1)
def _prior() -> dict[str, Matrix]:
    if not PRIOR.is_file():
        return {}
    with np.load(PRIOR) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def centred(matrix: Matrix, langs: Sequence[str]) -> Matrix:
    """float32[n, dim] of length-one rows -> rows centred on their language and scaled to length one again."""
    prior = _prior()
    dim = matrix.shape[1]
    known = prior.get("all") if prior.get("all") is not None and prior["all"].shape[0] == dim else None
    total, weight = matrix.sum(0), float(len(matrix))
    mean = (total + PRIOR_WEIGHT * known) / (weight + PRIOR_WEIGHT) if known is not None else total / max(1.0, weight)
    found = np.empty_like(matrix)
    codes = np.array(langs)
    for lang in sorted(set(langs)):
        rows = np.flatnonzero(codes == lang)
        own, size = matrix[rows].sum(0), float(len(rows))
        if known is not None and lang in prior:
            own, size = own + PRIOR_WEIGHT * prior[lang], size + PRIOR_WEIGHT
        found[rows] = matrix[rows] - (own + SHRINK * mean) / (size + SHRINK)
    scaled: Matrix = (found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return scaled
