"""An entity's page that writes itself: names by language, roles over time, words by and about it, company, activity, all with evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from khabar.flow.narrate.relations import Relation, Told, partners
from khabar.flow.narrate.roles import Role, roles_of
from khabar.models import ArticleView, Quote, Record
from khabar.names import get

MOST = 12
"""Related entities, relations and titles shown."""


class Spoken(Record, frozen=True, kw_only=True):
    """A quotation with the page that carries it."""

    article: str
    lang: str
    outlet: str | None
    published: str | None
    quote: Quote


class EntityView(Record, frozen=True, kw_only=True):
    """What a store knows of a person, an organisation or a place.

    `roles` are those of the names data, `called` the titles that pages give. `quotes` are spoken by the entity, `quotes_about` by others
    and name it. `months` counts the articles that mention it (("YYYY-MM", n)), `related` those that it shares with another entity.
    """

    id: str
    type: str
    name: str
    names: dict[str, tuple[str, ...]]
    roles: tuple[str, ...] = ()
    called: tuple[Role, ...] = ()
    quotes: tuple[Spoken, ...] = ()
    quotes_about: tuple[Spoken, ...] = ()
    stories: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    related: tuple[tuple[str, int], ...] = ()
    relations: tuple[Relation, ...] = ()
    topics: tuple[tuple[str, int], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    same_because: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


def entry(key: str, views: Sequence[ArticleView], told: Sequence[Told]) -> EntityView:
    """All that the articles that mention `key`, and the facts told of all stories, say of it."""
    known = get(key)
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    related: Counter[str] = Counter()
    why: dict[str, None] = {}
    kind, title = (known.type, known.name()) if known else ("PER", key)
    for view in views:
        for entity in view.notes.entities:
            if entity.id == key:
                surfaces[view.article.lang][entity.surface] += 1
                why.update(dict.fromkeys(entity.same_because))
                kind, title = entity.type, known.name() if known else entity.name
            else:
                related[entity.id] += 1
    days = sorted(d[:10] for v in views if (d := v.article.published.value))
    return EntityView(
        id=key,
        type=kind,
        name=title,
        names={lang: tuple(s for s, _ in found.most_common(6)) for lang, found in sorted(surfaces.items())},
        roles=known.roles if known else (),
        called=roles_of(views, key, MOST),
        quotes=tuple(_spoken(views, key)),
        quotes_about=tuple(_about(views, key)),
        stories=tuple(dict.fromkeys(v.story for v in views if v.story)),
        articles=tuple(v.article.id for v in views),
        related=tuple(related.most_common(MOST)),
        relations=tuple(partners(told, key, MOST)),
        topics=tuple(Counter(t.code for v in views for t in v.notes.topics).most_common()),
        months=tuple(sorted(Counter(day[:7] for day in days).items())),
        same_because=tuple(why),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _spoken(views: Iterable[ArticleView], key: str) -> Iterable[Spoken]:
    return (_with_page(view, quote) for view in views for quote in view.notes.quotes if quote.speaker_id == key)


def _about(views: Iterable[ArticleView], key: str) -> Iterable[Spoken]:
    """Quotes of others whose words hold a mention of the entity."""
    for view in views:
        spans = [span for entity in view.notes.entities if entity.id == key for span in entity.spans]
        for quote in view.notes.quotes:
            words = _words_span(view.article.text, quote)
            if words and quote.speaker_id != key and any(words[0] <= a and b <= words[1] for a, b in spans):
                yield _with_page(view, quote)


def _words_span(text: str, quote: Quote) -> tuple[int, int] | None:
    """Where the words themselves stand; a quote's span may hold the speaker too."""
    if quote.span is None:
        return None
    start = text.find(quote.content, *quote.span)
    return (start, start + len(quote.content)) if start >= 0 else None


def _with_page(view: ArticleView, quote: Quote) -> Spoken:
    article = view.article
    return Spoken(article=article.id, lang=article.lang, outlet=article.outlet, published=article.published.value, quote=quote)
