"""The chain of one story from its credits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from khabar.models import Described, Lineage, Link, LinkEvidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def trace(members: Sequence[Described], sentence_vectors: Mapping[str, NDArray[np.float32]]) -> Lineage:
    """Links from each page to the sources that it credits."""
    by_outlet = {m.article.outlet: m.article.id for m in reversed(members) if m.article.outlet}
    links = []
    for member in members:
        for source in dict.fromkeys(c.source for c in member.notes.credits if c.source and c.kind != "photo"):
            parent = by_outlet.get(source)
            if parent == member.article.id:
                continue
            links.append(Link(child=member.article.id, parent=parent, source=source, how="cites", credited=True, strength="medium",
                              evidence=(LinkEvidence(rule="credit", says=f"The page names {source} as its source."),)))  # fmt: skip
    return Lineage(links=tuple(links))
