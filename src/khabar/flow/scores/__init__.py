"""scores -> Score: how sound a report is and how important a story, each a table of small functions.

    soundness.py    the grade of one report, two axes after the Admiralty code
    importance.py   the weight of one story, 0–100
    weights.toml    the points of every rule, with the reason for each

A rule is a function with its public description as docstring; it answers a `Reason` (points, a sentence, what it was read from) or
None where it has nothing to say. To add one: a function, its name in the tuple of its file, its points in the table.
"""

from __future__ import annotations

from khabar.flow.scores.importance import importance
from khabar.flow.scores.soundness import soundness

__all__ = ["importance", "soundness"]
