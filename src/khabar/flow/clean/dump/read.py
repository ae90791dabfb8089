"""Read a text dump: find where the text begins, what stands above it, and where it ends."""

from __future__ import annotations

from khabar.flow.clean.dump.head import first_paragraph, read_head
from khabar.flow.clean.dump.split import lines_of, unglued
from khabar.flow.clean.extracted import Extracted
from khabar.flow.clean.language import Languages, language_of
from khabar.flow.clean.lines import kind_of
from khabar.flow.clean.measure import is_prose
from khabar.flow.clean.sort_body import BodySorter, Sorted
from khabar.flow.clean.wording import Wording, wording


def read_dump(text: str) -> Extracted:
    """The parts of a page that came as plain text.

    1. Lines, with glued parts taken apart and wrapped paragraphs joined (`split`).
    2. The first paragraph: the first line that reads as prose and is confirmed by its length or by a second one (`head`).
    3. Above it: the title is the line most like the text; the others are byline, caption, menu.
    4. From it on: `sort_body`.
    """
    raw = lines_of(text)
    languages = language_of([line for line in raw if is_prose(line)] or raw)
    words = wording(languages.lang)
    raw = [piece for line in raw for piece in (unglued(line, words) if len(line) < 900 or line is raw[0] else _long(line, words))]
    kinds = [kind_of(line, words) for line in raw]
    first = first_paragraph(raw, kinds, languages.lang, words)
    if first == len(raw):
        return _without_prose(raw, languages, words)
    sorter = BodySorter(raw[first:], words, languages)
    out = sorter.out
    head = read_head(raw[:first], sorter.known, languages.lang, words, out)
    sorter.run()
    return Extracted(title=head.title, paragraphs=out.body, margins=out.margins, dropped=out.dropped, languages=languages, words=words,
                     bylines=head.bylines, site_name=head.site, lines=raw)  # fmt: skip


def _long(line: str, words: Wording) -> list[str]:
    return list(unglued(line, words))


def _without_prose(lines: list[str], languages: Languages, words: Wording) -> Extracted:
    """A page of short lines only (a flash, a headline): the longest is the title, what is not furniture is the body."""
    out = Sorted()
    plain: list[str] = []
    for line in lines:
        if kind := kind_of(line, words):
            out.drop(line, kind.why)
        else:
            plain.append(line)
    title = max(plain, key=len, default="")
    body = [line for line in plain if line != title] or ([title] if title else [])
    return Extracted(title=title, paragraphs=body, margins=out.margins, dropped=out.dropped, languages=languages, words=words, bylines=[], site_name="",
                     lines=lines)  # fmt: skip
