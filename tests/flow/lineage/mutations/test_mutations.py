"""Changes between pages in different languages, and what must never be reported as one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.flow.describe import describe
from khabar.flow.lineage.align import Aligned, Matched
from khabar.flow.lineage.compare import Kin
from khabar.flow.lineage.mutations import MOST, Side, mutations
from khabar.flow.lineage.page import PageView
from khabar.models import Article, Described, Mutation, Published


def view(number: int, lang: str, text: str, outlet: str | None = None) -> PageView:
    article = Article(id=f"a{number}", content_id=f"c{number}", file=None, url=None, outlet=outlet or f"paper-{number}", lang=lang, title="", text=text,
                      published=Published(value="2024-03-14", origin="page"))  # fmt: skip
    return PageView(Described(article=article, notes=describe(article)))


def kin(*pairs: tuple[int, int]) -> Kin:
    return Kin(0.0, 0.0, Aligned(tuple(Matched(i, j, 0.7) for i, j in pairs), 1.0, 1.0), 1.0, 1.0)


def changes(parent: PageView, child: PageView, *pairs: tuple[int, int]) -> tuple[Mutation, ...]:
    return mutations(Side(child), Side(parent), kin(*(pairs or ((0, 0),))))


ACROSS = [
    ("en", "The lake may flood the lower town.", "fa", "دریاچه شهر پایین را به زیر آب می‌برد.", "hedge"),
    ("ru", "Паром, предположительно, сел на мель.", "zh", "渡轮搁浅。", "hedge"),
    ("fr", "Le gardien serait parti la veille.", "ar", "غادر الحارس في اليوم السابق.", "hedge"),
    ("ko", "배가 가라앉은 것으로 추정된다.", "en", "The boat sank.", "hedge"),
    ("de", "Die Fähre soll gesunken sein.", "tr", "Feribot battı.", "hedge"),
    ("es", "El faro quizá se apague.", "vi", "Ngọn hải đăng tắt.", "hedge"),
    ("tr", "Feribotun battığı iddia edildi.", "uk", "Пором затонув.", "hedge"),
    ("vi", "Theo ban quản lý cảng, phà đã chìm.", "fr", "Le ferry a coulé.", "attribution"),
    ("uk", "За даними порту, пором затонув.", "de", "Die Fähre sank.", "attribution"),
    ("ar", "بحسب إدارة الميناء غرقت العبارة.", "es", "El transbordador se hundió.", "attribution"),
    ("zh", "据港务局消息，渡轮沉没。", "ko", "여객선이 가라앉았다.", "attribution"),
    ("en", "The storm killed 35 people.", "ar", "أدت العاصفة إلى مقتل 53 شخصا.", "number"),
    ("fa", "ده‌ها خانه ویران شد.", "ru", "Разрушены сотни домов.", "number"),
    ("fr", "La panne a duré deux heures.", "zh", "故障持续了两天。", "number"),
    ("ar", "استمر الاجتماع ساعتين.", "en", "The meeting lasted four hours.", "number"),
    ("ru", "Встреча длилась более часа.", "fa", "این دیدار بیش از سه ساعت طول کشید.", "number"),
    ("de", "Die Brücke wurde am 4. Mai 2021 geschlossen.", "uk", "Міст закрили 9 травня 2021 року.", "date"),
    ("es", "Algunas escuelas cerraron.", "en", "All schools closed.", "scope"),
]
FAITHFUL = [
    ("en", "The lake may flood the lower town.", "fa", "دریاچه ممکن است شهر پایین را به زیر آب ببرد."),
    ("ru", "Паром, предположительно, сел на мель.", "de", "Die Fähre lief vermutlich auf Grund."),
    ("fr", "Selon la capitainerie, le ferry a coulé.", "ar", "بحسب إدارة الميناء غرقت العبارة."),
    ("ko", "항만청에 따르면 배가 가라앉았다.", "zh", "据港务局消息，船沉没了。"),
    ("en", "The storm killed 35 people.", "tr", "Fırtınada 35 kişi öldü."),
    ("ar", "استمر الاجتماع ساعتين.", "en", "The meeting lasted two hours."),
    ("en", "The outage lasted 24 hours.", "es", "El apagón duró un día."),
    ("es", "Algunas escuelas cerraron.", "fr", "Certaines écoles ont fermé."),
    ("fr", "Le port a été fermé le 4 mai 2021.", "ru", "Порт закрыли 4 мая 2021 года."),
]


@pytest.mark.parametrize(("lang", "parent", "other", "child", "kind"), ACROSS)
def test_across_languages(lang: str, parent: str, other: str, child: str, kind: str) -> None:
    assert [m.kind for m in changes(view(1, lang, parent), view(2, other, child))] == [kind]


@pytest.mark.parametrize(("lang", "parent", "other", "child"), FAITHFUL)
def test_a_faithful_translation_changes_nothing(lang: str, parent: str, other: str, child: str) -> None:
    assert changes(view(1, lang, parent), view(2, other, child)) == ()


def test_the_medium_spoken_to_is_dropped() -> None:
    parent = view(1, "en", "Work on the lower lock had stopped for the winter, and the boats lay idle.\n\nA harbour pilot told Reuters that the lock gate had cracked.")
    child = view(2, "fr", "Un pilote a raconté que la porte de l'écluse était fissurée.")
    assert [m.kind for m in changes(parent, child, (0, 1))] == ["attribution"]


def test_a_sentence_taken_into_a_longer_one_is_still_compared() -> None:
    parent = view(1, "en", "The keeper has not been seen since Sunday.\n\nThe keeper's brother may have taken the lantern boat across the strait.")
    child = view(2, "en", "The keeper, unseen since Sunday, left in a hurry, and the keeper's brother took the lantern boat across the strait.")
    assert [m.kind for m in changes(parent, child)] == ["hedge"]


def test_what_is_left_out_is_no_change() -> None:
    parent = view(1, "en", "The lock gate cracked on Monday, and divers may look at it later.")
    assert changes(parent, view(2, "en", "The lock gate cracked on Monday.")) == ()


def test_the_time_of_day_is_no_count() -> None:
    assert changes(view(1, "en", "The gates open at 8 p.m. on the island."), view(2, "de", "Die Tore öffnen um 20 Uhr auf der Insel.")) == ()


def test_spans_hold_and_the_report_stays_short() -> None:
    sentence = "At least {} people were killed in district {}, according to the coast guard."
    parent = view(1, "en", "\n\n".join(sentence.format(40 + n, n + 3) for n in range(20)))
    child = view(2, "en", "\n\n".join(f"{90 + n} people were killed in district {n + 3}." for n in range(20)))
    found = changes(parent, child, *((n, n) for n in range(20)))
    assert len(found) == MOST
    for change in found:
        assert change.parent_span
        assert change.child_span
        assert parent.article.text[slice(*change.parent_span)] == change.parent
        assert child.article.text[slice(*change.child_span)] == change.here


@settings(max_examples=60, deadline=None)
@given(st.integers(3, 900), st.integers(3, 900))
def test_a_toll_is_reported_when_it_differs_and_only_then(before: int, after: int) -> None:
    parent = view(1, "en", f"The flood killed {before} people in the valley.")
    child = view(2, "fr", f"L'inondation a tué {after} personnes dans la vallée.")
    assert [m.kind for m in changes(parent, child)] == (["number"] if before != after else [])


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abc déñйыяكلم可能 .,،。\n«»()-0123456789", max_size=120), st.sampled_from(["en", "ar", "zh", "ru", "xx"]))
def test_any_text_is_borne(text: str, lang: str) -> None:
    page, other = view(1, lang, text), view(2, "en", "The lake may flood the town, the mayor said.")
    last = len(page.sentences)
    if last:
        for change in [*changes(page, other, (0, last - 1)), *changes(other, page, (last - 1, 0))]:
            assert change.parent
            assert change.here


def test_a_thousand_links_are_searched_in_seconds() -> None:
    parent = view(1, "en", " ".join(f"The barge number {n} may have sunk, the harbour office said." for n in range(30)))
    child = view(2, "es", " ".join(f"La barcaza número {n} se hundió, dijo la capitanía." for n in range(30)))
    aligned = kin(*((n, n) for n in range(30)))
    ours, theirs = Side(child), Side(parent)
    mutations(ours, theirs, aligned)
    start = time.perf_counter()
    for _ in range(20):
        mutations(ours, theirs, aligned)
    assert (time.perf_counter() - start) / 20 < 0.1


def test_a_number_told_in_a_sentence_of_its_own_is_compared_with_its_like() -> None:
    parent = view(1, "en", "The keeper left on Monday.\n\nThe search lasted about four hours.")
    child = view(2, "fr", "Le gardien est parti lundi.\n\nOn a cherché pendant plus de six heures.")
    assert [m.kind for m in changes(parent, child)] == ["number"]


def test_a_named_source_that_became_media() -> None:
    parent = view(1, "en", "The lock gate cracked on Monday, Reuters reported from the harbour.", "reuters")
    child = view(2, "de", "Wie britische Medien berichteten, ist das Schleusentor am Montag gerissen.")
    assert "attribution" in [m.kind for m in changes(parent, child)]


def test_a_language_without_words_has_only_its_figures_compared() -> None:
    parent = view(1, "en", "The harbour office said the ferry may have hit a rock and 12 people were killed.")
    child = view(2, "hi", "नौका एक चट्टान से टकरा गई और 12 लोग मारे गए।")
    assert changes(parent, child) == ()


def test_what_one_was_able_to_do_is_no_hedge() -> None:
    parent = view(1, "en", "The keeper could see the lantern boat leave.")
    assert changes(parent, view(2, "es", "El farero vio salir el bote de los faroles.")) == ()


def test_the_speaker_named_as_before_is_no_lost_attribution() -> None:
    parent = view(1, "en", "Emmanuel Macron said that the new lock was a work of patience.")
    child = view(2, "en", "For Emmanuel Macron, the new lock is a work of patience.")
    assert changes(parent, child) == ()
