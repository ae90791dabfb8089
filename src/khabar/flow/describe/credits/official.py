"""Official bodies on whose statements a page rests: found by name or by role and country, kept where they speak."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.flow.describe.credits.lexicon import cue_before, lexicon
from khabar.flow.describe.credits.proper import written_as_name
from khabar.flow.describe.document import Document, Sentence
from khabar.languages import part
from khabar.languages.countries import countries
from khabar.languages.phrase_set import Hit, PhraseSet, phrase_set
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Credit, Span
from khabar.sources import Found, find_names, get
from khabar.sources.bodies import body_id, find_bodies, roles
from khabar.sources.places import countries_in, home_country
from khabar.sources.statements import find_statements

AFTER, BEFORE = 34, 60
"""Characters behind and before a body in which it must be said to speak."""
ARTICLE = 12
"""Characters of an article or an adjective between an inverted verb and the body."""
VERB_LAST = frozenset({"ko", "ja", "tr", "fa", "hi"})
"""Languages whose verb ends the sentence."""


def official_credits(document: Document, taken: Sequence[Span]) -> list[Credit]:
    """Credits of kind "cited" to official bodies that are said to have stated something, in order of the text."""
    own = document.article.outlet
    found: list[Credit] = []
    for start, end, source in official_bodies(document):
        sentence = document.sentence_at(start)
        if source == own or sentence is None or any(a < end and start < b for a, b in taken):
            continue
        if cue := _speaks(document, sentence, start, end, _actor(source)):
            found.append(Credit(source=source, kind="cited", surface=document.text[start:end], span=(start, end), rule=cue))
    return sorted([*found, *_joint(document)], key=lambda c: c.span or (0, 0))


def _joint(document: Document) -> list[Credit]:
    """Statements of several parties together: that one was made is what the page tells, so that no verb of saying is needed."""
    return [Credit(source=source, kind="cited", surface=document.text[start:end], span=(start, end), rule="statement: joint")
            for start, end, source in find_statements(document.folded, document.lang)]  # fmt: skip


@lru_cache(maxsize=4)
def official_bodies(document: Document) -> list[tuple[int, int, str]]:
    """Spans and ids of official bodies: by their own names first, then by role and country."""
    text, lang = document.folded, document.lang
    names = find_names(text)
    named = [(f.start, f.end, f.source) for f in names if not f.ambiguous and (s := get(f.source)) is not None
             and s.official and written_as_name(document.text, f, s, lang)]  # fmt: skip
    own = _own_country(document.article.outlet, lang)
    home = home_country(f"{document.title_folded}. {text}", lang, own)
    abroad = home != own and home not in part(lang, "credits").strings("home")
    bodies = []
    for found in find_bodies(text, lang, home):
        source = found.source
        if not found.stated and (near := _told_by(document, found.start, names) or (_country_around(document, found.start) if abroad else None)):
            source = body_id(near, found.role)
        if not any(start < found.end and found.start < end for start, end, _ in named):
            bodies.append((found.start, found.end, source))
    return sorted([*named, *bodies])


def _told_by(document: Document, at: int, names: Sequence[Found]) -> str | None:
    """The state of the state agency in the same sentence: "Sana, citing the health ministry" means Syria's."""
    sentence = document.sentence_at(at)
    inside = [s for f in names if sentence and sentence.start <= f.start < sentence.end and (s := get(f.source)) and s.type == "state-agency"]
    return _country_of(inside[-1].country) if inside else None


def _country_around(document: Document, at: int) -> str | None:
    """The one country named before a body in its sentence, else the one that the sentence before names."""
    sentence = document.sentence_at(at)
    if sentence is None:
        return None
    previous = document.sentence_at(sentence.start - 2)
    for text in (document.folded[sentence.start : at], document.folded[previous.start : previous.end] if previous else ""):
        named = {c for _, _, c in countries_in(text, sentence.lang)}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _own_country(outlet: str | None, lang: str) -> str | None:
    """The country of an outlet that writes for its own country; an agency that writes for the world has none."""
    source = get(outlet)
    if source is None or source.type == "agency":
        return None
    return _country_of(source.country)


def _country_of(alpha2: str | None) -> str | None:
    return next((c.id for c in countries().values() if c.alpha2 == alpha2), None)


def _speaks(document: Document, sentence: Sentence, start: int, end: int, actor: bool) -> str:
    """The rule that makes a body a source, or "": it is said to state or issue something, or the page goes "according to" it.

    A verb of saying is not enough for a body that is as often the doer.
    """
    words, verbs = lexicon(sentence.lang), _verbs(sentence.lang)
    before = document.folded[max(sentence.start, start - BEFORE) : start]
    after = document.folded[end : sentence.end if sentence.lang in VERB_LAST else min(sentence.end, end + AFTER)]
    if words.negation.search(before + after):
        return ""
    issued = words.issued.search(before) or words.issued_after.search(after)
    if issued:
        return f"statement: {issued[1]}"
    if not actor and (said := verbs.search(after) or _inverted(before, verbs, sentence.lang)):
        return f"statement: {said[0].strip()}"
    cue = cue_before(before, words)
    return f"according: {cue}" if cue and not words.weak.fullmatch(cue) else ""


def _inverted(before: str, verbs: PhraseSet, lang: str) -> Hit | None:
    """A verb of saying right before the body («a annoncé le ministère», "said the ministry"); in Arabic, a little further off."""
    if lang == "ar":
        return verbs.search(before[-24:])
    return next((m for m in verbs.finditer(before) if len(before) - m.end() <= ARTICLE), None)


def _actor(source: str) -> bool:
    known = get(source)
    return known is not None and known.role is not None and bool(roles().get(known.role, {}).get("actor"))


@lru_cache(maxsize=64)
def _verbs(lang: str) -> PhraseSet:
    """Verbs of saying and words for statements, from the language's quotes and hedges."""
    says = (*part(lang, "quotes").strings("say"), *part(lang, "hedges").strings("statements"))
    return phrase_set(says) if lang in NO_BOUNDARY else phrase_set(says, r"(?<!\w)" + (r"[وف]?" if lang == "ar" else ""), r"(?!\w)")
