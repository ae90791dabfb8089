"""Ministries and authorities by role and country: «وزارة الداخلية» in a page about Lebanon is Lebanon's, under one id in all pages."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import regex

from khabar.flow.describe.credits.official import official_bodies
from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.mention import Mention
from khabar.languages import get, script_of
from khabar.languages.phrases import NO_BOUNDARY
from khabar.names.catalogue import get as get_name
from khabar.names.cities import table
from khabar.names.index import Hit, find_known
from khabar.names.tokens import script, words
from khabar.sources import Source
from khabar.sources import get as get_source
from khabar.sources.places import countries_in

NAMED = frozenset({"presidency", "election-commission", "disaster-authority", "seismology", "meteorology", "jcs", "central-bank", "parliament", "supreme-court"})
"""Roles whose words name a body by themselves, as those of every ministry do; others only where they stand in capitals or are found otherwise."""
UNNAMED = frozenset({"army", "police", "government", "embassy", "royal-cabinet", "intelligence", "emergency-services", "regional-government", "fire-service"})
"""Roles that common nouns fill as often as a body of that name: these are no names alone."""
OFFICER = ("长", "長", "部长", "发言人", "의장", "의원", "장은", "장이")
"""What makes a Chinese body a person's office: 外交部长."""
OFFICE_OR_STATE = frozenset({"ar", "fa", "fr", "tr"})
"""Languages that call the office and the term of a president by one word: «ریاست جمهوری»."""
WHY = "an official body by its role and country"


def with_bodies(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, unknown bodies with the id of their role and country, and bodies that only their role tells."""
    given: dict[int, Mention | None] = {}
    taken = {i: at for at, m in enumerate(mentions) for i in range(m.start, m.end)}
    new: list[Mention] = []
    for start, end, source in official_bodies(document):
        record = get_source(source)
        if record is None:
            continue
        at = next((taken[i] for i in range(start, end) if i in taken), None)
        if at is None:
            if record.role and _named_alone(document, start, record.role) and _a_name(document, start, end, record.role):
                low = start - _possessor(document, start)
                new.append(Mention(start=low, end=end, type="ORG", id=source, name=record.name(), why=WHY, weight=1))
        elif (
            at not in given
            and mentions[at].type == "ORG"
            and not mentions[at].id
            and _reaches(document, mentions[at], start, end)
        ):
            given[at] = _with_id(document, mentions[at], start, source, record)
    kept = (given.get(i, m) for i, m in enumerate(mentions))
    return sorted([*(m for m in kept if m is not None), *new], key=lambda m: m.start)


def _named_alone(document: Document, start: int, role: str) -> bool:
    """Whether the words of a role name a body: those of ministries and some authorities; others with a capital inside a sentence."""
    if role in NAMED or role.endswith("ministry"):
        return True
    sentence = document.sentence_at(start)
    return document.text[start].isupper() and document.lang != "de" and sentence is not None and sentence.start != start


def _possessor(document: Document, start: int) -> int:
    """Characters of "South Korea's" before "presidential office", which news counts to the name; 0 for none."""
    found = regex.search(
        r"(?<![\w'])(?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+'s $", document.text[max(0, start - 40) : start].replace("’", "'")
    )
    return len(found[0]) if found and document.lang == "en" else 0


def _with_id(document: Document, m: Mention, start: int, source: str, record: Source) -> Mention | None:
    """An unknown body with the id of its role; in Chinese without the words that ran into it, and gone where no name is left."""
    low = m.start
    if document.lang in NO_BOUNDARY and not countries_in(document.folded[m.start : start], document.lang):
        low = start
    if low > m.start and record.role in UNNAMED:
        return m if _of_a_place(document, m.start, start) else None
    opens = document.lang == "vi" and document.folded[low : m.end] == document.folded[start : m.end] and _opens(document, low)
    if opens and record.role in UNNAMED and not countries_in(document.folded[low : m.end], document.lang):
        return None  # «Lực lượng cứu hộ đã …»: rescuers, with the capital of the sentence
    return msgspec.structs.replace(m, start=low, id=source, name=record.name(), why=WHY)


def _of_a_place(document: Document, start: int, end: int) -> bool:
    """Whether a town or province stands before the words of a role: 花莲县消防局, «전남소방본부» are bodies of their own."""
    prefix = document.folded[start:end]
    known = any(hit.start == 0 and hit.end >= len(prefix) and _place(hit) for hit in find_known(prefix, document.lang))
    return known or prefix in table(script(prefix)) or (document.lang == "zh" and prefix.endswith(tuple("省市县州区乡镇")))


def _place(hit: Hit) -> bool:
    return any((name := get_name(form.id)) is not None and name.type == "LOC" for form in hit.forms)


def _opens(document: Document, at: int) -> bool:
    """Whether a sentence begins here."""
    sentence = document.sentence_at(at)
    return sentence is not None and sentence.start == at


def _reaches(document: Document, m: Mention, start: int, end: int) -> bool:
    """Whether a body and a mention are one: the mention may hold the country or a word more, not a body of its own."""
    return m.start <= start and end <= m.end and len(words(document.folded[m.start : start])) < 3


def _a_name(document: Document, start: int, end: int, role: str) -> bool:
    """Whether words of a role name a body where nothing else marks a name: two words and more, capitals where the script has them."""
    text, lang = document.text, document.lang
    if role == "presidency" and lang in OFFICE_OR_STATE:
        return False
    if role == "parliament" and lang not in (*NO_BOUNDARY, "ko") and len(words(document.folded[start:end])) == 1:
        return False
    if (lang in NO_BOUNDARY or lang == "ko") and text[end : end + 3].startswith(OFFICER):
        return False
    language = get(lang)
    if (language.has_case if language else True) and text[start].islower():
        return lang == "en" and " " in text[start:end]
    return (
        script_of(lang) in ("Kore", "Hang", "Hans")
        or len(words(document.folded[start:end])) > 1
        or text[start].isupper()
    )
