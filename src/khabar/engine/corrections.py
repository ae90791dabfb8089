"""Decisions by hand laid over what was computed. They are kept apart and undoable: nothing here changes a stored page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from khabar.models import Correction, Credit, Described, Published


def apply_to_article(described: Described, corrections: Iterable[Correction]) -> Described:
    """`described` with every "redate" and "recredit" that names it."""
    article, notes = described.article, described.notes
    for correction in corrections:
        if correction.target != article.id:
            continue
        if correction.kind == "redate":
            published = Published(value=correction.value, origin="page", why=f"Set by hand. {correction.why}".strip())
            article = msgspec.structs.replace(article, published=published)
        elif correction.kind == "recredit":
            notes = msgspec.structs.replace(notes, credits=_recredit(notes.credits, correction.value))
    return Described(article=article, notes=notes)


def _recredit(credits: tuple[Credit, ...], value: str) -> tuple[Credit, ...]:
    if value.startswith("-"):
        return tuple(c for c in credits if c.source != value[1:])
    if any(c.source == value and c.rule == "by hand" for c in credits):
        return credits
    return (*credits, Credit(source=value, kind="credit", surface="", where="byline", rule="by hand"))


def apply_to_clusters(
    clusters: Sequence[Sequence[str]], corrections: Sequence[Correction], story_of: Mapping[str, str]
) -> list[list[str]]:
    """Clusters after every "merge" and "split".

    `story_of` is article id -> story id before; a merge joins the clusters that hold the articles of its two stories.
    """
    groups = [list(c) for c in clusters]
    for correction in corrections:
        if correction.kind == "merge":
            groups = _merge(groups, correction, story_of)
        elif correction.kind == "split":
            groups = _split(groups, correction.target)
    return groups


def _merge(groups: list[list[str]], correction: Correction, story_of: Mapping[str, str]) -> list[list[str]]:
    wanted = set(correction.value.split()) | {correction.target}
    joined: list[str] = []
    rest: list[list[str]] = []
    for group in groups:
        holds = wanted & {story_of.get(a, "") for a in group} or wanted & set(group)
        if holds:
            joined += group
        else:
            rest.append(group)
    return [*rest, joined] if joined else rest


def _split(groups: list[list[str]], article: str) -> list[list[str]]:
    rest = [[a for a in group if a != article] for group in groups]
    found = any(article in group for group in groups)
    return [g for g in rest if g] + ([[article]] if found else [])
