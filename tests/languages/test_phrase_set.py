"""Phrases found by automaton behave as the alternation of the same phrases would."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from khabar.languages import fold
from khabar.languages.phrase_set import Group, PhraseSet, phrase_set
from khabar.languages.phrases import alternatives

WHOLE = (r"(?<!\w)", r"(?!\w)")


def test_the_longest_phrase_that_fits_wins() -> None:
    house = phrase_set(["house", "house of cards"], *WHOLE)
    assert [h[1] for h in house.finditer("the house of  cards, a house of cardboard, doghouse")] == ["house of  cards", "house"]


def test_what_stands_before_belongs_to_the_hit_and_not_to_the_phrase() -> None:
    cues = phrase_set(["نقلت"], r"(?<!\w)[وف]?", r"(?!\w)")
    hit = cues.search("ثم ونقلت الوكالة")
    assert hit is not None
    assert (hit[0], hit[1], hit.phrase) == ("ونقلت", "نقلت", "نقلت")


def test_vowel_signs_and_runs_of_space_are_passed_over() -> None:
    hit = phrase_set(["قتل اثنان"], *WHOLE).search("أمس قُتِلَ  اثنان")
    assert hit is not None
    assert hit.span() == (4, 17)


def test_signs_at_the_end_belong_to_the_word_and_signs_of_the_list_are_asked_for() -> None:
    assert [h[0] for h in phrase_set(["قائلا"], *WHOLE).finditer(fold("قائلاً إن"))] == [fold("قائلاً")]
    clarified = phrase_set(["بيّن"], *WHOLE)
    assert clarified.search(fold("وقف بين الناس")) is None
    assert clarified.search(fold("كما بيّن الوزير")) is not None


def test_a_star_stands_for_letters_or_words() -> None:
    verbs = phrase_set(["send* troops", "nach * angaben", "ministère + de la défense".replace("è", "e").replace("é", "e")], *WHOLE)
    text = "he sends troops; nach ersten neuen angaben; nach angaben; ministere russe de la defense; ministere de la defense"
    assert [h[0] for h in verbs.finditer(text)] == ["sends troops", "nach ersten neuen angaben", "nach angaben", "ministere russe de la defense"]


def test_match_begins_at_its_place_and_sees_nothing_behind_the_end() -> None:
    words = phrase_set(["cat", "cats"], *WHOLE)
    assert words.match("cats here") is not None
    assert words.match("two cats") is None
    assert words.match("two cats", 4) is not None
    hit = words.match("cats", 0, 3)
    assert hit is not None
    assert hit[0] == "cat"
    assert words.fullmatch("cats") is not None
    assert words.fullmatch("cats here") is None


def test_groups_have_frames_of_their_own() -> None:
    both = PhraseSet(Group(("ab",), *WHOLE), Group(("ab",), r"(?<=x)", ""))
    assert [h.span() for h in both.finditer("ab xab xabc")] == [(0, 2), (4, 6), (8, 10)]
    assert both.sub("-", "ab ab") == "- -"
    assert not phrase_set([])
    assert phrase_set([]).search("anything") is None


@given(st.lists(st.text("ab ", min_size=1, max_size=4).map(str.strip).filter(bool), min_size=1, max_size=5), st.text("ab ,", max_size=20))
def test_it_finds_what_an_alternation_finds(phrases: list[str], text: str) -> None:
    pattern = regex.compile(rf"(?<!\w){alternatives(phrases)}(?!\w)")
    found = phrase_set(phrases, *WHOLE)
    assert [h.span() for h in found.finditer(text)] == [m.span() for m in pattern.finditer(text)]
