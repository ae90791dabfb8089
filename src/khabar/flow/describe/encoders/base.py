"""What every encoder offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Kind = Literal["query", "passage"]
Matrix = NDArray[np.float32]


class Encoder(Protocol):
    """Texts to vectors.

    `dim` is the vector's length, `max_tokens` where texts are cut, `needs_centering` whether vectors of different languages must
    be centred on their language's mean before they are compared.
    """

    name: str
    dim: int
    max_tokens: int
    needs_centering: bool

    def encode(self, texts: Sequence[str], kind: str = "query") -> Matrix:
        """float32[len(texts), dim]; every row has length one, that of an empty text included."""


def normalised(matrix: Matrix) -> Matrix:
    """Rows scaled to length one; a zero row becomes the first unit vector."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    scaled: Matrix = (matrix / np.maximum(lengths, 1e-12)).astype(np.float32)
    if scaled.size:
        scaled[lengths[:, 0] < 1e-12, 0] = 1.0
    return scaled
