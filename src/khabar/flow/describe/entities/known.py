"""Names that the knowledge files hold, found in a page: the index proposes, case and language decide."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.cased import phrase_ending
from khabar.flow.describe.entities.lexicon import Lexicon, lexicon
from khabar.flow.describe.entities.mention import Kind, Mention
from khabar.languages import fold, get
from khabar.names.catalogue import get as get_name
from khabar.names.index import Form, Hit, find_known
from khabar.names.inflection import stems
from khabar.names.tokens import Word, plain, script, words
from khabar.sources import by_name
from khabar.sources import get as get_source

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
        if best is None or folded in lex.never or (folded in lex.stops and not (surface.isupper() and surface.lower() != surface)):
            continue
        if ambiguous(best) and not _speaks_for_medium(document, hit, lex):
            continue
        name = get_name(best.id)
        if name is not None:
            kind: Kind = "LOC" if name.type == "LOC" else "ORG" if name.type == "ORG" else "PER"
            start = _without_head(document, hit, lex) if kind == "ORG" else hit.start
            found.append(Mention(start=start, end=hit.end, type=kind, id=best.id, why="known name", weight=2, reach=hit.start))
    return found


def best_form(hit: Hit, surface: str, lang: str) -> Form | None:
    """The form that a stretch of text is best read as: one of the page's own language first, then English, then others."""
    fitting = [f for f in hit.forms if fits(f, surface, lang)]
    return min(fitting, key=lambda f: (f.lang != lang, f.lang != "en", f.written != surface, -weight(f.id), f.id), default=None)


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
    if text[hit.start - 1 : hit.start] in ("«", '"', "“", "„", "(", "「", "《", "‘") and hit.start:
        return True
    before = words(document.folded[max(0, hit.start - 30) : hit.start])
    if not before or document.text[hit.start - 1] in ".\n":
        return False
    return any(s in lex.media for s in stems(before[-1].form, lex.lang)) or phrase_ending(before, len(before) - 1, lex.crediting, lex.lang) > 0


def _without_head(document: Document, hit: Hit, lex: Lexicon) -> int:
    """«خبرگزاری تسنیم» is marked without its first word, which says only what kind of medium it is."""
    parts = words(document.folded[hit.start : hit.end])
    if len(parts) > 1 and parts[0].form in lex.media:
        rest = document.folded[hit.start + parts[1].start : hit.end]
        whole = by_name(document.folded[hit.start : hit.end])
        if whole is not None and by_name(rest) == whole:
            return hit.start + parts[1].start
    return hit.start


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
