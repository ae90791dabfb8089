"""Names not known yet in Arabic script, which has no capitals: behind titles and verbs of saying, behind heads of bodies and places."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import Lexicon, Phrases
from khabar.flow.describe.entities.mention import Mention
from khabar.flow.describe.entities.phrases import phrase_at
from khabar.names.inflection import unprefixed
from khabar.names.tokens import Word, script
from khabar.names.vocabulary import vocabulary

OPENING, CLOSING = ("«", '"', "“", "("), ("»", '"', "”", ")")
MOST_BETWEEN = 5
"""Words between a title and the name: «المتحدث باسم وزارة الصحة الإيطالية فلان»."""


FATHER = ("بن", "ابن", "بنت")
"""Behind "son of X" the family's name is still to come: «مساعد بن محمد العيبان»."""


FAMILY_ENDS = ("پور", "زاده", "نژاد", "وند", "نیا", "منش", "خواه", "دوست", "زهی", "بیگی", "آبادی", "اللهی", "لویی", "مقدم", "نسب")
"""How Persian family names end that no common noun does."""
CLOSING_PARTS = ("الدین", "الله", "الرحمن")
"""Second halves of given names, as folded: «نور الدين»."""


class Reader:
    """One page's words, with which of them belong to known names."""

    def __init__(self, document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention]) -> None:
        self.text, self.tokens, self.lex = document.text, tokens, lex
        self.given, self.family = vocabulary("Arab")
        self.known: dict[int, Mention] = {}
        starts = {w.start: i for i, w in enumerate(tokens)} | {
            w.start + cut: i for i, w in enumerate(tokens) for cut, _ in unprefixed(w.form, lex.lang)
        }
        self.after: dict[int, int] = {}
        for m in known:
            at = starts.get(m.start)
            if at is None:
                continue
            end = at
            while end < len(tokens) and tokens[end].start < m.end:
                end += 1
            for i in range(at, end):
                self.known[i] = m
            self.after[at] = end

    def joined(self, at: int) -> bool:
        """Whether only space parts a word from the one before."""
        return 0 < at < len(self.tokens) and not self.text[self.tokens[at - 1].end : self.tokens[at].start].strip(
            " \u200c\u00a0"
        )

    def stops(self, at: int) -> bool:
        form = self.tokens[at].form
        return (
            form in self.lex.stops
            or form[:1].isdigit()
            or script(form) != "Arab"
            or (form[:1] == "و" and form[1:] in self.lex.stops)
        )

    def definite(self, at: int) -> bool:
        """Whether a word bears the article; «إلفيس» only begins alike."""
        w = self.tokens[at]
        return w.form.startswith("ال") and self.text[w.start] not in "إآأ"

    def mention(self, first: int, last: int, kind: str, why: str, cut: int = 0) -> Mention:
        start = self.tokens[first].start + cut
        return Mention(start=start, end=self.tokens[last].end, type=kind, why=why)  # type: ignore[arg-type]


def arabic_mentions(
    document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention]
) -> list[Mention]:
    """People behind titles and verbs, bodies and places behind their heads."""
    reader = Reader(document, tokens, lex, known)
    found: list[Mention] = []
    for at in range(len(tokens)):
        cut, size = phrase_with_clitic(tokens, at, lex.org_heads, lex.lang)
        if size and at in reader.known and reader.known[at].type == "ORG" and reader.after.get(at, 0) > at + size:
            continue  # a body that is known by this name
        if size and (m := _body(reader, at, size, cut)) is not None:
            found.append(m)
        cut, size = phrase_with_clitic(tokens, at, lex.place_heads, lex.lang)
        if size and (m := _place(reader, at, size, cut)) is not None:
            found.append(m)
    for m in found:
        if m.type == "ORG":
            for i, w in enumerate(tokens):
                if m.start <= w.start < m.end:
                    reader.known.setdefault(i, m)
    for at in range(len(tokens)):
        _, size = phrase_with_clitic(tokens, at, lex.titles_before, lex.lang)
        if size and at + size < len(tokens):
            found += _behind_title(reader, at + size)
        if lex.titles_after and at and phrase_at(tokens, at, lex.titles_after, lex.lang):
            found += _before_title(reader, at)
        found += _behind_verb(reader, at) + _by_given_name(reader, at)
    return found


def phrase_with_clitic(tokens: Sequence[Word], at: int, phrases: Phrases, lang: str) -> tuple[int, int]:
    """(characters of a clitic in front, words) of the longest phrase at a word."""
    best = (0, 0)
    for cut, rest in unprefixed(tokens[at].form, lang):
        for phrase in phrases.get(rest, ()):
            if len(phrase) > best[1] and tuple(w.form for w in tokens[at + 1 : at + len(phrase)]) == phrase[1:]:
                best = (cut, len(phrase))
    return best


def _behind_title(r: Reader, at: int) -> list[Mention]:
    skipped = 0
    while at < len(r.tokens) and skipped <= MOST_BETWEEN and r.joined(at):
        if at in r.known:
            if r.known[at].type == "PER":
                return []
            at, skipped = at + 1, skipped + 1
            continue
        _, size = phrase_with_clitic(r.tokens, at, r.lex.titles_before, r.lex.lang)
        if size or (r.definite(at) and r.tokens[at].form not in r.given) or _owned(r, at):
            at, skipped = at + max(1, size), skipped + 1
            continue
        break
    else:
        return _apposed(r, at) if skipped else []
    return _person(r, at, "stands behind a title")


def _owned(r: Reader, at: int) -> bool:
    """Whether a word bears "his" or "her" at its end: «مدير مكتبه فلان», "the head of his office"."""
    form = r.tokens[at].form
    return r.lex.lang == "ar" and len(form) > 4 and form.endswith(("ه", "ها", "هم")) and form not in r.given and form not in r.family


def _apposed(r: Reader, at: int) -> list[Mention]:
    """A name between commas behind a title: «وزير السياسة الإقليمية، أنخيل فيكتور توريس، …»."""
    if at >= len(r.tokens) or r.text[r.tokens[at - 1].end : r.tokens[at].start].strip() not in ("،", ","):
        return []
    last = at
    while last + 1 < len(r.tokens) and r.joined(last + 1) and last - at < 4:
        last += 1
    closing = r.text[r.tokens[last].end : r.tokens[last].end + 1]
    words_fit = all(not r.stops(i) and not r.definite(i) and i not in r.known for i in range(at, last + 1))
    if closing not in ("،", ",") or not 1 <= last - at <= 3 or not words_fit:
        return []
    return [r.mention(at, last, "PER", "stands between commas behind a title")]


def _person(r: Reader, at: int, why: str, need: int = 1) -> list[Mention]:
    last, count = at - 1, 0
    here = at
    while (
        here < len(r.tokens) and (here == at or r.joined(here)) and here not in r.known and count < 3 and here - at < 6
    ):
        form = r.tokens[here].form
        if form in r.lex.particles and here + 1 < len(r.tokens):
            last = here if form in CLOSING_PARTS and here > at else last
            here += 1
            continue
        if count == 0 and any(
            phrase_with_clitic(r.tokens, here, p, r.lex.lang)[1]
            for p in (r.lex.titles_before, r.lex.org_heads, r.lex.place_heads)
        ):
            return []
        if count and phrase_with_clitic(r.tokens, here, r.lex.titles_before, r.lex.lang)[1]:
            break
        if r.stops(here) or (form in r.lex.never) or _clitic_word(r, here) or len(form) < 2:
            break
        fathered = any(w.form in FATHER for w in r.tokens[at:here])
        if count >= 2 and form not in r.family and form not in r.given and not fathered and not _last_of_name(r, here, need):
            break
        if count >= 1 and r.definite(here) and (form not in r.family and count >= 2 and not fathered):
            break
        last, count, here = here, count + 1, here + 1
    if r.tokens[at].form in r.lex.given_never and r.lex.lang == "fa":
        return []
    if count < need or (count == 1 and r.definite(at)):
        return []
    if count == 1 and r.tokens[at].form not in r.given and r.tokens[at].form not in r.family and need == 1:
        return []
    return [r.mention(at, last, "PER", why)]


def _last_of_name(r: Reader, here: int, need: int) -> bool:
    """Whether an unknown third word still belongs to a foreign name behind a title: the name ends there, and it is no verb."""
    form = r.tokens[here].form
    if r.lex.lang != "ar" or need > 1 or r.definite(here) or form[:1] in "یتس" or (form.endswith(("ا", "ه", "ون", "ین")) and form not in r.family):
        return False
    ends = here + 1 >= len(r.tokens) or not r.joined(here + 1) or r.stops(here + 1) or _clitic_word(r, here + 1)
    return ends or bool(phrase_with_clitic(r.tokens, here + 1, r.lex.titles_before, "ar")[1])


def _clitic_word(r: Reader, at: int) -> bool:
    """Whether a word begins with «و» or «ل» before a definite word or a head: no part of a name."""
    form = r.tokens[at].form
    return r.lex.lang == "ar" and (
        form.startswith(("وال", "بال", "لل", "فال", "کال")) or (form[0] in "وفبل" and form[1:] in r.lex.stops)
    )


def _before_title(r: Reader, at: int) -> list[Mention]:
    """«سرگئی لاوروف، وزیر خارجه»: the two or three words between a pause or function word and the title's comma."""
    gap = r.text[r.tokens[at - 1].end : r.tokens[at].start]
    if gap.strip() not in ("،", ","):
        return _right_before_title(r, at)
    first, last = at, at - 1
    while first - 1 >= 0 and at - first < 4 and not r.stops(first - 1) and first - 1 not in r.known:
        first -= 1
        if not r.joined(first):
            break
    size = last - first + 1
    if size not in (2, 3) or not any(
        r.tokens[i].form in r.given or r.tokens[i].form in r.family for i in range(first, at)
    ):
        return []
    return [r.mention(first, last, "PER", "stands before a title")]


def _right_before_title(r: Reader, at: int) -> list[Mention]:
    """«پیرحسین کولیوند رئیس جمعیت …»: Persian names without a mark before the title, known by a given name or the end of a family name."""
    first = at - 2
    if r.lex.lang != "fa" or first < 0 or not (r.joined(at) and r.joined(at - 1)) or not r.joined(at + 1):
        return []
    if any(r.stops(i) or i in r.known or r.tokens[i].form in r.lex.given_never for i in (first, at - 1)):
        return []
    if first and r.joined(first) and not r.stops(first - 1):
        return []
    heads = (r.lex.titles_before, r.lex.org_heads, r.lex.place_heads)
    if any(phrase_with_clitic(r.tokens, i, p, "fa")[1] for i in (first, at - 1) for p in heads):
        return []
    given, family = r.tokens[first].form, r.tokens[at - 1].form
    if (r.given[given] and (r.family[family] or family.endswith("ی"))) or (len(family) > 4 and family.endswith(FAMILY_ENDS)):
        return [r.mention(first, at - 1, "PER", "stands right before a title")]
    return []


def _behind_verb(r: Reader, at: int) -> list[Mention]:
    form = r.tokens[at].form
    verb = form in r.lex.say or (form[:1] in "وف" and form[1:] in r.lex.say)
    if not verb or at + 2 >= len(r.tokens) or not r.joined(at + 1) or at + 1 in r.known:
        return []
    first = r.tokens[at + 1].form
    heads = any(
        phrase_with_clitic(r.tokens, at + 1, p, r.lex.lang)[1]
        for p in (r.lex.titles_before, r.lex.org_heads, r.lex.place_heads)
    )
    idafa = r.definite(at + 2) and first not in r.given  # «عناصر الإغاثة», relief workers
    plural = r.lex.lang == "ar" and first.endswith(("ون", "ات")) and first not in r.given
    if heads or r.definite(at + 1) or r.stops(at + 1) or first in r.lex.given_never or idafa or plural:
        return []
    found = _person(r, at + 1, "stands behind a verb of saying", need=2)
    return (
        found
        if first in r.given or first in r.family or (found and r.lex.lang == "ar" and _ends_clause(r, found[0]))
        else []
    )


def _ends_clause(r: Reader, m: Mention) -> bool:
    following = next((i for i, w in enumerate(r.tokens) if w.start >= m.end), None)
    return following is None or not r.joined(following) or r.stops(following)


def _by_given_name(r: Reader, at: int) -> list[Mention]:
    """A given name that many known people bear, with a word that can be a family name."""
    if at + 1 >= len(r.tokens) or at in r.known or at + 1 in r.known or not r.joined(at + 1):
        return []
    if at >= 2 and r.tokens[at - 1].form in FATHER and at - 2 not in r.known and r.joined(at):
        return _person(r, at - 2, "holds a father's name", need=2)
    for cut, rest in unprefixed(r.tokens[at].form, r.lex.lang):
        second = r.tokens[at + 1].form
        if (
            r.given[rest] >= 2
            and rest not in r.lex.given_never
            and len(rest) > 2
            and rest not in r.lex.stops
            and r.tokens[at].form not in r.lex.stops
        ):
            strong = second in r.family and (r.given[rest] >= 3 or r.family[second] >= 2)
            if strong or (r.given[rest] >= 6 and _could_be_family(r, at + 1)):
                return [
                    msgspec.structs.replace(m, start=m.start + cut)
                    for m in _person(r, at, "begins with a given name", need=2)
                ]
    return []


def _could_be_family(r: Reader, at: int) -> bool:
    form = r.tokens[at].form
    return not r.stops(at) and not _clitic_word(r, at) and len(form) > 3 and form not in r.lex.particles


def _body(r: Reader, at: int, size: int, cut: int) -> Mention | None:
    """«هيئة الخدمات الصحية الوطنية», «سازمان مدیریت بحران ویتنام»: the head and what belongs to it; all of it in quotation marks."""
    if (quoted := _to_closing_mark(r, at, size)) is not None:
        return r.mention(at, quoted, "ORG", "begins with the name of a kind of body, in quotation marks", cut)
    last = _arabic_extent(r, at, size) if r.lex.lang != "fa" else _persian_extent(r, at, size)
    head = r.tokens[at + size - 1].form
    length = last - at + 1
    if length <= size or (head in r.lex.weak_heads and length <= size + 1 and not _known_place(r, last)):
        return None
    return r.mention(at, last, "ORG", "begins with the name of a kind of body", cut)


def _to_closing_mark(r: Reader, at: int, size: int) -> int | None:
    """The last word before the mark that closes the quotation which a head of body opens, at most eight words on."""
    if r.text[r.tokens[at].start - 1 : r.tokens[at].start] not in OPENING or not r.tokens[at].start:
        return None
    for here in range(at + size, min(at + 8, len(r.tokens))):
        gap = r.text[r.tokens[here].end : r.tokens[here].end + 1]
        if gap in CLOSING and gap:
            return here
        if gap not in (" ", "\u200c", "\u00a0"):
            return None
    return None


def _known_place(r: Reader, at: int) -> bool:
    return at in r.known and r.known[at].type == "LOC"


def _arabic_extent(r: Reader, at: int, size: int) -> int:
    here, last = at + size, at + size - 1
    definite = r.definite(at + size - 1)
    chain = 0
    while (
        here < len(r.tokens)
        and r.joined(here)
        and here - at < 8
        and not r.stops(here)
        and not _person_begins(r, here, at + size)
    ):
        form = r.tokens[here].form
        if r.definite(here) or _known_place(r, here):
            definite, last = True, here
        elif definite and form.startswith(("لل", "وال", "ول", "بال")) and here == last + 1:
            last = here
        elif definite and form.startswith("ل") and len(form) > 4:
            chain = here
        elif not definite and chain < 3:
            chain += 1
        elif chain and here == chain + 1:
            pass
        else:
            break
        here += 1
    return last


def _person_begins(r: Reader, here: int, first: int) -> bool:
    """Whether a title or a known person stands here: «الحرس الجمهوري الجنرال فلان»; "office of the president" goes on."""
    if here in r.known and r.known[here].type == "PER":
        return True
    return here > first and (r.tokens[here].form,) in r.lex.titles_before.get(r.tokens[here].form, ())


def _persian_extent(r: Reader, at: int, size: int) -> int:
    here, last = at + size, at + size - 1
    while here < len(r.tokens) and r.joined(here) and here - at < 7:
        form = r.tokens[here].form
        if (
            form == "و"
            and here + 1 < len(r.tokens)
            and not r.stops(here + 1)
            and here - at > 1
            and not phrase_at(r.tokens, here + 1, r.lex.org_heads, "fa")
        ):
            here += 1
            continue
        verb = form.endswith("ند") and len(form) > 4 and here not in r.known  # «خواستند», "they asked"
        if r.stops(here) or verb or (here in r.known and r.known[here].type == "PER"):
            break
        last = here
        here += 1
        if _known_place(r, last) and not _known_place(r, min(here, len(r.tokens) - 1)):
            break
    return last


def _place(r: Reader, at: int, size: int, cut: int) -> Mention | None:
    here = at + size
    if here >= len(r.tokens) or not r.joined(here) or r.stops(here):
        return None
    if here in r.known:
        return _site(r, at, here, cut)
    if any(phrase_with_clitic(r.tokens, here, p, r.lex.lang)[1] for p in (r.lex.org_heads, r.lex.titles_before)):
        return None
    head = r.tokens[at + size - 1].form
    if head in r.lex.weak_heads and r.definite(here):
        return None  # «محطة القطار», a station
    last = here
    city = any(r.tokens[at].form.endswith(h) for h in r.lex.city_heads)
    following = here + 1
    while last + 1 < len(r.tokens) and r.text[r.tokens[last].end : r.tokens[last + 1].start] == "\u200c":
        last = following = last + 1
    two = following < len(r.tokens) and r.joined(following) and not r.stops(following) and following not in r.known
    if two and not r.definite(following) and not _clitic_word(r, following):
        beyond = following + 1
        if beyond >= len(r.tokens) or not r.joined(beyond) or r.stops(beyond):
            last = following
    elif two and head in r.lex.site_heads and not r.definite(here):
        last = following  # «محطة شيكا النووية»
    if r.lex.lang == "ar" and last > here and head == "منطقه" and r.tokens[last].form.endswith("ه") and last not in r.known:
        return None  # «منطقة كوارث خاصة», a zone of some kind
    if city:
        return r.mention(here, last, "LOC", "stands behind the name of a kind of place")
    return r.mention(at, last, "LOC", "begins with the name of a kind of place", cut)


def _site(r: Reader, at: int, here: int, cut: int) -> Mention | None:
    """A square, an airport, a power station that bears the name of a person or a place is a place of its own: «ساحة فلان», «مطار دمشق»."""
    if (
        not any(form in r.lex.site_heads for _, form in unprefixed(r.tokens[at].form, r.lex.lang))
        or r.known[here].type == "ORG"
    ):
        return None
    last = here
    while last + 1 < len(r.tokens) and r.known.get(last + 1) is r.known[here]:
        last += 1
    behind = last + 1
    if (
        behind < len(r.tokens)
        and r.joined(behind)
        and r.definite(behind)
        and not r.stops(behind)
        and behind not in r.known
    ):
        last = behind
    return r.mention(at, last, "LOC", "a site that bears a name", cut)
