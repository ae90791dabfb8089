"""Who is in a sentence: names that can act, groups without a name, words for both sides, titles that stand for a person."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.events.actors import can_act, countries_known, country_of, embassy_of, home_of, site_of
from khabar.flow.describe.events.lexicon import ATTACKERS, GROUPS_OF_STATE, NATURE, Hit, Lexicon
from khabar.flow.describe.events.mentions import Mention
from khabar.flow.describe.events.page import Page
from khabar.flow.describe.events.parties import Party, named, party_at, placed
from khabar.flow.describe.events.told import Told
from khabar.flow.describe.quotes.nations import beside

TITLE_GAP = 28
"""Characters between a title and the name that it belongs to."""
TITLE_BEHIND = 8
"""Characters between a name and a title behind it."""
LED = 32
"""Characters between a group and the words for who leads it, and between those and the leader."""
OFFICE_GAP = 4
"""Characters, a particle, between a body and the title of who speaks for it."""
APPOSING = (",", "،")
"""What alone may part a title and the name put behind it: "El presidente, X, …"."""
_STOP = regex.compile(r"[,،，、;.。\n]")
HOME_BEFORE, HOME_BEHIND = 4, 7
"""Characters between a group and its country: "Sudanese army", "the army of Sudan"."""


def cast(
    document: Document,
    mentions: Sequence[Mention],
    hits: Sequence[Hit],
    cues: Sequence[Hit],
    words: Lexicon,
    page: Page,
    told: Told,
) -> list[Party]:
    """Who can take part in order, each with its role."""
    unnamed = [h for h in hits if h.kind in ("group", "pair", "refer", "attacker")]
    mentions = [m for m in mentions if m[2].known or not any(h.start <= m[0] and m[1] <= h.end for h in unnamed)]
    apart = [*cues, *(h for h in hits if h.kind in ("join", "break") or (h.kind == "role" and h.value != "owner"))]
    names = named(document.text, document.folded, mentions, apart, words)
    by_id = {e.id: e for _, _, e in mentions}
    able = [p for p in names if can_act(by_id[p.id])]
    able += [p._replace(id=site, type="SITE", place=p.id) for p in names if not can_act(by_id[p.id]) and (site := site_of(p.id))]
    able = [p._replace(id=state, type="LOC") if (state := embassy_of(p.id)) else p for p in able]
    taken = [(p.start, p.end) for p in names if by_id[p.id].type != "LOC"]
    auxiliaries = [h for h in hits if h.kind in ("passive", "mode")]
    exact = {(m[0], m[1]) for m in mentions}
    for hit in sorted(unnamed, key=lambda h: h.start - h.end):
        if (hit.start, hit.end) in exact or any(a < hit.end and hit.start < b for a, b in taken):
            continue
        bearers = [m for m in mentions if m[2].type == "PER" and _titles(document.text, hit, m[0], m[0], [*cues, *auxiliaries])]
        subject = words.order == "vso" and any(c.kind == "verb" and 0 <= hit.start - c.end <= 1 for c in cues)  # «اعتقلت الشرطة X»
        if hit.kind == "group" and bearers and not subject:
            if hit.value not in GROUPS_OF_STATE or all(c.value != "SANCTION" for c in cues):
                continue  # "opposition leader X"
            called = {m[0] for m in bearers}  # "recalled its ambassador to Turkey, X": done to the state, not to X
            able = [p for p in able if p.start not in called]
            near = (m for m in mentions if m[2].type == "LOC" and _adjoins(m[0], m[1], hit, True))
            if state := next((c for m in near if (c := country_of(m[2].id))), None):
                able = [*(p for p in able if p.id != state or p.start > hit.end), party_at(hit, state, "LOC")]
                taken.append((hit.start, hit.end))
                continue
        party = _unnamed(document, hit, able, mentions, (hits, cues, words), page, told)
        if party:
            able.append(party)
            taken.append((hit.start, hit.end))
    return placed(document.text, document.folded, _under_leader(able, hits), hits, words)


def _under_leader(able: Sequence[Party], hits: Sequence[Hit]) -> list[Party]:
    """A group that a body leads is that body ("rebels led by X"); a person who leads it does nothing apart from it."""
    kept = list(able)
    for led in (h for h in hits if h.kind == "led"):
        before = [p for p in kept if 0 <= led.start - p.end <= LED]
        behind = [p for p in kept if 0 <= p.lead - led.end <= LED]
        one, two = max(before, key=lambda p: p.end, default=None), min(behind, key=lambda p: p.lead, default=None)
        group, leader = (one, two) if one and one.type == "GRP" else (two, one)
        if group is None or leader is None or group.type != "GRP" or leader.type not in ("ORG", "PER"):
            continue
        kept.remove(leader)
        if leader.type == "ORG":
            kept[kept.index(group)] = group._replace(id=leader.id, type="ORG", lead=min(group.lead, leader.lead))
    return kept


def _unnamed(
    document: Document,
    hit: Hit,
    able: list[Party],
    mentions: Sequence[Mention],
    found: tuple[Sequence[Hit], Sequence[Hit], Lexicon],
    page: Page,
    told: Told,
) -> Party | None:
    """The party that a group, a pair, a peer ("his Turkish counterpart") or a title without a name stands for.

    A group takes its country out of `able`.
    """
    hits, cues, words = found
    if hit.kind == "attacker":
        if any(m[2].type == "PER" and _titles(document.text, hit, m[0], m[1], cues) for m in mentions):
            return None
        one = page.attacker
        return party_at(hit, one or page.group(ATTACKERS), "PER" if one else "GRP")
    if hit.kind == "pair":
        return party_at(hit, hit.value, "PAIR")
    nation = next((h.value for h in hits if h.kind == "nation" and _adjoins(h.start, h.end, hit, True)), None)
    if hit.kind == "refer":
        if hit.value == "OUSTED":
            return party_at(hit, told.ousted, "PER") if told.ousted else None
        if hit.value == "PEER":
            peer = told.of_nation(nation or beside(document, (hit.start, hit.end), words.lang))
            return party_at(hit, peer, "PER") if peer else None
        if hit.value == "PER" and _speaks_for(document, hit, mentions):
            return None
        same = _referred(document, hit, mentions, (cues, words), told)
        if same and hit.value == "PER" and _of_another_land(hit, mentions, same):
            return None
        return party_at(hit, same, hit.value) if same else None
    home = next(
        (p for p in able if p.type == "LOC" and _adjoins(p.start, p.end, hit, words.attributive and _bare(document, p, hit))),
        None,
    )
    if home and not nation:
        able.remove(home)
    country = nation or (country_of(home.id) if home else None)
    if hit.value == "government" and country:  # what a government does its country or capital does
        country = nation or (home.id if home else country)
    if hit.value in GROUPS_OF_STATE or (hit.value == "government" and country):
        return Party(hit.start, hit.start, _stem_end(document, hit, words), country, "LOC", "", False) if country else None
    group = page.group(hit.value, country or (None if hit.value in NATURE else _here(mentions)))
    behind = home is not None and home.start >= hit.end and not any(hit.end <= c.start < home.start for c in cues)
    end = home.end if home and behind and words.order != "sov" else hit.end  # "the earthquake in Morocco"
    return Party(hit.start, hit.start, end, group, "GRP", "", False)


def _stem_end(document: Document, hit: Hit, words: Lexicon) -> int:
    """Where a group's word ends without the particle that its phrase holds («정부를»)."""
    if words.lang != "ko":
        return hit.end
    word = document.folded[hit.start : hit.end]
    return hit.start + len(next((word.removesuffix(e) for e, _ in words.behind if word.endswith(e)), word))


def _of_another_land(hit: Hit, mentions: Sequence[Mention], person: str) -> bool:
    """Whether the country right before a title is not that of the person: the country acts («日本外交部发言人»)."""
    lands = [c for m in mentions if m[2].type == "LOC" and 0 <= hit.start - m[1] <= OFFICE_GAP and (c := country_of(m[2].id))]
    return bool(lands) and home_of(person) not in (None, *lands)


def _here(mentions: Sequence[Mention]) -> str | None:
    """The country of the towns that a sentence names, where it is one: "in Athens thousands took to the streets"."""
    towns = {country_of(m[2].id) or site_of(m[2].id) for m in mentions if m[2].type == "LOC" and m[2].id not in countries_known()}
    return next(iter(towns)) if len(towns) == 1 else None


def _speaks_for(document: Document, hit: Hit, mentions: Sequence[Mention]) -> bool:
    """Whether a title without a name stands beside the body that it speaks or acts for («Y外交部发言人», «Y bakanlığı sözcüsü»)."""
    near = (m for m in mentions if m[2].type == "ORG" and (0 <= hit.start - m[1] <= OFFICE_GAP or 0 <= m[0] - hit.end <= HOME_BEHIND))
    return any(not _STOP.search(document.text, min(m[1], hit.end), max(m[0], hit.start)) for m in near)


def _referred(
    document: Document, hit: Hit, mentions: Sequence[Mention], found: tuple[Sequence[Hit], Lexicon], told: Told
) -> str | None:
    """Whom "the minister" means: who bore the title before, else the last of the kind; nobody where it is a title here."""
    cues, words = found
    title = document.folded[hit.start : hit.end]
    if words.lang == "ko":  # without its particle
        title = next((title.removesuffix(e) for e, _ in words.behind if title.endswith(e)), title)
    for start, end, entity in mentions:
        if entity.type == hit.value and _titles(document.text, hit, start, end, cues):
            told.titles[title] = entity.id
            return None
    return told.titles.get(title) or told.last(hit.value)


def _titles(text: str, hit: Hit, start: int, end: int, cues: Sequence[Hit]) -> bool:
    """Whether "the president" is the title of the name behind it, or right before it; no verb stands between."""
    before, behind = text[hit.end : start], text[end : hit.start]
    if any(hit.end <= c.start < start and c.value != "OTHER" for c in cues):  # "the elected president X"
        return False
    return (0 <= start - hit.end <= TITLE_GAP and (before.strip() in APPOSING or not any(c in before for c in ",،，;"))) or (
        0 <= hit.start - end <= TITLE_BEHIND and not any(c in behind for c in ".;。")
    )


def _bare(document: Document, country: Party, hit: Hit) -> bool:
    """Whether a country belongs to the group behind it: no particle of its own parts them («미국 군대», not «미국은 군대를»)."""
    gap = document.text[country.end : hit.start].strip()
    if document.lang == "hi":
        return gap in ("", "की", "के", "का")
    if document.lang == "tr":  # «Filipinler tayfun nedeniyle …»
        return hit.value not in NATURE
    return document.lang != "ko" or gap in ("", "의")


def _adjoins(start: int, end: int, hit: Hit, before: bool) -> bool:
    """Whether a country stands right behind a group, or `before` it where the language says so: "Sudan's army"."""
    return (before and 0 <= hit.start - end <= HOME_BEFORE) or 0 <= start - hit.end <= HOME_BEHIND
