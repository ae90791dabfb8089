"""The people, organisations and places of a page.

    lexicon      the words of a language that say what a name is
    known        names that the knowledge files hold
    cased        unknown names in scripts with capitals
    titled       unknown names in scripts without: titles, heads of organisations and places
    short_forms  surnames and acronyms of those named in full
    assemble     mentions gathered into entities
    reconcile    one id a thing across the pages of a story
"""

from __future__ import annotations

from khabar.flow.describe.entities.find import find_entities
from khabar.flow.describe.entities.reconcile import reconcile

__all__ = ["find_entities", "reconcile"]
