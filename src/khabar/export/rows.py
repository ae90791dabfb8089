"""Records as the plain objects of the export format (docs/export.md)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from khabar import sources
from khabar.export.base import Archive
from khabar.models import ArticleView, Credit, Saga, Soundness, StoredStory

Row = dict[str, Any]


def _plain(record: object, *leave_out: str) -> Row:
    row: Row = msgspec.to_builtins(record)
    for key in leave_out:
        row.pop(key, None)
    return row


def _credit(credit: Credit) -> Row:
    row = {"source": credit.source, "kind": credit.kind, "surface": credit.surface, "span": credit.span}
    return row if credit.span else {**row, "where": credit.where}


def _soundness(grade: Soundness | None) -> Row | None:
    return _plain(grade) if grade else None


def article_row(view: ArticleView) -> Row:
    """One article with everything that was read out of it."""
    article, notes = view.article, view.notes
    return {
        "kind": "article",
        "id": article.id,
        "file": article.file or article.url,
        "files": list(view.files),
        "url": article.url,
        "outlet": article.outlet,
        "lang": article.lang,
        "lang_confidence": article.lang_confidence,
        "title": article.title,
        "text": article.text,
        "paragraphs": [_plain(p) for p in article.paragraphs],
        "published": article.published.value,
        "published_from": article.published.origin,
        "published_why": article.published.why,
        "published_low": article.published.low,
        "published_high": article.published.high,
        "first_seen": article.first_seen,
        "authors": list(article.authors),
        "section": article.section,
        "form": article.form,
        "alternates": article.alternates,
        "upstream": article.upstream,
        "dropped": [_plain(d) for d in article.dropped],
        "margins": [_plain(m) for m in article.margins],
        "credits": [_credit(c) for c in notes.credits],
        "quotes": [_plain(q, "verb") for q in notes.quotes],
        "entities": [{**_plain(e, "same_because", "known")} for e in notes.entities],
        "dates": [_plain(d) for d in notes.dates],
        "numbers": [_plain(n) for n in notes.numbers],
        "events": [_plain(e) for e in notes.events if not e.mode],
        "topics": [_plain(t) for t in notes.topics],
        "story": view.story,
        "saga": view.saga,
        "soundness": _soundness(view.soundness),
    }


def link_rows(stored: StoredStory) -> Iterator[Row]:
    """The links of one story."""
    for link in stored.lineage.links:
        yield {"kind": "link", **_plain(link), "story": stored.story.id}


def story_row(stored: StoredStory) -> Row:
    """One story with its origins, its weight and where its origins disagree."""
    story, lineage = stored.story, stored.lineage
    return {
        "kind": "story",
        "id": story.id,
        "title": story.title,
        "titles": story.titles,
        "lead": story.lead,
        "articles": list(story.articles),
        "languages": list(story.languages),
        "first": story.first,
        "last": story.last,
        "keyphrases": {k: list(v) for k, v in story.keyphrases.items()},
        "topics": [_plain(t) for t in story.topics],
        "origins": _plain(lineage.origins),
        "page_origins": {k: _plain(v) for k, v in lineage.page_origins.items()},
        "common_link": lineage.common_link,
        "circular": [list(c) for c in lineage.circular],
        "importance": _plain(stored.importance),
        "disagreements": [_plain(d) for d in stored.narrative.disagreements],
        "saga": story.saga,
    }


def saga_row(saga: Saga) -> Row:
    """One saga."""
    return {"kind": "saga", **_plain(saga)}


def entity_rows(archive: Archive) -> Iterator[Row]:
    """Every entity with its surfaces by language, the most frequent first."""
    surfaces: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    first: dict[str, Any] = {}
    pages: dict[str, list[str]] = defaultdict(list)
    why: dict[str, dict[str, None]] = defaultdict(dict)
    for view in archive.articles:
        for entity in view.notes.entities:
            first.setdefault(entity.id, entity)
            pages[entity.id].append(view.article.id)
            surfaces[entity.id][view.article.lang][entity.surface] += 1
            why[entity.id].update(dict.fromkeys(entity.same_because))
    for key in sorted(first):
        names = {lang: [s for s, _ in found.most_common()] for lang, found in sorted(surfaces[key].items())}
        yield {
            "kind": "entity",
            "id": key,
            "type": first[key].type,
            "name": first[key].name,
            "names": names,
            "same_because": list(why[key]),
            "articles": pages[key],
        }


def source_rows(archive: Archive) -> Iterator[Row]:
    """Every outlet, agency and body that published, was credited or was linked to, with what it copies and who copies it."""
    outlet_of = {v.article.id: v.article.outlet for v in archive.articles}
    pages: dict[str, list[str]] = defaultdict(list)
    for article, outlet in outlet_of.items():
        if outlet:
            pages[outlet].append(article)
    copies: dict[str, Counter[str]] = defaultdict(Counter)
    copied: dict[str, Counter[str]] = defaultdict(Counter)
    derived: set[str] = set()
    for link in (link for stored in archive.stories for link in stored.lineage.links):
        child = outlet_of.get(link.child)
        parent = outlet_of.get(link.parent) if link.parent else link.source
        if link.strength != "weak" and link.how != "cites":
            derived.add(link.child)
        if child and parent:
            copies[child][parent] += 1
            copied[parent][child] += 1
    credited = {c.source for v in archive.articles for c in v.notes.credits if c.source}
    speaking = {c.source for v in archive.articles for c in v.notes.credits if c.rule.startswith("organisation")}
    for key in sorted({*pages, *copies, *copied, *credited}):
        own = pages[key]
        known = sources.get(key)
        yield {
            "kind": "source",
            "id": key,
            "names": {k: list(v) for k, v in known.names.items()} if known else {},
            "domains": list(known.domains) if known else [],
            "country": known.country if known else None,
            "type": known.type if known else "official-organisation" if key in speaking else None,
            "articles": own,
            "original_share": round(sum(a not in derived for a in own) / len(own), 3) if own else None,
            "copies_from": [s for s, _ in copies[key].most_common()],
            "copied_by": [s for s, _ in copied[key].most_common()],
        }


def event_rows(stored: StoredStory) -> Iterator[Row]:
    """The merged facts of a story as events."""
    for fact in stored.narrative.facts:
        row = _plain(fact)
        yield {"kind": "event", **row, "story": stored.story.id}
