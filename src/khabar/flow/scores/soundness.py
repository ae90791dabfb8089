"""How sound one report is: a source letter A–F and a report number 1–6 (NATO STANAG 2511, the Admiralty code), and a score.

The grade says how well a report is supported by what the store holds. It never says that a report is true or false, and what a page
says of itself ("94 % sound") counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar import sources
from khabar.flow.scores.table import bounded, points, reason
from khabar.models import Described, Lineage, Link, Origins, Reason, Record, Soundness

BY_TYPE = {"agency": "B", "state-agency": "C", "public-broadcaster": "B", "newspaper": "C", "magazine": "C", "broadcaster": "C", "online": "D",
           "state-media": "D", "aggregator": "D", "party": "E", "armed-group": "E", "monitor": "C"}  # fmt: skip
"""The letter for a kind of source where its entry states none."""


class Case(Record, frozen=True, kw_only=True):
    """What rules look at: one page, the links above it, the origins of the page and of its story."""

    member: Described
    links: tuple[Link, ...]
    page: Origins
    story: Origins


Rule = Callable[[Case], Reason | None]


def letter(outlet: str | None) -> str:
    """The source axis: the outlet's own letter, that of its kind, or F for one that cannot be judged."""
    known = sources.get(outlet)
    return (known.reliability or BY_TYPE.get(known.type, "F")) if known else "F"


def source(case: Case) -> Reason:
    """Who publishes it: the letter of the outlet."""
    outlet = case.member.article.outlet
    known = sources.get(outlet)
    mark = letter(outlet)
    says = f"{known.name()} ({known.type}) counts as {mark}." if known else "The outlet is not known, so it cannot be judged (F)."
    return reason("soundness", f"source_{mark}", says, outlet or "")


def second_origin(case: Case) -> Reason | None:
    """A second independent origin tells the same story."""
    if case.story.min < 2:
        return None
    return reason("soundness", "second_origin", f"At least {case.story.min} independent origins tell the story.", ", ".join(case.story.ids))


def more_origins(case: Case) -> Reason | None:
    """Further independent origins."""
    more = min(3, case.story.min - 2)
    return reason("soundness", "more_origins", f"Further independent origins: {more}.", times=more) if more > 0 else None


def own_reporting(case: Case) -> Reason | None:
    """The page adds reporting of its own."""
    outlet = case.member.article.outlet
    if not outlet or outlet not in case.page.ids:
        return None
    return reason("soundness", "own_reporting", "The outlet reports first-hand.", case.page.why.get(outlet, ""))


def chain_credited(case: Case) -> Reason | None:
    """Everything that the page takes from elsewhere is credited."""
    if not case.links or not all(k.credited for k in case.links):
        return None
    names = ", ".join(dict.fromkeys(k.source or "?" for k in case.links))
    return reason("soundness", "chain_credited", f"The page credits whom it takes from ({names}).")


def chain_silent(case: Case) -> Reason | None:
    """The page repeats another without saying so."""
    silent = [k for k in case.links if not k.credited and k.how != "cites" and k.strength != "weak"]
    if not silent:
        return None
    return reason("soundness", "chain_silent", f"The page repeats {silent[0].source or 'another page'} without naming it ({silent[0].how}).")


def mutation(case: Case) -> Reason | None:
    """What changed between the page and its parent."""
    changes = [m for k in case.links for m in k.mutations]
    if not changes:
        return None
    kinds = ", ".join(dict.fromkeys(m.kind for m in changes))
    return reason("soundness", "mutation", f"{len(changes)} things changed on the way here ({kinds}).", changes[0].here, times=min(4, len(changes)))


def date(case: Case) -> Reason | None:
    """Whether the page states its day."""
    published = case.member.article.published
    if published.origin == "page":
        return reason("soundness", "date_stated", "The page states its day.", published.why)
    return reason("soundness", "date_unknown", "The day of the page is not known.", published.why) if published.value is None else None


def speakers(case: Case) -> Reason | None:
    """Whether quotations have speakers with names."""
    quotes = case.member.notes.quotes
    named = [q for q in quotes if q.speaker]
    if named:
        return reason("soundness", "named_speakers", f"{len(named)} of {len(quotes)} quotations have a speaker with a name.", named[0].speaker or "")
    return reason("soundness", "only_unnamed", "No quotation has a speaker with a name.", quotes[0].surface) if quotes else None


RULES: tuple[Rule, ...] = (source, second_origin, more_origins, own_reporting, chain_credited, chain_silent, mutation, date, speakers)


def soundness(member: Described, members: Sequence[Described], lineage: Lineage) -> Soundness:
    """The grade of one report among the pages of its story."""
    key = member.article.id
    links = tuple(k for k in lineage.links if k.child == key and k.strength != "weak")
    case = Case(member=member, links=links, page=lineage.page_origins.get(key, Origins()), story=lineage.origins)
    reasons = tuple(r for rule in RULES if (r := rule(case)) is not None)
    mark, number = letter(member.article.outlet), report_number(case)
    total = points("soundness")["base"] + sum(r.points for r in reasons)
    return Soundness(grade=f"{mark}{number}", source=mark, report=number, score=bounded(total), reasons=reasons)


def report_number(case: Case) -> int:
    """The report axis: 1 told by three independent origins or more, 2 by two, 3 one origin that is named, 4 changed on the way or
    silently taken, 5 both, 6 nothing to judge it by."""
    changed = any(k.mutations for k in case.links)
    silent = any(not k.credited and k.how != "cites" for k in case.links)
    if changed and silent:
        return 5
    if changed or silent:
        return 4
    if not case.page.ids and not case.links:
        return 6
    return 1 if case.story.min >= 3 else 2 if case.story.min == 2 else 3
