"""Verbs of saying and their kin of one language, compiled over folded text."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from khabar.flow.describe.quotes.nameless import nameless, noun_phrase, unnamed
from khabar.languages import part
from khabar.languages.parts import Part
from khabar.languages.phrases import NO_BOUNDARY, alternatives

Pattern = regex.Pattern[str]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Searched patterns. `speech` holds verbs of saying and speech acts, `say` the verbs alone that may take a clause."""

    say: Pattern
    speech: Pattern
    that: Pattern
    according: Pattern
    according_after: Pattern
    pronouns: Pattern
    nameless: Pattern
    unnamed: Pattern
    noun_phrase: Pattern
    bodies: Pattern
    definite: Pattern
    relatives: Pattern
    named: Pattern
    addressed: Pattern
    naming: Pattern
    his_words: Pattern
    bare: Pattern
    not_that: Pattern
    coordinators: Pattern
    telling: Pattern
    listeners: Pattern
    openers: Pattern
    relays: Pattern
    subjunctive: Pattern
    times: Pattern
    joins: Pattern
    clause_ends: Pattern
    cuts: Pattern
    appraisals: Pattern
    as_what: Pattern
    objects: Pattern
    impersonal: Pattern
    verb_last: bool


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The speech words of `lang`."""
    data = part(lang, "quotes")
    edge, end = ("", "") if lang in NO_BOUNDARY else (r"(?<!\w)", r"(?!\w)")
    clitic = "[وفس]?" if lang == "ar" else ""

    def either(*keys: str) -> str:
        return alternatives([w for key in keys for w in data.strings(key)])

    def whole(*keys: str, closed: bool = True) -> Pattern:
        return regex.compile(rf"{edge}{clitic}({either(*keys)})" + (end if closed else ""))

    return Lexicon(
        say=whole("say"),
        speech=whole("say", "acts"),
        that=regex.compile(rf"{edge}{'و?' if lang == 'ar' else ''}({either('that')})" + (end if lang != "fr" else "")),
        according=whole("according", closed=lang not in ("ar", "fr")),
        according_after=whole("according_after"),
        pronouns=whole("pronouns"),
        nameless=nameless(data, lang),
        unnamed=unnamed(data),
        noun_phrase=noun_phrase(data, lang),
        bodies=_bodies(data, lang),
        definite=whole("nameless.definite"),
        relatives=whole("nameless.relatives"),
        named=regex.compile(rf"{edge}{either('nameless.named')}\W*$"),
        addressed=whole("nameless.addressed", closed=False),
        naming=regex.compile(rf"{edge}(?:{either('naming')})\W{{0,2}}$"),
        his_words=whole("reported.his_words"),
        bare=whole("reported.bare"),
        not_that=whole("reported.not_that"),
        coordinators=whole("reported.coordinators"),
        telling=whole("reported.telling"),
        listeners=regex.compile(rf"\s(?:{either('reported.listeners')}){end}"),
        openers=regex.compile(rf"\s+({either('reported.openers')}){end}"),
        relays=regex.compile(rf"(?:{either('reported.relays')})\s+(?:\S+\s+){{0,4}}?(?:{either('reported.relayed_from')})(?!\w)"),
        subjunctive=whole("reported.subjunctive"),
        times=regex.compile(rf"(?:[\s,]*(?:{either('reported.times')}){end})+"),
        joins=regex.compile(either("joins")),
        clause_ends=regex.compile(rf"\w*{either('clause_ends')}"),
        appraisals=whole("reported.appraisals"),
        as_what=whole("reported.as"),
        objects=_objects(data, lang),
        impersonal=whole("reported.impersonal"),
        cuts=regex.compile(rf"[,،;，]\s*{either('reported.cuts')}{end}"),
        verb_last=bool(data.table("reported").get("verb_last")),
    )


def _objects(data: Part, lang: str) -> Pattern:
    """The thing that is called something: determiner and noun, or a pronoun; where the verb stands last, what marks the object."""
    marks, pronouns = alternatives(data.strings("reported.objects")), alternatives(data.strings("reported.object_pronouns"))
    if data.table("reported").get("verb_last"):
        return regex.compile(rf"(?<!\w){marks}(?!\w)")
    return regex.compile(rf"\s+(?:{pronouns}|{marks}\s+\w+)(?!\w)")


def _bodies(data: Part, lang: str) -> Pattern:
    """A body meant by a common noun: "the ministry", «الوزارة», „das Ministerium“."""
    heads = alternatives(data.strings("nameless.bodies"))
    if lang == "ko":
        return regex.compile(rf"(?<!\w)({heads})(?=(?:은|는|이|가|도|측은|에)(?!\w)|\s따르면)")
    if lang in NO_BOUNDARY:
        return regex.compile(f"({heads})")
    articles = data.strings("nameless.articles")
    article = rf"(?:{alternatives(articles)})[\s\u200c]*" if articles else ""
    links = data.strings("nameless.links")
    alone = (rf"(?!\s+{alternatives(links)})" if lang == "ar" else rf"(?!\s+{alternatives(links)}(?:(?<=')|(?!\w)))") if links else ""
    return regex.compile(rf"(?<!\w){'[وف]?' if lang == 'ar' else ''}({article}{heads})(?!\w){alone}")
