"""RSS 2.0: one item a story, the latest first."""

from __future__ import annotations

from typing import TextIO
from xml.sax.saxutils import escape

from khabar.export.base import Archive

NAME = "rss"


def write(archive: Archive, out: TextIO) -> None:
    """Write a feed of the stories; the description gives the lead and the number of independent origins."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Khabar</title><link>http://127.0.0.1:8377/</link>')
    out.write("<description>Stories with their independent origins</description>\n")
    for stored in archive.stories:
        story, origins = stored.story, stored.lineage.origins
        says = f"{story.lead} (pages: {len(story.articles)}; independent origins: {origins.min}–{origins.max}, {', '.join(origins.ids)})"
        out.write(f"<item><guid isPermaLink=\"false\">{escape(story.id)}</guid><title>{escape(_clean(story.title))}</title>")
        out.write(f"<link>http://127.0.0.1:8377/story/{escape(story.id)}</link><description>{escape(_clean(says))}</description>")
        out.writelines(f'<category domain="https://cv.iptc.org/newscodes/mediatopic/">{escape(t.name)}</category>' for t in story.topics)
        out.write("</item>\n")
    out.write("</channel></rss>\n")


def _clean(text: str) -> str:
    """Without the control characters that XML 1.0 forbids."""
    return "".join(c for c in text if c in "\t\n" or c >= " ")
