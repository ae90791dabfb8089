"""Headlines cleaned of outlet names and weighed by how much they tell."""

from __future__ import annotations

import regex

from khabar.sources import get

_TAIL = regex.compile(r"\s+[|–—\-:•»]\s+([^|–—•»]{2,40})$")
_BAIT = regex.compile(r"[?؟？!]\s*$|\.\.\.|…")
_MARK = regex.compile(r"^\s*(?:\[[^\]]{1,20}\]|【[^】]{1,20}】|\([^)]{1,20}\))\s*")


def clean_title(title: str, outlet: str | None, lang: str) -> str:
    """A headline without a leading mark in brackets and without its outlet's name at the end."""
    plain = _MARK.sub("", " ".join(title.split()))
    if tail := _TAIL.search(plain):
        source = get(outlet)
        names = [n.lower() for ns in source.names.values() for n in ns] if source else []
        if any(name in tail[1].lower() for name in names):
            plain = plain[: tail.start()]
    return plain.strip()


def title_score(title: str, lang: str) -> float:
    """How much a headline tells, about -1 to 1: neither very short nor very long, no question, no bait."""
    size = len(title) * (2.2 if lang in ("zh", "ja") else 1.6 if lang == "ko" else 1.0)
    length = 1 - abs(size - 75) / 75
    return max(-1.0, length) - (0.6 if _BAIT.search(title) else 0.0) if title else -2.0
