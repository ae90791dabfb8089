"""Topics: the cue words, the table of topics, what is weighed and what a story makes of its pages."""

from __future__ import annotations

import pytest

from khabar.errors import UsageError
from khabar.flow.describe.document import Document
from khabar.flow.describe.topics import by_code, find_topics, media_topics, story_topics, topic_named
from khabar.flow.describe.topics.cues import lexicon
from khabar.languages import codes, fold, part
from khabar.models import Article, Notes, Topic
from khabar.serve.web.words import locales


def article(lang: str, title: str, text: str, section: str | None = None) -> Document:
    return Document(
        Article(id="a", content_id="a", file=None, url=None, outlet=None, lang=lang, title=title, text=text, section=section)
    )


def keys(topics: tuple[Topic, ...]) -> list[str]:
    return [by_code()[t.code].key for t in topics]


def cued(lang: str, text: str) -> set[str]:
    return {cue.topic for _, cue in lexicon(lang).find(fold(text))}


def test_there_are_seventeen_with_a_name_in_each_language_of_the_interface() -> None:
    assert len(media_topics()) == 17
    assert [t.code for t in media_topics()] == [f"medtop:{n:02d}000000" for n in range(1, 18)]
    assert all(set(t.names) == set(locales()) for t in media_topics())


@pytest.mark.parametrize("asked", ["health", "medtop:07000000", "07000000", "Santé", "صحة", "سلامت"])
def test_a_topic_is_known_by_key_code_and_name(asked: str) -> None:
    assert topic_named(asked).key == "health"


def test_an_unknown_topic_says_which_there_are() -> None:
    with pytest.raises(UsageError) as raised:
        topic_named("astrology")
    assert "human-interest" in raised.value.do


@pytest.mark.parametrize("lang", codes())
def test_every_language_has_cues_for_every_topic(lang: str) -> None:
    data = part(lang, "topics")
    assert data.level == "language"
    assert set(data.table("cues")) == {t.key for t in media_topics()}
    assert set(data.table("hints")) <= {t.key for t in media_topics()}


@pytest.mark.parametrize(
    ("lang", "text", "topic"),
    [
        ("ar", "وللمستشفى مديره", "health"),
        ("ar", "بالزلزال", "disaster"),
        ("fa", "آتش‌سوزی در انبار", "disaster"),
        ("fa", "دانشگاه‌های کشور", "education"),
        ("tr", "üniversitelerimizde", "education"),
        ("ko", "전국병원노조는", "labour"),
        ("zh", "該隊在世界杯上", "sport"),
        ("de", "Landesumweltamt", "environment"),
        ("ru", "о глобальном потеплении", "environment"),
        ("vi", "Đội tuyển thắng", "sport"),
        ("sv", "FIFA och UEFA", "sport"),
    ],
)
def test_cues_are_found_in_inflected_words(lang: str, text: str, topic: str) -> None:
    assert topic in cued(lang, text)


def test_a_cue_inside_another_word_is_none() -> None:
    assert "conflict" not in cued("en", "warm towards the steward")


def test_several_topics_the_surest_first() -> None:
    found = find_topics(
        article("en", "Teachers' union calls a strike at forty schools", "Pupils stay at home as talks on wages with employers fail.")
    )
    assert set(keys(found)) == {"labour", "education"}
    assert [t.confidence for t in found] == sorted((t.confidence for t in found), reverse=True)


def test_nothing_is_said_where_nothing_speaks() -> None:
    assert find_topics(article("en", "It rained", "")) == ()
    assert find_topics(article("xx", "", "")) == ()


def test_the_section_that_the_page_states_counts() -> None:
    assert keys(find_topics(article("fr", "Le grand soir", "Ils y ont cru.", section="Football"))) == ["sport"]


def test_a_story_is_on_what_most_of_its_pages_are_on() -> None:
    health, law = media_topics()[6], media_topics()[1]

    def notes(*found: tuple[str, float]) -> Notes:
        return Notes(article="a", topics=tuple(Topic(code=c, name="", confidence=v) for c, v in found))

    pages = [notes((health.code, 0.9), (law.code, 0.5)), notes((health.code, 0.7)), notes()]
    assert keys(story_topics(pages)) == ["health"]
    assert story_topics(pages)[0].confidence == pytest.approx(0.533, abs=0.001)
