"""What the stages hand on to one another: frozen records, values in and values out.

    Page -> Article -> Notes -> Story -> Link -> Fact -> Score

Every derived item carries where it was found: a `span` is `(start, end)` in characters of `Article.text`, end excluded,
or None together with a `where` for what stands outside the body.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Span = tuple[int, int]
Where = Literal["body", "title", "byline", "footer", "caption", "dropped"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record: immutable, comparable, encodable as JSON."""


# ---------------------------------------------------------------------------------------------------------- acquire

class Page(Record, frozen=True, kw_only=True):
    """One page as it came in: bytes or text, and where and when it was seen."""

    content: bytes
    path: str
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    first_seen: str = ""
    """ISO 8601 with offset: when the page was first read."""


# ------------------------------------------------------------------------------------------------------------ clean


class Dropped(Record, frozen=True, kw_only=True):
    """A piece of the page that is not part of the article, and the reason."""

    text: str
    why: str


class Margin(Record, frozen=True, kw_only=True):
    """A piece outside the body that later stages still read: byline, footer with its source line, caption, dateline."""

    text: str
    where: Where


class Paragraph(Record, frozen=True, kw_only=True):
    """One paragraph of the body: its span in `Article.text` and its own language."""

    span: Span
    lang: str
    confidence: float = 0.0


class Published(Record, frozen=True, kw_only=True):
    """The publication day and how it is known.

    `value` is "YYYY-MM-DD" or with time and offset, the publisher's own clock. `origin` is "page", "inferred" or
    "unknown"; `why` is one sentence with the evidence; `low`/`high` bound the day where only bounds are known.
    """

    value: str | None = None
    origin: Literal["page", "inferred", "unknown"] = "unknown"
    why: str = ""
    low: str | None = None
    high: str | None = None


class Article(Record, frozen=True, kw_only=True):
    """A clean page. `text` is the body: paragraphs split by a blank line, the title not included."""

    id: str
    content_id: str
    file: str | None
    url: str | None
    outlet: str | None
    outlet_surface: str | None = None
    lang: str
    lang_confidence: float = 0.0
    title: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    published: Published = Published()
    first_seen: str = ""
    authors: tuple[str, ...] = ()
    section: str | None = None
    keywords: tuple[str, ...] = ()
    form: Literal["article", "live-blog", "gallery", "video"] = "article"
    paywalled: bool = False
    image: str | None = None  # address of the page's own picture; never fetched
    alternates: dict[str, str] = {}  # hreflang -> address: translations of the same article, as the page says
    upstream: dict[str, str | float] = {}
    """Ratings and rows that the page itself shows (soundness, importance, source, category, date)."""
    margins: tuple[Margin, ...] = ()
    dropped: tuple[Dropped, ...] = ()


# --------------------------------------------------------------------------------------------------------- describe


class Credit(Record, frozen=True, kw_only=True):
    """A news medium or official body named as where the page's news comes from.

    `via` is the source through which this one was quoted, when the page nests them ("Mehr, quoting Reuters").
    """

    source: str | None
    kind: Literal["credit", "cited", "photo"]
    surface: str
    span: Span | None = None
    where: Where = "body"
    rule: str = ""
    via: str | None = None


class Quote(Record, frozen=True, kw_only=True):
    """Speech, direct or reported. A speaker without a name has `speaker` None and a `surface`."""

    speaker: str | None
    speaker_id: str | None = None
    surface: str
    content: str
    direct: bool
    span: Span | None = None
    where: Where = "body"
    verb: str = ""


class Entity(Record, frozen=True, kw_only=True):
    """One person, organisation or place in one article, with all its mentions."""

    id: str
    type: Literal["PER", "ORG", "LOC"]
    name: str
    surface: str
    spans: tuple[Span, ...] = ()
    same_because: tuple[str, ...] = ()
    known: bool = True  # False: no knowledge file holds the name, it was discovered in the text
    roles: tuple[Span, ...] = ()  # where an office alone stands for the person: "the president"


class DateMention(Record, frozen=True, kw_only=True):
    """A dated expression. `value` is a day, a month, a year or "start/end" with both ends included; None if too vague."""

    surface: str
    value: str | None
    span: Span | None = None
    kind: str = ""  # absolute | relative | weekday | range | vague …


class Number(Record, frozen=True, kw_only=True):
    """A typed number: who or what is counted, how many, and how sure the page says it is."""

    what: str
    value: float | None
    low: float | None = None
    high: float | None = None
    bound: Literal["exact", "at-least", "at-most", "about"] = "exact"
    unit: str | None = None
    currency: str | None = None
    scope: str | None = None
    surface: str
    span: Span | None = None


class Event(Record, frozen=True, kw_only=True):
    """Who did what to whom, when. `type` is a PLOVER code; `mode` is "" for what is told as fact."""

    actor: str | None
    type: str
    target: str | None
    date: str | None = None
    evidence: str
    span: Span | None = None
    mode: Literal["", "negated", "planned", "denied", "hypothetical"] = ""


class Topic(Record, frozen=True, kw_only=True):
    """An IPTC Media Topic of the top level."""

    code: str
    name: str
    confidence: float


class Notes(Record, frozen=True, kw_only=True):
    """All that was read out of one article."""

    article: str
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    credits: tuple[Credit, ...] = ()
    dates: tuple[DateMention, ...] = ()
    numbers: tuple[Number, ...] = ()
    events: tuple[Event, ...] = ()
    topics: tuple[Topic, ...] = ()


class Described(Record, frozen=True, kw_only=True):
    """An article with its notes: what grouping, lineage and narration read."""

    article: Article
    notes: Notes


# ------------------------------------------------------------------------------------------------------------ group


class Story(Record, frozen=True, kw_only=True):
    """One event and the pages that tell it."""

    id: str
    title: str = ""
    titles: dict[str, str] = {}
    lead: str = ""
    leads: dict[str, str] = {}
    articles: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    keyphrases: dict[str, tuple[str, ...]] = {}
    topics: tuple[Topic, ...] = ()
    saga: str | None = None


class Saga(Record, frozen=True, kw_only=True):
    """Stories linked over months by actors, places and topic."""

    id: str
    title: str = ""
    titles: dict[str, str] = {}
    stories: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


# ---------------------------------------------------------------------------------------------------------- lineage


class LinkEvidence(Record, frozen=True, kw_only=True):
    """One reason for a link: the rule that fired, the spans on both sides and a plain sentence."""

    rule: str
    child_span: Span | None = None
    parent_span: Span | None = None
    says: str


class Mutation(Record, frozen=True, kw_only=True):
    """What changed on the way from parent to child."""

    kind: Literal["number", "hedge", "attribution", "date", "scope", "negation"]
    parent: str
    here: str
    parent_span: Span | None = None
    child_span: Span | None = None


class Link(Record, frozen=True, kw_only=True):
    """`child` took its news from `parent` (an article) or, where that page is not in the store, from `source`."""

    child: str
    parent: str | None
    source: str | None
    how: Literal["copy", "rewrite", "translation", "cites"]
    credited: bool
    strength: Literal["strong", "medium", "weak"]
    evidence: tuple[LinkEvidence, ...] = ()
    mutations: tuple[Mutation, ...] = ()


class Origins(Record, frozen=True, kw_only=True):
    """How many independent first-hand origins: `min` merges what any evidence ties, `max` only on strong evidence."""

    min: int = 0
    max: int = 0
    ids: tuple[str, ...] = ()
    why: dict[str, str] = {}
    """origin id -> the sentence that says why it counts as one"""


class Lineage(Record, frozen=True, kw_only=True):
    """The chain of transmission of one story."""

    links: tuple[Link, ...] = ()
    origins: Origins = Origins()
    page_origins: dict[str, Origins] = {}
    common_link: str | None = None
    circular: tuple[tuple[str, ...], ...] = ()
    """Loops of credits (A says B, B says A): article or source ids."""


# ---------------------------------------------------------------------------------------------------------- narrate


class Fact(Record, frozen=True, kw_only=True):
    """An event told by one or more pages of a story, merged. `precision` is day, month, year or between."""

    id: str
    actor: str | None
    type: str
    target: str | None
    date: str | None
    precision: str = "day"
    evidence: str
    articles: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    background: bool = False


class DisagreementValue(Record, frozen=True, kw_only=True):
    """One value of a disagreement, with the origin that it rests on and the pages that carry it."""

    value: str
    origin: str | None
    articles: tuple[str, ...]
    scope: str | None = None
    when: str | None = None
    latest: bool = False


class Disagreement(Record, frozen=True, kw_only=True):
    """Typed values that differ between origins. `series`: a toll that rises with time; `scope`: whose people, where of several countries."""

    what: str
    scope: str | None = None
    values: tuple[DisagreementValue, ...]
    series: bool = False


class Narrative(Record, frozen=True, kw_only=True):
    """Facts in order of time, and where independent origins disagree."""

    facts: tuple[Fact, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


# ----------------------------------------------------------------------------------------------------------- scores


class Reason(Record, frozen=True, kw_only=True):
    """Why a score has some of its points, with what it was read from."""

    rule: str
    points: float
    says: str
    evidence: str = ""


class Soundness(Record, frozen=True, kw_only=True):
    """Two-axis grade after the Admiralty code (NATO STANAG 2511): source A–F, report 1–6. Never a verdict on truth."""

    grade: str
    source: str
    report: int
    score: int
    reasons: tuple[Reason, ...] = ()


class Importance(Record, frozen=True, kw_only=True):
    """How important a story is, 0–100, with the reasons."""

    score: int
    reasons: tuple[Reason, ...] = ()


# ------------------------------------------------------------------------------------------------------ corrections


class Correction(Record, frozen=True, kw_only=True):
    """A decision by hand, kept apart from what was computed.

    `kind` and what it needs: "merge" (`target`, `value`: two story ids), "split" (`target`: article id, taken out of its story),
    "redate" (`target`: article id, `value`: day), "recredit" (`target`: article id, `value`: source id; a leading "-" takes it away).
    """

    id: int = 0
    kind: Literal["merge", "split", "redate", "recredit"]
    target: str
    value: str = ""
    why: str = ""
    made: str = ""
    undone: str | None = None


# ------------------------------------------------------------------------------------------------------------ store


class StoredVectors(Record, frozen=True, kw_only=True):
    """Vectors of one article as bytes: float16, little-endian, row-major; `sentences` may be empty."""

    encoder: str
    vector: bytes
    sentences: bytes = b""


class Placement(Record, frozen=True):
    """Where an article stands: its publication day and the day it was first seen (YYYY-MM-DD), and its story."""

    article: str
    day: str | None
    seen: str
    story: str | None


class Heart(Record, frozen=True, kw_only=True):
    """What a story is about, for linking it into a saga: name -> share of its pages; `vector` is float16, centred, or empty."""

    story: str
    title: str = ""
    day: str | None = None
    names: dict[str, float] = {}
    vector: bytes = b""


class StoredPage(Record, frozen=True, kw_only=True):
    """A raw page as kept: `content` decompressed."""

    hash: str
    content: bytes
    media_type: str | None
    charset: str | None
    first_seen: str


class StoredStory(Record, frozen=True, kw_only=True):
    """A story with everything that was made of it."""

    story: Story
    lineage: Lineage = Lineage()
    narrative: Narrative = Narrative()
    importance: Importance = Importance(score=0)


class Version(Record, frozen=True, kw_only=True):
    """An earlier text of an article whose address later held another text."""

    number: int
    article: Article
    seen: str


# ------------------------------------------------------------------------------------------------------------ views


class ArticleView(Record, frozen=True, kw_only=True):
    """An article with all that is known of it: what pages, tables and exports show."""

    article: Article
    notes: Notes
    files: tuple[str, ...] = ()
    story: str | None = None
    saga: str | None = None
    soundness: Soundness | None = None


class Failure(Record, frozen=True, kw_only=True):
    """A page that could not be taken in: which, the slug of the reason, and the sentence for a person."""

    path: str
    error: str
    why: str


class IngestReport(Record, frozen=True, kw_only=True):
    """What one ingest did; `stories` counts the stories in the store afterwards."""

    read: int = 0
    new: int = 0
    versions: int = 0
    duplicates: int = 0
    failed: tuple[Failure, ...] = ()
    stories: int = 0
    seconds: float = 0.0
