"""The tokenizer of multilingual-e5-small and its word embeddings, both from the weight file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from khabar.flow.describe.encoders.e5.weights import BLOCK, Floats, Weights, dequantise

CHARS_PER_TOKEN = 8
"""Texts are cut at this many characters per wanted token before they are tokenised."""


class Tokenizer:
    """Unigram over SentencePiece pieces, as XLM-R uses it (Kudo, "Subword Regularization", 2018)."""

    def __init__(self, weights: Weights) -> None:
        from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

        pieces = list(zip(weights.pieces(), weights.scores.tolist(), strict=True))
        self._tokenizer = Tokenizer(models.Unigram(pieces, unk_id=weights.unknown, byte_fallback=False))
        self._tokenizer.normalizer = normalizers.Replace(Regex(" {2,}"), " ")
        self._tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="\u2581", prepend_scheme="always", split=True)
        self._characters = weights.characters
        self._bos, self._eos = weights.bos, weights.eos

    def __call__(self, texts: Sequence[str], most: int) -> list[list[int]]:
        """Token ids of each text with the marks of beginning and end, at most `most` in all."""
        clean = [self._normalised(text[: most * CHARS_PER_TOKEN]) for text in texts]
        found = self._tokenizer.encode_batch_fast(clean, add_special_tokens=False)
        return [[self._bos, *one.ids[: most - 2], self._eos] for one in found]

    def _normalised(self, text: str) -> str:
        text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate would stop the tokenizer
        return unicodedata.normalize("NFC", text).translate(self._characters)


class Embedding:
    """Word, position and type embeddings; rows are read from disk as they are needed (the table would fill 384 MB)."""

    def __init__(self, weights: Weights) -> None:
        self._rows = weights.blocks("emb.word", weights.vocabulary, weights.hidden)
        positions = weights.vector("emb.pos", weights.positions, weights.hidden)
        self._positions = positions + weights.vector("emb.type", weights.types, weights.hidden)[0]
        self._hidden = weights.hidden

    def __call__(self, ids: NDArray[np.int64]) -> Floats:
        """int64[batch, length] -> float32[batch, length, hidden]."""
        unique, inverse = np.unique(ids.ravel(), return_inverse=True)
        rows = dequantise(np.asarray(self._rows[unique])).reshape(len(unique), self._hidden // BLOCK * BLOCK)
        found: Floats = rows[inverse].reshape(*ids.shape, self._hidden)
        found += self._positions[: ids.shape[1]]
        return found
