"""Where the clause that depends on a verb of saying begins: behind "that", at once, behind the one told, at a subjunctive, at a colon."""

from __future__ import annotations

import regex

from khabar.flow.describe.quotes.clauses import TRIM, joints
from khabar.flow.describe.quotes.place import NEAR, Place
from khabar.models import Span

REACH = 130
"""Characters behind a verb of saying in which its conjunction may stand."""
_INFINITIVE = regex.compile(r"(?<!um )(?:\szu\s(?!\p{Lu})\w+(?:e|er|el)n|\s\w{2,5}zu\w+en|\szu (?:sein|tun))(?=[,.;!]|\s*$)")
"""German: the infinitive that ends a clause of its own: „…, das Land gespalten zu haben“."""


def opening(place: Place, verb: Span) -> int | None:
    """Where the clause that depends on a verb of saying begins, None where the verb has none."""
    for find in (conjunction, _bare, _subjunctive, _colon):
        if (start := find(place, verb)) is not None:
            return start
    return None


def conjunction(place: Place, verb: Span) -> int | None:
    """Behind "that": at once, or behind the subject and the one told."""
    within = place.words.that.search(place.text, verb[0], verb[1])
    if within and within.end() == verb[1]:
        return verb[1]
    that = place.words.that.search(place.text, verb[1], min(place.end, verb[1] + REACH))
    if that is None or place.words.not_that.search(place.text, verb[1], that.end(1)) or place.quoted(that.span()):
        return None
    between = place.text[verb[1] : that.start(1)]
    if (
        place.lang in ("fr", "es")
        and len(between.split()) > (7 if place.words.addressed.match(place.text, verb[1] + 1) else 3)
        and not between.rstrip().endswith(",")
        and not _names_subject(place, verb, that.start(1))
    ):
        return None  # a relative "que"
    commas = between.strip(" ,،").count(",") + between.count("،")
    if "." in between or ":" in between or _says_else(place, verb[1], that.start(1)) or (commas and len(between) > NEAR and not place.reporters(verb[1], that.start(1))):
        return None
    return that.end(1)


def _says_else(place: Place, start: int, end: int) -> bool:
    """Whether another verb of saying stands between, outside of the description of a speaker."""
    described = [r.span for r in place.reporters(start, end)]
    verbs = (m.span(1) for m in place.words.say.finditer(place.text, start, end))
    return any(not any(a <= v[0] and v[1] <= b for a, b in described) for v in verbs)


def _names_subject(place: Place, verb: Span, at: int) -> bool:
    return any(
        at - r.span[1] <= 2 and not place.words.addressed.search(place.text, verb[1], r.span[0]) for r in place.reporters(verb[1], at)
    )


def _bare(place: Place, verb: Span) -> int | None:
    """Right behind a verb that takes a clause without conjunction, or behind the one told."""
    words, text = place.words, place.text
    match = words.bare.search(text, verb[0], min(place.end, verb[1] + 30))
    if match and match.start(1) <= verb[1] + 1:
        end = max(match.end(1), verb[1])
    elif words.telling.fullmatch(text, *verb) and (told := _listener(place, verb[1])):
        end = told
    elif (opener := words.openers.match(text, verb[1])) is not None:
        return opener.start(1) if place.text[opener.end() :].strip() else None
    else:
        return None
    if (time := words.times.match(text, end)) is not None:
        end = time.end()
    rest = text[end : end + 12].lstrip(TRIM)
    if place.lang == "fa" and place.words.coordinators.match(text, end + 1):
        return None
    closed = text[end : end + 1] in (".", ",", "،") and place.lang != "zh"
    if not rest or rest[0] in '.")' or text[end : end + 1] in ("了", "道") or words.addressed.match(rest) or closed:
        return None
    return end


def _listener(place: Place, at: int) -> int | None:
    """The end of the name or pronoun of the one told, right behind "told"."""
    named = next((s for s, _ in place.cast.between(at, at + NEAR) if s[0] - at <= 5 and place.lang != "zh"), None)
    if named:
        return named[1]
    match = place.words.listeners.match(place.text, at, at + 30)
    return match.end() if match else None


def _subjunctive(place: Place, verb: Span) -> int | None:
    """German: behind the comma, where the verb of the clause stands in the subjunctive of reported speech."""
    comma = next(iter(joints(place.document, verb[1], min(place.end, verb[1] + NEAR))), None)
    if comma is not None and place.lang == "de" and _INFINITIVE.search(place.text, comma, place.end):
        return comma + 1
    if comma is None or not place.words.subjunctive.search(place.text, comma, min(place.end, comma + 120)):
        return None
    return comma + 1


def _colon(place: Place, verb: Span) -> int | None:
    """Behind a colon that no quotation follows."""
    colon = place.text.find(":", verb[1], min(place.end, verb[1] + NEAR))
    behind = place.text[colon + 1 : colon + 4]
    if colon < 0 or "." in place.text[verb[1] : colon] or behind[:1].isdigit() or behind.strip()[:1] in ('"', "'", "「", "《"):
        return None
    return colon + 1
