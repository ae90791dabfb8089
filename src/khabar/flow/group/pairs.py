"""How likely two pages tell the same event: one number from a few kinds of evidence, explained by their shares.

A logistic model; its weights lie in `weights.toml` with their origin. Pages in one language and in two have weights of their own.
Days can veto: nothing that was published weeks apart is one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from khabar.flow.group.bags import Bags, once
from khabar.flow.group.centre import Means
from khabar.flow.group.grown import Grown
from khabar.flow.group.season import YEAR, mask
from khabar.flow.group.signature import SHORT_CHARS, Signature

Matrix = NDArray[np.float32]
Rows = NDArray[np.int64]
WEIGHTS = Path(__file__).with_name("weights.toml")
FEATURES = ("vectors", "words", "names", "numbers", "gap", "undated", "blind", "fits", "astray", "short")
VETO_DAYS = 7
"""Pages further apart than this, by publication or by the days that short texts tell of, are not one event."""
VETO = np.float32(-20)
"""The log-odds of what cannot be one event."""
MOST_NUMBERS = 3
"""Shared numbers beyond these say no more."""


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The weights by kind of pair ("same", "cross")."""
    from khabar.languages.parts import read_toml

    return {kind: dict(table) for kind, table in read_toml(WEIGHTS).items() if isinstance(table, dict)}


def _ordinal(day: str | None) -> int:
    """Days since the year 1, or 0."""
    return date.fromisoformat(day).toordinal() if day else 0


def _day_of_year(day: str | None) -> int:
    """0 to 365."""
    return date.fromisoformat(day).timetuple().tm_yday - 1 if day else 0


def _close(days: Rows, marks: Rows) -> NDArray[np.bool_]:
    """Which of `days` lie within `VETO_DAYS` of one of the sorted `marks`."""
    after = np.searchsorted(marks, days - VETO_DAYS)
    found: NDArray[np.bool_] = marks[np.minimum(after, len(marks) - 1)] <= days + VETO_DAYS
    return found & (after < len(marks))


class Window:
    """Pages that can be compared, as arrays that grow; the rows of a page are its place in `pages`."""

    def __init__(self, pages: Sequence[Signature] = ()) -> None:
        self.pages: list[Signature] = []
        self.days, self.told = Grown(np.int64), Grown(np.int64)  # published; told of, which is the day of publication unless a page says otherwise
        self.short, self.langs = Grown(np.bool_), Grown(np.int16)
        self._year, self._seasons, self._opens = Grown(np.int16), Grown(np.bool_, YEAR), Grown(np.bool_)
        self.words, self.names, self.numbers = Bags(2.0), Bags(1.0), Bags(0.0)
        self._codes: dict[str, int] = {}
        self.means = Means()
        self._raw: Grown | None = None
        self._weighed = 0
        self.extend(pages)
        self.refresh()

    def extend(self, pages: Sequence[Signature]) -> None:
        """Pages at the end, weighed and centred by what the window knows so far."""
        if not pages:
            return
        if self._raw is None:
            dim = next((len(p.vector) for p in pages if p.vector is not None), 1)
            self._raw, self._centred = Grown(np.float32, dim), Grown(np.float32, dim)
        start = len(self.pages)
        self.pages += [p._replace(words={}, names=frozenset(), numbers=frozenset(), vector=None) for p in pages]
        self.days.extend([_ordinal(p.day) for p in pages])
        self.told.extend([_ordinal(p.told or p.day) for p in pages])
        self._year.extend([_day_of_year(p.day) for p in pages])
        self._seasons.extend(np.stack([mask(p.seasons) for p in pages]))
        self._opens.extend([bool(p.opens) for p in pages])
        self.short.extend([p.size < SHORT_CHARS for p in pages])
        self.langs.extend([self._codes.setdefault(p.lang, len(self._codes)) for p in pages])
        self.words.extend([p.words for p in pages])
        self.names.extend(once([p.names for p in pages]))
        self.numbers.extend(once([p.numbers for p in pages]))
        none = np.zeros(self._raw.now.shape[1], np.float32)
        self._raw.extend(np.stack([none if p.vector is None else p.vector for p in pages]))
        self.means.add(self._raw.now[start:], [p.lang for p in pages])
        self._centred.extend(self.means.centred(self._raw.now[start:], [p.lang for p in pages]))

    def refresh(self, growth: float = 0.0) -> None:
        """Weigh and centre all rows by the present state, unless the window grew or shrank by no more than this share since."""
        size = len(self.pages)
        if self._raw is None or abs(size - self._weighed) <= growth * self._weighed:
            return
        self._weighed = size
        for bags in (self.words, self.names, self.numbers):
            bags.refresh()
        self._centred.put(self.means.centred(self._raw.now, [p.lang for p in self.pages]))

    def keep(self, rows: Rows) -> None:
        """Leave only `rows`, in this order."""
        if self._raw is None:
            return
        stay = np.zeros(len(self.pages), bool)
        stay[rows] = True
        gone = np.flatnonzero(~stay)
        self.means.add(self._raw.now[gone], [self.pages[i].lang for i in gone], sign=-1)
        self.pages = [self.pages[i] for i in rows]
        for column in (self.days, self.told, self.short, self.langs, self._year, self._seasons, self._opens, self._raw, self._centred):
            column.put(column.now[rows])
        for bags in (self.words, self.names, self.numbers):
            bags.keep(rows)
        self._weighed = 0
        self.refresh()

    def redate(self, row: int, day: str | None) -> None:
        """Another publication day for a page."""
        self.pages[row] = self.pages[row]._replace(day=day)
        self.days.now[row] = _ordinal(day)
        self.told.now[row] = _ordinal(self.pages[row].told or day)
        self._year.now[row] = _day_of_year(day)

    def features(self, rows: Rows, columns: Rows) -> dict[str, Matrix]:
        """Each feature as float32[len(rows), len(columns)]."""
        centred = self._centred.now
        return {
            "vectors": centred[rows] @ centred[columns].T,
            "names": self.names.cosines(rows, columns).toarray(),
            "numbers": np.minimum(self.numbers.cosines(rows, columns).toarray(), MOST_NUMBERS),
            "words": np.sqrt(self.words.cosines(rows, columns).toarray()),
            **self._circumstances(rows[:, None], columns[None, :]),
        }

    def scores(self, rows: Rows, columns: Rows) -> Matrix:
        """Log-odds that a pair tells one event, float32[len(rows), len(columns)]; VETO where the days forbid it."""
        same = self.langs.now[rows][:, None] == self.langs.now[columns][None, :]
        found = self.features(rows, columns)
        total = _weight(same, "bias")
        for name, values in found.items():
            total += values * _weight(same, name)
        total[found["gap"] > VETO_DAYS] = VETO
        return total

    def near(self, rows: Rows) -> Rows:
        """Pages whose days let them tell the event of one of these."""
        days, told = self.days.now, self.told.now
        if not days[rows].all():
            return np.arange(len(days))
        marks = np.unique([days[rows], told[rows]])
        return np.flatnonzero((days == 0) | _close(days, marks) | _close(told, marks))

    def likely(self, rows: Rows, columns: Rows, above: float) -> tuple[Rows, Rows, Matrix]:
        """The pairs with log-odds above a threshold: (row, column, log-odds), each of one dimension, rows as numbers of pages.

        The dear features are computed only where the cheap ones leave a chance.
        """
        centred, langs = self._centred.now, self.langs.now
        same = langs[rows][:, None] == langs[columns][None, :]
        chance = centred[rows] @ centred[columns].T
        chance *= _weight(same, "vectors")
        chance += _weight(same, "bias")
        for name, bags, most in (("names", self.names, 1.0), ("numbers", self.numbers, MOST_NUMBERS)):
            shared = bags.cosines(rows, columns).tocoo()
            chance[shared.row, shared.col] += np.minimum(shared.data, most) * _weight(same[shared.row, shared.col], name)
        i, j = np.nonzero(chance + _weight(same, "words") > above)
        total, alike = chance[i, j], same[i, j]
        i, j = rows[i], columns[j]
        found = self._circumstances(i, j)
        for name, values in found.items():
            total += values * _weight(alike, name)
        words = _weight(alike, "words")
        left = np.flatnonzero((total + words > above) & (found["gap"] <= VETO_DAYS))
        i, j, total, words = i[left], j[left], total[left], words[left]
        weighed = np.flatnonzero(words)
        total[weighed] += words[weighed] * np.sqrt(self.words.paired(i[weighed], j[weighed]))
        sure = total > above
        return i[sure], j[sure], total[sure]

    def _circumstances(self, i: Rows, j: Rows) -> dict[str, Matrix]:
        """What days and lengths say of pages `i` beside pages `j`, which broadcast; float32 of their common shape."""
        days, told, short, year = self.days.now, self.told.now, self.short.now, self._year.now
        none, other = days[i] == 0, days[j] == 0
        undated = none | other
        fits = (none & ~other & self._seasons.now[i, year[j]]) | (other & ~none & self._seasons.now[j, year[i]])
        opens = (none & ~other & self._opens.now[i]) | (other & ~none & self._opens.now[j])
        found = {
            "gap": np.where(undated, 0, np.minimum(np.abs(days[i] - days[j]), np.abs(told[i] - told[j]))),
            "undated": undated,
            "blind": none & other,
            "fits": fits,
            "astray": opens & ~fits,
            "short": short[i] | short[j],
        }
        return {name: values.astype(np.float32) for name, values in found.items()}


def _weight(same: NDArray[np.bool_], name: str) -> Matrix:
    """The weight of a feature for pairs in one language (True) and in two."""
    table = weights()
    return np.where(same, np.float32(table["same"][name]), np.float32(table["cross"][name]))
