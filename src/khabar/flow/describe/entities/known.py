"""Names that the knowledge files hold, found in a page: the index proposes, case and language decide."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import Lexicon, lexicon
from khabar.flow.describe.entities.mention import Kind, Mention
from khabar.flow.describe.entities.phrases import phrase_ending
from khabar.languages import fold, get, part
from khabar.names.catalogue import get as get_name
from khabar.names.index import Form, Hit, find_known
from khabar.names.inflection import stems
from khabar.names.tokens import Word, plain, script, words
from khabar.sources import by_name
from khabar.sources import get as get_source
from khabar.sources.places import countries_in

WORLD_WIDE = frozenset({"united-states", "united-kingdom"})
"""Countries whose agencies papers name without their country."""
SHORT_ARABIC = 5
"""Letters up to which a body's name of the other language in Arabic script may be any word."""
LONG_ENOUGH_WITHOUT_CAPITAL = 10
"""An organisation's name of two words and this many letters is taken without a capital: "interior ministry"."""


def known_mentions(document: Document, tokens: Sequence[Word]) -> list[Mention]:
    """Every known name of the body, overlapping ones included."""
    found = []
    lex = lexicon(document.lang)
    for hit in find_known(document.folded, document.lang, tokens):
        surface = document.text[hit.start : hit.end]
        best = best_form(hit, surface, document.lang)
        folded = plain(fold(surface))
        if (
            best is None
            or _part_of_word(document.text, hit)
            or document.folded[max(0, hit.start - 1) : hit.start + 1] in lex.never_cut
            or folded in lex.never
            or (folded in lex.stops and not (surface.isupper() and surface.lower() != surface))
        ):
            continue
        if ambiguous(best) and not _speaks_for_medium(document, hit, lex):
            continue
        name = get_name(best.id)
        if name is not None:
            kind: Kind = "LOC" if name.type == "LOC" else "ORG" if name.type == "ORG" else "PER"
            if name.kind == "platform" and posted_on(document, hit, lex):
                continue
            if name.kind == "country" and document.lang == "ko" and document.text[hit.end : hit.end + 1] == "인":
                continue  # 한국인, a Korean
            start, end = (
                _named(document, hit, lex) if kind == "ORG" else (_behind_article(surface, hit.start, hit.end), hit.end)
            )
            found.append(
                Mention(start=start, end=end, type=kind, id=best.id, why="known name", weight=2, reach=hit.start)
            )
    return _settled(document, found, lex)


def _settled(document: Document, found: list[Mention], lex: Lexicon) -> list[Mention]:
    """Without agencies of lands that the page does not name ("National Fire Agency" of another country), and without places whose name is a common word too, unless the page names their country: «سيول» is Seoul and "floods"."""
    lands = {m.id for m in found}
    named = {c for _, _, c in countries_in(f"{document.title_folded}. {document.folded}", document.lang)}
    near = named | {name.country for i in lands if (name := get_name(i)) is not None and name.type == "LOC"}
    home = set(part(document.lang, "credits").strings("home"))

    def stays(m: Mention) -> bool:
        name = get_name(m.id)
        if name is not None and name.kind == "agency" and get_source(m.id) is None and name.country and name.country not in WORLD_WIDE:
            return not named or name.country in near | home or document.text[m.start : m.end].isupper()
        if m.type != "LOC" or plain(document.folded[m.start : m.end]) not in lex.ambiguous:
            return True
        return name is not None and name.country in lands

    return [m for m in found if stays(m)]


def _part_of_word(text: str, hit: Hit) -> bool:
    """Whether a Persian joined word only ends in the name («روس‌انرگواتم»), or a sum of money follows ("US$ 5")."""
    return text[hit.start - 1 : hit.start] == "\u200c" or text[hit.end : hit.end + 1] == "$"


def posted_on(document: Document, hit: Hit, lex: Lexicon) -> bool:
    """Whether a social network is only where something was written, no actor: "on Telegram", «عبر تطبيق تلغرام», «на платформе X»."""
    before = words(document.folded[max(0, hit.start - 30) : hit.start])
    if any(s in lex.channels for w in before[-1:] for s in stems(w.form, lex.lang)):
        return True
    behind = words(document.folded[hit.start : hit.end + 12])
    return any(s != w.form and w.form[len(s) :] in lex.channels for w in behind[:1] for s in stems(w.form, lex.lang))


def best_form(hit: Hit, surface: str, lang: str) -> Form | None:
    """The form that a stretch of text is best read as: one of the page's own language first, then English, then others."""
    fitting = [f for f in hit.forms if fits(f, surface, lang)]
    return min(
        fitting, key=lambda f: (f.lang != lang, f.lang != "en", f.written != surface, -weight(f.id), f.id), default=None
    )


def weight(name_id: str) -> int:
    """How well known: in how many languages the files hold its name, countries first."""
    name = get_name(name_id)
    return 0 if name is None else len(name.names) + 20 * (name.kind == "country")


def fits(form: Form, surface: str, lang: str) -> bool:
    """Whether a known form may stand for this stretch of a page in `lang`: capitals, Vietnamese marks, foreign short words."""
    code = script(fold(surface))
    name = get_name(form.id)
    if name is None:
        return False
    if code in ("Latn", "Cyrl") and not _capitals_fit(form, surface, name.type):
        return False
    if form.lang == "vi" and code == "Latn" and not form.written.isascii() and fold(form.written) != fold(surface):
        return False
    if code == "Arab" and form.lang in ("ar", "fa", "ur") and form.lang != lang and name.type == "ORG" and len(surface) <= SHORT_ARABIC:
        return False  # Persian «آنو» (ANO) in Arabic «كانوا», «شین» (Shein) in the name of a Korean
    language = get(lang)
    foreign = form.lang not in (lang, "en") and language is not None and language.script == code and code == "Latn"
    return not foreign or name.type == "PER" or len(surface) > 3


def ambiguous(form: Form) -> bool:
    """Whether a medium's bare name is also an ordinary word or another thing's name."""
    source = get_source(form.id)
    return source is not None and plain(fold(form.written)) in {plain(fold(a)) for a in source.ambiguous}


def _speaks_for_medium(document: Document, hit: Hit, lex: Lexicon) -> bool:
    """Quotation marks or brackets around the name, or a medium's head word («صحيفة», "агентство") in front."""
    text = document.text
    opened = text[hit.start - 1 : hit.start] if hit.start else ""
    if opened and opened in "(（〔【":
        return True
    if opened and opened in "«\"“„「《‘":  # «Россия сегодня» is the agency, "«Россия сегодня отстаивает …" is speech
        return text[hit.end : hit.end + 1] in ("»", '"', "”", "“", "」", "》", "’")
    before = words(document.folded[max(0, hit.start - 30) : hit.start])
    if not before or document.text[hit.start - 1] in ".\n":
        return False
    return (
        any(s in lex.media for s in stems(before[-1].form, lex.lang))
        or phrase_ending(before, len(before) - 1, lex.crediting, lex.lang) > 0
    )


def _named(document: Document, hit: Hit, lex: Lexicon) -> tuple[int, int]:
    """The name itself in a known form: inside its quotation marks, without an elided article, without the word for its kind.

    «خبرگزاری تسنیم» is marked without its first word, «وكالة "إرنا"» inside the marks; an Arabic agency keeps its «وكالة».
    """
    text, folded = document.text, document.folded
    start, end = hit.start, hit.end
    if '"' in folded[start:end]:
        start += folded[start:end].index('"') + 1
        end = start + folded[start:end].index('"') if '"' in folded[start:end] else end
    start = _behind_article(text[start:end], start, end)
    parts = words(folded[start:end])
    if len(parts) > 1 and parts[0].form in lex.media and parts[0].form not in lex.kept_media:
        rest = folded[start + parts[1].start : end]
        whole = by_name(folded[start:end])
        if whole is not None and by_name(rest) == whole:
            start += parts[1].start
    for tail in lex.media_tails:
        if (
            folded[start:end].endswith(tail)
            and by_name(folded[start : end - len(tail)]) == by_name(folded[start:end]) is not None
        ):
            end -= len(tail)
    return start, end


def _behind_article(surface: str, start: int, end: int) -> int:
    """Without an elided article or preposition («l'AFP») and the stroke that Arabic may set before a name."""
    elided = len(surface) > 3 and surface[:1].lower() in "ld" and surface[1] in "'’"
    return start + (2 if elided and surface[0].islower() else surface.startswith("\u0640"))


def _capitals_fit(form: Form, surface: str, kind: str) -> bool:
    letters = [c for c in surface if c.isalpha()]
    if form.acronym:
        return all(c.isupper() for c in letters if c not in "s") if len(letters) < 4 else surface[0].isupper()
    if surface[0].isupper() or not surface[0].isalpha():
        return True
    if form.written[:1].islower():
        return True
    return kind == "ORG" and len(words(surface)) > 1 and len(letters) >= LONG_ENOUGH_WITHOUT_CAPITAL


__all__ = ["Lexicon", "best_form", "fits", "known_mentions", "weight"]
