"""Evidence that two origins may be one: their texts go together, they have one owner, or one is the voice of the other's state."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from khabar.flow.lineage.chain import Parents
from khabar.flow.lineage.compare import Comparisons
from khabar.flow.lineage.evidence import source_name
from khabar.flow.lineage.page import PageView
from khabar.sources import get

STATE = frozenset({"state-agency", "state-media"})


class Tie(NamedTuple):
    """Two origins that may not be independent, and why."""

    one: str
    two: str
    why: str


def ties(origins: Collection[str], pages: Sequence[PageView], parents: Parents, comparisons: Comparisons) -> list[Tie]:
    """Ties among the origins of a story, in order of their ids."""
    ids = sorted(origins)
    owned = [Tie(one, two, "It has the same owner as {}.") for n, one in enumerate(ids) for two in ids[n + 1 :] if _same_owner(one, two)]
    state = [Tie(one, body, "It belongs to the same state as {}.") for one in ids if (body := next((i for i in ids if _voice_of(one, i)), None))]
    roots = [p for p in pages if p.outlet in origins and not any(q.whole for q in parents[p.id])]
    return [*owned, *state, *_alike(roots, comparisons)]


def components(origins: Iterable[str], tied: Iterable[Tie]) -> Mapping[str, str]:
    """Origin -> the first id of the group that ties join it to."""
    group = {i: i for i in origins}
    for tie in (t for t in tied if t.one in group and t.two in group):
        one, two = sorted((group[tie.one], group[tie.two]))
        group = {i: one if g == two else g for i, g in group.items()}
    return group


def _alike(roots: Sequence[PageView], comparisons: Comparisons) -> list[Tie]:
    """Outlets whose own pages tell the same sentences in the same order."""
    found, ids = {}, {p.id for p in roots}
    for page in roots:
        for other in comparisons.near(page):
            if other.id in ids and page.outlet and other.outlet and page.outlet < other.outlet and comparisons.kin(page, other).tied:
                found[page.outlet, other.outlet] = Tie(page.outlet, other.outlet, "It may share a source with {}: both tell much the same in one order.")
    return [found[key] for key in sorted(found)]


def _same_owner(one: str, two: str) -> bool:
    first, second = get(one), get(two)
    return first is not None and second is not None and first.owner is not None and first.owner == second.owner


def _voice_of(agency: str, body: str) -> bool:
    """Whether a medium of a state would print what an office of that state says in any case."""
    first, second = get(agency), get(body)
    if first is None or second is None or first.type not in STATE or first.country is None:
        return False
    return second.official and second.role is not None and second.country == first.country


def say(tie: Tie, origin: str) -> str:
    """The sentence about a tie, from the side of one of the two."""
    return tie.why.format(source_name(tie.two if origin == tie.one else tie.one))
