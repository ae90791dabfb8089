"""The IPTC Media Topics of an article: cue words of its language, and the encoder's vector where there is one.

    media_topics.toml   the 17 topics: codes, keys, names
    catalogue.py        reads it
    cues.py             cue words of a language, found in one pass
    head.py             what the default encoder's vector says (head.npz, written by evals/make_topics.py)
    find.py             both weighed together
"""

from __future__ import annotations

from khabar.flow.describe.topics.catalogue import MediaTopic, by_code, media_topics, topic_named
from khabar.flow.describe.topics.find import find_topics, story_topics

__all__ = ["MediaTopic", "by_code", "find_topics", "media_topics", "story_topics", "topic_named"]
