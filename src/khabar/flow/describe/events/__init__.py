"""Who did what to whom, when: events after PLOVER, with the sentence as evidence.

    lexicon.py    cues of each type and of each mode, compiled per language
    arguments.py  actor and target: the order of words of the language
    find.py       sentence by sentence; the day from the nearest dated expression

PLOVER: Halterman, Bagozzi, Beger, Schrodt and Scarborough, "PLOVER and POLECAT: A New Political Event Ontology and
Dataset", 2023.
"""

from __future__ import annotations

from khabar.flow.describe.events.find import find_events

__all__ = ["find_events"]
