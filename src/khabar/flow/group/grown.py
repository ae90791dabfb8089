"""An array that grows at its end at little cost."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

ROOM = 256


class Grown:
    """Values in one array, with `width` a row of so many each. Room doubles when it runs out, so that appending costs what is appended."""

    def __init__(self, dtype: DTypeLike, width: int | None = None) -> None:
        self._width = () if width is None else (width,)
        self._room: NDArray[Any] = np.zeros((ROOM, *self._width), dtype)
        self._size = 0

    @property
    def now(self) -> NDArray[Any]:
        """The values so far; a view that later growth may leave behind."""
        return self._room[: self._size]

    def extend(self, values: Any) -> None:
        """Append values."""
        end = self._size + len(values)
        if end > len(self._room):
            room = np.zeros((max(end, 2 * len(self._room)), *self._width), self._room.dtype)
            room[: self._size] = self.now
            self._room = room
        self._room[self._size : end] = values
        self._size = end

    def put(self, values: Any) -> None:
        """These values instead of those so far."""
        self._size = 0
        self._room = self._room[:0] if len(values) < len(self._room) // 4 else self._room
        self.extend(values)
