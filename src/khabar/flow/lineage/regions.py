"""One office of a province that some pages of a story call only by its role."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.describe.document import Document
from khabar.models import Credit, Described
from khabar.sources.catalogue import all_sources
from khabar.sources.places import country_beside
from khabar.sources.regional import national_id


def meant_offices(members: Sequence[Described]) -> dict[str, str]:
    """Id of a country's office -> that of its regions' office which a story means by it.

    A page that leaves out whose civil defence it cites means the one that the others name; not where some page names the country beside it,
    nor where the data know the national office by a name of its own.
    """
    named = {c.source for m in members for c in m.notes.credits if c.source}
    national = {s: national_id(s) for s in sorted(named)}
    regional = {office: s for s, office in national.items() if office != s and office in named and office not in all_sources()}
    told = {c.source for m in members for c in m.notes.credits if c.source in regional and _states_country(m, c)} if regional else set()
    return {office: source for office, source in regional.items() if office not in told}


def _states_country(member: Described, credit: Credit) -> bool:
    """Whether a country stands beside the office that a credit names."""
    text = Document(member.article).folded
    return credit.span is None or country_beside(text, *credit.span, member.article.lang) is not None
