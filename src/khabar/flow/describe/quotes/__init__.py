"""Who said what: direct and reported speech with its speaker.

marks.py      spans between quotation marks
lexicon.py    verbs of saying and their kin, compiled per language
speakers.py   the speaker of a quotation: the name nearest to the verb, else the speaker before
direct.py     quotations that are speech, not titles or scare quotes
reported.py   clauses after "said that", "according to"
"""

from __future__ import annotations

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.direct import direct_quotes
from khabar.flow.describe.quotes.reported import reported_quotes
from khabar.flow.describe.quotes.speakers import Cast
from khabar.models import Entity, Quote

__all__ = ["find_quotes"]


def find_quotes(document: Document, entities: tuple[Entity, ...]) -> tuple[Quote, ...]:
    """Direct and reported speech in order of the text."""
    cast = Cast(document, entities)
    direct = direct_quotes(document, cast)
    found = [*direct, *reported_quotes(document, cast, direct)]
    return tuple(sorted(found, key=lambda q: q.span or (0, 0)))
