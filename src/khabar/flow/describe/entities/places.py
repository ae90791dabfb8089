"""Places with the word for their kind: «tỉnh Phú Thọ», «Амурская область»."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Mention
from khabar.flow.describe.entities.phrases import heads_by_last, phrase_at, phrase_ending
from khabar.names.tokens import Word, script

# Languages in which the word for the kind is a part of the name as news writes it.
HEAD_BELONGS = frozenset({"vi"})
WHY = "holds the name of a kind of place"


def with_heads(text: str, tokens: Sequence[Word], mentions: Sequence[Mention], lex: Lexicon) -> list[Mention]:
    """Mentions behind the word for a kind of place begin with that word; an unknown name there is a place.

    In Arabic and Persian that word belongs to the name of a province («إقليم الحوز»), not to that of a town.
    """
    if lex.lang not in HEAD_BELONGS and not lex.region_heads:
        return list(mentions)
    at_start = {w.start: i for i, w in enumerate(tokens)}
    return [_with_head(text, tokens, m, at_start.get(m.start, 0), lex) for m in mentions]


def _with_head(text: str, tokens: Sequence[Word], m: Mention, at: int, lex: Lexicon) -> Mention:
    if not at or m.type == "ORG" or (m.id and m.type == "PER") or text[tokens[at - 1].end : m.start] != " ":
        return m
    if lex.region_heads:
        return (
            msgspec.structs.replace(m, start=tokens[at - 1].start)
            if m.type == "LOC" and tokens[at - 1].form in lex.region_heads
            else m
        )
    size = phrase_ending(tokens, at - 1, heads_by_last(lex), lex.lang)
    marked = " ".join(w.marked for w in tokens[at - size : at])
    if not size or marked not in lex.marked_heads or marked in lex.marked_city_heads:
        return m
    why = m.why if m.id else WHY
    return msgspec.structs.replace(m, start=tokens[at - size].start, type="LOC", why=why)


def tailed_places(text: str, tokens: Sequence[Word], lex: Lexicon) -> list[Mention]:
    """«Амурская область»: a capitalised adjective before the word for a kind of place."""
    found = []
    for at in range(1, len(tokens)):
        before = tokens[at - 1]
        if (
            script(before.form) != "Cyrl"
            or not text[before.start].isupper()
            or lex.stop(before)
            or text[before.end : tokens[at].start] != " "
        ):
            continue
        if before.form.endswith(ADJECTIVE) and phrase_at(tokens, at, lex.place_tails, lex.lang):
            found.append(Mention(start=before.start, end=tokens[at].end, type="LOC", why=WHY))
    return found


ADJECTIVE = (
    "ая",
    "ой",
    "ую",
    "ий",
    "ый",
    "ого",
    "ому",
    "ом",
    "им",
    "ым",
    "ое",
    "ие",
    "ые",
    "их",
    "ых",
    "а",
    "ої",
    "ій",
    "у",
    "е",
)
