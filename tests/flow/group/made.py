"""Signatures made up for tests: stories as directions in space with names, words and days of their own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from khabar.flow.group import Signature

DIM = 128


def direction(story: int) -> np.ndarray:
    """A unit vector for a story, at right angles to those of the others."""
    return np.eye(DIM)[story]


def page(story: int, number: int, lang: str = "en", day: str | None = "2024-03-01", near: float = 0.75, also: Sequence[int] = ()) -> Signature:
    """A page of a story; `near` is the cosine to the story's middle, `also` other stories that it tells of as much."""
    noise = np.random.default_rng(1000 * story + number).normal(size=DIM)
    middle = sum((direction(s) for s in also), direction(story))
    vector = near * middle / np.linalg.norm(middle) + np.sqrt(1 - near**2) * noise / np.linalg.norm(noise)
    told = (story, *also)
    return Signature(
        article=f"a{story:02}-{number:03}",
        lang=lang,
        day=day,
        outlet=None,
        vector=(vector / np.linalg.norm(vector)).astype(np.float32),
        words={f"~w{s}{k}": 2 for s in told for k in range(6)} | {f"~n{number % 7}{k}": 1 for k in range(6)},
        numbers=frozenset(),
        names=frozenset({f"actor-{s}{k}" for s in told for k in range(3)} | {"everywhere"}),
        told=None,
        seasons=frozenset(),
        opens=frozenset(),
        size=900,
    )


def stories_of(clusters: Sequence[Sequence[str]]) -> set[frozenset[str]]:
    """Clusters as sets."""
    return {frozenset(c) for c in clusters}
