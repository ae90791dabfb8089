"""Words and meaning together: reciprocal rank fusion (Cormack et al., SIGIR 2009) of two rankings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K = 60
"""The constant of reciprocal rank fusion; 60 as in the paper."""
WORDS_WEIGHT = 1.5
"""Words that match count somewhat more than likeness of meaning: a name that was typed should come first."""


def nearest(query: NDArray[np.float32], vectors: Mapping[str, NDArray[np.float32]], most: int) -> list[str]:
    """Article ids by cosine to `query` (rows of length one), the nearest first; exact."""
    import numpy as np

    if not vectors:
        return []
    ids = list(vectors)
    scores = np.stack([vectors[i] for i in ids]) @ query
    return [ids[i] for i in np.argsort(-scores, kind="stable")[:most]]


def fuse(by_words: Sequence[str], by_meaning: Sequence[str]) -> list[tuple[str, float]]:
    """(article id, score) of both rankings together, the best first."""
    scores: dict[str, float] = defaultdict(float)
    for weight, ranking in ((WORDS_WEIGHT, by_words), (1.0, by_meaning)):
        for place, article in enumerate(ranking):
            scores[article] += weight / (K + place + 1)
    return sorted(scores.items(), key=lambda s: (-s[1], s[0]))
