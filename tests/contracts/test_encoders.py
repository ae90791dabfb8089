"""One set of checks for every encoder found; those that need a model or an endpoint of their own are tried with a stand-in."""

from __future__ import annotations

import json

import httpx
import numpy as np
import pytest

from khabar.config import Config
from khabar.errors import Unavailable, UsageError
from khabar.flow.describe.encoders import Encoder, get, names, statuses
from khabar.flow.describe.encoders.openai_compatible import EndpointEncoder
from khabar.flow.describe.encoders.transformers import TransformersEncoder

TEXTS = ["The minister spoke in Seoul.", "وزير الخارجية تحدث في سول", "", "外交部长在首尔讲话", "a lone \ud800 surrogate", "word " * 4000]


class StandInModel:
    max_seq_length = 256

    def get_sentence_embedding_dimension(self) -> int:
        return 8

    def encode(self, texts: list[str], **options: object) -> np.ndarray:
        return np.asarray([[len(t) % 7 + 1.0] + [float(ord(c) % 5) for c in (t + "........")[:7]] for t in texts])


def _endpoint(request: httpx.Request) -> httpx.Response:
    sent = json.loads(request.content)["input"]
    data = [{"index": i, "embedding": [1.0, float(len(t) % 9), 2.0]} for i, t in enumerate(sent)]
    return httpx.Response(200, json={"data": data[::-1]})


def _make(name: str) -> Encoder:
    if name == "sentence-transformers":
        return TransformersEncoder(StandInModel(), "intfloat/multilingual-e5-small")
    if name == "openai-compatible":
        return EndpointEncoder("http://endpoint.example/v1", "m", "key", httpx.MockTransport(_endpoint))
    if why := statuses(Config())[name]:
        pytest.skip(why)
    return get(name)


@pytest.fixture(scope="module", params=names())
def encoder(request: pytest.FixtureRequest) -> Encoder:
    return _make(request.param)


def test_rows_have_length_one_and_the_declared_dimension(encoder: Encoder) -> None:
    texts = [t.encode("utf-8", "replace").decode() for t in TEXTS] if encoder.name == "openai-compatible" else TEXTS
    found = encoder.encode(texts, "query")
    assert found.shape == (len(TEXTS), encoder.dim)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1.0, atol=1e-3)


def test_nothing_in_nothing_out(encoder: Encoder) -> None:
    assert encoder.encode([], "query").shape == (0, encoder.dim)


def test_the_same_text_gives_the_same_vector(encoder: Encoder) -> None:
    # Numbers differ in the last digits with the length that a run is padded to; the direction does not.
    one, two = encoder.encode([TEXTS[0]], "query")[0], encoder.encode(TEXTS[:4], "query")[0]
    assert float(one @ two) > 0.995


def test_it_says_what_it_is(encoder: Encoder) -> None:
    assert encoder.name in names()
    assert encoder.max_tokens > 0
    assert isinstance(encoder.needs_centering, bool)


def test_e5_brings_translations_together() -> None:
    encoder = _make("e5")
    same, other = "Путин встретился с Ким Чен Ыном в России", "El equipo ganó la final de fútbol"
    a, b, c = encoder.encode(["Putin met Kim Jong Un in Russia", same, other], "query")
    assert float(a @ b) > float(a @ c) + 0.05


def test_an_unknown_name_lists_what_exists() -> None:
    with pytest.raises(UsageError, match="hashed"):
        get("nonesuch")


def test_one_that_cannot_work_says_what_to_do() -> None:
    with pytest.raises(Unavailable, match="encoder_url"):
        get("openai-compatible", Config())
