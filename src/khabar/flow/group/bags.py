"""Bags of terms as sparse rows that come and go: the inverted index of a window, weighed by rarity (TF-IDF).

The weights of rows that are in already are made again only by `refresh`, so that adding a row costs what the row holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from khabar.flow.group.grown import Grown

Rows = NDArray[np.int64]
Matrix = NDArray[np.float32]
FEW = 6
"""Rows up to which a shared term of a bag of `power` 0 counts in full: about the pages of one story."""
SPAN = 4.0
"""Logarithm of how many times more rows hold a term that says nothing."""


class Bags:
    """Counts damped by logarithm, times rarity to `power`, rows scaled to length one.

    With `power` 0 terms are counted and rows not scaled: two rows share as many as both hold, each worth less the more rows hold it beyond
    a few. What rows share by chance grows with their number and what they share for a reason does not, so it is not the share of rows
    that counts here.
    """

    def __init__(self, power: float) -> None:
        self.power = power
        self._place: dict[str, int] = {}
        self._df = Grown(np.float64)
        self._counts = Grown(np.float32)  # 1 + log(count), unweighed
        self._weights = Grown(np.float32)
        self._terms = Grown(np.int32)
        self._ends = Grown(np.int32)
        self._ends.extend([0])

    def __len__(self) -> int:
        return len(self._ends.now) - 1

    def extend(self, items: Sequence[Mapping[str, int]]) -> None:
        """Rows at the end."""
        start = len(self)
        for item in items:
            places = [self._place.setdefault(term, len(self._place)) for term in item]
            self._df.extend(np.zeros(len(self._place) - len(self._df.now)))
            self._df.now[places] += 1
            self._terms.extend(places)
            self._counts.extend([1 + log(count) for count in item.values()])
            self._ends.extend([len(self._terms.now)])
        self._weights.extend(self._weighed(start))

    def keep(self, rows: Rows) -> None:
        """Leave only `rows`, in this order, and the terms that they hold."""
        counts = self._csr(self._counts)[rows]
        used, terms = np.unique(counts.indices, return_inverse=True)
        names = list(self._place)
        self._place = {names[at]: new for new, at in enumerate(used)}
        self._df.put(np.bincount(terms, minlength=len(used)))
        self._counts.put(counts.data)
        self._terms.put(terms)
        self._ends.put(counts.indptr)
        self.refresh()

    def refresh(self) -> None:
        """Weigh all rows by the present rarity of their terms."""
        self._weights.put(self._weighed(0))

    def matrix(self, rows: Rows) -> Any:
        """Weighed rows, float32 CSR[len(rows), terms]."""
        whole = self._csr(self._weights)
        return whole if len(rows) == len(self) and bool((np.diff(rows) == 1).all()) else whole[rows]

    def cosines(self, rows: Rows, columns: Rows) -> Any:
        """Cosine (with `power` 0: what the shared terms are worth) of each row with each column, sparse float32[len(rows), len(columns)]."""
        return self.matrix(rows) @ self.matrix(columns).T

    def paired(self, rows: Rows, columns: Rows) -> Matrix:
        """The same for pairs: of `rows[i]` with `columns[i]`, float32[len(rows)]."""
        whole = self._csr(self._weights)
        found: Matrix = np.asarray(whole[rows].multiply(whole[columns]).sum(1), dtype=np.float32).ravel()
        return found

    def _csr(self, values: Grown) -> Any:
        return sparse.csr_matrix((values.now, self._terms.now, self._ends.now), shape=(len(self), max(1, len(self._place))), copy=False)

    def _weighed(self, start: int) -> Matrix:
        """Weights of the entries of all rows from `start`."""
        ends = self._ends.now[start:]
        counts, terms = self._counts.now[ends[0] :], self._terms.now[ends[0] :]
        if not self.power:
            worth = 1 - np.log(np.maximum(self._df.now[terms], FEW) / FEW) / SPAN
            plain: Matrix = np.sqrt(np.maximum(worth, 0)).astype(np.float32)
            return plain
        weights = counts * np.log((len(self) + 1) / (self._df.now[terms] + 0.5)) ** self.power
        owner = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
        length = np.sqrt(np.bincount(owner, weights * weights, len(ends) - 1))
        scaled: Matrix = (weights / np.where(length > 0, length, 1)[owner]).astype(np.float32)
        return scaled


def once(items: Sequence[frozenset[str]]) -> list[dict[str, int]]:
    """Sets as bags in which every term counts once."""
    return [dict.fromkeys(sorted(item), 1) for item in items]
