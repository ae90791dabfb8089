"""Mentions of one page gathered into entities: one id a thing, all its spans, the reason why they are one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.flow.describe.entities.mention import Mention
from khabar.models import Entity
from khabar.names.catalogue import get as get_name
from khabar.names.decisions import merged


def gather(text: str, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """One entity a known id or a discovered name, in order of first mention."""
    groups: dict[str, list[Mention]] = {}
    joined = merged()
    for m in mentions:
        key = m.id or m.new_id(text)
        if (stands := joined.get(key)) is not None:
            key, m = stands, msgspec.structs.replace(m, why=f"{key} and {stands} are one by your decision")
        groups.setdefault(key, []).append(m)
    entities = []
    for key, group in groups.items():
        group.sort(key=lambda m: m.start)
        first = group[0]
        surface = text[first.start : first.end]
        record = get_name(key)
        why = tuple(dict.fromkeys(m.why for m in group if m.why))
        name = record.name() if record else first.name or max((text[m.start : m.end] for m in group), key=len)
        spans = tuple((m.start, m.end) for m in group)
        entities.append(
            Entity(id=key, type=first.type, name=name, surface=surface, spans=spans, same_because=why[:4], known=record is not None or bool(first.name))
        )
    return tuple(entities)
