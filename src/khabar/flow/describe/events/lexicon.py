"""The event words of one language in one automaton: cues, modes, roles, clause openers, groups without a name.

Phrases are folded. A star stands for any ending; " .. " for up to six words between two pieces ("imposed .. sanctions").
The pieces behind the first are looked at only where the first is found, so a rich lexicon costs little. Where a language
makes verbs of nouns by a light verb ([light], Korean 체포 + 하다, 되다), a phrase without a star at its end is such a noun.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import msgspec
import regex

from khabar.languages import Part, fold, part
from khabar.languages.phrases import NO_BOUNDARY

Order = Literal["svo", "v2", "vso", "sov"]
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types whose two parties do the same."""
TYPES = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
         "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER")  # fmt: skip
CONTEXTUAL = ("DEFEAT", "LAUNCH", "DISPATCH", "CROWD", "PROCLAIM", "DECREE", "DENY", "IMPACT", "CONVENE", "ORDER", "KILLING", "DELIVER", "DIED", "DISOWN", "VOW")
"""Cues whose type follows from what stands around them, see `types.py`."""
MODES = ("negated", "planned", "denied", "hypothetical")
ROLES = ("partner", "target", "agent", "place", "source", "between", "owner", "from", "among")
BEHIND = ("subject", "object", "partner", "target", "agent", "place", "source", "owner", "from")
GROUPS_OF_STATE = ("envoys", "weapons")
"""Who stands for a country and nothing else."""
NATURE = ("earthquake", "storm", "flood", "wildfire", "eruption", "landslide", "outbreak")
"""What strikes without being anyone."""
GROUPS = ("army", "police", "protesters", "junta", "coup", "rebels", "government", "opposition", "workers", "farmers", "students",
          "residents", "prisoners", "activists", "lawmakers", "mayors", *GROUPS_OF_STATE, *NATURE)  # fmt: skip
ATTACKERS = "attackers"
"""Who attacked and is not named: a party of no event, but nobody else's deed."""
PAIRS = ("persons", "countries", "any")
REFERS = ("PER", "ORG", "OUSTED", "PEER")
PLAIN = ("join", "passive", "break", "relative", "pronoun", "person", "him", "attacker", "led", "deed", "decision", "article", "members", "manner", "arms", "relief", "toll", "this", "finite")
_ARABIC_NOUN = regex.compile(r"(?<!\w)[وفبلک]{0,2}(?:ال|لل)?$")
_ARABIC_VERB = regex.compile(r"(?<!\w)[وفسل]{0,2}$")
_ARABIC_FUTURE = regex.compile(r"(?<!\w)[وف]?س$")
_GAP = r"(?:[^\s;!?]*[^\s;!?.]\s+){0,6}?"
_GAP_DE = _GAP.replace("6", "9")
"""The two parts of a German verb stand far apart."""
_GAP_HAN = r"[^。；：！？:;!?\s]{0,14}?"


SHORTEST_VERB = 4
"""Letters of a word that may have other forms."""
ENDINGS = {"ru": 2, "uk": 2, "de": 0, "fr": 0, "es": 1}
"""Letters of an adjective that other cases and genders replace."""


class Hit(NamedTuple):
    """A phrase found: where it begins, where its first piece ends, where it ends, its class and what it says there."""

    start: int
    head: int
    end: int
    kind: str
    value: str


class Entry(NamedTuple):
    """One phrase of the data: its class and value, its length in characters, and what must follow its first piece."""

    kind: str
    value: str
    size: int
    open: bool
    tail: str


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of events in one language. `scan` finds everything of it in a stretch of folded text."""

    lang: str
    order: Order
    inverted: bool
    attributive: bool
    automaton: Any
    behind: tuple[tuple[str, str], ...]
    pairing: frozenset[str]
    reach: int
    council: tuple[str, ...]
    future: tuple[str, ...]
    adnominal: tuple[str, ...]
    negative: tuple[str, ...]
    titles: regex.Pattern[str]

    def tells_future(self, text: str, hit: Hit) -> bool:
        """Whether the verb of a cue stands in a form of the future: «سيزور», "görüşecek", «встретятся»."""
        if hit.kind != "verb":
            return False
        if self.lang == "ar":
            return _ARABIC_FUTURE.search(text, max(0, hit.start - 4), hit.start) is not None
        return any(w.endswith(self.future) for w in text[hit.start : hit.end].split()) if self.future else False

    def tells_not(self, text: str, hit: Hit) -> bool:
        """Whether the verb of a cue has an ending of negation, which its phrase does not count in: "imzalamadı"."""
        if not self.negative or hit.value in ("REJECT", "THREATEN", "VOW", "DENY", "DISOWN"):
            return False
        return any(w.endswith(self.negative) for w in text[hit.start : hit.end].split())

    def scan(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Every phrase found between `start` and `end`, in no order; those of one class may overlap."""
        if self.automaton is None:
            return
        for last, entries in self.automaton.iter(text, start, end):
            for entry in entries:
                begin, head = last + 1 - entry.size, last + 1
                if begin < start or not self._begins(text, begin, entry.kind):
                    continue
                if entry.tail:
                    match = _compiled(entry.tail).match(text, head, end)
                    if match:
                        first = head if self.lang == "zh" else _word_end(text, head, match.end())
                        yield Hit(begin, first, match.end(), entry.kind, entry.value)
                elif entry.open:
                    stop = head if self.lang in NO_BOUNDARY else _word_end(text, head, end)
                    yield Hit(begin, stop, stop, entry.kind, entry.value)
                elif self._runs_on(entry.kind) or _ends(text, head, end):
                    yield Hit(begin, head, head, entry.kind, entry.value)

    def _runs_on(self, kind: str) -> bool:
        """Whether a phrase may be the beginning of a longer word: endings and particles, but not of what opens a clause."""
        return self.lang in NO_BOUNDARY and (kind != "break" or self.lang == "zh")

    def _begins(self, text: str, at: int, kind: str) -> bool:
        if at == 0 or self.lang == "zh" or not _in_word(text[at - 1]):
            return True
        prefix = _ARABIC_VERB if kind == "verb" else _ARABIC_NOUN
        return self.lang == "ar" and prefix.search(text, max(0, at - 6), at) is not None


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"


def _ends(text: str, at: int, end: int) -> bool:
    """Whether a word ends at `at`; Arabic signs of vowels stand on its last letter («مهدداً»)."""
    while at < end and "\u064b" <= text[at] <= "\u0652":
        at += 1
    return at >= end or not _in_word(text[at])


def _word_end(text: str, at: int, end: int) -> int:
    while at < end and _in_word(text[at]):
        at += 1
    return at


@lru_cache(maxsize=4096)
def _compiled(expression: str) -> regex.Pattern[str]:
    return regex.compile(expression)


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The event words of `lang`; a language without its file has none."""
    data = part(lang, "events")
    order = str(data.data.get("order", "svo"))
    return Lexicon(
        lang=lang,
        order=order if order in ("svo", "v2", "vso", "sov") else "svo",  # type: ignore[arg-type]
        inverted=bool(data.data.get("inverted", False)),
        attributive=bool(data.data.get("attributive", False)),
        automaton=_automaton(data, lang),
        reach=int(data.table("behind").get("reach", 1)),
        council=tuple(fold(w) for w in data.strings("council")),
        titles=_titles(lang),
        future=tuple(fold(w) for w in data.strings("future")),
        negative=tuple(fold(w) for w in data.strings("negative")),
        adnominal=tuple(fold(w) for w in data.strings("adnominal")) or ("\0",),
        pairing=frozenset(fold(w) for w in data.strings("behind.partner")),
        behind=tuple(
            sorted(((fold(w), r) for r in BEHIND for w in data.strings(f"behind.{r}")), key=lambda pair: -len(pair[0]))
        ),
    )


def _titles(lang: str) -> regex.Pattern[str]:
    """What may stand between a name and the body or country of a title behind it: «X دبیر شورای …», "X, head of …"."""
    if lang == "zh":  # offices stand before their bearer
        return regex.compile(r"(?!)")
    names = part(lang, "names")
    titles = {fold(t) for t in (*names.strings("titles_after"), *names.strings("titles_before"))}
    words = "|".join(regex.escape(t) for t in sorted(titles, key=lambda t: (-len(t), t))) or r"(?!)"
    if lang in NO_BOUNDARY:  # what follows the title is a particle: its bearer is told
        return regex.compile(rf"[”\"')]?\s*(?:{words})\s*")
    return regex.compile(rf"[»”\"')]?[,،]?\s+(?:(?:the|le|la|l['’]|der|die|el)\s*)?(?:{words})(?!\w)[^,،.;]{{0,24}}")


def _listed(data: Part) -> Iterator[tuple[str, str, str]]:
    """(class, value, phrase) of everything in the file."""
    for kind, section, values in (
        ("verb", "verbs", (*TYPES, *CONTEXTUAL)),
        ("passive-verb", "passives", TYPES),
        ("noun", "nouns", (*TYPES, *CONTEXTUAL)),
        ("said", "said", (*TYPES, "COMFORT", "CONDEMN", "DENY")),
        ("mode", "modes", MODES),
        ("role", "roles", ROLES),
        ("group", "groups", GROUPS),
        ("pair", "pairs", PAIRS),
        ("refer", "refer", REFERS),
    ):
        for value in values:
            yield from ((kind, value, phrase) for phrase in data.strings(f"{section}.{value}"))
    for kind in PLAIN:
        yield from ((kind, "", phrase) for phrase in data.strings(kind))
    yield from _nationalities(data.lang)
    yield from (("stop", "", phrase) for phrase in data.strings("stop"))


def _nationalities(lang: str) -> Iterator[tuple[str, str, str]]:
    """Adjectives of nationality, with any ending where the language has endings."""
    from khabar.languages.countries import countries

    cut = ENDINGS.get(lang)
    for country in countries().values():
        for form in country.demonyms.get(lang, ()):
            yield "nation", country.id, form if cut is None else form[: len(form) - cut] + "*"


def _automaton(data: Part, lang: str) -> Any:
    import ahocorasick

    first: dict[str, list[Entry]] = {}
    endings = "|".join(fold(e) for e in data.strings("endings"))
    light = {k: "|".join(fold(e) for e in data.strings(f"light.{k}")) for k in ("verb", "passive-verb")}
    forms = {fold(ending): tuple(map(fold, others)) for ending, others in data.table("forms").items()}
    for kind, value, phrase in _with_forms(_listed(data), forms):
        head, _, rest = phrase.partition(" .. ")
        literal, star, tail = head.partition("*")
        expression = _tail(tail, rest, lang) if tail or rest else ""
        if star and expression:
            expression = r"\w*" + expression
        elif endings and kind == "verb" and not star:
            expression = rf"(?:{endings})?[\u064b-\u0652]?" + (expression or r"(?!\w)")
        if (verbs := light.get(kind)) and not phrase.endswith("*"):
            expression += rf"(?:·\w+?)?[\"')]?(?:{verbs})\w*"  # «"쾌히 수락"했다»
        entry = Entry(kind, value, len(literal), bool(star), expression)
        first.setdefault(literal, []).append(entry)
    if not first:
        return None
    automaton = ahocorasick.Automaton()
    for literal, entries in first.items():
        automaton.add_word(literal, tuple(entries))
    automaton.make_automaton()
    return automaton


def _with_forms(
    listed: Iterator[tuple[str, str, str]], forms: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, str]]:
    """The phrases folded, a verb in its other forms too: "rechazó" brings "rechazado", "rechazando"."""
    for kind, value, phrase in listed:
        words = fold(phrase).split()
        yield kind, value, " ".join(words)
        if kind != "verb":
            continue
        at, ending = next(
            ((n, e) for n, w in enumerate(words) if len(w) >= SHORTEST_VERB for e in sorted(forms, key=len, reverse=True) if w.endswith(e)),
            (0, ""),
        )
        for other in forms.get(ending, ()):
            yield kind, value, " ".join([*words[:at], words[at].removesuffix(ending) + other, *words[at + 1 :]])


def _tail(tail: str, rest: str, lang: str) -> str:
    """What must follow the first piece, as an expression; stars are any ending, gaps a few words."""
    gap = _GAP_HAN if lang == "zh" else r"[,،]?\s+" + (_GAP_DE if lang == "de" else _GAP)
    after = r"(?!\w)" if lang not in NO_BOUNDARY else ""
    pieces = [regex.escape(p, special_only=True).replace(r"\*", r"\w*") for p in [tail, *rest.split(" .. ")] if p]
    article = r"(?:\w{1,2}')?"  # French l', d'
    return ("" if tail else gap + article) + (gap + article).join(pieces) + after
