"""How many: numbers of the body, typed.

lexicon.py  words of a language, compiled
values.py   numbers as written -> values
kinds.py    cues beside a number
assign.py   value + cues -> killed, injured, money, votes …
find.py     sentence by sentence: bounds, ranges, scope; dates, ages and clock times left out
"""

from __future__ import annotations

from khabar.flow.describe.numbers.find import find_numbers

__all__ = ["find_numbers"]
