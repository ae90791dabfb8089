"""Write `flow/group/prior.npz`: the mean vector of the example pages, by language and over all.

usage: python evals/make_prior.py

A handful of pages is too few to centre vectors on their own means; the prior stands in until enough have come. It holds means only,
float16, for the default encoder.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from khabar.config import Config
from khabar.engine import Engine
from khabar.flow.describe.vectors import vector_of
from khabar.flow.group.centre import PRIOR

EXAMPLES = Path(__file__).parents[1] / "examples" / "pages"


def main() -> None:
    """Compute and write the means."""
    with Engine.open(":memory:", Config()) as engine:
        engine.ingest([str(EXAMPLES)])
        stored = engine.store.vectors(engine.store.article_ids())
        langs = {v.article.id: v.article.lang for v in engine.articles(stored)}
    groups: dict[str, list[np.ndarray]] = defaultdict(list)
    for key, vectors in stored.items():
        groups[langs[key]].append(vector_of(vectors.vector))
    means = {lang: np.mean(rows, axis=0).astype(np.float16) for lang, rows in groups.items() if len(rows) > 1}
    every = np.mean([mean.astype(np.float32) for mean in means.values()], axis=0).astype(np.float16)
    np.savez_compressed(PRIOR, all=every, **means)
    sys.stderr.write(f"wrote {PRIOR} ({len(means)} languages)\n")


if __name__ == "__main__":
    main()
