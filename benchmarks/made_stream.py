"""A stream of made articles with the structure of real ones, for `stream.py`: the same arguments give the same stream.

Templates are the stories of examples/pages. A made story takes one of them and gives it names, words, figures and days of its own;
its vectors are turned (a signed permutation of the axes keeps all likenesses inside the story) partly with a topic that other
stories share. A quarter of the pages state no day, one in twenty comes days late, one in a hundred tells of three stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from khabar.config import Config
from khabar.engine import Engine
from khabar.engine.window import signatures
from khabar.flow.group import Signature
from khabar.flow.group.centre import PRIOR
from khabar.flow.group.tokens import words

EXAMPLES = Path(__file__).parents[1] / "examples" / "pages"
FIRST_DAY = date(2023, 1, 1)
NAMES, COMMON_NAMES, VOCABULARY, TOPICS = 20_000, 150, 40_000, 150
TOPIC_SHARE = 0.35
"""Cosine between the middles of two stories made of one template and one topic."""
UNDATED, LATE, ROUNDUP = 0.25, 0.05, 0.01


class Template(NamedTuple):
    """A page to make others of: its signature, the words of its title, its vector without the mean of its language."""

    page: Signature
    title: Mapping[str, int]
    vector: NDArray[np.float32]


class Made(NamedTuple):
    """A made page: when it comes (days from the start), its signature, the words of its title, its story (None for a roundup)."""

    comes: float
    page: Signature
    title: frozenset[str]
    story: str | None


def templates() -> list[list[Template]]:
    """The example pages, a list a story."""
    found: dict[str, list[Template]] = defaultdict(list)
    with Engine.open(":memory:", Config(workers=1)) as engine:
        engine.ingest([str(EXAMPLES)])
        means = np.load(PRIOR)
        views = {v.article.id: v for v in engine.articles()}
        for page in signatures(engine.store, views):
            view = views[page.article]
            if page.vector is not None and page.lang in means.files:
                title = words(view.article.title or view.article.text[:80], page.lang)
                found[Path(view.files[0]).parent.name].append(Template(page, title, page.vector - means[page.lang].astype(np.float32)))
    return [pages for _, pages in sorted(found.items())]


def stream(count: int, per_day: int, seed: int = 0) -> Iterator[Made]:
    """About `count` pages in the order in which they come, `per_day` a day."""
    rng = np.random.default_rng(seed)
    stories = templates()
    means = {lang: mean.astype(np.float32) for lang, mean in np.load(PRIOR).items()}
    pages: list[Made] = []
    number = 0
    while len(pages) < count:
        number += 1
        day = rng.random() * count / per_day
        pages += _story(rng, f"e{number}", stories[rng.integers(len(stories))], day, means)
    pages += [_roundup(rng, pages, n) for n in range(int(ROUNDUP * count))]
    yield from sorted(pages, key=lambda m: (m.comes, m.page.article))[:count]


@lru_cache(maxsize=2 * TOPICS)
def _turn(seed: int, dim: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    rng = np.random.default_rng(seed)
    return rng.permutation(dim), rng.choice([-1.0, 1.0], dim)


def _turned(seed: int, vector: NDArray[np.float32]) -> NDArray[np.float32]:
    places, signs = _turn(seed, len(vector))
    return np.asarray(vector[places] * signs, dtype=np.float32)


def _story(rng: np.random.Generator, key: str, template: list[Template], day: float, means: Mapping[str, NDArray[np.float32]]) -> list[Made]:
    names = defaultdict(lambda: f"n{int(NAMES * rng.random() ** 2)}" if rng.random() < 0.7 else f"c{int(COMMON_NAMES * rng.random() ** 2)}")
    terms = defaultdict(lambda: f"~{int(VOCABULARY * rng.random() ** 3)}" if rng.random() < 0.6 else "")
    topic, own, factor = int(rng.integers(TOPICS)), int(rng.integers(10**9)), 1 + rng.random()
    made = []
    for n in range(min(60, int(rng.pareto(1.2)) + 1)):
        page, title, vector = template[(n + int(rng.integers(2))) % len(template)]
        lag = float(rng.exponential(0.8))
        turned = np.sqrt(TOPIC_SHARE) * _turned(topic, vector) + np.sqrt(1 - TOPIC_SHARE) * _turned(own, vector)
        noise = rng.normal(size=len(vector)).astype(np.float32) * float(np.linalg.norm(vector)) * 0.35 / np.sqrt(len(vector))
        raw = means[page.lang] + turned + noise
        bag = {terms[w] or w: c for w, c in page.words.items() if rng.random() < 0.9}
        new = page._replace(
            article=f"{key}-{n}",
            day=None if rng.random() < UNDATED else str(FIRST_DAY + timedelta(int(day + lag))),
            vector=(raw / np.linalg.norm(raw)).astype(np.float32),
            words=bag,
            numbers=frozenset(f"{float(x) * factor:.0f}" for x in sorted(page.numbers) if rng.random() < 0.9),
            names=frozenset(names[x] for x in sorted(page.names) if rng.random() < 0.9),
            told=None,
            outlet=None,
        )
        late = float(rng.random() * 10) if rng.random() < LATE else 0.0
        made.append(Made(day + lag + late, new, frozenset(terms[w] or w for w in title), key))
    return made


def _roundup(rng: np.random.Generator, pages: list[Made], number: int) -> Made:
    """A page that tells of three others of about the same day."""
    first = pages[int(rng.integers(len(pages)))]
    near = [p for i in rng.integers(len(pages), size=400) if abs((p := pages[i]).comes - first.comes) < 2][:2]
    told = [first, *near]
    raw = sum(p.page.vector for p in told)  # type: ignore[misc]
    page = first.page._replace(
        article=f"r{number}",
        vector=(raw / np.linalg.norm(raw)).astype(np.float32),
        words={w: c for p in told for w, c in p.page.words.items()},
        names=frozenset(n for p in told for n in p.page.names),
        numbers=frozenset(n for p in told for n in p.page.numbers),
    )
    return Made(first.comes, page, frozenset(w for p in told for w in list(p.title)[:4]), None)
