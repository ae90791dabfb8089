"""khabar trace: the chain of transmission of a story or of one article, drawn as a tree from the origins down."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from khabar.serve.cli.common import Db, Json, interval, outlet_of

if TYPE_CHECKING:
    from rich.tree import Tree

    from khabar.engine import Engine
    from khabar.models import ArticleView, Link, StoredStory

STYLES = {"strong": "bold", "medium": "", "weak": "dim"}


def trace(item: Annotated[str, typer.Argument(metavar="ID", help="A story or an article.")], db: Db = None, as_json: Json = False) -> None:
    """Draw who repeats whom, back to the independent origins."""
    from khabar.export.rows import link_rows, story_row
    from khabar.serve.cli.common import console, open_engine, print_json

    with open_engine(db) as engine:
        stored, only = _find(engine, item)
        views = {v.article.id: v for v in engine.articles(stored.story.articles)}
    if as_json:
        links = [row for row in link_rows(stored) if only is None or row["child"] == only]
        print_json({"story": story_row(stored), "links": links})
        return
    console().print(chain_tree(stored, views, only))


def _find(engine: Engine, item: str) -> tuple[StoredStory, str | None]:
    from khabar.errors import NotFound

    try:
        return engine.story(item), None
    except NotFound:
        view = engine.article(item)
        return engine.story(view.story or ""), view.article.id


def chain_tree(stored: StoredStory, views: dict[str, ArticleView], only: str | None = None) -> Tree:
    """A tree: sources that are not in the store and pages without a parent at the top, what repeats them below."""
    from rich.tree import Tree

    from khabar.serve.cli.common import isolate

    lineage = stored.lineage
    origins = lineage.origins
    head = f"{stored.story.title}  [independent origins: {interval(origins.min, origins.max)}, {', '.join(origins.ids) or 'none found'}]"
    tree = Tree(isolate(head))
    children: dict[str, list[Link]] = {}
    kept = _ancestry(lineage.links, only) if only else set(views)
    for link in lineage.links:
        if link.child in kept and (link.parent or link.source):
            children.setdefault(link.parent or f"source {link.source}", []).append(link)
    with_parent = {link.child for links in children.values() for link in links}
    roots = sorted(k for k in children if k.startswith("source ")) + [a for a in views if a in kept and a not in with_parent]
    for root in roots:
        label = f"{root[7:]} (not in the store)" if root.startswith("source ") else _label(views[root])
        _grow(tree.add(isolate(label), style="cyan" if root.startswith("source ") else "bold"), root, children, views, {root}, only is not None)
    return tree


def _ancestry(links: tuple[Link, ...], only: str) -> set[str]:
    """One article with the chain above it."""
    wanted, grew = {only}, True
    while grew:
        above = {link.parent for link in links if link.child in wanted and link.parent} - wanted
        wanted |= above
        grew = bool(above)
    return wanted


def _grow(branch: Tree, key: str, children: dict[str, list[Link]], views: dict[str, ArticleView], above: set[str], detail: bool) -> None:
    """What repeats `key`, and what repeats that; `detail` writes out what changed on each edge."""
    from khabar.serve.cli.common import isolate

    for link in children.get(key, []):
        if link.child not in views:
            continue
        kinds = Counter(m.kind for m in link.mutations)
        changed = f", changed: {', '.join(f'{n} × {k}' if n > 1 else k for k, n in kinds.items())}" if kinds else ""
        edge = f"{link.how}{'' if link.credited else ', not credited'}{changed}"
        below = branch.add(isolate(f"─ {edge} → {_label(views[link.child])}"), style=STYLES[link.strength])
        for change in link.mutations if detail else ():
            below.add(f"{change.kind}: {isolate(change.parent)} ⇒ {isolate(change.here)}", style="dim")
        if link.child not in above:
            _grow(below, link.child, children, views, above | {link.child}, detail)


def _label(view: ArticleView) -> str:
    article = view.article
    return f"{article.lang} {outlet_of(article)} {(article.published.value or 'undated')[:16]} «{article.title}» {article.id}"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(trace)
