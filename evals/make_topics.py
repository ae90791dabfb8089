"""Write `flow/describe/topics/head.npz`: a linear head that tells the IPTC Media Topics from the default encoder's vectors.

usage: python evals/make_topics.py

Fitted to the sentences of evals/topics/examples.jsonl (written for this project), each centred on its language's mean: multinomial
logistic regression with an L2 penalty, by L-BFGS.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from khabar.flow.describe.encoders import get
from khabar.flow.describe.topics.catalogue import media_topics
from khabar.flow.describe.topics.head import HEAD

EXAMPLES = Path(__file__).parent / "topics" / "examples.jsonl"
PENALTY = 0.05


def fit(matrix: np.ndarray, target: np.ndarray, penalty: float) -> tuple[np.ndarray, np.ndarray]:
    """(weights[kinds, dim], bias[kinds]) of the multinomial logistic regression of `target` (rows that sum to one) on `matrix`."""
    (rows, dim), kinds = matrix.shape, target.shape[1]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = flat[: kinds * dim].reshape(kinds, dim), flat[kinds * dim :]
        raw = matrix @ weights.T + bias
        raw -= raw.max(1, keepdims=True)
        logs = raw - np.log(np.exp(raw).sum(1, keepdims=True))
        error = (np.exp(logs) - target) / rows
        value = -(target * logs).sum() / rows + penalty / rows * (weights**2).sum()
        return value, np.concatenate([(error.T @ matrix + 2 * penalty / rows * weights).ravel(), error.sum(0)])

    found = minimize(loss, np.zeros(kinds * dim + kinds), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return found[: kinds * dim].reshape(kinds, dim), found[kinds * dim :]


def centred(matrix: np.ndarray, langs: np.ndarray) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Rows centred on their language's mean and scaled to length one, and the means by language."""
    means = {str(lang): matrix[langs == lang].mean(0) for lang in np.unique(langs)}
    moved = np.stack([row - means[str(lang)] for row, lang in zip(matrix, langs, strict=True)])
    return moved / np.linalg.norm(moved, axis=1, keepdims=True), means


def main() -> None:
    """Encode, fit and write."""
    rows = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    encoder, keys = get("e5"), [t.key for t in media_topics()]
    langs = np.array([r["lang"] for r in rows])
    matrix, means = centred(encoder.encode([r["text"] for r in rows]).astype(np.float64), langs)
    target = np.array([[(key in r["topics"]) / len(r["topics"]) for key in keys] for r in rows])
    weights, bias = fit(matrix, target, PENALTY)
    every = np.mean(list(means.values()), axis=0)
    half = {f"mean_{lang}": mean.astype(np.float16) for lang, mean in means.items()}
    np.savez_compressed(HEAD, encoder=np.array(encoder.name), weights=weights.astype(np.float16), bias=bias.astype(np.float16),
                        mean=every.astype(np.float16), **half)  # fmt: skip
    sys.stderr.write(f"wrote {HEAD} ({len(rows)} sentences, {len(means)} languages)\n")


if __name__ == "__main__":
    main()
