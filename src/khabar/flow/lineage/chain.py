"""The parents of all pages as one graph: loops cut where the evidence is thinnest, and only needed parents kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.flow.lineage.page import PageView
from khabar.flow.lineage.parents import Parent

Parents = dict[str, list[Parent]]
"""Article id -> its parents."""


def weight(parent: Parent) -> tuple[bool, bool, float]:
    """Order of trust in a link: whole pages before citations, credited before not, then what the two pages share."""
    return (parent.whole, parent.credited, parent.kin.weight if parent.kin else 0.0)


def cut_loops(parents: Parents) -> tuple[Parents, list[tuple[str, ...]]]:
    """Parents without loops, and the loops that were found, as article ids.

    Links are laid one by one, the most trusted first; one that would close a loop is left out.
    """
    kept: Parents = {child: [p for p in found if p.page is None] for child, found in parents.items()}
    edges = [(child, p) for child, found in sorted(parents.items()) for p in found if p.page is not None]
    loops: list[tuple[str, ...]] = []
    for child, parent in sorted(edges, key=lambda e: weight(e[1]), reverse=True):
        assert parent.page is not None
        path = _path(kept, parent.page.id, child)
        if path:
            loops.append(tuple(path))
        else:
            kept[child].append(parent)
    return {child: sorted(found, key=weight, reverse=True) for child, found in kept.items()}, loops


def _path(parents: Parents, start: str, goal: str) -> list[str]:
    """A path from `start` up through parents to `goal`, both included, or []."""
    stack, seen = [(start, [start])], {start}
    while stack:
        here, path = stack.pop()
        if here == goal:
            return path
        for parent in parents.get(here, ()):
            if parent.page is not None and parent.page.id not in seen:
                seen.add(parent.page.id)
                stack.append((parent.page.id, [*path, parent.page.id]))
    return []


def ancestors(parents: Parents, child: str) -> set[str]:
    """Ids of all pages above one."""
    found: set[str] = set()
    stack = [child]
    while stack:
        for parent in parents.get(stack.pop(), ()):
            if parent.page is not None and parent.page.id not in found:
                found.add(parent.page.id)
                stack.append(parent.page.id)
    return found


def keep_needed(parents: Parents, pages: Sequence[PageView]) -> Parents:
    """Parents that no other parent already accounts for.

    A page that took its text from B, which took it from A, needs no link to A, nor to a source that B or its parents name.
    """
    view = {p.id: p for p in pages}
    return {child: [p for p in found if not _needless(p, found, parents, view)] for child, found in parents.items()}


def _needless(parent: Parent, siblings: Sequence[Parent], parents: Parents, view: Mapping[str, PageView]) -> bool:
    for other in siblings:
        if other is parent or other.page is None or not other.whole:
            continue
        above = ancestors(parents, other.page.id)
        if parent.page is not None:
            if parent.page.id in above:
                return True
            continue
        chain = [view[i] for i in (other.page.id, *above)]
        if any(parent.source == page.outlet or parent.source in {c.source for c in page.member.notes.credits} for page in chain):
            return True
    return False


def order(parents: Parents) -> list[str]:
    """Article ids with every parent before its children."""
    done: dict[str, None] = {}
    for start in sorted(parents):
        stack = [(start, False)]
        while stack:
            here, ready = stack.pop()
            if here in done:
                continue
            if ready:
                done[here] = None
                continue
            stack.append((here, True))
            stack.extend((p.page.id, False) for p in parents[here] if p.page is not None and p.page.id not in done)
    return list(done)
