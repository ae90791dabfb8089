"""Korean persons whose title stands behind the name: «유상대 한은 부총재는», «박한신 씨는».

The body between name and title is theirs and does not speak for itself. A name that nobody marked is one where it begins with a
Korean surname and the particle of the subject stands behind the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.languages import part
from khabar.languages.phrases import alternatives
from khabar.models import Span

_SUBJECT = r"(?:께서는|께서|은|는|이|가|도)(?![가-힣])"
_CALLED = regex.compile(r"(?<![가-힣])([가-힣]{2,4})\s?(?:\(\d+\)\s?)?씨")
_WORD = r"(?!(?:한|이|그|익명의|현지|다른)\s)[가-힣A-Za-z0-9·()]{1,16}(?<![는을를에의])\s"


@lru_cache(maxsize=1)
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    titles = alternatives(part("ko", "quotes").strings("nameless.titles"))
    surnames = alternatives(part("ko", "names").strings("surnames"))
    commons = alternatives([*part("ko", "quotes").strings("nameless.heads"), *part("ko", "quotes").strings("nameless.bodies")])
    name = rf"(?<![가-힣])(?!{commons}\s){surnames}[가-힣]{{1,2}}(?<![의에을를과와서도])"
    called = rf"(?<![가-힣])(?P<name>{surnames}[가-힣]{{0,3}})\s?(?:모\s)?씨{_SUBJECT}"
    behind = rf"(?:{_WORD}){{0,3}}?[가-힣A-Za-z]{{0,12}}?{titles}"
    return regex.compile(rf"{called}|(?P<titled>{name})\s{behind}{_SUBJECT}"), regex.compile(rf"(?:\([^)]*\))?\s{behind}(?={_SUBJECT})")


def titled(document: Document, start: int, end: int, found: list[Speaker], bodies: Sequence[Span]) -> list[Speaker]:
    """The persons `found`, each with its title, and those that only their title shows."""
    named, title = _patterns()
    found = [f._replace(span=(f.span[0], m.end())) if f.entity and (m := title.match(document.text, f.span[1], end)) else f for f in found]
    for match in named.finditer(document.text, start, end):
        group = "name" if match["name"] else "titled"
        span: Span = (match.start(group), match.end() - len(_particle(match[0])))
        over = [f for f in found if f.span[0] < span[1] and span[0] < f.span[1]]
        if not over and match.span(group) not in bodies:
            found = [*found, _called(document, match[group], span)]
    return found


def _called(document: Document, name: str, span: Span) -> Speaker:
    """A person called by name and title; «이 씨» is the one of that surname whose whole name stood before."""
    if len(name) > 1:
        return Speaker(None, name, span)
    alike = [m[1] for m in _CALLED.finditer(document.text, 0, span[0]) if m[1].startswith(name) and not m[1].endswith("모")]
    return Speaker(None, alike[-1] if alike else document.text[slice(*span)], span)


def _particle(words: str) -> str:
    """The particle of the subject that ends `words`."""
    match = regex.search(rf"{_SUBJECT}$", words)
    return match[0] if match else ""
