"""Vectors made comparable across languages: each is centred on its language's mean, shrunk toward the mean of all.

Raw cosines of multilingual encoders differ more by pair of languages than by subject. The means come from the window itself and
from `prior.npz` (means over the example pages), so that a handful of pages is enough.
"""

from __future__ import annotations

from collections import Counter
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


class Means:
    """Sums of the vectors of a window by language; pages may be added and taken away."""

    def __init__(self) -> None:
        self._sums: dict[str, NDArray[np.float64]] = {}
        self._sizes: Counter[str] = Counter()

    def add(self, matrix: Matrix, langs: Sequence[str], sign: int = 1) -> None:
        """Count the rows of float32[n, dim] in, or with `sign` -1 out."""
        codes = np.array(langs)
        for lang in sorted(set(langs)):
            rows = np.flatnonzero(codes == lang)
            self._sums[lang] = self._sums.get(lang, 0) + sign * matrix[rows].sum(0, dtype=np.float64)
            self._sizes[lang] += sign * len(rows)

    def centred(self, matrix: Matrix, langs: Sequence[str]) -> Matrix:
        """float32[n, dim] of length-one rows -> rows centred on their language and scaled to length one again."""
        codes = np.array(langs)
        prior = _prior() if _prior() and _prior()["all"].shape[0] == matrix.shape[1] else {}
        mean = self._mean_of_all(prior, matrix.shape[1])
        found = np.empty_like(matrix)
        for lang in set(langs):
            rows = np.flatnonzero(codes == lang)
            found[rows] = matrix[rows] - self._mean(lang, prior, mean)
        scaled: Matrix = (found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)).astype(np.float32)
        return scaled

    def _mean_of_all(self, prior: dict[str, Matrix], dim: int) -> NDArray[np.float64]:
        total, weight = sum(self._sums.values(), np.zeros(dim)), float(self._sizes.total())
        if prior:
            total, weight = total + PRIOR_WEIGHT * prior["all"], weight + PRIOR_WEIGHT
        return total / max(1.0, weight)

    def _mean(self, lang: str, prior: dict[str, Matrix], mean: NDArray[np.float64]) -> Matrix:
        own, size = self._sums.get(lang, np.zeros(len(mean))), float(self._sizes[lang])
        if lang in prior:
            own, size = own + PRIOR_WEIGHT * prior[lang], size + PRIOR_WEIGHT
        return ((own + SHRINK * mean) / (size + SHRINK)).astype(np.float32)


def centred(matrix: Matrix, langs: Sequence[str]) -> Matrix:
    """float32[n, dim] of length-one rows centred on the means of these rows alone."""
    means = Means()
    means.add(matrix, langs)
    return means.centred(matrix, langs)
