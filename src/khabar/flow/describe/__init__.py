"""describe -> Notes: entities, quotes, credits, numbers, dated expressions, events and topics of one article."""

from __future__ import annotations

import msgspec

from khabar.flow.describe.document import Document
from khabar.models import Article, Notes


def describe(article: Article) -> Notes:
    """All that is read out of one article, each item with its character span.

    The order matters: quotes and events are told with the entities and dates found before them.
    """
    from khabar.flow.describe.credits import find_credits, organisation_credits
    from khabar.flow.describe.dates import find_dates
    from khabar.flow.describe.entities import find_entities
    from khabar.flow.describe.entities.called import with_roles
    from khabar.flow.describe.events import find_events
    from khabar.flow.describe.numbers import find_numbers
    from khabar.flow.describe.quotes import find_quotes
    from khabar.flow.describe.topics import find_topics

    document = Document(article)
    credits = find_credits(document)
    dates = find_dates(document)
    entities = find_entities(document)
    quotes = find_quotes(document, entities)
    return Notes(
        article=article.id,
        credits=(*credits, *organisation_credits(document, entities, credits)),
        dates=dates,
        entities=with_roles(document, entities),
        quotes=quotes,
        numbers=find_numbers(document, dates),
        events=find_events(document, entities, dates, quotes),
        topics=find_topics(document),
    )


def redate(article: Article, notes: Notes) -> Notes:
    """`notes` as they would be had the article been published on the day that it now has: only dates and events rest on it."""
    from khabar.flow.describe.dates import find_dates
    from khabar.flow.describe.events import find_events

    document = Document(article)
    dates = find_dates(document)
    events = find_events(document, notes.entities, dates, notes.quotes)
    return msgspec.structs.replace(notes, dates=dates, events=events)
