"""What one story says once it is grouped: names agreed on, the chain traced, facts merged, scores given. No store is needed,
so stories are dealt with side by side (see `workers`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from khabar.flow.describe.entities import reconcile
from khabar.flow.describe.vectors import matrix_of, vector_of
from khabar.flow.group import compose
from khabar.flow.lineage import trace
from khabar.flow.narrate import narrate
from khabar.flow.scores import importance, soundness
from khabar.models import Described, Record, Soundness, StoredStory, StoredVectors, Story


class StoryWork(Record, frozen=True, kw_only=True):
    """A story with its pages as read and the vectors of those that have any."""

    story: Story
    members: tuple[Described, ...]
    vectors: Mapping[str, StoredVectors]


class Findings(Record, frozen=True, kw_only=True):
    """The pages with the names that they agree on, what is stored of the story, and the soundness of each page."""

    members: tuple[Described, ...]
    stored: StoredStory
    grades: dict[str, Soundness]


def findings_of(work: StoryWork) -> Findings:
    """Everything that is found out about a story."""
    members = _agreed(work.members)
    vectors = {i: vector_of(v.vector) for i, v in work.vectors.items()}
    sentences = {i: matrix_of(v.sentences, vectors[i].shape[0]) for i, v in work.vectors.items() if v.sentences}
    story = compose(work.story.id, members, vectors)
    lineage = trace(members, sentences)
    narrative = narrate(members, lineage)
    return Findings(
        members=tuple(members),
        stored=StoredStory(
            story=msgspec.structs.replace(story, saga=work.story.saga),
            lineage=lineage,
            narrative=narrative,
            importance=importance(story, members, lineage, narrative),
        ),
        grades={m.article.id: soundness(m, members, lineage) for m in members},
    )


def _agreed(members: Sequence[Described]) -> list[Described]:
    return [Described(article=m.article, notes=n) for m, n in zip(members, reconcile(members), strict=True)]
