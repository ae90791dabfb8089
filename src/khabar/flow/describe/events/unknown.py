"""Whether a clause has a subject that is no known party: it does what the clause tells, not whoever was named before."""

from __future__ import annotations

import regex

from khabar.flow.describe.events.clauses import Clause
from khabar.flow.describe.events.lexicon import Hit
from khabar.flow.describe.events.scene import Scene

FIRST_WORDS = 5
"""So many words of a Korean clause may hold its subject."""
_SUBJECT = regex.compile(r"\p{Hangul}{2,}[은는이가]")
_NO_SUBJECT = regex.compile(r".*(?:에는|에서는|로는|까지는|부터는|이날은|하는|되는|있는|없는|받은|같은|않은|많은|위한은|만은)|이는|이들은|그들은|것이|것은|수가")
_OBJECT = regex.compile(r"\p{Hangul}+(?:을|를|에게|에서|에|와|과)")
_ERGATIVE = regex.compile(r"(?<!\w)ने(?!\w)")


def has_other_subject(scene: Scene, clause: Clause, cue: Hit) -> bool:
    """Korean: a noun with the particle of a subject among the first words; Hindi: «ने» behind an unknown noun.

    Only where no party of the clause is marked as its subject.
    """
    if any(p.role == "subject" and clause.start <= p.start < cue.start for p in scene.parties):
        return False
    text = scene.text[clause.start : cue.start]
    if scene.words.lang == "ko":
        return _korean(scene, clause, cue)
    if scene.words.lang == "hi":
        return _ERGATIVE.search(text) is not None and not any(
            h.kind == "pronoun" and clause.start <= h.start < cue.start for h in scene.hits
        )
    return False


def _korean(scene: Scene, clause: Clause, cue: Hit) -> bool:
    pronouns = [h for h in scene.hits if h.kind in ("pronoun", "person")]
    for word in list(regex.finditer(r"\S+", scene.text, pos=clause.start, endpos=cue.start))[:FIRST_WORDS]:
        if _OBJECT.fullmatch(word[0]):
            return False
        if any(h.start == word.start() for h in pronouns):
            return False
        if _SUBJECT.fullmatch(word[0]) and not _NO_SUBJECT.fullmatch(word[0]):
            return True
    return False
