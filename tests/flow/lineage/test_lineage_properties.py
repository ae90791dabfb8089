"""What must hold for any story: copies add nothing, reports add one, a missing parent changes nothing, order does not matter."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khabar.flow.lineage import trace
from khabar.models import Described, Lineage
from khabar.sources import all_sources

FAST = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def spans(found: Lineage) -> tuple[int, int]:
    return found.origins.min, found.origins.max


def copy_of(text: str, keep: int, change: bool) -> str:
    """The first `keep` paragraphs, one word changed where `change`."""
    text = "\n\n".join(text.split("\n\n")[:keep])
    return text.replace("several hundred", "hundreds of") if change else text


@FAST
@given(kinds=st.lists(st.tuples(st.integers(2, 3), st.booleans(), st.booleans()), min_size=1, max_size=40), seed=st.randoms(use_true_random=False))
def test_copies_do_not_add_origins(kinds: list[tuple[int, bool, bool]], seed: Any, page: Any, wire: str) -> None:
    members = [page(0, "reuters", credit="reuters")]
    for number, (keep, change, credited) in enumerate(kinds, start=1):
        members.append(page(number, f"paper-{number}", copy_of(wire, keep, change), "reuters" if credited else None, day="2024-05-07"))
    seed.shuffle(members)
    found = trace(members, {})
    assert found.origins.ids == ("reuters",)
    assert spans(found) == (1, 1)
    assert found.common_link == "reuters"


@FAST
@given(copies=st.integers(0, 12), reports=st.integers(0, 6), which=st.integers(0, 500), seed=st.randoms(use_true_random=False))
def test_one_new_report_raises_the_number_by_one(copies: int, reports: int, which: int, seed: Any, page: Any, wire: str, independent: Any) -> None:
    members = [page(0, "reuters", credit="reuters")]
    members += [page(n, f"paper-{n}", wire, "reuters", "2024-05-07") for n in range(1, copies + 1)]
    members += [page(100 + n, f"daily-{n}", independent(n)) for n in range(reports)]
    new = page(200, "daily-new", independent(which + 20), day=seed.choice(["2024-05-05", "2024-05-06", "2024-05-08"]))
    before, with_new = trace(members, {}), [*members, new]
    seed.shuffle(with_new)
    after = trace(with_new, {})
    assert (after.origins.min, after.origins.max) == (before.origins.min + 1, before.origins.max + 1)
    assert set(after.origins.ids) == {*before.origins.ids, "daily-new"}


@FAST
@given(copies=st.integers(1, 12), reports=st.integers(0, 4), seed=st.randoms(use_true_random=False))
def test_removing_the_credited_parent_leaves_the_origin(copies: int, reports: int, seed: Any, page: Any, wire: str, independent: Any) -> None:
    children = [page(n, f"paper-{n}", wire, "reuters", "2024-05-07") for n in range(1, copies + 1)]
    others = [page(100 + n, f"daily-{n}", independent(n)) for n in range(reports)]
    members = [page(0, "reuters", credit="reuters"), *children, *others]
    seed.shuffle(members)
    there = trace(members, {})
    seed.shuffle(children)
    gone = trace([*children, *others], {})
    assert there.origins.ids == gone.origins.ids == tuple(sorted(("reuters", *(f"daily-{n}" for n in range(reports)))))
    assert spans(there) == spans(gone)
    for child in children:
        assert there.page_origins[child.article.id].ids == gone.page_origins[child.article.id].ids


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.randoms(use_true_random=False))
def test_forty_copies_of_one_wire_are_one_origin(seed: Any, page: Any, wire: str) -> None:
    members = [page(0, "reuters", credit="reuters")]
    members += [page(n, f"paper-{n}", wire, seed.choice(["reuters", None]), "2024-05-07") for n in range(1, 41)]
    seed.shuffle(members)
    found = trace(members, {})
    assert found.origins.ids == ("reuters",)
    assert spans(found) == (1, 1)


@FAST
@given(size=st.integers(3, 7), tail=st.integers(0, 3), seed=st.randoms(use_true_random=False))
def test_a_ring_of_any_size_is_flagged_in_any_order(size: int, tail: int, seed: Any, page: Any, independent: Any) -> None:
    ring = [f"paper-{n}" for n in range(size)]
    members = [page(n, ring[n], independent(n), ring[(n + 1) % size]) for n in range(size)]
    members += [page(50 + n, f"daily-{n}", independent(50 + n), ring[0]) for n in range(tail)]
    seed.shuffle(members)
    found = trace(members, {})
    assert tuple(ring) in found.circular
    assert not any(o.startswith("daily") for loop in found.circular for o in loop)


@FAST
@given(seed=st.randoms(use_true_random=False))
def test_one_owner_is_said_and_counted_once(seed: Any, page: Any, independent: Any) -> None:
    known: dict[str, list[str]] = {}
    for source in all_sources().values():
        if source.owner and source.type == "newspaper":
            known.setdefault(source.owner, []).append(source.id)
    owner = seed.choice(sorted(o for o, ids in known.items() if len(ids) > 1))
    one, two = sorted(seed.sample(sorted(known[owner]), 2))
    members = [page(1, one, independent(1)), page(2, two, independent(2)), page(3, "paper-free", independent(3))]
    seed.shuffle(members)
    found = trace(members, {})
    assert spans(found) == (2, 3)
    assert "same owner" in found.origins.why[one]
    assert "same owner" in found.origins.why[two]
    assert "same owner" not in found.origins.why["paper-free"]


def members_of(draw: Any, page: Any, wire: str, independent: Any) -> list[Described]:
    outlets = [f"paper-{n}" for n in range(6)] + ["reuters", "afp"]
    members = []
    for number in range(draw(st.integers(2, 9))):
        text = draw(st.sampled_from([wire, copy_of(wire, 2, True), copy_of(wire, 1, False), independent(number)]))
        credit = draw(st.sampled_from([None, *outlets]))
        members.append(page(number, draw(st.sampled_from(outlets)), text, credit, draw(st.sampled_from(["2024-05-06", "2024-05-07"]))))
    return members


@FAST
@given(data=st.data(), seed=st.randoms(use_true_random=False))
def test_any_order_of_arrival(data: Any, seed: Any, page: Any, wire: str, independent: Any) -> None:
    members = members_of(data.draw, page, wire, independent)
    shuffled = list(members)
    seed.shuffle(shuffled)
    assert trace(members, {}) == trace(shuffled, {})


@FAST
@given(data=st.data())
def test_no_cycles_and_a_sound_interval(data: Any, page: Any, wire: str, independent: Any) -> None:
    found = trace(members_of(data.draw, page, wire, independent), {})
    above: dict[str, set[str]] = {}
    for link in found.links:
        assert link.parent != link.child
        if link.parent:
            above.setdefault(link.child, set()).add(link.parent)
    for start in above:
        seen, todo = set(), list(above[start])
        while todo:
            here = todo.pop()
            assert here != start
            if here not in seen:
                seen.add(here)
                todo += above.get(here, ())
    assert 1 <= found.origins.min <= found.origins.max == len(found.origins.ids)
    assert set(found.origins.why) == set(found.origins.ids)


def test_circular_reporting_is_flagged(page: Any, independent: Any) -> None:
    found = trace([page(1, "paper-a", independent(1), "paper-b"), page(2, "paper-b", independent(1), "paper-a")], {})
    assert ("paper-a", "paper-b") in found.circular
    assert sum(link.parent is not None for link in found.links) == 1


def test_a_longer_ring_is_flagged(page: Any, independent: Any) -> None:
    ring = ["paper-a", "paper-b", "paper-c"]
    found = trace([page(n, ring[n], independent(n), ring[(n + 1) % 3]) for n in range(3)], {})
    assert tuple(ring) in found.circular
