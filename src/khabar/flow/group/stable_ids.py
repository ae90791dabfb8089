"""Ids that stay: a cluster keeps the id that most of its articles had; an id that lost out keeps redirecting.

Sagas are clusters of stories and keep their ids in the same way.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

Clusters = Sequence[Sequence[str]]


def _always(key: str) -> bool:
    return True


def new_id(articles: Sequence[str], prefix: str = "s-") -> str:
    """A story id from the first of its article ids: the same pages give the same id in every store."""
    return prefix + hashlib.sha256(min(articles).encode()).hexdigest()[:12]


def stable_ids(
    clusters: Clusters, previous: Mapping[str, str], prefix: str = "s-", free: Callable[[str], bool] = _always
) -> tuple[dict[str, str], dict[str, str]]:
    """(article id -> story id, old story id -> the story it merged into).

    `previous` is article id -> story id before. Claims on an id are settled by the number of articles that carry it over,
    then by the smallest article id, so that the outcome does not depend on the order of `clusters`. `free` says whether an id may
    be given to a new cluster: it may belong to a story that is not looked at now.
    """
    claims = []
    for number, cluster in enumerate(clusters):
        votes = Counter(previous[a] for a in cluster if a in previous)
        claims += [(-count, min(cluster), old, number) for old, count in votes.items()]
    owner: dict[int, str] = {}
    taken: dict[str, int] = {}
    for _, _, old, number in sorted(claims):
        if number not in owner and old not in taken:
            owner[number], taken[old] = old, number
    assigned: dict[str, str] = {}
    for number, cluster in enumerate(clusters):
        story = owner.get(number) or _unused(cluster, prefix, lambda s: s not in taken and free(s))
        taken[story] = number
        owner[number] = story
        assigned.update(dict.fromkeys(cluster, story))
    redirects = {}
    for _, _, old, number in sorted(claims):
        if owner[number] != old and taken.get(old) is None and old not in redirects:
            redirects[old] = owner[number]
    return assigned, redirects


def _unused(cluster: Sequence[str], prefix: str, free: Callable[[str], bool]) -> str:
    story = new_id(cluster, prefix)
    while not free(story):
        story = new_id([story], prefix)
    return story
