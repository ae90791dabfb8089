"""Train the pair model of `flow/group` and write its weights.

usage: python evals/train_pairs.py GOLD_DIR [GOLD_DIR ...] [--write]

Ingests the pages of the gold folders into memory, takes all pairs of pages, fits one logistic model for pairs in one language and
one for pairs in two (ridge, classes balanced as far as the threshold needs), and prints B-cubed F1 cross-validated by story: the
pages of the held-out stories are clustered with weights that never saw them. Each pair is used with its days and once more
without, since a quarter of real pages have none.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from khabar.config import Config
from khabar.engine import Engine
from khabar.engine.window import signatures
from khabar.flow.group import Grouper, Signature
from khabar.flow.group import pairs as model
from khabar.serve.cli.evaluation import b_cubed as figures_of

RIDGE = 0.003
POSITIVE_WEIGHT = 9.0
"""How much more a pair of one story weighs than one of two: there are about fifteen of the latter for each."""
FOLDS = 6
# Signs that no data may turn: evidence for a common event never counts against it.
BOUNDS = {"bias": (None, None), "vectors": (0, None), "words": (0, None), "names": (0, None), "numbers": (0, None), "gap": (None, -0.05), "undated": (-3.4, -3.4), "blind": (-1.2, -1.2), "fits": (2.4, 2.4), "astray": (-4.0, -4.0), "short": (-1.5, -1.5)}  # fmt: skip


def load(folders: list[str]) -> tuple[list[Signature], dict[str, str]]:
    """Signatures of all pages, and article id -> gold story."""
    labels = {}
    for folder in folders:
        for line in Path(folder, "labels.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            labels[Path(row["file"]).name] = row["story"]
    with Engine.open(":memory:", Config()) as engine:
        engine.ingest([str(Path(f, "pages")) for f in folders])
        ids = engine.store.article_ids()
        story = {i: labels[Path(engine.store.paths(i)[0]).name] for i in ids}
        return signatures(engine.store, ids), story


def table(pages: list[Signature], story: dict[str, str]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """kind of pair -> (features with a leading 1, whether one story)."""
    found: dict[str, tuple[list[np.ndarray], list[float]]] = {"same": ([], []), "cross": ([], [])}
    for days in (True, False):
        used = pages if days else [p._replace(day=None) for p in pages]
        window = model.Window(used)
        rows = np.arange(len(used))
        features = window.features(rows, rows)
        for i in range(len(used)):
            for j in range(i + 1, len(used)):
                if features["gap"][i, j] > model.VETO_DAYS:
                    continue
                kind = "same" if used[i].lang == used[j].lang else "cross"
                found[kind][0].append(np.array([1.0, *(features[n][i, j] for n in model.FEATURES)]))
                found[kind][1].append(float(story[used[i].article] == story[used[j].article]))
    return {kind: (np.array(x), np.array(y)) for kind, (x, y) in found.items()}


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Ridge logistic regression with bounded signs."""
    weight = np.where(y > 0, POSITIVE_WEIGHT, 1.0)
    weight /= weight.sum()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = -(weight * (y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))).sum() + RIDGE * (w[1:] ** 2).sum() * 0.05
        gradient = x.T @ (weight * (p - y))
        gradient[1:] += RIDGE * 2 * w[1:] * 0.05
        return float(value), gradient

    start = np.zeros(x.shape[1])
    bounds = [BOUNDS["bias"], *(BOUNDS[n] for n in model.FEATURES)]
    return np.asarray(minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x)


def learn(pages: list[Signature], story: dict[str, str]) -> dict[str, dict[str, float]]:
    """Weights for both kinds of pair."""
    names = ("bias", *model.FEATURES)
    return {kind: dict(zip(names, map(float, fit(x, y)), strict=True)) for kind, (x, y) in table(pages, story).items()}


def b_cubed(pages: list[Signature], story: dict[str, str], weights: dict[str, dict[str, float]]) -> float:
    """B-cubed F1 of the grouper with these weights."""
    original, model.weights = model.weights, lambda: weights  # type: ignore[assignment]
    try:
        grouper = Grouper()
        grouper.add(pages)
        grouper.repair()
        clusters = grouper.clusters()
    finally:
        model.weights = original
    found = {article: str(number) for number, cluster in enumerate(clusters) for article in cluster}
    return float(figures_of({p.article: story[p.article] for p in pages}, found)["f1"])


def write(weights: dict[str, dict[str, float]], figure: float, count: int) -> None:
    """Write the weights file with where they come from."""
    lines = [
        "# Weights of the pair model (pairs.py), log-odds per unit of each feature; positive speaks for one event.",
        f"# Trained by evals/train_pairs.py on {count} constructed news pages in twelve languages; B-cubed F1 cross-validated by story: {figure:.3f}.",
    ]
    for kind, values in weights.items():
        lines += ["", f"[{kind}]", *(f"{name} = {value:.4f}" for name, value in values.items())]
    model.WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Run the training."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    pages, story = load(options.folders)
    stories = sorted(set(story.values()))
    scores = []
    for fold in range(FOLDS):
        held = set(stories[fold::FOLDS])
        train = [p for p in pages if story[p.article] not in held]
        test = [p for p in pages if story[p.article] in held]
        scores.append(b_cubed(test, story, learn(train, story)))
    weights = learn(pages, story)
    print(json.dumps({"cross_validated": round(float(np.mean(scores)), 4), "folds": [round(s, 3) for s in scores],
                      "all": round(b_cubed(pages, story, weights), 4), "weights": weights}, indent=1))  # fmt: skip
    if options.write:
        write(weights, float(np.mean(scores)), len(pages))
        sys.stderr.write(f"wrote {model.WEIGHTS}\n")


if __name__ == "__main__":
    main()
