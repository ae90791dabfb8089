"""Official bodies on whose statements a page rests: found by name or by role and country, kept where they speak."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

import regex

from khabar.flow.describe.credits.lexicon import Lexicon, cue_before, lexicon
from khabar.flow.describe.credits.proper import written_as_name
from khabar.flow.describe.document import Document, Sentence
from khabar.languages import fold, part
from khabar.languages.countries import countries
from khabar.languages.phrase_set import Hit, PhraseSet, phrase_set
from khabar.languages.phrases import NO_BOUNDARY
from khabar.models import Credit, Span
from khabar.sources import Found, find_names, get
from khabar.sources.bodies import FoundBody, abroad, body_id, embassy_id, find_bodies, roles, rule
from khabar.sources.places import countries_in, home_country
from khabar.sources.statements import find_statements

JOINT = "statement: joint"
AFTER, BEFORE, NAMED = 34, 60, 40
"""Characters behind and before a body in which it must be said to speak, and those that the name of its speaker may take."""
ARTICLE, ARABIC = 12, 24
"""Characters of an article or an adjective between an inverted verb and the body; in Arabic of a noun as well."""
NEAR = 24
"""Characters around an embassy in which the country stands where it is."""
APPOSED = 2
"""Characters behind a role within which a name of its own says which body it is: "the election board YSK"."""
NOUN_PHRASE = 5
"""Words of a Korean noun phrase within which its particle is looked for."""
_ABBREVIATED = regex.compile(r"[\p{Ll}'’]{0,8}[ \u200c]?(?:de(?:l| la)? \p{Lu}\p{L}+ )?[(（](\p{Lu}[\p{Lu}\p{Nd}]{1,9})[)）]")
_LONGER = regex.compile(r"\p{Lu}\p{L}*\s+(?:(?:de|del|of|du|des|der|für|di|to)\s+(?:la\s+|los\s+|las\s+|the\s+)?)?$")
_OBJECT = regex.compile(r"(?:의|을|를|와|과|에게|에서는?의)$")
_SUBJECT = regex.compile(r"(?:은|는|이|가|도|측|께서|에서|에|따르면|의하면|발표|통해|인용해)[,\"]?$")
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
        if cue := _speaks(document, sentence, start, end, rule(source, "actor"), not rule(source, "head_acts")):
            found.append(Credit(source=source, kind="cited", surface=document.text[start:end], span=(start, end), rule=cue))
    return sorted([*found, *_joint(document)], key=lambda c: c.span or (0, 0))


def _joint(document: Document) -> list[Credit]:
    """Statements of several parties together: that one was made is what the page tells, so that no verb of saying is needed."""
    return [Credit(source=source, kind="cited", surface=document.text[start:end], span=(start, end), rule=JOINT)
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
    foreign = home != own and home not in part(lang, "credits").strings("home")
    bodies: list[tuple[int, int, str]] = []
    for found in meant_regions(find_bodies(text, lang, home)):
        source = found.source
        if not found.stated and (near := _told_by(document, found.start, names) or (_country_around(document, found.start, own) if foreign else None)):
            source = body_id(near, found.role, found.regional)
        if abroad(source):
            source = embassy_id(source, _host(document, found.start, found.end, source, home))
        glued = lang in NO_BOUNDARY and any(end == found.start for _, end, _ in bodies)  # 中央氣象署地震測報中心 is one office
        if not glued and not any(start < found.end + APPOSED and found.start < end for start, end, _ in named):
            bodies.append((found.start, found.end, source))
    return sorted([*named, *bodies, *_shortened(document, [*named, *bodies], names)])


def meant_regions(bodies: Sequence[FoundBody]) -> list[FoundBody]:
    """The bodies of a page, those without a word for a region being the region's where it names that of their role and no national one:
    "Texas state police … the police said"."""
    national = {b.role for b in bodies if b.stated and not b.regional}
    local = {(b.role, b.country) for b in bodies if b.regional and b.role not in national}
    named = {(b.role, b.country) for b in bodies}
    return [_meant(b, local, named) for b in bodies]


def _meant(body: FoundBody, local: Set[tuple[str, str]], named: Set[tuple[str, str]]) -> FoundBody:
    """A body as the page means it: a region's, or the agency of the whole country that the page names."""
    if (body.role, body.country) in local:
        return body._replace(source=body_id(body.country, body.role, True), regional=True)
    over = str(roles()[body.role].get("under", ""))
    return body._replace(source=body_id(body.country, over)) if not body.regional and (over, body.country) in named else body


def _shortened(document: Document, bodies: Sequence[tuple[int, int, str]], names: Sequence[Found]) -> list[tuple[int, int, str]]:
    """Later mentions of bodies by the abbreviation that stands in brackets behind their name: "the National Electoral Council (CNE)"."""
    short: dict[str, str] = {}
    for start, end, source in bodies:
        bracket = _ABBREVIATED.match(document.text, end)
        if bracket and _abbreviates(document, bracket[1], start) and not any(n.start <= bracket.start(1) < n.end for n in names):
            short.setdefault(bracket[1], source)
    if not short:
        return []
    words = regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, short))})(?!\p{{Lu}})")
    return [(m.start(), m.end(), short[m[0]]) for m in words.finditer(document.text) if not any(start < m.end() and m.start() < end for start, end, _ in bodies)]


def _abbreviates(document: Document, short: str, start: int) -> bool:
    """Whether an abbreviation is that of the name which begins at `start`, and not of a longer one: «Unidad Militar de Emergencias (UME)»."""
    return fold(short[:1]) == document.folded[start : start + 1] or _LONGER.search(document.text, max(0, start - NEAR), start) is None


def _host(document: Document, start: int, end: int, embassy: str, home: str | None) -> str | None:
    """The country in which an embassy is: another one named beside it, else the one that the page is about."""
    sender = embassy.partition("-embassy")[0]
    near = countries_in(document.folded[max(0, start - NEAR) : end + NEAR], document.lang)
    return next((c for _, _, c in near if c != sender), home if home != sender else None)


def _told_by(document: Document, at: int, names: Sequence[Found]) -> str | None:
    """The state of the state agency in the same sentence: "Sana, citing the health ministry" means Syria's."""
    sentence = document.sentence_at(at)
    inside = [s for f in names if sentence and sentence.start <= f.start < sentence.end and (s := get(f.source)) and s.type == "state-agency"]
    return _country_of(inside[-1].country) if inside else None


def _country_around(document: Document, at: int, own: str | None) -> str | None:
    """The one country named before a body in its sentence, else the one that the sentence before names; of several the outlet's own,
    whose offices need no country in its pages."""
    sentence = document.sentence_at(at)
    if sentence is None:
        return None
    previous = document.sentence_at(sentence.start - 2)
    for text in (document.folded[sentence.start : at], document.folded[previous.start : previous.end] if previous else ""):
        named = {c for _, _, c in countries_in(text, sentence.lang)}
        if named:
            return named.pop() if len(named) == 1 else own if own in named else None
    return None


def _own_country(outlet: str | None, lang: str) -> str | None:
    """The country of an outlet that writes for its own country; an agency that writes for the world has none."""
    source = get(outlet)
    if source is None or source.type == "agency":
        return None
    return _country_of(source.country)


def _country_of(alpha2: str | None) -> str | None:
    return next((c.id for c in countries().values() if c.alpha2 == alpha2), None)


def _speaks(document: Document, sentence: Sentence, start: int, end: int, actor: bool, heads: bool) -> str:
    """The rule that makes a body a source, or "": it is said to state or issue something, or the page goes "according to" it.

    A verb of saying is not enough for a body that is as often the doer, unless its head or spokesman is said to speak.
    """
    words, verbs = lexicon(sentence.lang), saying(sentence.lang)
    before = document.folded[max(sentence.start, start - BEFORE) : start]
    rest = document.folded[end : sentence.end]
    voice = _voiced(before, document.folded[start:end], rest, words, heads)
    after = rest if sentence.lang in VERB_LAST else rest[: AFTER + (NAMED if voice else 0)]
    if sentence.lang == "ko" and not subject(rest):
        return ""
    if words.negation.search(before + after) or words.source_in.search(before) or words.source_of.search(rest) or words.posted.search(before):
        return ""  # somebody inside who is not named, or an envoy to it, does not speak for it
    issued = words.issued.search(before) or words.issued_after.search(after)
    if issued:
        return f"statement: {issued[1]}"
    if (voice or not actor) and (said := verbs.search(after) or inverted(before, verbs, sentence.lang, voice)):
        return f"statement: {said[0].strip()}"
    cue = cue_before(before, words)
    return f"according: {cue}" if cue and not words.weak.fullmatch(cue) else ""


def subject(after: str) -> bool:
    """Whether a Korean name is what the sentence is about: no object or owner of something («국방부 장관의 해임을»), and no other
    subject before its verb."""
    for word in after.split()[:NOUN_PHRASE]:
        if _OBJECT.search(word):
            return False
        if _SUBJECT.search(word):
            return True
    return False


def _voiced(before: str, name: str, after: str, words: Lexicon, heads: bool) -> bool:
    """Whether a spokesman of the body, or its head where `heads` do not act for themselves, is named beside it, or in what it is
    called ("army spokesman")."""
    for voice in (words.spokesmen, words.speakers)[: 1 + heads]:
        if voice.before.search(before) is not None or voice.after.match(after) is not None or voice.name.search(name) is not None:
            return True
    return False


def inverted(before: str, verbs: PhraseSet, lang: str, voice: bool) -> Hit | None:
    """A verb of saying right before the body («a annoncé le ministère», "said the ministry") or its speaker; in Arabic, a little further off."""
    if lang == "ar":
        return verbs.search(before[-(ARABIC + NAMED * voice) :])
    return next((m for m in verbs.finditer(before) if len(before) - m.end() <= ARTICLE + NAMED * voice), None)


@lru_cache(maxsize=64)
def saying(lang: str) -> PhraseSet:
    """Verbs of saying and words for statements, from the language's quotes and hedges."""
    light = part(lang, "credits").table("light")  # «했다» says something only behind the particle of speech: «안전하다고 했다»
    says = [f"{light['behind']} {v}" if v in light.get("verbs", ()) else v
            for v in (*part(lang, "quotes").strings("say"), *part(lang, "hedges").strings("statements"))]  # fmt: skip
    return phrase_set(says) if lang in NO_BOUNDARY else phrase_set(says, r"(?<!\w)" + (r"[وف]?" if lang == "ar" else ""), r"(?!\w)")
