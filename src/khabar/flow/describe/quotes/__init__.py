"""Who said what: direct and reported speech with its speaker.

marks.py      spans between quotation marks
lexicon.py    verbs of saying and their kin, compiled per language
nameless.py   descriptions of speakers without a name
nations.py    nationalities beside offices and descriptions
roles.py      offices that stand for persons of the page
cast.py       all that may speak in a page, and who spoke last
subjects.py   the subject of a verb of saying
fragments.py  names, fragments and tagged quotations among the short ones
embedded.py   a few quoted words in the middle of reported speech
epithets.py   speakers that are only described: "the sheriff"
papers.py     who issued a statement
titled.py     Korean names with the title behind them
speaker.py    one who speaks
direct.py     quotations that are speech, not titles or scare quotes
frames.py     where reported speech stands in a sentence; place.py, openings.py and appraisals.py belong to it
carried.py    speech that reaches over the end of a sentence
verb_final.py the same where the verb of saying ends the sentence
clauses.py    where a reported clause ends, what is left of it beside direct speech
reported.py   reported speech of a page
headline.py   what a headline alone lets someone say
"""

from __future__ import annotations

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.cast import Cast
from khabar.flow.describe.quotes.direct import direct_quotes
from khabar.flow.describe.quotes.headline import headline_quote
from khabar.flow.describe.quotes.reported import reported_quotes
from khabar.models import Entity, Quote

__all__ = ["find_quotes"]


def find_quotes(document: Document, entities: tuple[Entity, ...]) -> tuple[Quote, ...]:
    """Direct and reported speech in order of the text; that of the headline, where the body has none of its speaker, first."""
    cast = Cast(document, entities)
    direct = direct_quotes(document, cast)
    found = [*direct, *reported_quotes(document, cast, direct)]
    headline = headline_quote(document, entities, {q.speaker_id for q in found})
    return tuple(sorted([*headline, *found], key=lambda q: q.span or (0, 0)))
