"""Fuzz `clean` with atheris: whatever comes in, an article that holds together or `Rejected`, and no small page too slow.

    pip install --group fuzz
    python fuzz/clean.py -max_total_time=300 -timeout=10 -max_len=20000 CORPUS examples/pages

The first byte of an input says how the rest is read: as it stands, or as numbers of the pieces that pages are made of
(tags, furniture words, dates, prose of several languages), which come deeper than random bytes do. CORPUS is a folder for
the inputs found; the arguments are those of libFuzzer.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import atheris

with atheris.instrument_imports(include=["khabar.flow.clean"]):
    import khabar.flow.clean

    for module in pkgutil.walk_packages(khabar.flow.clean.__path__, "khabar.flow.clean."):
        importlib.import_module(module.name)

from khabar.errors import Rejected
from khabar.flow.clean import clean
from khabar.models import Article, Page

_PROSE = (
    "The council agreed on Monday to repair the old harbour bridge before the winter storms come, the mayor said. ",
    "قال رئيس البلدية يوم الاثنين إن المجلس وافق على إصلاح جسر الميناء القديم قبل عواصف الشتاء. ",
    "شورای شهر روز دوشنبه با تعمیر پل قدیمی بندر پیش از توفان‌های زمستانی موافقت کرد. ",
    "Le conseil a décidé lundi de réparer le vieux pont du port avant les tempêtes d'hiver, a dit la maire. ",
    "Городской совет в понедельник решил отремонтировать старый мост в порту до зимних бурь. ",
    "市议会周一决定在冬季风暴来临之前修复老港桥，市长说，工程将于十一月开始。",
    "시의회는 월요일 겨울 폭풍이 오기 전에 낡은 항구 다리를 고치기로 했다고 시장이 밝혔다. ",
)
_PIECES = (
    *_PROSE, "\n", "\n\n", "<p>", "</p>", "<div class='related'>", "<div class=\"article-body\">", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<h2>", "<ul><li>", "</li></ul>",
    "<a href='https://example.org/x'>", "</a>", "<br>", "<figure><img src=x>", "<figcaption>", "</figcaption></figure>", "<time datetime='2023-05-05'>", "</time>", "<table><tr><td>",
    "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":"x","datePublished":"2023-05-05T10:00:00Z","image":{"caption":"y"}}', '{"@graph":[', "]}", "</script>",
    "<meta property='og:title' content='", "<meta name='date' content='", "'>", "<title>", "</title>", "<html><head>", "<body>", "<!--", "-->", "<span style='display:none'>", "</span>",
    "<style>", "</style>", "&#1;", "&amp;", "«", "»", "| ", "Source: Reuters | Category: Politics", "© 2023 The Harbour Post. All rights reserved.", "المصدر: رويترز", "Photo: AFP", "(AFP)",
    "By Jane Roe", "5 May 2023", "٥ أيار ٢٠٢٣", "1402/02/15", "22/09/2023", "12:30", "Monday", "Read also", "اقرأ أيضا", "Comments", "Tags", "Advertisement", "إعلان", "94%", "#tag", "\u202e", "\u200c", "\ufeff", "\ud800",
)  # fmt: skip


def _content(data: bytes) -> bytes:
    if not data or data[0] < 64:
        return data[1:]
    return "".join(_PIECES[n % len(_PIECES)] for n in data[1:2000]).encode("utf-8", "surrogatepass")


def _hold_together(article: Article) -> None:
    """The paragraphs tile the text; nothing stands in it that no text holds."""
    assert article.text.split("\n\n") == [article.text[a:b] for a, b in (p.span for p in article.paragraphs)]
    assert article.text.strip() == article.text
    assert "\x00" not in article.text
    assert article.title == article.title.strip()
    assert len(article.content_id) == 32


def one(data: bytes) -> None:
    """One input."""
    try:
        _hold_together(clean(Page(content=_content(data), path="fuzz", url="https://example.org/2023/05/05/x", first_seen="2026-01-01")))
    except Rejected as problem:
        if problem.code in ("too-slow", "too-deep"):
            raise AssertionError(problem.why) from problem


def main() -> None:
    for prose in _PROSE:
        clean(Page(content=(prose * 3).encode(), path="first", first_seen="2026-01-01"))  # loads the words of each language
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
