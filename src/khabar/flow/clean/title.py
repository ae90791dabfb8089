"""The title of a page: the best of its headings, without the outlet's name at its end."""

from __future__ import annotations

import html
from collections.abc import Sequence

import regex

from khabar.flow.clean.measure import stems, weight
from khabar.languages import fold
from khabar.sources import by_name

_SUFFIX = regex.compile(r"\s+[|\-–—•·:»›/]+\s+|\s*[|｜]\s*|_+|\s+::\s+")


def best_title(headings: Sequence[str], declared: Sequence[str], known: set[str], site_names: Sequence[str]) -> str:
    """The best of the page's own headings (h1 …) and of the declared titles (og:title, headline, <title>).

    A heading that shares most words with a declared title is the title as printed. Otherwise the first declared title,
    stripped of the outlet's name, otherwise the heading most like the text.
    """
    stripped = [t for t in (strip_outlet(_tidy(d), site_names) for d in declared) if t]
    printed = [h for h in map(_tidy, headings) if 6 <= weight(h) <= 400]
    for title in stripped:
        for heading in printed:
            if _share(heading, title) >= 0.6 and (weight(heading) >= 20 or len(stripped) == 1) and by_name(heading) is None:
                return strip_outlet(heading, site_names)
    if stripped and (not printed or (stems(stripped[0]) & known and by_name(stripped[0]) is None)):
        for heading in printed:  # a <title> with an unknown site's name behind the heading
            if len(heading) >= 20 and fold(stripped[0]).startswith(fold(heading)):
                return heading
        return stripped[0]
    return max(printed, key=lambda h: len(stems(h) & known), default="")


def strip_outlet(title: str, site_names: Sequence[str]) -> str:
    """`title` without the outlet's or section's name behind (or before) a dash, bar or underscore."""
    own = {fold(n).strip() for n in site_names if n}
    while True:
        cuts = list(_SUFFIX.finditer(title))
        if not cuts:
            return title
        last, first = cuts[-1], cuts[0]
        tail, front = title[last.end() :].strip(), title[: first.start()].strip()
        if _is_site(tail, own, title[: last.start()]):
            title = title[: last.start()].strip()
        elif fold(front) in own and weight(title[first.end() :]) > 15:
            title = title[first.end() :].strip()
        else:
            return title


def _is_site(tail: str, own: set[str], rest: str) -> bool:
    if weight(rest) < 15 or not tail:
        return False
    if fold(tail) in own or any(n and (n in fold(tail) or fold(tail) in n) for n in own if len(n) > 3 and len(tail) > 3):
        return True
    return weight(tail) <= 40 and by_name(tail) is not None


def _tidy(text: str) -> str:
    return " ".join(html.unescape(text or "").split())


def _share(a: str, b: str) -> float:
    left, right = stems(a), stems(b)
    if not left or not right:
        return 1.0 if fold(a) == fold(b) else 0.0
    return len(left & right) / min(len(left), len(right))
