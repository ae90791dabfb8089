"""Cue words and vector weighed together, for an article and for a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from typing import TYPE_CHECKING

from khabar.flow.describe.document import Document
from khabar.flow.describe.topics.catalogue import media_topics
from khabar.flow.describe.topics.cues import Cue, lexicon
from khabar.languages import fold
from khabar.models import Notes, Topic

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TITLE, LEAD, BODY = 2.5, 1.5, 1.0
"""How much a cue weighs in the title (or the section and keywords that the page states), in the lead and further down."""
LEAD_CHARS, MAX_CHARS = 500, 6_000
AGAIN = 0.4
"""Added to a cue's weight with the logarithm of how often it stands there."""
DOUBT = 6.0
"""Weight for no topic at all that every article starts with: one stray cue makes no topic."""
FLOOR, FIRST = 0.5, 0.4
"""Confidence from which a topic is given, and from which the best one is where none reaches it."""
STORY_FLOOR = 0.3
"""The same for a story: the mean over its pages, where a page without the topic counts as none."""


def _with_vector(share: float, log_odds: float) -> float:
    """Confidence from a topic's share of the cues and what the vector says; fitted on the development half of evals/gold/topics."""
    return _logistic(1.5 * (3 * share + log_odds - 1.5))


def _alone(share: float) -> float:
    """Confidence from the share of the cues alone."""
    return _logistic(12 * (share - 0.18))


def find_topics(document: Document, vector: NDArray[np.float32] | None = None, encoder: str = "") -> tuple[Topic, ...]:
    """Topics of an article, the surest first; none where nothing speaks for one.

    `vector` is the article's own, float32[dim] of length one, made by `encoder`; without one, or with an encoder that no head was
    fitted to, the cue words decide alone.
    """
    shares = cue_shares(document)
    odds = _log_odds(vector, encoder, document.lang) if vector is not None else None
    if odds is None:
        return _topics({key: _alone(share) for key, share in shares.items()}, FLOOR, FIRST)
    return _topics({key: _with_vector(share, odds[key]) for key, share in shares.items()}, FLOOR, FIRST)


def story_topics(pages: Sequence[Notes]) -> tuple[Topic, ...]:
    """Topics of a story from those of its pages."""
    sums: defaultdict[str, float] = defaultdict(float)
    for topic in (t for notes in pages for t in notes.topics):
        sums[topic.code] += topic.confidence
    keys = {topic.code: topic.key for topic in media_topics()}
    return _topics({keys[code]: total / len(pages) for code, total in sums.items()}, STORY_FLOOR, STORY_FLOOR)


def cue_shares(document: Document) -> dict[str, float]:
    """Topic key -> its share of the weight of all cues, each distinct cue counted where it weighs most."""
    best: dict[Cue, float] = {}
    times: defaultdict[Cue, int] = defaultdict(int)
    for cue, place in _found(document):
        best[cue] = max(best.get(cue, 0.0), cue.weight * place)
        times[cue] += 1
    weights: defaultdict[str, float] = defaultdict(float)
    for cue, weight in best.items():
        weights[cue.topic] += weight * (1 + AGAIN * log(times[cue]))
    whole = sum(weights.values()) + DOUBT
    return {topic.key: weights[topic.key] / whole for topic in media_topics()}


def _found(document: Document) -> Iterator[tuple[Cue, float]]:
    """Every cue with the weight of the place where it stands."""
    words, article = lexicon(document.lang), document.article
    stated = " | ".join((article.section or "", *article.keywords, str(article.upstream.get("category", ""))))
    for text in (document.title_folded, fold(stated)):
        yield from ((cue, TITLE) for _, cue in words.find(text))
    for start, cue in words.find(document.folded[:MAX_CHARS]):
        yield cue, LEAD if start < LEAD_CHARS else BODY


def _log_odds(vector: NDArray[np.float32], encoder: str, lang: str) -> dict[str, float] | None:
    from khabar.flow.describe.topics.head import encoder_of_head, log_odds

    return log_odds(vector, lang) if encoder == encoder_of_head() else None


def _topics(confidence: Mapping[str, float], floor: float, first: float) -> tuple[Topic, ...]:
    """The topics from `floor` on, the surest first; where none is so sure, the surest if it reaches `first`."""
    best = max(confidence.values(), default=0.0)
    least = floor if best >= floor else max(best, first)
    found = [
        Topic(code=topic.code, name=topic.name(), confidence=round(confidence[topic.key], 3))
        for topic in media_topics()
        if confidence.get(topic.key, 0.0) >= least
    ]
    return tuple(sorted(found, key=lambda t: (-t.confidence, t.code)))


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, value))))
