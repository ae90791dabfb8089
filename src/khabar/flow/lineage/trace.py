"""The chain of one story.

    1. page.py      each page's words, sentences, numbers, names, credits and vectors
    2. copies.py    text in common within a language; align.py: sentences that say the same, across languages
    3. parents.py   credited parents (credited.py), else the uncredited one that explains most of the page; absent sources;
                    statements.py: the official bodies on whose statements the main facts rest
    4. chain.py     loops cut, needless parents out
    5. mutations/   what changed along each edge
    6. origins.py   independent first-hand origins of each page and of the story; ties.py: which of them may be one; common.py: the node
                    that all chains pass through
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from khabar.flow.lineage.chain import cut_loops, keep_needed
from khabar.flow.lineage.common import common_link, credit_loops
from khabar.flow.lineage.compare import Comparisons
from khabar.flow.lineage.evidence import evidence, strength
from khabar.flow.lineage.mutations import Side, mutations
from khabar.flow.lineage.origins import page_origins, story_origins
from khabar.flow.lineage.page import PageView, page_views
from khabar.flow.lineage.parents import Parent, Resolver
from khabar.models import Described, Lineage, Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def trace(members: Sequence[Described], sentence_vectors: Mapping[str, NDArray[np.float32]]) -> Lineage:
    """Who repeats whom among the pages of one story, and what it all rests on.

    `sentence_vectors`: article id -> float32[n sentences, dim], aligned with `Document(article).sentences`; a page without
    vectors is compared by its words, numbers and names alone. The order of `members` does not matter.
    """
    pages = page_views(members, sentence_vectors)
    comparisons = Comparisons(pages)
    resolver = Resolver(pages, comparisons)
    parents, loops = cut_loops({page.id: resolver.parents(page) for page in pages})
    parents = keep_needed(parents, pages)
    by_page = page_origins(pages, parents)
    sides = {page.id: Side(page) for page in pages}
    links = tuple(_link(page, parent, sides) for page in pages for parent in parents[page.id])
    return Lineage(
        links=links,
        origins=story_origins(pages, parents, by_page, comparisons),
        page_origins={i: o.summary() for i, o in by_page.items()},
        common_link=common_link(pages, by_page),
        circular=tuple(sorted({*loops, *credit_loops(pages)})),
    )


def _link(child: PageView, parent: Parent, sides: Mapping[str, Side]) -> Link:
    page = parent.page
    return Link(
        child=child.id,
        parent=page.id if page else None,
        source=parent.source,
        how=parent.how,
        credited=parent.credited,
        strength=strength(parent),
        evidence=evidence(child, parent),
        mutations=mutations(sides[child.id], sides[page.id], parent.kin) if page and parent.kin and parent.carries else (),
    )
