"""Lines that sign an article at its foot: an agency, initials in brackets, a reporter's name or address."""

from __future__ import annotations

import regex

from khabar.flow.clean.measure import stops, weight
from khabar.languages import fold
from khabar.sources import find_names

_BRACKETED = regex.compile(r"^[(（\[/<【].{1,120}[)）\]/>】]\.?$")
_MAIL = regex.compile(r"^\S+@\S+\.\w+\S*$")


def is_sign_off(line: str) -> bool:
    """Whether a short line right after the text signs it rather than begins another page's headline."""
    stripped = line.strip()
    if _MAIL.match(stripped) or _BRACKETED.match(stripped):
        return True
    count = len(stripped.split())
    if stops(stripped) and count > 4:
        return False
    if count <= 4 and weight(stripped) <= 45:
        return True
    return weight(stripped) <= 90 and count <= 10 and _mostly_a_source(stripped)


def _mostly_a_source(line: str) -> bool:
    folded = fold(line)
    named = sum(f.end - f.start for f in find_names(folded))
    return named * 2 >= len(folded.strip())
