"""The case of a Russian or Ukrainian name, where its dictionary form is known: an oblique name is no subject («Трампа ранили»)."""

from __future__ import annotations

from functools import lru_cache

from khabar.languages import fold
from khabar.names import get

CASED = ("ru", "uk")
SHORTEST = 3
"""Letters of a stem that two forms of one name share."""
_VOWELS = "аяуюоеиыіїє"
_HARD: dict[str, str] = {"а": "object", "я": "object", "ого": "object", "его": "object", "у": "target", "ю": "target", "ому": "target",
                         "ему": "target", "ові": "target", "еві": "target", "ом": "partner", "ем": "partner", "ым": "partner", "им": "partner"}  # fmt: skip
_SOFT: dict[str, str] = {"у": "object", "ю": "object", "ую": "object", "юю": "object", "е": "target", "і": "target", "ой": "partner", "ей": "partner",
                         "ою": "partner", "ею": "partner"}  # fmt: skip


def case_role(entity: str, surface: str, lang: str) -> str:
    """The role that the ending of a name tells; "" for a subject, an unknown name or an ending of many meanings."""
    if lang not in CASED:
        return ""
    words = fold(surface).split()
    forms = _forms(entity, lang)
    if not words or not forms or words[-1] in forms:
        return ""
    return next((role for form in sorted(forms) if (role := _between(form, words[-1]))), "")


def _between(form: str, word: str) -> str:
    """What the ending of `word` says of a name whose dictionary form is `form`."""
    soft = form[-1] in "ая"
    stem = form.removesuffix("ий").removesuffix("ый") if form.endswith(("ий", "ый")) else form.rstrip("аяйь") if form[-1] in "аяйь" else form
    if len(stem) < SHORTEST or not word.startswith(stem) or (form[-1] in _VOWELS and not soft):
        return ""
    return (_SOFT if soft else _HARD).get(word[len(stem) :], "")


@lru_cache(maxsize=4096)
def _forms(entity: str, lang: str) -> frozenset[str]:
    """The last words of the names of a person or place in the dictionary form."""
    name = get(entity)
    if name is None or name.type == "ORG":
        return frozenset()
    return frozenset(fold(n).split()[-1] for n in name.names.get(lang, ()) if n.strip())
