"""Records as bytes and back; raw pages compressed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeVar

import msgspec
import zstandard

T = TypeVar("T")
_encoder = msgspec.json.Encoder()
MAX_PAGE_BYTES = 1 << 30
"""No stored page decompresses to more than this."""


def pack(record: object) -> bytes:
    """A record as JSON bytes."""
    return _encoder.encode(record)


@lru_cache(maxsize=64)
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def unpack(data: bytes | memoryview, kind: type[T]) -> T:
    """JSON bytes as a record of `kind`."""
    record: T = _decoder(kind).decode(data)  # type: ignore[arg-type]
    return record


def compress(content: bytes) -> bytes:
    """Raw bytes, zstandard level 6."""
    return zstandard.ZstdCompressor(level=6).compress(content)


def decompress(data: bytes) -> bytes:
    """The raw bytes again."""
    return zstandard.ZstdDecompressor().decompress(bytes(data), max_output_size=MAX_PAGE_BYTES)
