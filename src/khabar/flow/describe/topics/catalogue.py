"""The topics that there are, and the one that a reader means by a code, a key or a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from khabar.errors import UsageError
from khabar.languages import fold
from khabar.languages.parts import read_toml
from khabar.models import Record

DATA = Path(__file__).with_name("media_topics.toml")


class MediaTopic(Record, frozen=True, kw_only=True):
    """A top-level IPTC Media Topic: its short key, its code and its names by language of the interface."""

    key: str
    code: str
    names: Mapping[str, str]

    def name(self, reader: str = "en") -> str:
        """The name in the reader's language, else the English one."""
        return self.names.get(reader) or self.names["en"]


@lru_cache(maxsize=1)
def media_topics() -> tuple[MediaTopic, ...]:
    """All topics, in the order of their codes."""
    found = [
        MediaTopic(key=key, code=row["code"], names={k: v for k, v in row.items() if k != "code"})
        for key, row in read_toml(DATA).items()
    ]
    return tuple(sorted(found, key=lambda t: t.code))


@lru_cache(maxsize=1)
def by_code() -> Mapping[str, MediaTopic]:
    """Code -> topic."""
    return {t.code: t for t in media_topics()}


def topic_named(asked: str) -> MediaTopic:
    """The topic with this key, code or name in any language of the interface. Raises `UsageError`."""
    wanted = fold(asked.strip())
    for topic in media_topics():
        if wanted in (topic.key, topic.code, topic.code.removeprefix("medtop:"), *map(fold, topic.names.values())):
            return topic
    raise UsageError(f"There is no topic {asked}.", f"Topics are: {', '.join(t.key for t in media_topics())}.")
