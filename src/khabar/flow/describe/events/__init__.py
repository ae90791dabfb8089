"""Who did what to whom, when: events after PLOVER, with the sentence as evidence.

    lexicon.py    the words of a language in one automaton: cues by type, words of role, mode and clause, groups
    cast.py       who is in a sentence (parties.py: titles, roles, "and"); groups, both sides and titles without a name
    clauses.py    the clauses of a sentence
    arguments.py  who acts (targets.py: on whom), by role and order of words
    meant.py      whom "him" means, whose deed is condemned, whom a threat names; cases.py: Russian and Ukrainian cases
    implied.py    what is left to be understood (page.py: what the page is about; told.py: what was told before)
    types.py      types that hang on what stands around a cue; modes.py: told as done or not; day.py: when
    said.py       what is done by words between quotation marks
    find.py       sentence by sentence

PLOVER: Halterman, Bagozzi, Beger, Schrodt and Scarborough, "PLOVER and POLECAT: A New Political Event Ontology and
Dataset", 2023.
"""

from __future__ import annotations

from khabar.flow.describe.events.find import find_events

__all__ = ["find_events"]
