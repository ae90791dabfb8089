"""RSS and Atom: which addresses a feed lists. Entities are not expanded and nothing outside the feed is loaded."""

from __future__ import annotations

from urllib.parse import urljoin

MAX_FEED_BYTES = 5_000_000


def looks_like_feed(content: bytes, media_type: str | None) -> bool:
    """Whether a page is a feed, by its type or its first tag."""
    if media_type and ("rss" in media_type or "atom" in media_type):
        return True
    head = content[:1500].lower()
    return b"<rss" in head or b"<feed" in head or b"<rdf:rdf" in head


def feed_links(content: bytes, base: str) -> list[str]:
    """Addresses of the items of a feed, in order, each once; [] for what is no well-formed feed.

    lxml reads with entity expansion and network off: a feed that defines its own entities gives nothing.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    if b"<!ENTITY" in content[:MAX_FEED_BYTES]:
        return []
    try:
        root = etree.fromstring(content[:MAX_FEED_BYTES], parser)
    except etree.XMLSyntaxError:
        return []
    if root is None:
        return []
    found: dict[str, None] = {}
    for item in root.iter("{*}item", "{*}entry"):
        for link in item.iterfind("{*}link"):
            address = link.get("href") if link.get("rel", "alternate") == "alternate" else None
            address = address or (link.text or "").strip()
            if address:
                found[urljoin(base, address)] = None
                break
    return list(found)
