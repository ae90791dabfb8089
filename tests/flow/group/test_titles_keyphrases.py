"""Titles cleaned and chosen; keyphrases without outlets, function words, datelines in capitals or parts of other phrases."""

from __future__ import annotations

import numpy as np
import pytest

from khabar.flow.group import compose
from khabar.flow.group.keyphrases import ACROSS, by_day, keyphrases
from khabar.flow.group.titles import clean_title, title_score
from khabar.models import Article, Described, Entity, Notes, Published, Story


def told(key: str, lang: str, title: str, text: str, names: tuple[tuple[str, str], ...] = (), outlet: str | None = None) -> Described:
    article = Article(id=key, content_id=key, file=None, url=None, outlet=outlet, lang=lang, title=title, text=text,
                      published=Published(value="2024-05-01", origin="page"))  # fmt: skip
    entities = tuple(Entity(id=i, type="PER", name=i.title(), surface=s, spans=((0, len(s)), (0, len(s)))) for i, s in names)
    return Described(article=article, notes=Notes(article=key, entities=entities))


DAM = [
    told("a", "en", "Dam bursts above Velmora", "VELMORA (Reuters) - The dam above Velmora burst. Engineers had warned of the dam.", (("velmora", "VELMORA"), ("reuters", "Reuters"))),
    told("b", "en", "Velmora dam: engineers had warned", "Engineers in Velmora had warned about the dam, Reuters said.", (("velmora", "Velmora"), ("reuters", "Reuters"))),
    told("c", "fr", "L'accord sur le barrage de Velmora", "Le barrage a cédé. L'accord de Velmora sur le barrage date de mars.", (("velmora", "Velmora"),)),
]


def test_names_and_words_of_the_story_lead() -> None:
    found = keyphrases(DAM)
    assert found["en"][0] == "Velmora"
    assert "engineers" in [p.lower() for p in found["en"]]
    assert found[ACROSS] == ("Velmora",)


def test_who_tells_the_news_is_not_what_it_is_about() -> None:
    assert not any("reuters" in p.lower() for phrases in keyphrases(DAM).values() for p in phrases)


@pytest.mark.parametrize(
    ("lang", "title", "text", "phrase", "never"),
    [
        ("fr", "L'accord est signé", "L'accord entre en vigueur. Cet accord lie les ports.", "accord", "L'accord"),
        ("tr", "Velmora'da baraj yıkıldı", "Velmora'da baraj yıkıldı. Baraj eskiydi.", "Velmora", "Velmora'da"),
        ("vi", "Động đất ở Velmora", "Trận động đất mạnh. Động đất làm sập nhà.", "Động đất", "Động"),
        ("zh", "大坝决堤", "大坝决堤后,居民撤离。大坝决堤造成损失。", "大坝决堤", "大坝"),
        ("ru", "Плотина разрушена", "Плотину строили долго. У плотины работали люди.", "Плотина", "Плотину"),
    ],
)
def test_phrases_are_whole_words_of_their_language(lang: str, title: str, text: str, phrase: str, never: str) -> None:
    found = keyphrases([told("a", lang, title, text)])[lang]
    assert phrase in found
    assert never not in found


def test_a_day_is_marked_by_what_other_days_lack() -> None:
    stories = [
        Story(id="s1", articles=("a", "b"), first="2024-05-01", keyphrases={"en": ("Government", "Velmora")}),
        Story(id="s2", articles=("c", "d"), first="2024-05-02", keyphrases={"en": ("Government", "strike")}),
        Story(id="s3", articles=("e",), first=None, keyphrases={"en": ("undated",)}),
    ]
    days = by_day(stories)
    assert list(days) == ["2024-05-01", "2024-05-02"]
    assert set(days["2024-05-01"]["en"]) == {"Government", "Velmora"}


def test_a_title_loses_its_outlet_and_marks() -> None:
    assert clean_title("[Update] Dam bursts above Velmora | Reuters", "reuters", "en") == "Dam bursts above Velmora"
    assert clean_title("Dam bursts - a chronology", "reuters", "en") == "Dam bursts - a chronology"


def test_an_informative_headline_beats_bait_and_stubs() -> None:
    plain = title_score("Dam bursts above Velmora, three thousand leave their homes", "en")
    assert plain > title_score("You will not believe what burst above Velmora last night...", "en")
    assert plain > title_score("Velmora", "en")


def test_a_story_has_a_title_for_each_language_the_most_central_first() -> None:
    vectors = {key: np.array(v, np.float32) for key, v in (("a", (1.0, 0.0)), ("b", (0.98, 0.2)), ("c", (0.9, -0.43)))}
    story = compose("s-1", DAM, vectors)
    assert set(story.titles) == {"en", "fr"}
    assert story.title == story.titles["en"]
    assert story.first == story.last == "2024-05-01"
    assert story.lead
