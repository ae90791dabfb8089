"""GraphML: the chain of transmission as a graph, child to parent; for Gephi, yEd and networkx."""

from __future__ import annotations

from typing import TextIO
from xml.etree import ElementTree as Xml

import regex

from khabar.export.base import Archive

NAME = "graphml"
NODE = ("kind", "title", "lang", "outlet", "published", "story")
EDGE = ("how", "credited", "strength", "evidence")
_ILLEGAL = regex.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def write(archive: Archive, out: TextIO) -> None:
    """Write every article, every source outside the store that a link names, and every link (http://graphml.graphdrawing.org)."""
    root = Xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for side, names in (("node", NODE), ("edge", EDGE)):
        for name in names:
            Xml.SubElement(root, "key", {"id": f"{side}-{name}", "for": side, "attr.name": name, "attr.type": "string"})
    graph = Xml.SubElement(root, "graph", id="chain", edgedefault="directed")
    known = {view.article.id for view in archive.articles}
    for view in archive.articles:
        article = view.article
        values = ("article", article.title, article.lang, article.outlet, article.published.value, view.story)
        _data(Xml.SubElement(graph, "node", id=article.id), "node", NODE, values)
    links = [link for stored in archive.stories for link in stored.lineage.links]
    parents = dict.fromkeys(link.parent or f"source:{link.source}" for link in links)
    for parent in parents:
        if parent not in known:
            name = parent.removeprefix("source:")
            _data(Xml.SubElement(graph, "node", id=parent), "node", NODE, ("source", name, None, name, None, None))
    for link in links:
        edge = Xml.SubElement(graph, "edge", source=link.child, target=link.parent or f"source:{link.source}")
        says = " ".join(e.says for e in link.evidence)
        _data(edge, "edge", EDGE, (link.how, str(link.credited).lower(), link.strength, says))
    out.write(Xml.tostring(root, encoding="unicode", xml_declaration=True) + "\n")


def _data(element: Xml.Element, side: str, names: tuple[str, ...], values: tuple[str | None, ...]) -> None:
    for name, value in zip(names, values, strict=True):
        if value:
            Xml.SubElement(element, "data", key=f"{side}-{name}").text = _ILLEGAL.sub(" ", value)
