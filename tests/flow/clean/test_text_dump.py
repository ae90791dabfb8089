"""Text dumps: title, body and what is dropped around it, in several languages."""

from __future__ import annotations

from collections.abc import Callable

from khabar.models import Article

_BODY = {
    "uk": ["Міністерство освіти повідомило у вівторок, що нові підручники надійдуть до шкіл до кінця серпня.",
           "За словами заступника міністра, підручники для старших класів друкуватимуть у трьох областях країни.",
           "Директори шкіл просять прискорити доставку підручників, адже навчальний рік розпочнеться вже за два тижні."],
    "ko": ["교육부는 새 교과서가 다음 달 말까지 모든 학교에 배포될 것이라고 화요일 밝혔다.", "교육부 차관은 고등학교 교과서를 세 지역에서 인쇄할 계획이라고 설명했다.",
           "학교장들은 새 학기가 두 주 뒤 시작되는 만큼 교과서 배포를 서둘러 달라고 요청했다."],
    "de": ["Das Bildungsministerium teilte am Dienstag mit, dass die neuen Schulbücher bis Ende August geliefert werden.",
           "Nach Angaben der Staatssekretärin werden die Schulbücher für die Oberstufe in drei Ländern gedruckt.",
           "Die Schulleiter fordern eine raschere Lieferung, weil das Schuljahr schon in zwei Wochen beginnt."],
    "hi": ["शिक्षा मंत्रालय ने मंगलवार को कहा कि नई पाठ्यपुस्तकें अगस्त के अंत तक सभी स्कूलों में पहुंच जाएंगी।",
           "राज्य मंत्री ने बताया कि उच्च कक्षाओं की पाठ्यपुस्तकें तीन राज्यों में छापी जा रही हैं और काम तेजी से चल रहा है।",
           "प्रधानाचार्यों ने पाठ्यपुस्तकें जल्दी भेजने की मांग की है क्योंकि नया सत्र दो सप्ताह बाद शुरू होगा।"],
}  # fmt: skip
_AROUND = {
    "uk": ("Нові підручники надійдуть до шкіл у серпні", "Читайте також: Погода на вихідні", "Останні новини", "Збірна оголосила склад на матч", "Усі права захищені"),
    "ko": ("새 교과서 다음 달 말까지 모든 학교 배포", "관련기사: 주말 전국에 비", "많이 본 뉴스", "프로야구 개막전 매진", "무단 전재-재배포 금지"),
    "de": ("Neue Schulbücher kommen bis Ende August", "Lesen Sie auch: Das Wetter am Wochenende", "Meistgelesen", "Nationalelf gibt Kader bekannt", "Alle Rechte vorbehalten"),
    "hi": ("नई पाठ्यपुस्तकें अगस्त तक स्कूलों में पहुंचेंगी", "यह भी पढ़ें: सप्ताहांत का मौसम", "ताज़ा खबरें", "टीम की घोषणा आज शाम", "सर्वाधिकार सुरक्षित"),
}


def test_body_is_kept_and_furniture_dropped(cleaned: Callable[..., Article]) -> None:
    for lang, body in _BODY.items():
        title, inline, heading, other, rights = _AROUND[lang]
        article = cleaned("\n".join(["Portal | 24", title, body[0], inline, *body[1:], heading, other, rights]))
        assert article.lang == lang
        assert article.title == title
        assert article.text == "\n\n".join(body)
        dropped = {d.text for d in article.dropped}
        assert {inline, heading, other, rights} <= dropped
        assert all(d.why for d in article.dropped)


def test_ratings_of_the_page_itself_and_not_of_its_side_list(cleaned: Callable[..., Article]) -> None:
    body = " ".join(["The council agreed on Monday to repair the old harbour bridge before winter comes."] * 2)
    article = cleaned(f"Council to repair harbour bridge\n{body}\nSource: Harbour Post | Category: Local | Reliability: 72%\nLatest news\nAnother headline\nReliability: 11% Importance: 12%")
    assert article.upstream == {"source": "Harbour Post", "category": "Local", "soundness": 72.0}
    assert "Another headline" not in article.text


def test_glued_byline_and_date_are_taken_apart(cleaned: Callable[..., Article]) -> None:
    body = "La ville a décidé lundi de réparer le vieux pont du port avant l'hiver, a annoncé la maire devant la presse locale."
    article = cleaned(f"La ville répare le vieux pont du port\nLe Courrier du PortLe Courrier du Port14/03/2024\n{body}")
    assert article.text == body
    assert {m.text for m in article.margins} >= {"Le Courrier du Port", "14/03/2024"}
    assert (article.published.value or "").startswith("2024-03-14")


def test_line_in_another_language_is_set_apart(cleaned: Callable[..., Article]) -> None:
    body = "La ville a décidé lundi de réparer le vieux pont du port avant l'hiver, a annoncé la maire devant la presse locale."
    foreign = "Городской совет решил в понедельник отремонтировать старый портовый мост до наступления зимы."
    article = cleaned(f"La ville répare le vieux pont du port\n{body}\n{foreign}\n{body.replace('lundi', 'mardi')}")
    assert foreign not in article.text
    assert any(d.text == foreign and "language" in d.why for d in article.dropped)


def test_text_goes_on_after_an_image_credit(cleaned: Callable[..., Article]) -> None:
    body = ["The council agreed on Monday to repair the old harbour bridge before the winter storms come.", "Repair of the harbour bridge will cost the council two million, the mayor said on Monday."]
    article = cleaned(f"Council to repair harbour bridge\n{body[0]}\n© Harbour Post. File photo: the bridge\n{body[1]}")
    assert article.text == "\n\n".join(body)


_FR = ["La ville a décidé lundi de réparer le vieux pont du port avant l'hiver, a annoncé la maire devant la presse locale.",
       "Les travaux doivent durer deux mois et coûteront trois millions d'euros, selon les services techniques de la ville."]  # fmt: skip


def test_a_row_of_menu_entries_is_no_title(cleaned: Callable[..., Article]) -> None:
    article = cleaned("\n".join(["Le Port", "Accueil  La rédaction  Nos services  Journal du pont", "La ville répare le vieux pont", *_FR]))
    assert article.title == "La ville répare le vieux pont"
    assert article.text == "\n\n".join(_FR)


def test_a_site_that_says_what_it_is_gives_no_title(cleaned: Callable[..., Article]) -> None:
    body = "شهرداری روز دوشنبه تصمیم گرفت پل قدیمی بندر را پیش از زمستان تعمیر کند و هزینه آن را شورای شهر می‌پردازد."
    article = cleaned(f"پایگاه خبری تحلیلی بندرگاه نو\nسیاسی\nکد خبر: ۸۱۷\nپل قدیمی بندر تعمیر می‌شود\n{body}\n{body.replace('دوشنبه', 'سه‌شنبه')}")
    assert article.title == "پل قدیمی بندر تعمیر می‌شود"


def test_a_signature_glued_to_the_last_sentence_stays(cleaned: Callable[..., Article]) -> None:
    last = "ورفعت البلدية صباح الثلاثاء كل القيود عن الجسر القديم، بعدما أعلنت في اليوم السابق إصلاحه.-(أ ف ب)"
    first = "قررت البلدية الاثنين إصلاح الجسر القديم في الميناء قبل الشتاء، وفق ما أعلنت رئيستها أمام الصحافة المحلية."
    assert last in cleaned(f"البلدية تصلح الجسر القديم\n{first}\n{last}").text


def test_text_goes_on_after_the_link_to_one_other_page(cleaned: Callable[..., Article]) -> None:
    first = "市政府星期一决定在冬季来临前修复港口的旧桥，市长在记者会上宣布了这项计划，工程将持续两个月。"
    more = ["退休教师林美华（六十岁）受访时说：“这座旧桥陪伴了我们半个世纪，终于等到修复的这一天。”", "据工程处介绍，修桥期间港口的车辆须改道行驶，居民出行会受到一些影响。"]
    article = cleaned("\n".join(["港口旧桥将修复", first, "延伸阅读", "旧桥往事：老照片里的港口", *more]))
    assert article.text == "\n\n".join([first, *more])


def test_a_clause_that_opens_a_quotation_and_the_date_at_the_foot(cleaned: Callable[..., Article]) -> None:
    body = ["Мэр поздравила жителей с окончанием ремонта старого портового моста, который длился два года.", "В послании, в частности, говорится:",
            "«Этот мост снова соединил два берега нашего города, и я благодарю всех, кто работал на нем в любую погоду»."]  # fmt: skip
    article = cleaned("\n".join(["Послание мэра жителям города", *body, "14 марта 2024 года, 22:50", "Подписка на новости раздела"]))
    assert article.text == "\n\n".join(body)
    assert (article.published.value or "")[:10] == "2024-03-14"


def test_a_last_sentence_with_an_agency_in_capitals_stays_and_a_contact_for_the_press_goes(cleaned: Callable[..., Article]) -> None:
    body = "The council decided on Monday to mend the old harbour bridge before the winter, the mayor told reporters at the town hall."
    last = "Work on the bridge is due to begin in the harbour on July 18. REUTERS"
    contact = "For media inquiries, please email press@harbour.example or call 555-0100."
    article = cleaned("\n".join(["Harbour bridge to be mended", body, last, contact, "More on this topic", "A market opens"]))
    assert article.text == f"{body}\n\n{last}"
