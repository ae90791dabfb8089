"""What a headline lets someone say: «Путин: «…»», "Kim: 'We will …'", «فلانی: …», "« … » — Macron".

Most headlines repeat the body, so one counts only where the body holds nothing of its speaker. Words without marks behind a colon
are speech in languages whose headlines are written so (`headline_colon` in quotes.toml); elsewhere "Name: …" opens a topic. Korean headlines set name and
words side by side (`headline_beside`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.events.actors import can_act
from khabar.languages import fold, part
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Entity, Quote

LONGEST_TITLE = 40
"""Characters of a speaker in a headline besides the name: an office, a country."""
LEAST_WORDS, LEAST_CHARS = 3, 6
"""So much must be said, in words or where there are none in characters."""
_MARKED = r"[\"'«“„‘「『](?P<said>[^\"«»“”„「」『』]{4,240})[\"'»”“’」』][.!?…]*"
_BEFORE = regex.compile(rf"^(?P<who>[^:：«»\"“”]{{2,70}}?)\s?[:：]\s?(?:{_MARKED}|(?P<plain>[^:：]{{6,240}}))$")
_BESIDE = regex.compile(rf"^(?P<who>[^:：«»\"“”]{{2,40}}?)\s{_MARKED}$")
_BEHIND = regex.compile(rf"^{_MARKED}\s*[,،،]?\s*[—–-]\s*(?P<who>[^:：]{{2,70}})$")


def headline_quote(document: Document, entities: Sequence[Entity], heard: Collection[str | None]) -> list[Quote]:
    """The quotation of the headline, unless its speaker is `heard` in the body."""
    title = " ".join(document.article.title.split())
    words = part(document.lang, "quotes").data
    match = _BEFORE.match(title) or _BEHIND.match(title) or (_BESIDE.match(title) if words.get("headline_beside") else None)
    if match is None:
        return []
    groups = match.groupdict()
    said = groups.get("said") or (groups.get("plain") if words.get("headline_colon") else None)
    speaker = _speaker(match["who"], entities, document.lang, bodies=bool(groups.get("said")))
    if said is None or speaker is None or speaker.id in heard or not _enough(said, document.lang):
        return []
    return [
        Quote(
            speaker=speaker.name,
            speaker_id=speaker.id,
            surface=match["who"].strip(),
            content=said.strip(" .،,"),
            direct=groups.get("said") is not None,
            where="title",
        )
    ]


def _enough(said: str, lang: str) -> bool:
    return len(said) >= LEAST_CHARS if lang in NO_BOUNDARY else len(said.split()) >= LEAST_WORDS


def _speaker(who: str, entities: Sequence[Entity], lang: str, bodies: bool) -> Entity | None:
    """The one person of the page that the words before the colon name, or the one of its `bodies` where they name nothing else."""
    written = fold(who)
    people = {e.id: e for e in entities if e.type == "PER" and _named(written, e, lang, LONGEST_TITLE)}
    known = {e.id: e for e in entities if bodies and e.type == "ORG" and e.known and can_act(e) and _named(written, e, lang, 0)}
    found = people or known
    return next(iter(found.values())) if len(found) == 1 else None


def _named(written: str, entity: Entity, lang: str, besides: int) -> bool:
    """Whether words hold the name of an entity, of a person the last part alone, and not more than so many characters besides."""
    forms = {fold(entity.surface), fold(entity.name)}
    if entity.type == "PER":
        forms |= {f.split()[-1] for f in forms if " " in f and len(f.split()[-1]) > 1}
    edge, end = ("", "") if lang in NO_BOUNDARY else (r"(?<!\w)", r"(?!\w)")
    return any(regex.search(f"{edge}{regex.escape(f)}{end}", written) and len(written) - len(f) <= besides for f in forms)
