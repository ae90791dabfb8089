"""Number words and their kin of one language, compiled over folded text."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import regex

from khabar.languages import fold, part
from khabar.languages.parts import Part
from khabar.languages.phrase_set import PhraseSet, phrase_set
from khabar.languages.phrases import NO_BOUNDARY, alternatives, escape

Pattern = regex.Pattern[str]

GLYPHS = frozenset({"zh", "ja"})
"""Scripts whose number words are single characters that stand without space."""
_TURKISH = r"(?:['’]?(?:[dt][ae]n|[dt][ae]|y[ae]|[ae]|l[ıiuü]k|n[ıiuü]n|y?[ıiuü]|s[ıiuü]))?"
"""Case endings of Turkish numbers and currencies: "3 binden fazla", "2 bin 820 liradan"."""
_DIGITS = r"\d{1,3}(?:[,.'٬ ]\d{3})+(?:[.,٫]\d+)?(?![\d])|\d+(?:[.,٫]\d+)?"


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """`kinds` marks what is counted; `people` and `things` are nouns that may or may not be killed, injured …"""

    number: Pattern
    token: Pattern
    words: dict[str, float]
    multipliers: dict[str, float]
    decimal: str
    kinds: dict[str, PhraseSet]
    tolls: PhraseSet
    classifiers: PhraseSet
    people: PhraseSet
    things: PhraseSet
    bounds: dict[str, PhraseSet]
    bounds_after: dict[str, PhraseSet]
    currencies: PhraseSet
    currency_of: dict[str, str]
    ages: PhraseSet
    ages_before: PhraseSet
    percent: PhraseSet
    percent_before: PhraseSet
    function: PhraseSet
    of: Pattern | None
    clock: Pattern
    """Clock times of `dates.toml`; those in words are read by it alone: "a las ocho de la tarde"."""
    voters: PhraseSet
    """Members of an assembly: where they vote, their number counts votes."""
    vote_acts: PhraseSet
    out_of: PhraseSet
    out_of_after: PhraseSet
    never: PhraseSet
    """Words that only look like a number: Korean 구조 "rescue" is no nine trillion."""
    vote_share: PhraseSet
    election: PhraseSet
    not_votes: PhraseSet
    epidemic: PhraseSet
    cases: PhraseSet
    joins: Pattern
    glue: PhraseSet
    between: PhraseSet
    change: PhraseSet
    starting: PhraseSet
    """What stands before the first number of a change: "from 4.2% to 4.4%"."""
    alone: Pattern
    """What joins two numbers of one unit to a range with nothing before them: "4.75% to 5%", «4.75%至5%»."""
    fractions: PhraseSet
    fraction_of: dict[str, float]
    collective: PhraseSet
    """Number words that count people by themselves: «двое», «троє»."""
    peopled: PhraseSet
    peopled_after: PhraseSet
    vague: PhraseSet
    """Words such as "tens of thousands", which tell an order and no number."""
    verb_last: bool
    adjectives: bool
    """Whether an adjective may part a number from its noun."""


def edges(lang: str) -> tuple[str, str]:
    """What stands before and after a whole word of `lang`; prefixed particles of Arabic are allowed in front."""
    if lang in NO_BOUNDARY:
        return "", ""
    return (r"(?<!\w)(?:[وفبلک]{0,2}(?:ال)?)", r"(?!\w)") if lang == "ar" else (r"(?<!\w)", r"(?!\w)")


@lru_cache(maxsize=64)
def lexicon(lang: str) -> Lexicon:
    """The numbers of `lang`; a language without its file still has digits."""
    data = part(lang, "numbers")
    words, multipliers = _values(data, "words"), _values(data, "multipliers")
    start, end = edges(lang)

    def pattern(phrases: tuple[str, ...]) -> PhraseSet:
        return phrase_set(phrases, start, end)

    kinds = {kind: pattern(tuple(cues)) for kind, cues in data.table("kinds").items()}
    currencies = {fold(s): code for code, names in data.table("currencies").items() for s in names}
    return Lexicon(
        number=regex.compile(_expression(lang, data, words, multipliers)),
        token=regex.compile(rf"{_DIGITS}|{alternatives([*words, *multipliers])}"),
        words=words,
        multipliers=multipliers,
        decimal=str(data.data.get("decimal", ".")),
        kinds=kinds,
        classifiers=pattern(data.strings("nouns.classifiers")),
        tolls=pattern(data.strings("context.tolls")),
        people=pattern(data.strings("nouns.people")),
        things=pattern(data.strings("nouns.things")),
        bounds={k: pattern(tuple(v)) for k, v in data.table("bounds").items()},
        bounds_after={k: pattern(tuple(v)) for k, v in data.table("bounds_after").items()},
        currencies=phrase_set(currencies)
        if lang in NO_BOUNDARY
        else phrase_set(currencies, r"(?:(?<!\w)|(?<=\d))", _TURKISH + r"(?!\p{L})" if lang == "tr" else r"(?!\p{L})"),
        currency_of=currencies,
        ages=pattern(data.strings("ages.after")),
        ages_before=pattern(data.strings("ages.before")),
        percent=pattern(data.strings("nouns.percent")),
        percent_before=phrase_set(data.strings("nouns.percent_before"), start, r"\s*$"),
        function=pattern(data.strings("nouns.function")),
        of=regex.compile(rf"\s*(?:{_forms(data.strings('nouns.of'))})(?:(?<=')|\s+)")
        if data.strings("nouns.of")
        else None,
        clock=regex.compile(str(part(lang, "dates").table("settings").get("clock") or r"(?!)")),
        voters=pattern(data.strings("nouns.voters")),
        vote_acts=pattern(data.strings("context.vote_acts")),
        out_of=phrase_set(data.strings("context.out_of"), start, r"\s*$"),
        never=pattern(data.strings("context.never")),
        out_of_after=pattern(data.strings("context.out_of_after")),
        vote_share=pattern((*data.strings("kinds.votes"), *data.strings("context.vote_share"))),
        election=pattern((*data.strings("context.votes"), *data.strings("kinds.votes"))),
        not_votes=pattern(data.strings("context.not_votes")),
        epidemic=pattern(data.strings("context.epidemic")),
        cases=pattern(data.strings("context.cases")),
        glue=phrase_set(data.strings("context.and"), r"(?<!\w)", r"(?!\w)"),
        joins=regex.compile(rf"\s*(?:-|{alternatives(data.strings('ranges.joins'))})\s*"),
        between=pattern(data.strings("ranges.between")),
        change=pattern(data.strings("ranges.change")),
        starting=phrase_set(data.strings("ranges.from"), start, r"\s*$"),
        alone=regex.compile(rf"\s*{alternatives(data.strings('ranges.alone'))}\s*"),
        fractions=phrase_set([w for words in data.table("fractions").values() for w in words], start, r"(?:\w{0,3})(?!\w)" if lang == "tr" else end),
        fraction_of={fold(w): float(value) for value, words in data.table("fractions").items() for w in words},
        collective=pattern(data.strings("nouns.collective")),
        peopled=phrase_set(data.strings("context.peopled"), start, r"\s*$"),
        peopled_after=pattern(data.strings("context.peopled_after")),
        vague=pattern(_vague(lang, words, multipliers)),
        verb_last=bool(data.data.get("verb_last")),
        adjectives=bool(data.data.get("adjectives")),
    )


def _vague(lang: str, words: dict[str, float], multipliers: dict[str, float]) -> tuple[str, ...]:
    """The vague counts of `hedges.toml` but those that are number words by themselves ("une centaine")."""
    forms = (form for forms in part(lang, "hedges").table("orders").values() for form in forms)
    return tuple(form for form in forms if fold(form) not in words and fold(form) not in multipliers)


def _forms(phrases: tuple[str, ...]) -> str:
    """An alternation of phrases, the longest first; a star at the end of one stands for any ending."""
    ordered = sorted(dict.fromkeys(phrases), key=lambda p: (-len(p), p))
    return "|".join(escape(p.rstrip("*")) + (r"\w*" if p.endswith("*") else "") for p in ordered) or r"(?!)"


def _values(data: Part, name: str) -> dict[str, float]:
    return {fold(str(k)): float(v) for k, v in data.table(name).items()}


def _expression(lang: str, data: Part, words: dict[str, float], multipliers: dict[str, float]) -> str:
    """One whole number: digits, words and multipliers, joined by a space, a hyphen or the language's "and"."""
    atom = rf"(?:{_DIGITS}|{alternatives([*words, *multipliers])})"
    if lang in GLYPHS:
        return rf"(?<![\d.])(?<!\d,)(?:{_DIGITS})?(?:{alternatives([*words, *multipliers])})+(?:\d+)?|(?<![\d.])(?<!\d,)(?:{_DIGITS})"
    if lang == "ko":
        big = alternatives(multipliers)
        return rf"(?<![\d.])(?<!\d,)(?:{_DIGITS})\s?(?:{big})*(?:\s?(?:{_DIGITS})\s?(?:{big})+)*(?:\s?\d+(?=[명인]))?|{alternatives(words)}\s?{big}?(?=\s?(?:{alternatives(data.strings('nouns.counters'))}))"
    # A short multiplier such as "m" or "bn" is one only behind digits: elsewhere it is an initial.
    worded = alternatives([*words, *(m for m in multipliers if len(m) > 2)])
    after = rf"{_TURKISH}(?!\w)" if lang == "tr" else r"(?!\w)"  # «3 binden fazla», not «bina»
    share = data.strings("nouns.percent_before")
    no_share = rf"(?!{alternatives(share)}(?!\w))" if share else ""  # «yüzde» is no hundred
    # "AR-15", "F-16", "S-400" are names, "magnitude-7.8" is none
    front = edges("ar")[0].replace(r"(?<!\w)", r"(?<![\w.,])") + "ـ?" if lang == "ar" else r"(?<![\w.,])(?<!(?<!\w)\p{L}{1,3}-)"
    joint = rf"(?:\s+(?:{alternatives(data.strings('ranges.glue'))})\s+|\s*-\s*|\s+)"
    glue = r"(?:\s+و?\s*|-)(?:ال)?" if lang == "ar" else joint
    return rf"{front}{no_share}(?P<n>(?:(?:{_DIGITS})(?!\d)|{worded}(?!\w))(?:{glue}{atom}(?![\d])(?:(?<=\d)|(?={after}))){{0,8}})"
