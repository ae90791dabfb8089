"""A sentence as arguments need it, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.flow.describe.events.clauses import Clause
from khabar.flow.describe.events.lexicon import Hit, Lexicon
from khabar.flow.describe.events.parties import Party


class Scene(NamedTuple):
    """A sentence as arguments need it."""

    text: str
    parties: Sequence[Party]
    clauses: Sequence[Clause]
    hits: Sequence[Hit]
    cues: Sequence[Hit]
    words: Lexicon


class Roles(NamedTuple):
    """Who did it and to whom; None where the sentence does not say. `open`: the subject must be sought before the sentence;
    `person`: it is a person ("he"). A target of type "HE" is a person named before.
    """

    actor: Party | None
    target: Party | None
    open: bool
    person: bool = False
