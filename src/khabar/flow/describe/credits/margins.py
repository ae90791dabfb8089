"""Credits that stand outside the body: bylines, footers and source lines, captions, and the title."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from khabar.flow.describe.credits.lexicon import lexicon
from khabar.flow.describe.document import Document
from khabar.languages import fold
from khabar.models import Credit, Margin
from khabar.sources import Found, by_domain, find_names

_ADDRESS = regex.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.\p{Latin}{2,})(?:/\S*)?")
_COPYRIGHT = regex.compile(r"©|\(c\)|copyright|حقوق|права|版权|저작권|bản quyền", regex.IGNORECASE)


def margin_credits(document: Document) -> list[Credit]:
    """Credits of kind "credit" from bylines and footers, "photo" from captions and photo lines."""
    found: list[Credit] = []
    for margin in document.article.margins:
        found += _credits_of(margin, document)
    return found


def _credits_of(margin: Margin, document: Document) -> Iterator[Credit]:
    folded = fold(margin.text)
    words = lexicon(document.lang)
    photo = margin.where == "caption" or (words.photo_label.search(folded[:40]) is not None and not words.source_label.match(folded))
    labelled = words.source_label.match(folded) is not None
    for name in (*find_names(folded), *_linked(folded)):
        own = name.source == document.article.outlet
        if own and not photo and (_COPYRIGHT.search(margin.text) or margin.where == "footer"):
            continue  # the outlet's own mark at the foot of its page says nothing about where the news comes from
        if name.ambiguous and not (labelled or photo or margin.where == "byline" or len(folded) < 40):
            continue
        rule = "photo line" if photo else f"{margin.where} line"
        yield Credit(source=name.source, kind="photo" if photo else "credit", surface=margin.text[name.start : name.end],
                     span=None, where=margin.where, rule=rule)  # fmt: skip


def _linked(folded: str) -> Iterator[Found]:
    for found in _ADDRESS.finditer(folded):
        if source := by_domain(found[1]):
            yield Found(found.start(), found.end(), source.id, False)
