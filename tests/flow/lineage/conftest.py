"""Invented pages for the tracer: a wire text, its copies, and reports that share nothing with it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from khabar.models import Article, Credit, Described, Notes, Published

WIRE = (
    "HARBOUR TOWN, May 6 (Reuters) - The ministry of works opened a bridge over the northern river on Monday after four years of building. "
    "Engineers said that 312 cables had been replaced and two pillars strengthened.\n\n"
    "Traffic will start on Friday, the mayor told Reuters in front of a crowd of several hundred people. "
    "The old crossing was closed in 2019 when inspectors found cracks in its deck.\n\n"
    "Fishermen complained that the works had muddied the water, and the council promised to pay them. "
    "A second crossing further south is planned for the end of the decade."
)
SYLLABLES = ["bar", "cel", "dim", "fon", "gur", "hal", "jin", "kos", "lum", "mer", "nav", "pol", "qui", "rad", "sot", "tev", "vim", "wex", "yor", "zan"]


def report(number: int) -> str:
    """A text of its own about the same day, in invented words that no other report has."""
    pick = random.Random(number)
    sentences = [" ".join("".join(pick.choices(SYLLABLES, k=3)) for _ in range(12)).capitalize() + "." for _ in range(8)]
    return "\n\n".join(" ".join(sentences[i : i + 2]) for i in range(0, 8, 2))


@pytest.fixture
def page() -> Callable[..., Described]:
    def make(number: int, outlet: str, text: str = WIRE, credit: str | None = None, day: str = "2024-05-06") -> Described:
        article = Article(id=f"a{number:03}", content_id=f"c{number}", file=None, url=None, outlet=outlet, lang="en", title="Bridge opens", text=text,
                          published=Published(value=day, origin="page"))  # fmt: skip
        credits = (Credit(source=credit, kind="credit", surface=credit, where="byline", rule="byline line"),) if credit else ()
        return Described(article=article, notes=Notes(article=article.id, credits=credits))

    return make


@pytest.fixture
def wire() -> str:
    return WIRE


@pytest.fixture
def independent() -> Callable[[int], str]:
    return report
