"""The chain of a story as a drawing: pages from left to right in time, sources that are not in the store at the left, edges by kind.

Only positions and classes are made here; colours and fonts come from the style sheet, so that light, dark and print look right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.models import ArticleView, Link, Record, StoredStory

COLUMN, ROW, WIDTH, HEIGHT, MARGIN = 250, 76, 190, 54, 16
"""Pixels: distance of columns and rows, size of a node, space around."""
MOST = 60
"""Pages drawn; larger stories show those with the most links."""


class Node(Record, frozen=True, kw_only=True):
    """One box. `href` is None for a source that is not in the store."""

    key: str
    x: int
    y: int
    label: str
    lang: str
    when: str
    href: str | None
    origin: bool


class Edge(Record, frozen=True, kw_only=True):
    """One line from parent to child."""

    path: str
    how: str
    strength: str
    credited: bool
    mutated: int
    href: str | None
    says: str


class Drawing(Record, frozen=True, kw_only=True):
    """Everything that the template needs."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int


def draw(stored: StoredStory, views: Mapping[str, ArticleView], names: Mapping[str, str]) -> Drawing:
    """Lay out the chain of `stored`; `names` gives the name to show for a source id."""
    links = [k for k in stored.lineage.links if k.strength != "weak" and k.child in views]
    pages = _chosen(list(views), links)
    links = [k for k in links if k.child in pages and (k.parent is None or k.parent in pages)]
    depth = _depths(pages, links)
    absent = list(dict.fromkeys(k.source for k in links if k.parent is None and k.source))
    columns: dict[int, list[str]] = {0: [f"source {s}" for s in absent]} if absent else {}
    for key in sorted(pages, key=lambda a: (depth[a], views[a].article.published.value or "9999", a)):
        columns.setdefault(depth[key] + (1 if absent else 0), []).append(key)
    place = _places(columns)
    origins = set(stored.lineage.origins.ids)
    nodes = [_node(key, place[key], views, names, origins) for column in columns.values() for key in column]
    edges = [_edge(k, place, stored.story.id) for k in links]
    tallest = max((len(c) for c in columns.values()), default=0)
    return Drawing(nodes=tuple(nodes), edges=tuple(edges), width=MARGIN * 2 + max(columns, default=0) * COLUMN + WIDTH, height=MARGIN * 2 + max(0, tallest - 1) * ROW + HEIGHT)


def _chosen(pages: Sequence[str], links: Sequence[Link]) -> list[str]:
    count = {p: 0 for p in pages}
    for link in links:
        for end in (link.child, link.parent):
            if end in count:
                count[end] += 1
    return sorted(pages, key=lambda p: (-count[p], p))[:MOST]


def _depths(pages: Sequence[str], links: Sequence[Link]) -> dict[str, int]:
    """Longest way from a page without parents; a loop, should one come in, is cut at the number of pages."""
    depth = dict.fromkeys(pages, 0)
    for _ in range(min(len(pages), 12)):
        for link in links:
            if link.parent in depth:
                depth[link.child] = max(depth[link.child], min(depth[link.parent] + 1, 12))
    return depth


def _places(columns: Mapping[int, Sequence[str]]) -> dict[str, tuple[int, int]]:
    tallest = max((len(c) for c in columns.values()), default=0)
    place = {}
    for number, column in columns.items():
        top = (tallest - len(column)) * ROW // 2
        for row, key in enumerate(column):
            place[key] = (MARGIN + number * COLUMN, MARGIN + top + row * ROW)
    return place


def _node(key: str, at: tuple[int, int], views: Mapping[str, ArticleView], names: Mapping[str, str], origins: set[str]) -> Node:
    if key.startswith("source "):
        source = key[7:]
        return Node(key=key, x=at[0], y=at[1], label=_cut(names.get(source, source)), lang="", when="", href=None, origin=source in origins)
    article = views[key].article
    outlet = article.outlet or "?"
    when = (article.published.value or "")[:16].replace("T", " ")
    return Node(key=key, x=at[0], y=at[1], label=_cut(names.get(outlet, article.outlet_surface or outlet)), lang=article.lang, when=when,
                href=f"/article/{key}", origin=outlet in origins)  # fmt: skip


def _cut(label: str) -> str:
    return label if len(label) <= 23 else label[:22] + "…"


def _edge(link: Link, place: Mapping[str, tuple[int, int]], story: str) -> Edge:
    start = place[link.parent or f"source {link.source}"]
    end = place[link.child]
    x1, y1, x2, y2 = start[0] + WIDTH, start[1] + HEIGHT // 2, end[0], end[1] + HEIGHT // 2
    bend = max(40, (x2 - x1) // 2)
    return Edge(
        path=f"M{x1},{y1} C{x1 + bend},{y1} {x2 - bend},{y2} {x2 - 6},{y2}",
        how=link.how,
        strength=link.strength,
        credited=link.credited,
        mutated=len(link.mutations),
        href=f"/compare/{story}/{link.parent}/{link.child}" if link.parent else None,
        says=" ".join(e.says for e in link.evidence[:2]),
    )
