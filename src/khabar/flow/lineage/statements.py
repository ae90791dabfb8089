"""Which official statements carry the main facts of a page, and which are reactions or side facts.

News writing puts the main facts first (the "inverted pyramid"), so a body counts that speaks at the head of a page, as does one
that gives a figure of the kind the head is about (its own toll), one that the title names, one that speaks again and again, one
whose own page is here, and the embassy of the page's own state.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from khabar.flow.describe.numbers.kinds import CASUALTIES
from khabar.flow.lineage.page import PageView
from khabar.languages import fold, part
from khabar.languages.countries import countries
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Credit
from khabar.names import is_body
from khabar.sources import Source, get
from khabar.sources.bodies import abroad, rule

HEAD = 0.35
HEAD_PARAGRAPHS = 2
"""A body speaks at the head within so much of the text, and within so many paragraphs."""
FIRST = 3
"""Sentences that a page begins with, a stand-first included."""
OF_TITLE = 2
"""Words of the title that a statement must take up."""
SHORT = 2
"""Letters that a name must have to be looked for in the title."""
AGAIN = 2
"""Sentences in which a body must speak to count wherever it does."""


class Statement(NamedTuple):
    """The weightiest credit of a body, and whether it is sure that main facts rest on it."""

    credit: Credit
    sure: bool


def official(source: str | None) -> bool:
    """Whether a source is an official body rather than a medium."""
    known = get(source)
    return known.official if known is not None else is_body(source)


def states(credit: Credit) -> bool:
    """Whether a credit names a body, official or not, that speaks for itself."""
    return official(credit.source) or credit.rule.startswith("organisation")


def main_statements(page: PageView, present: frozenset[str] | set[str] = frozenset()) -> dict[str, Statement]:
    """Official bodies on which the main facts of a page rest, by source id; `present` are sources that have a page of their own here."""
    spoken: dict[str, list[Credit]] = {}
    for credit in page.credits:
        if credit.source and credit.span and states(credit):
            spoken.setdefault(credit.source, []).append(credit)
    found = {}
    for source, credits in spoken.items():
        stated = [c for c in credits if c.rule.startswith(("statement", "organisation"))]
        tests = (_at_head, _gives_toll, _fills_title, _in_title) if official(source) else (_at_head,)
        main = next((c for c in credits if any(test(page, c) for test in tests)), None)
        if main is not None:
            found[source] = Statement(main, main in stated)
        elif source in present or (len({_sentence(page, c) for c in stated}) >= AGAIN and not rule(source, "measures")):
            found[source] = Statement(credits[0], source in present)
        elif stated and _own_abroad(page, get(source)):
            found[source] = Statement(stated[0], False)
    return found


def _own_abroad(page: PageView, source: Source | None) -> bool:
    """Whether a body is the embassy of the page's own state: what it says of that state's citizens nobody else has."""
    if source is None or not abroad(source.id):
        return False
    home = page.source.country if page.source else None
    spoken = {c.alpha2 for c in countries().values() if c.id in part(page.lang, "credits").strings("home")}
    return source.country == home or (home is None and source.country in spoken)


def _at_head(page: PageView, credit: Credit) -> bool:
    """Whether a body speaks at the head; one that measures (an earthquake, the weather) must do so in the first sentence."""
    assert credit.span is not None
    if rule(credit.source, "measures"):
        return _sentence(page, credit) == 0
    text = page.article.text
    return credit.span[0] <= HEAD * len(text) and text.count("\n\n", 0, credit.span[0]) < HEAD_PARAGRAPHS


def _gives_toll(page: PageView, credit: Credit) -> bool:
    """Whether a body gives a figure of people hit in a page that begins with such figures."""
    counted = {_at(page, n.span[0]) for n in page.member.notes.numbers if n.span and n.what in CASUALTIES}  # any of them tells the same main fact
    return not counted.isdisjoint(range(FIRST)) and _sentence(page, credit) in counted


def _fills_title(page: PageView, credit: Credit) -> bool:
    """Whether a statement tells what the title promises and the head does not tell."""
    title = set(regex.findall(r"\p{L}{4,}", page.document.title_folded))
    head = page.document.folded.split("\n\n", 1)[0]
    at = _sentence(page, credit)
    if at < 0:
        return False
    sentence = page.document.sentences[at]
    said = page.document.folded[sentence.start : sentence.end]
    return sum(1 for word in title if word not in head and word in said) >= OF_TITLE


def _in_title(page: PageView, credit: Credit) -> bool:
    """Whether the title names the body, as the text does where it is said to state something."""
    if not credit.rule.startswith(("statement", "organisation")) or len(credit.surface) < SHORT:
        return False
    edges = ("", "") if page.lang in NO_BOUNDARY else (r"(?<!\w)", r"(?!\w)")
    return regex.search(regex.escape(fold(credit.surface)).join(edges), page.document.title_folded) is not None


def _sentence(page: PageView, credit: Credit) -> int:
    return _at(page, credit.span[0]) if credit.span else -1


def _at(page: PageView, place: int) -> int:
    return next((i for i, s in enumerate(page.document.sentences) if s.start <= place < s.end), -1)
