"""The encoder: converts once into the cache, then runs batches of texts of like length."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from khabar.flow.describe.encoders.base import Matrix
from khabar.flow.describe.encoders.e5.tokens import Embedding, Tokenizer
from khabar.flow.describe.encoders.e5.weights import Weights, weight_file

FORMAT = 1
"""Raise it when the graph or its quantisation changes; older files in the cache are then passed over."""
TOKENS_PER_RUN = 1024
"""Tokens in one run, padding included: larger runs leave the processor's cache."""


class E5Encoder:
    """multilingual-e5-small, int8. `cache` is the directory for the converted graph (22 MB)."""

    name = "e5"
    dim = 384
    max_tokens = 128
    needs_centering = True

    def __init__(self, cache: Path, threads: int = 0) -> None:
        import onnxruntime

        source = weight_file()
        self._weights = Weights(source)
        path = _converted(self._weights, source, cache)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or int(os.environ.get("OMP_NUM_THREADS", 0)) or min(os.cpu_count() or 1, 8)
        options.inter_op_num_threads = 1
        # A thread that waits for another must not keep a core from the processes that read pages.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Higher levels fuse layer normalisation into a slower form.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._tokenizer, self._embedding = Tokenizer(self._weights), Embedding(self._weights)

    def encode(self, texts: Sequence[str], kind: str = "query") -> Matrix:
        """float32[len(texts), 384], rows of length one; each text is cut at 128 tokens."""
        tokens = self._tokenizer([f"{kind}: {text}" for text in texts], self.max_tokens)
        found = np.empty((len(tokens), self.dim), np.float32)
        for rows, length in _runs(tokens):
            ids = np.full((len(rows), length), self._weights.pad, np.int64)
            sizes = np.array([len(tokens[row]) for row in rows], np.int32)
            for place, row in enumerate(rows):
                ids[place, : sizes[place]] = tokens[row]
            found[rows] = self._session.run(None, {"x": self._embedding(ids), "lens": sizes})[0]
        return found


def _runs(tokens: Sequence[Sequence[int]]) -> Iterator[tuple[list[int], int]]:
    """Rows of like length together, the longest first, with the length that they are padded to."""
    rows: list[int] = []
    length = 0
    for row in sorted(range(len(tokens)), key=lambda r: -len(tokens[r])):
        if rows and (len(rows) + 1) * length > TOKENS_PER_RUN:
            yield rows, length
            rows = []
        if not rows:
            length = len(tokens[row])
        rows.append(row)
    if rows:
        yield rows, length


def _converted(weights: Weights, source: Path, cache: Path) -> Path:
    """The graph in the cache, written first if it is not there; safe with several processes at once."""
    from khabar.flow.describe.encoders.e5.graph import write_graph

    with source.open("rb") as handle:
        digest = hashlib.sha256(f"{FORMAT} {source.stat().st_size} ".encode() + handle.read(1 << 20)).hexdigest()[:16]
    path = cache / f"e5-int8-{digest}.onnx"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        handle_number, temporary = tempfile.mkstemp(dir=cache, suffix=".tmp")
        os.close(handle_number)
        write_graph(weights, Path(temporary))
        os.replace(temporary, path)
    return path
