"""Stories linked into sagas over months: by the actors and places at their heart, and by their subject.

Linkage is by average, so that a saga which drifts falls apart. Every story of a saga says what ties it to the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from khabar.flow.group.hearts import links
from khabar.flow.group.linkage import average_linkage
from khabar.flow.group.stable_ids import stable_ids
from khabar.models import Heart, Saga
from khabar.names import get

EXPLAINED = 12
"""Stories of a saga whose link is put into words."""
Weights = Mapping[str, float]


def find_sagas(hearts: Sequence[Heart], weight: Weights, previous: Mapping[str, str]) -> list[Saga]:
    """Sagas of two stories or more. `weight` is name -> rarity; `previous` story id -> saga id, which a saga keeps where it can."""
    known = sorted(hearts, key=lambda h: (h.day or "9999", h.story))
    if len(known) < 2:
        return []
    clusters = [c for c in average_linkage(links(known, weight)) if len(c) > 1]
    ids, _ = stable_ids([[known[i].story for i in c] for c in clusters], previous, prefix="g-")
    return sorted((_saga(ids[known[c[0]].story], [known[i] for i in c], weight) for c in clusters), key=lambda g: g.id)


def _saga(key: str, hearts: Sequence[Heart], weight: Weights) -> Saga:
    counts = Counter(n for h in hearts for n in h.names)
    held = sorted((n for n in counts if counts[n] > 1), key=lambda n: (-weight[n] * counts[n], n))
    named = [found for name in held[:3] if (found := get(name))]
    langs = sorted(set.intersection(*(set(n.names) for n in named))) if named else []
    return Saga(
        id=key,
        title=" – ".join(n.name() for n in named) or hearts[0].title,
        titles={lang: " – ".join(n.name(lang) for n in named) for lang in langs},
        stories=tuple(h.story for h in hearts),
        why=(f"{len(hearts)} stories share {_listed(held[:4])}.", *(_link(h, held) for h in hearts[:EXPLAINED])),
    )


def _link(heart: Heart, held: Sequence[str]) -> str:
    """What ties one story to the others of its saga."""
    own = [n for n in held if n in heart.names][:4]
    return f"{heart.title or heart.story}{f' ({heart.day})' if heart.day else ''}: {_listed(own) or 'its subject'}."


def _listed(names: Sequence[str]) -> str:
    return ", ".join(found.name() if (found := get(name)) else name for name in names)
