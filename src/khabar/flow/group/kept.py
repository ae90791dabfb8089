"""Signatures as bytes, so that a window is read from a store and not computed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from khabar.flow.group.signature import Signature

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_APART = ("vector",)
"""Vectors have a place of their own."""


def to_bytes(signature: Signature) -> bytes:
    """A signature as MessagePack, without its vector."""
    fields = {name: value for name, value in signature._asdict().items() if name not in _APART}
    return msgspec.msgpack.encode(fields, order="deterministic")


def from_bytes(data: bytes, vector: NDArray[np.float32] | None) -> Signature | None:
    """The signature again; None if it was kept by a version that knew other fields."""
    fields = msgspec.msgpack.decode(data)
    if {*fields, *_APART} != set(Signature._fields):
        return None
    sets = {name: frozenset(value) for name, value in fields.items() if isinstance(value, list)}
    return Signature(**{**fields, **sets, "vector": vector})
