"""An endpoint that speaks the OpenAI embeddings API: a server of your own (vLLM, Ollama, llama.cpp, TEI) or a paid one."""

from __future__ import annotations

import os
from collections.abc import Sequence

import httpx
import numpy as np

from khabar.config import Config
from khabar.errors import Retry, Unavailable
from khabar.flow.describe.encoders.base import Matrix, normalised

NAME = "openai-compatible"
BATCH = 64
SECONDS = 60


def check(config: Config) -> str:
    """Why it cannot work here, or ""; the endpoint itself is not asked."""
    if not config.encoder_url or not config.encoder_model:
        return "no endpoint is named; set encoder_url (such as http://127.0.0.1:11434/v1) and encoder_model"
    return ""


def make(config: Config) -> EndpointEncoder:
    """The encoder; asks the endpoint once for the length of its vectors. The key comes from `KHABAR_ENCODER_KEY`."""
    return EndpointEncoder(config.encoder_url, config.encoder_model, os.environ.get("KHABAR_ENCODER_KEY", ""))


class EndpointEncoder:
    """Texts are sent to `<url>/embeddings` in batches; they leave this machine if the endpoint is elsewhere."""

    name = NAME
    max_tokens = 512
    needs_centering = True

    def __init__(self, url: str, model: str, key: str, transport: httpx.BaseTransport | None = None) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self.client = httpx.Client(base_url=url.rstrip("/"), headers=headers, timeout=SECONDS, transport=transport)
        self.model = model
        self.dim = self._ask(["dimension"]).shape[1]

    def encode(self, texts: Sequence[str], kind: str = "query") -> Matrix:
        """float32[len(texts), dim], rows of length one. Raises `Retry` if the endpoint fails, `Unavailable` if it refuses."""
        blocks = [self._ask([t or " " for t in texts[i : i + BATCH]]) for i in range(0, len(texts), BATCH)]
        return normalised(np.concatenate(blocks)) if blocks else np.zeros((0, self.dim), np.float32)

    def _ask(self, texts: Sequence[str]) -> Matrix:
        try:
            answer = self.client.post("/embeddings", json={"model": self.model, "input": list(texts)})
        except httpx.HTTPError as problem:
            raise Retry(f"The encoder endpoint does not answer ({problem}).", "Check encoder_url and try again.") from problem
        if answer.status_code >= 500 or answer.status_code == 429:
            raise Retry(f"The encoder endpoint answered {answer.status_code}.", "Try again later.")
        if answer.status_code != 200:
            raise Unavailable(f"The encoder endpoint answered {answer.status_code}: {answer.text[:200]}", "Check model and key.")
        data = sorted(answer.json()["data"], key=lambda item: int(item["index"]))
        return np.asarray([item["embedding"] for item in data], np.float32)
