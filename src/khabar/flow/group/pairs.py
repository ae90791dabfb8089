"""How likely two pages tell the same event: one number from a few kinds of evidence, explained by their shares.

A logistic model; its weights lie in `weights.toml` with their origin. Pages in one language and in two have weights of their own.
Days can veto: nothing that was published weeks apart is one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from khabar.flow.group.centre import centred
from khabar.flow.group.signature import Signature

Matrix = NDArray[np.float32]
WEIGHTS = Path(__file__).with_name("weights.toml")
FEATURES = ("vectors", "words", "names", "numbers", "gap", "undated", "blind", "short")
SHORT_CHARS = 250
"""Below this a text is a headline or one sentence, and its vector says the subject rather than the event."""
VETO_DAYS = 7
"""Pages published further apart than this are not one event."""


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The weights by kind of pair ("same", "cross")."""
    from khabar.languages.parts import read_toml

    return {kind: dict(table) for kind, table in read_toml(WEIGHTS).items() if isinstance(table, dict)}


class Window:
    """Pages that can be compared, as matrices made once."""

    def __init__(self, pages: Sequence[Signature]) -> None:
        self.pages = list(pages)
        self.langs = np.array([p.lang for p in pages])
        self.days = np.array([date.fromisoformat(p.day).toordinal() if p.day else 0 for p in pages])
        dim = next((len(p.vector) for p in pages if p.vector is not None), 1)
        raw = np.stack([p.vector if p.vector is not None else np.zeros(dim, np.float32) for p in pages]) if pages else np.zeros((0, dim), np.float32)
        self.vectors = centred(raw.astype(np.float32), [p.lang for p in pages]) if len(pages) else raw
        self.words = _weighted([p.words for p in pages], power=2.0)
        self.names = _weighted([dict.fromkeys(p.names, 1) for p in pages], power=1.0)
        self.short = np.array([p.size < SHORT_CHARS for p in pages], dtype=bool)
        self.numbers = _binary([p.numbers for p in pages])

    def features(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> dict[str, Matrix]:
        """Each feature as float32[len(rows), len(columns)]."""
        gap = np.abs(self.days[rows][:, None] - self.days[columns][None, :]).astype(np.float32)
        none = self.days == 0
        undated = none[rows][:, None] | none[columns][None, :]
        shared = (self.numbers[rows] @ self.numbers[columns].T).toarray()
        return {
            "vectors": self.vectors[rows] @ self.vectors[columns].T,
            "words": np.sqrt((self.words[rows] @ self.words[columns].T).toarray().astype(np.float32)),
            "names": (self.names[rows] @ self.names[columns].T).toarray().astype(np.float32),
            "numbers": np.minimum(shared, 3).astype(np.float32),
            "gap": np.where(undated, 0, gap),
            "undated": undated.astype(np.float32),
            "blind": (none[rows][:, None] & none[columns][None, :]).astype(np.float32),
            "short": (self.short[rows][:, None] | self.short[columns][None, :]).astype(np.float32),
        }

    def scores(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Matrix:
        """Log-odds that a pair tells one event, float32[len(rows), len(columns)]; -20 where the days veto it."""
        found = self.features(rows, columns)
        same = self.langs[rows][:, None] == self.langs[columns][None, :]
        table = weights()
        total = np.where(same, table["same"]["bias"], table["cross"]["bias"]).astype(np.float32)
        for name in FEATURES:
            total += found[name] * np.where(same, table["same"][name], table["cross"][name])
        return np.where(found["gap"] > VETO_DAYS, -20.0, total).astype(np.float32)


def _vocabulary(items: Sequence[Any]) -> dict[str, int]:
    return {term: place for place, term in enumerate(sorted({t for item in items for t in item}))}


def _weighted(items: Sequence[Any], power: float) -> Any:
    """Counts as rows of length one, damped by logarithm and weighed by rarity to `power` (TF-IDF)."""
    place = _vocabulary(items)
    df = np.zeros(len(place) + 1)
    for item in items:
        df[[place[t] for t in item]] += 1
    idf = np.log((len(items) + 1) / (df + 0.5)) ** power
    rows, columns, values = [], [], []
    for row, item in enumerate(items):
        data = [(place[t], (1 + np.log(c)) * idf[place[t]]) for t, c in item.items()]
        length = np.sqrt(sum(v * v for _, v in data)) or 1.0
        rows += [row] * len(data)
        columns += [c for c, _ in data]
        values += [v / length for _, v in data]
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(items), max(1, len(place))), dtype=np.float32)


def _binary(items: Sequence[frozenset[str]]) -> Any:
    place = _vocabulary(items)
    rows = [row for row, item in enumerate(items) for _ in item]
    columns = [place[t] for item in items for t in item]
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(items), max(1, len(place))), dtype=np.float32)
