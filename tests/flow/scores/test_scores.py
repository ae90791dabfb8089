"""Scores order cases as a reader would; the tests say better > worse, so that points may be changed."""

from __future__ import annotations

import pytest

from khabar.flow.scores import importance, soundness
from khabar.flow.scores.importance import RULES as WEIGHT_RULES
from khabar.flow.scores.soundness import RULES
from khabar.models import (
    Article,
    Described,
    Lineage,
    Link,
    Mutation,
    Narrative,
    Notes,
    Number,
    Origins,
    Published,
    Quote,
    Story,
)


def page(key: str = "a", outlet: str | None = "reuters", lang: str = "en", **notes: object) -> Described:
    article = Article(id=key, content_id=key, file=None, url=None, outlet=outlet, lang=lang, title="T", text="Body.",
                      published=Published(value="2024-05-01", origin="page"), upstream={"soundness": 94.0})  # fmt: skip
    return Described(article=article, notes=Notes(article=key, **notes))  # type: ignore[arg-type]


def chain(minimum: int = 1, credited: bool = True, changes: int = 0, child: str = "a") -> Lineage:
    mutations = tuple(Mutation(kind="number", parent="3", here=str(n)) for n in range(changes))
    link = Link(child=child, parent="p", source="afp", how="copy", credited=credited, strength="strong", mutations=mutations)
    origins = Origins(min=minimum, max=minimum, ids=tuple(f"o{n}" for n in range(minimum)))
    return Lineage(links=(link,), origins=origins, page_origins={child: Origins(min=1, max=1, ids=("o0",))})


def score(member: Described, lineage: Lineage) -> int:
    return soundness(member, [member], lineage).score


def test_more_independent_origins_are_sounder() -> None:
    assert score(page(), chain(3)) > score(page(), chain(2)) > score(page(), chain(1))


def test_a_credited_chain_is_sounder_than_a_silent_one_and_both_than_a_changed_one() -> None:
    assert score(page(), chain()) > score(page(), chain(credited=False)) > score(page(), chain(credited=False, changes=3))


def test_a_named_speaker_is_sounder_than_none() -> None:
    named = Quote(speaker="A B", surface="A B", content="x", direct=True)
    unnamed = Quote(speaker=None, surface="an official", content="x", direct=True)
    assert score(page(quotes=(named,)), chain()) > score(page(quotes=(unnamed,)), chain())


def test_an_unknown_outlet_cannot_be_judged() -> None:
    grade = soundness(page(outlet="nonesuch"), [], chain())
    assert grade.source == "F"
    assert grade.grade == f"F{grade.report}"


def test_what_a_page_says_of_itself_counts_for_nothing() -> None:
    grade = soundness(page(), [], chain())
    assert not any("94" in r.says + r.evidence for r in grade.reasons)


@pytest.mark.parametrize(("lineage", "number"), [(chain(3), 1), (chain(2), 2), (chain(1), 3), (chain(changes=1), 4), (chain(credited=False, changes=1), 5), (Lineage(), 6)])
def test_the_report_axis(lineage: Lineage, number: int) -> None:
    assert soundness(page(), [], lineage).report == number


def weight(members: list[Described], lineage: Lineage = Lineage()) -> int:  # noqa: B008 - frozen
    story = Story(id="s", articles=tuple(m.article.id for m in members), languages=tuple(sorted({m.article.lang for m in members})))
    return importance(story, members, lineage, Narrative()).score


def test_forty_copies_weigh_less_than_a_second_origin_and_a_second_language() -> None:
    copies = [page(f"c{n}") for n in range(4)]
    wide = [page("a"), page("b", lang="fr"), page("c", lang="ar"), page("d", lang="ru")]
    assert weight(wide, chain(2)) > weight(copies, chain(1))


def test_more_dead_weigh_more() -> None:
    def toll(value: float) -> list[Described]:
        return [page(k, numbers=(Number(what="killed", value=value, surface="x"),)) for k in ("a", "b")]

    assert weight(toll(900)) > weight(toll(9)) > weight([page("a"), page("b")])


def test_every_rule_is_described_and_every_reason_adds_up() -> None:
    assert all(rule.__doc__ for rule in (*RULES, *WEIGHT_RULES))
    members = [page("a"), page("b", lang="fr")]
    story = Story(id="s", articles=("a", "b"), languages=("en", "fr"))
    found = importance(story, members, chain(2), Narrative())
    assert found.score == round(sum(r.points for r in found.reasons))
    assert all(r.says.endswith(".") for r in found.reasons)
