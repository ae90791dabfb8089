"""Any sentence-transformers model that lies on this machine (optional extra `khabar[transformers]`)."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np

from khabar.config import Config
from khabar.flow.describe.encoders.base import Matrix, normalised

NAME = "sentence-transformers"


def check(config: Config) -> str:
    """Why it does not work here, or ""."""
    if find_spec("sentence_transformers") is None:
        return "the package is not installed; get it with: pip install 'khabar[transformers]'"
    return "" if config.encoder_model else "no model is named; set encoder_model to the directory of a model"


def make(config: Config) -> TransformersEncoder:
    """Load the model named in `config.encoder_model`; nothing is downloaded."""
    from sentence_transformers import SentenceTransformer

    return TransformersEncoder(SentenceTransformer(config.encoder_model, local_files_only=True), config.encoder_model)


class TransformersEncoder:
    """A sentence-transformers model; models of the E5 family get their prefixes."""

    needs_centering = True

    def __init__(self, model: Any, label: str) -> None:
        self.model = model
        self.name = f"{NAME}"
        self.prefixed = "e5" in label.lower()
        self.dim = int(model.get_sentence_embedding_dimension())
        self.max_tokens = int(model.max_seq_length or 512)

    def encode(self, texts: Sequence[str], kind: str = "query") -> Matrix:
        """float32[len(texts), dim], rows of length one."""
        shown = [f"{kind}: {t}" for t in texts] if self.prefixed else list(texts)
        if not shown:
            return np.zeros((0, self.dim), np.float32)
        found = self.model.encode(shown, convert_to_numpy=True, show_progress_bar=False)
        return normalised(np.asarray(found, np.float32))
