"""Keyphrases of a story: words and names that its pages use more than others do, per language and across.

Class-based TF-IDF (Grootendorst, "BERTopic", 2022) over stems, names kept whole. Rarity comes from the words' length and from stop
words, since one story cannot know all others; `khabar.search` weighs them again against the store.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import regex

from khabar.languages import fold, stopwords
from khabar.models import Described

MOST = 8
_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}'’-]{3,}")
ACROSS = "*"


def keyphrases(members: Sequence[Described]) -> dict[str, tuple[str, ...]]:
    """language -> its best words and names; "*" -> entity names that pages in several languages share."""
    found: dict[str, tuple[str, ...]] = {}
    by_lang: dict[str, list[Described]] = defaultdict(list)
    for member in members:
        by_lang[member.article.lang].append(member)
    for lang, pages in sorted(by_lang.items()):
        found[lang] = tuple(word for word, _ in _scored(pages, lang).most_common(MOST))
    shared = Counter(e.name for m in members for e in m.notes.entities)
    across = tuple(name for name, count in shared.most_common(MOST) if count > 1)
    return {**found, ACROSS: across} if across else found


def _scored(pages: Sequence[Described], lang: str) -> Counter[str]:
    stops = stopwords(lang)
    scores: Counter[str] = Counter()  # of tenths
    for page in pages:
        names = {e.surface for e in page.notes.entities if len(e.spans) > 1}
        counts: Counter[str] = Counter()
        for match in _WORD.finditer(f"{page.article.title}. {page.article.title}. {page.article.text}"):
            if fold(match[0]) not in stops:
                counts[match[0] if match[0][0].isupper() else match[0].lower()] += 1
        for word, count in counts.items():
            if count > 1:
                scores[word] += 10 + count
        for name in names:
            scores[name] += 20
    return scores
