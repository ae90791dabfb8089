"""Hashed character n-grams: needs no model and no download.

Vectors of one language compare well, across languages only by shared names and numbers. Feature hashing after Weinberger et al.,
"Feature Hashing for Large Scale Multitask Learning" (2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from zlib import crc32

import numpy as np

from khabar.config import Config
from khabar.flow.describe.encoders.base import Matrix, normalised
from khabar.languages import fold

NAME = "hashed"
DIM = 512
GRAMS = (3, 4, 5)
MAX_CHARS = 1_000


def check(config: Config) -> str:
    """Always works."""
    return ""


def make(config: Config) -> HashedEncoder:
    """The encoder; there is nothing to set."""
    return HashedEncoder()


class HashedEncoder:
    """Signed hashing of character n-grams of romanised words, damped by the logarithm of their count."""

    name = NAME
    dim = DIM
    max_tokens = MAX_CHARS // 4
    needs_centering = False

    def encode(self, texts: Sequence[str], kind: str = "query") -> Matrix:
        """float32[len(texts), 512], rows of length one."""
        matrix = np.zeros((len(texts), DIM), np.float32)
        for row, text in enumerate(texts):
            for gram, count in Counter(_grams(text)).items():
                code = crc32(gram.encode())
                matrix[row, code % DIM] += (1.0 if code & 0x80000000 else -1.0) * (1.0 + np.log(count))
        return normalised(matrix)


def _grams(text: str) -> list[str]:
    from anyascii import anyascii

    clean = text[:MAX_CHARS].encode("utf-8", "replace").decode()
    found = []
    for word in anyascii(fold(clean)).lower().split():
        padded = f"<{word}>"
        found += [padded[i : i + n] for n in GRAMS for i in range(max(0, len(padded) - n + 1))]
    return found
