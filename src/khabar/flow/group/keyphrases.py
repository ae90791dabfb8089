"""Keyphrases of a story or a day: words and names that its pages use more than others do, per language and across.

Class-based TF-IDF (Grootendorst, "BERTopic", 2022) over stems, names kept whole: a story is a class, and so is a day. A story alone
knows no other class; there a phrase counts by the share of pages that use it, by their headlines and by how often.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from khabar.flow.group.phrases import named, phrases
from khabar.models import Described, Story

MOST = 8
ACROSS = "*"
NAME = 1.5
"""What a name weighs beside a word that is used as much."""
ABBREVIATION = 5
"""Longest word in capitals that is taken for an abbreviation."""
Phrases = dict[str, tuple[str, ...]]


def keyphrases(members: Sequence[Described]) -> Phrases:
    """language -> its best words and names; "*" -> entity names that pages in several languages share."""
    by_lang: dict[str, list[Described]] = defaultdict(list)
    for member in members:
        by_lang[member.article.lang].append(member)
    found = {lang: _of(pages, lang) for lang, pages in sorted(by_lang.items())}
    shared = Counter(e.name for m in members for e in {e.id: e for e in named(m)}.values())
    across = tuple(name for name, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])) if count > 1)[:MOST]
    return {**found, ACROSS: across} if across else found


def _of(pages: Sequence[Described], lang: str) -> tuple[str, ...]:
    """The best phrases of pages in one language, none of them part of a better one."""
    score: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        for key, (surface, count, is_name) in phrases(page, lang).items():
            score[key] += (1 + log(count)) * (NAME if is_name else 1.0)  # type: ignore[assignment]
            forms[key][surface] += 1
    best: list[str] = []
    for key, weight in sorted(score.items(), key=lambda item: (-item[1], item[0])):
        if weight < 1.5 or len(best) == MOST:
            break
        parts = set(key.split())
        if not any(parts <= set(other.split()) or key in other for other in best):
            best.append(key)
    return tuple(_usual(forms[k]) for k in best)


def _usual(forms: Counter[str]) -> str:
    """The commonest form, one in capitals (of a dateline or headline) only where it is short enough for an abbreviation."""
    shouted = [f for f in forms if f.isupper() and len(f) > ABBREVIATION]
    best = min((f for f in forms if f not in shouted), key=lambda f: (-forms[f], f), default="")
    return best or shouted[0].title()


def by_day(stories: Iterable[Story]) -> dict[str, Phrases]:
    """day (YYYY-MM-DD) -> keyphrases of its stories, per language and across, best first: what marks the day among all these days.

    A story counts on its first day, by the number of its pages.
    """
    days: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for story in stories:
        for lang, found in story.keyphrases.items():
            for rank, phrase in enumerate(found):
                days[story.first or ""][lang][phrase] += len(story.articles) / (1 + rank)  # type: ignore[assignment]
    days.pop("", None)
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for langs in days.values():
        for lang, counts in langs.items():
            total[lang].update(counts)
    return {day: {lang: _marking(counts, total[lang], len(days)) for lang, counts in sorted(langs.items())} for day, langs in sorted(days.items())}


def _marking(counts: Mapping[str, float], total: Mapping[str, float], classes: int) -> tuple[str, ...]:
    average = sum(total.values()) / classes
    scored = {phrase: count * log(1 + average / total[phrase]) for phrase, count in counts.items()}
    return tuple(sorted(scored, key=lambda phrase: (-scored[phrase], phrase))[:MOST])
