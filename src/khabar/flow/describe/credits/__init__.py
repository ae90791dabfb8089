"""Where a page says that its news comes from: datelines, agency marks, bylines, footers, cues of citing, half credits, photo credits.

    lexicon.py      the cues of a language, compiled
    dateline.py     «سول (رويترز) –», "[서울=뉴시스]", "/ТАСС/", "Seoul (dpa)" at the head, "(AFP)" at the end
    margins.py      bylines, source lines, captions
    body.py         names of media in running text, with the cue that makes them a source
    official.py     ministries, armies, international bodies that are said to state something
    organisations.py  companies and other bodies that issue a statement, by the entities of the page
    unknown.py      media that no data file knows, with a cue and a head
    main_source.py  which of them the page as a whole comes from
    half.py         "South Korean media", "North Korean state media"
"""

from __future__ import annotations

from khabar.flow.describe.credits.body import body_credits
from khabar.flow.describe.credits.dateline import dateline_credits
from khabar.flow.describe.credits.half import half_credits
from khabar.flow.describe.credits.main_source import with_main_source
from khabar.flow.describe.credits.margins import margin_credits
from khabar.flow.describe.credits.official import official_credits
from khabar.flow.describe.credits.organisations import organisation_credits
from khabar.flow.describe.credits.unknown import unknown_credits
from khabar.flow.describe.document import Document
from khabar.models import Credit

__all__ = ["find_credits", "organisation_credits"]


def find_credits(document: Document) -> tuple[Credit, ...]:
    """Every credit of a page, in order of the text, those outside the body first.

    The page's own outlet is left out unless it signs its own dispatch as an agency does. Each span is used once: a dateline wins
    over a name in running text.
    """
    signed = dateline_credits(document)
    taken = [c.span for c in signed if c.span]
    told = body_credits(document, taken)
    taken += [c.span for c in told if c.span]
    unknown = unknown_credits(document, taken)
    taken += [c.span for c in unknown if c.span]
    named = with_main_source(document, [*margin_credits(document), *signed, *told, *unknown])
    found = [*named, *half_credits(document, taken), *official_credits(document, taken)]
    return tuple(c for c in _unique(found) if not _own_name(c, document.article.outlet))


def _own_name(credit: Credit, outlet: str | None) -> bool:
    return bool(outlet) and credit.source == outlet and credit.kind == "cited"


def _unique(credits: list[Credit]) -> list[Credit]:
    seen: dict[tuple[object, ...], Credit] = {}
    for credit in credits:
        seen.setdefault((credit.source, credit.kind, credit.span, credit.where, credit.surface), credit)
    return list(seen.values())
