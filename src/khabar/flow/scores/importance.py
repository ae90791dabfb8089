"""How important a story is, 0–100: how independently, how widely and how fast it is told, whom it touches, who acts in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from math import log2, log10

from khabar import sources
from khabar.flow.scores.table import bounded, reason
from khabar.models import Described, Importance, Lineage, Narrative, Reason, Record, Story
from khabar.names import get

HIGH_OFFICE = ("president", "prime minister", "chancellor", "king", "supreme leader", "secretary-general", "secretary general", "crown prince", "head of state", "emir", "pope")
FAST_DAYS = 2
FAST_LANGUAGES = 3


class Case(Record, frozen=True, kw_only=True):
    """What rules look at."""

    story: Story
    members: tuple[Described, ...]
    lineage: Lineage
    narrative: Narrative


Rule = Callable[[Case], Reason | None]


def origins(case: Case) -> Reason | None:
    """Independent origins, the lower end of the interval."""
    count = case.lineage.origins.min
    return reason("importance", "origins", f"Independent origins: at least {count}.", ", ".join(case.lineage.origins.ids), min(4, count)) if count else None


def pages(case: Case) -> Reason | None:
    """How many pages tell it; copies count, but little."""
    count = len(case.members)
    return reason("importance", "pages", f"{count} pages tell it.", times=min(4.0, log2(count))) if count > 1 else None


def languages(case: Case) -> Reason | None:
    """How many languages it is told in."""
    count = len(case.story.languages)
    return reason("importance", "languages", f"Told in {count} languages.", " ".join(case.story.languages), min(5, count - 1)) if count > 1 else None


def countries(case: Case) -> Reason | None:
    """How many countries its outlets sit in."""
    found = {s.country for m in case.members if (s := sources.get(m.article.outlet)) and s.country}
    return reason("importance", "countries", f"Outlets of {len(found)} countries tell it.", " ".join(sorted(found)), min(5, len(found) - 1)) if len(found) > 1 else None


def killed(case: Case) -> Reason | None:
    """The highest number of dead that more than one page gives, or the only one given."""
    most = _highest(case, ("killed",))
    return reason("importance", "killed", f"Up to {most:g} people are said to have been killed.", times=min(4.0, 1 + log10(most))) if most >= 1 else None


def hurt(case: Case) -> Reason | None:
    """People injured, missing, displaced or arrested."""
    most = _highest(case, ("injured", "missing", "displaced", "arrested"))
    return reason("importance", "hurt", f"Up to {most:g} people are said to be hurt, missing, displaced or held.", times=min(4.0, 1 + log10(most))) if most >= 1 else None


def _highest(case: Case, kinds: tuple[str, ...]) -> float:
    counts = Counter(n.value for m in case.members for n in m.notes.numbers if n.what in kinds and n.value and n.value < 1e7)
    agreed = [value for value, count in counts.items() if count > 1] or list(counts)
    return max(agreed, default=0.0)


def actors(case: Case) -> Reason | None:
    """People in high office whom a third of the pages or more name."""
    counts = Counter(e.id for m in case.members for e in m.notes.entities if e.type == "PER")
    heart = [key for key, count in counts.items() if count * 3 >= len(case.members)]
    high = [n.name() for key in heart if (n := get(key)) and any(office in role.lower() for role in n.roles for office in HIGH_OFFICE)]
    return reason("importance", "actors", f"People in high office act in it: {', '.join(high[:4])}.", times=min(4, len(high))) if high else None


def speed(case: Case) -> Reason | None:
    """Told in several languages within two days."""
    first: dict[str, str] = {}
    for member in case.members:
        if day := (member.article.published.value or "")[:10]:
            first[member.article.lang] = min(day, first.get(member.article.lang, day))
    days = sorted(first.values())
    if len(days) < FAST_LANGUAGES:
        return None
    took = (date.fromisoformat(days[FAST_LANGUAGES - 1]) - date.fromisoformat(days[0])).days
    return reason("importance", "speed", f"Told in {FAST_LANGUAGES} languages within {'a day' if took == 0 else 'two days'}.") if took < FAST_DAYS else None


RULES: tuple[Rule, ...] = (origins, pages, languages, countries, killed, hurt, actors, speed)


def importance(story: Story, members: Sequence[Described], lineage: Lineage, narrative: Narrative) -> Importance:
    """The weight of a story with its reasons."""
    case = Case(story=story, members=tuple(members), lineage=lineage, narrative=narrative)
    reasons = tuple(r for rule in RULES if (r := rule(case)) is not None)
    return Importance(score=bounded(sum(r.points for r in reasons)), reasons=reasons)
