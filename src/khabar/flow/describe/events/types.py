"""Types that hang on what stands around a cue: sent troops or sent rescuers, fired at someone or fired a test."""

from __future__ import annotations

from khabar.flow.describe.events.lexicon import Hit

_MEANT = {"DEFEAT": "CONCEDE", "CROWD": "PROTEST", "PROCLAIM": "COERCE", "DECREE": "COERCE", "DENY": "REJECT", "IMPACT": "OTHER",
          "CONVENE": "CONSULT", "KILLING": "ASSAULT", "DIED": "ASSAULT", "DISOWN": "REJECT", "VOW": "THREATEN"}  # fmt: skip
_PREFERRED = ("passive-verb", "verb", "noun")


def resolve(kind: str, relief: bool, aimed: bool, armed: bool = False) -> str | None:
    """The PLOVER type of a cue, None where it is no event. `relief`: help, arms or money are spoken of in the clause; `aimed`: a
    target stands there; `armed`: an army does.

    >>> resolve("DISPATCH", relief=True, aimed=False), resolve("LAUNCH", relief=False, aimed=False)
    ('AID', 'MOBILIZE')
    """
    if kind == "DELIVER":
        return "AID" if relief else None
    if kind == "DISPATCH":
        return "AID" if relief else "MOBILIZE"
    if kind == "ORDER":
        return "MOBILIZE" if armed else "REQUEST"
    if kind == "LAUNCH":
        return "ASSAULT" if aimed else "MOBILIZE"
    return _MEANT.get(kind, kind)


def cues_of(hits: list[Hit]) -> list[Hit]:
    """The cues among the hits, the longest where several overlap; none within the name of a group ("protesters")."""
    groups = [h for h in hits if h.kind == "group"]
    wanted = [h for h in hits if h.kind in _PREFERRED and not any(g.start <= h.start and h.end < g.end for g in groups)]
    refused = {(h.start, h.end): h.value for h in wanted if h.value in ("REJECT", "DENY")}
    weaker = {(*span, "SUPPORT" if kind == "REJECT" else "REJECT") for span, kind in refused.items()}  # "erkennt … nicht an" is no recognition
    kept: list[Hit] = []
    for hit in sorted(wanted, key=lambda h: (h.start - h.end, _PREFERRED.index(h.kind), h.start, (h.start, h.end, h.value) in weaker)):
        if all(hit.end <= k.start or hit.start >= k.end for k in kept):
            kept.append(hit)
    return sorted(kept)
