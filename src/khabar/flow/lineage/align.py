"""Which sentences of two pages say the same, across languages: centred sentence vectors with numbers and names as anchors.

Order is kept: a translation or a rewrite follows its parent, an independent report of the same facts does not. The best
monotone path is found by dynamic programming, as in Gale and Church (1993), with similarity of meaning instead of length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from khabar.flow.lineage.page import PageView

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHRINK = 8
"""Sentences' worth of the global mean mixed into each language's mean; without it a lone page would be centred on itself."""
SAME = 0.42
"""Similarity from which two sentences are held to say the same."""
NUMBER_BONUS, NAME_BONUS, WORD_BONUS = 0.22, 0.10, 0.45
"""What agreeing numbers, names and (in one language) words add to the cosine of two centred sentence vectors."""


MOVED, KIN, LEFT, BETWEEN = 0.5, 0.33, 0.2, 0.1
"""Similarity from which a sentence's best match out of order is kept; one that both sides prefer to all others; one that both prefer to
all others without a match; and one of these that stands in order between aligned sentences."""


class Matched(NamedTuple):
    """A sentence of the first page, one of the second, and how alike they are."""

    first: int
    second: int
    score: float


class Aligned(NamedTuple):
    """Matched sentences in order, the share of each page's text (by length) that they cover, and matches out of order."""

    pairs: tuple[Matched, ...]
    first: float
    second: float
    moved: tuple[Matched, ...] = ()

    def turned(self) -> Aligned:
        """The same with the two pages changed over."""
        pairs, moved = (tuple(m._replace(first=m.second, second=m.first) for m in group) for group in (self.pairs, self.moved))
        return Aligned(pairs, self.second, self.first, moved)

    @property
    def mean(self) -> float:
        return sum(p.score for p in self.pairs) / len(self.pairs) if self.pairs else 0.0


def centre(pages: Sequence[PageView]) -> dict[str, NDArray[np.float32]]:
    """Sentence vectors by article, each language's mean (shrunk toward the global one) taken away, rows of length one.

    Raw cosines of a multilingual encoder are not comparable across pairs of languages; centred ones are.
    """
    import numpy as np

    groups: dict[str, list[PageView]] = defaultdict(list)
    for page in pages:
        if page.vectors is not None:
            groups[page.lang].append(page)
    if not groups:
        return {}
    whole = np.mean(np.concatenate([p.vectors for g in groups.values() for p in g if p.vectors is not None]), axis=0)
    found = {}
    for group in groups.values():
        rows = np.concatenate([p.vectors for p in group if p.vectors is not None])
        mean = (rows.sum(axis=0) + SHRINK * whole) / (len(rows) + SHRINK)
        for page in group:
            moved = page.vectors - mean
            found[page.id] = (moved / (np.linalg.norm(moved, axis=1, keepdims=True) + 1e-9)).astype(np.float32)
    return found


def similarity(first: PageView, second: PageView, centred: dict[str, NDArray[np.float32]]) -> NDArray[np.float32]:
    """float32[n sentences of first, n of second]: cosine of centred vectors plus what anchors add."""
    import numpy as np

    shape = (len(first.sentences), len(second.sentences))
    one, two = centred.get(first.id), centred.get(second.id)
    known = one is not None and two is not None and (len(one), len(two)) == shape
    matrix = one @ two.T if known and one is not None and two is not None else np.zeros(shape, dtype=np.float32)
    matrix = matrix + _anchors(first.sentence_numbers, second.sentence_numbers, NUMBER_BONUS)
    matrix += _anchors(first.sentence_names, second.sentence_names, NAME_BONUS)
    if first.lang == second.lang:
        matrix += _anchors(first.sentence_words, second.sentence_words, WORD_BONUS if known else 1.2)
    result: NDArray[np.float32] = matrix.astype(np.float32)
    return result


def _anchors(one: Sequence[frozenset[str]], two: Sequence[frozenset[str]], most: float) -> NDArray[np.float32]:
    """Overlap of two sentences' anchors (Dice), times `most`."""
    import numpy as np

    vocabulary = {a: i for i, a in enumerate(sorted({a for group in (*one, *two) for a in group}))}
    if not vocabulary:
        return np.zeros((len(one), len(two)), dtype=np.float32)
    first, second = _incidence(one, vocabulary), _incidence(two, vocabulary)
    sizes = first.sum(axis=1)[:, None] + second.sum(axis=1)[None, :]
    result: NDArray[np.float32] = (most * 2 * (first @ second.T) / np.maximum(sizes, 1)).astype(np.float32)
    return result


def _incidence(groups: Sequence[frozenset[str]], vocabulary: dict[str, int]) -> NDArray[np.float32]:
    import numpy as np

    matrix = np.zeros((len(groups), len(vocabulary)), dtype=np.float32)
    for row, group in enumerate(groups):
        for anchor in group:
            matrix[row, vocabulary[anchor]] = 1
    return matrix


def align(first: PageView, second: PageView, matrix: NDArray[np.float32]) -> Aligned:
    """The best monotone matching of sentences with similarity of at least `SAME`; one sentence may match two neighbours."""
    gain = [[float(v) - SAME for v in row] for row in matrix]
    path = _best_path(gain)
    pairs = tuple(Matched(i, j, float(matrix[i][j])) for i, j in path)
    return Aligned(pairs, _cover(first, {p.first for p in pairs}), _cover(second, {p.second for p in pairs}), _moved(matrix, set(path)))


def _moved(matrix: NDArray[np.float32], path: set[tuple[int, int]]) -> tuple[Matched, ...]:
    """Best matches that the monotone path leaves out: sentences that changed place, or that were much rewritten where they stood."""
    if not matrix.size:
        return ()
    rows, columns = matrix.argmax(axis=1), matrix.argmax(axis=0)
    both = {(i, int(j)) for i, j in enumerate(rows) if columns[j] == i and matrix[i, j] >= BETWEEN}
    mutual = {(i, j) for i, j in both if matrix[i, j] >= KIN or _in_order(i, j, path)}
    best = {(i, int(j)) for i, j in enumerate(rows) if matrix[i, j] >= MOVED} | {(int(i), j) for j, i in enumerate(columns) if matrix[i, j] >= MOVED}
    found = (mutual | best) - path
    found |= _left_over(matrix, path, found)
    return tuple(Matched(i, j, float(matrix[i, j])) for i, j in sorted(found))


def _left_over(matrix: NDArray[np.float32], path: set[tuple[int, int]], moved: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of sentences that have no match at all those that prefer each other."""
    rows, columns = (sorted({*range(size)} - {pair[axis] for pair in path | moved}) for axis, size in enumerate(matrix.shape))
    if not rows or not columns:
        return set()
    rest = matrix[rows][:, columns]
    best, back = rest.argmax(axis=1), rest.argmax(axis=0)
    mutual = [(rows[i], columns[j]) for i, j in enumerate(best) if back[j] == i]
    return {(i, j) for i, j in mutual if matrix[i, j] >= LEFT or (matrix[i, j] >= BETWEEN and _in_order(i, j, path))}


def _in_order(first: int, second: int, path: set[tuple[int, int]]) -> bool:
    """Whether a pair stands in order between the aligned ones."""
    return bool(path) and all((first < a) == (second < b) and first != a and second != b for a, b in path)


def _best_path(gain: list[list[float]]) -> list[tuple[int, int]]:
    rows, columns = len(gain), len(gain[0]) if gain else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        line, above, values = best[i], best[i - 1], gain[i - 1]
        for j in range(1, columns + 1):
            value = values[j - 1]
            here = max(above[j - 1], above[j], line[j - 1]) + value if value > 0 else 0.0
            line[j] = max(above[j], line[j - 1], here)
    path, i, j = [], rows, columns
    while i > 0 and j > 0:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            path.append((i - 1, j - 1))
            before = (best[i - 1][j - 1], best[i - 1][j], best[i][j - 1])
            step = max(range(3), key=lambda k: before[k])
            i, j = (i - 1, j - 1) if step == 0 else (i - 1, j) if step == 1 else (i, j - 1)
    return path[::-1]


def _cover(page: PageView, matched: set[int]) -> float:
    lengths = [s.end - s.start for s in page.sentences]
    return sum(lengths[i] for i in matched) / sum(lengths) if lengths else 0.0
