"""Verbs of saying and their kin of one language, found in folded text."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from khabar.flow.describe.quotes.nameless import ENDINGS, nameless, noun_phrase, seated, unnamed
from khabar.languages import part
from khabar.languages.parts import Part
from khabar.languages.phrase_set import PhraseSet, phrase_set
from khabar.languages.phrases import NO_BOUNDARY, alternatives

Pattern = regex.Pattern[str]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Searched patterns. `speech` holds verbs of saying and speech acts, `say` the verbs alone that may take a clause."""

    say: PhraseSet
    speech: PhraseSet
    that: PhraseSet
    according: PhraseSet
    according_after: PhraseSet
    pronouns: PhraseSet
    nameless: Pattern
    unnamed: Pattern
    noun_phrase: Pattern
    subject_phrase: Pattern
    whole_phrase: Pattern
    bodies: Pattern
    definite: PhraseSet
    papers: PhraseSet
    heads: PhraseSet
    again: PhraseSet
    apart: PhraseSet
    of: PhraseSet
    relatives: PhraseSet
    named: PhraseSet
    addressed: PhraseSet
    through: PhraseSet
    seated: Pattern
    goes_on: PhraseSet
    sources: PhraseSet
    announces: PhraseSet
    as_they: PhraseSet
    offices: PhraseSet
    heads_alone: PhraseSet
    determiners: PhraseSet
    office_ends: PhraseSet
    no_body: PhraseSet
    quote_particles: PhraseSet
    opinion: PhraseSet
    quoted: PhraseSet
    quoted_as: PhraseSet
    back: PhraseSet
    back_verbs: PhraseSet
    back_ends: PhraseSet
    dependent: PhraseSet
    reported_forms: PhraseSet
    manner: PhraseSet
    naming: PhraseSet
    his_words: PhraseSet
    own_words: PhraseSet
    bare: PhraseSet
    not_that: PhraseSet
    coordinators: PhraseSet
    telling: PhraseSet
    listeners: PhraseSet
    openers: PhraseSet
    relays: Pattern
    subjunctive: PhraseSet
    times: Pattern
    joins: PhraseSet
    clause_ends: PhraseSet
    cuts: PhraseSet
    participles: PhraseSet
    converbs: PhraseSet
    appraisals: PhraseSet
    as_what: PhraseSet
    objects: Pattern
    impersonal: PhraseSet
    circles: PhraseSet
    verb_last: bool


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The speech words of `lang`."""
    data = part(lang, "quotes")
    edge, end = ("", "") if lang in NO_BOUNDARY else (r"(?<!\w)", r"(?!\w)")
    clitic = "[وفس]?" if lang == "ar" else ""

    def either(key: str) -> str:
        return alternatives(data.strings(key))

    def phrases(*keys: str, before: str = edge, after: str = end) -> PhraseSet:
        return phrase_set([w for key in keys for w in data.strings(key)], before, after)

    other_words = data.strings("not_followed")
    verb_end = rf"{end}(?!\s+{alternatives(other_words)})" if other_words else end

    def whole(*keys: str, closed: bool = True) -> PhraseSet:
        return phrases(*keys, before=edge + clitic, after=end if closed else "")

    def verbs(*keys: str) -> PhraseSet:
        return phrases(*keys, before=edge + clitic, after=verb_end)

    return Lexicon(
        say=verbs("say"),
        speech=verbs("say", "acts"),
        that=phrases(
            "that", before=edge + ("و?" if lang == "ar" else ""), after=end if lang != "fr" else r"(?:(?<=')|(?!\w))"
        ),
        according=whole("according", closed=lang not in ("ar", "fr")),
        according_after=whole("according_after"),
        pronouns=whole("pronouns"),
        nameless=nameless(data, lang),
        unnamed=unnamed(data),
        noun_phrase=noun_phrase(data, lang, 5, "nameless.determiners"),
        whole_phrase=noun_phrase(data, lang, 8, "nameless.the"),
        subject_phrase=noun_phrase(data, lang, 9, "nameless.determiners", "nameless.possessives"),
        bodies=_bodies(data, lang),
        definite=whole("nameless.definite"),
        papers=whole("nameless.papers"),
        heads=phrases(
            "nameless.heads", before=r"\w*" if lang in ("de", "tr") else edge + clitic, after=rf"{ENDINGS}\W{{0,3}}$"
        ),
        again=phrases("nameless.the", after=r"(?:(?<=')|\s)"),
        apart=whole("nameless.apart"),
        of=phrases("nameless.of", after=r"\W{0,2}$"),
        relatives=whole("nameless.relatives"),
        named=phrases("nameless.named", after=r"\W*$"),
        addressed=whole("nameless.addressed", closed=False),
        quote_particles=phrases("quote_particles", before="", after=r"(?!\w)"),
        opinion=whole("reported.opinion"),
        quoted=whole("reported.quoted"),
        quoted_as=whole("reported.quoted_as"),
        back=whole("reported.back"),
        back_verbs=whole("reported.back_verbs"),
        back_ends=phrases("reported.back_ends", after=r"[.!;\s]*$"),
        dependent=whole("reported.dependent"),
        reported_forms=whole("reported.reported_forms"),
        offices=phrases(*(f"roles.{kind}" for kind in data.table("roles"))),
        heads_alone=whole("nameless.heads"),
        determiners=whole("nameless.determiners"),
        office_ends=phrases("nameless.office_ends", "nameless.ends"),
        no_body=whole("nameless.no_body"),
        manner=phrases("manner", before="", after=""),
        through=phrases("nameless.through", before=edge + clitic, after=r"[\s\"'«“]*$"),
        seated=seated(data),
        goes_on=whole("reported.goes_on"),
        sources=whole("reported.sources"),
        announces=whole("reported.announces"),
        as_they=whole("reported.as_they"),
        naming=phrases("naming", before=edge + ("[وفبلك]{0,2}(?:ال|ل)?" if lang == "ar" else ""), after=r"\W{0,2}$"),
        his_words=whole("reported.his_words"),
        own_words=whole("reported.own_words"),
        bare=verbs("reported.bare"),
        not_that=whole("reported.not_that"),
        coordinators=whole("reported.coordinators"),
        telling=whole("reported.telling"),
        listeners=phrases("reported.listeners", before="" if lang in NO_BOUNDARY else r"\s"),
        openers=phrases("reported.openers", before=r"\s+"),
        relays=regex.compile(rf"(?:{either('reported.relays')})\s+(?:\S+\s+){{0,4}}?(?:{either('reported.relayed_from')})(?!\w)"),
        subjunctive=whole("reported.subjunctive"),
        times=regex.compile(rf"(?:[\s,]*(?:{either('reported.times')}){end})+"),
        joins=phrases("joins", before="", after=""),
        clause_ends=phrases("clause_ends", before=r"\w*", after=""),
        participles=whole("reported.participles"),
        converbs=whole("reported.converbs"),
        appraisals=whole("reported.appraisals"),
        as_what=whole("reported.as"),
        objects=_objects(data, lang),
        impersonal=whole("reported.impersonal"),
        circles=whole("reported.circles"),
        cuts=phrases("reported.cuts", before=r"[,،;，]\s*"),
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
    compound = r"(?:\w+(?=ministerium|behörde|polizei|amt|verband|gericht|verwaltung|kommission|klinik|agentur))?" if lang == "de" else ""
    return regex.compile(rf"(?<!\w){'[وف]?' if lang == 'ar' else ''}({article}{compound}{heads})(?!\w){alone}")
