"""Names not known yet in Devanagari, which has no capitals: people behind titles, bodies and places before the word for their kind.

Postpositions end a name: «प्रधानमंत्री X Y ने», «X शहर में», «समाचार एजेंसी X के».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Kind, Mention
from khabar.flow.describe.entities.phrases import phrase_at, phrase_ending
from khabar.languages import fold, part
from khabar.names.tokens import Word, words

LONGEST_PERSON, LONGEST_BODY = 4, 4
"""Words of a person's name, and words before the word for a kind of body."""

RELATIVE = frozenset(fold(w) for w in ("वाली", "वाले", "वाला", "निवासी", "महिला", "युवक", "छात्र", "छात्रा", "किसान", "मजदूर", "चालक", "पति", "पत्नी", "बेटे", "बेटी"))
"""Words right before a name that do not belong to it."""
BASES = frozenset(fold(w) for w in ("अड्डा", "अड्डे", "अड्डों", "ठिकाने", "ठिकानों", "प्रमुख", "अध्यक्ष"))
"""Words behind an army or a body that make another thing of it: «वायुसेना अड्डे», an air base."""


def devanagari_mentions(document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention]) -> list[Mention]:
    """People, bodies and places; nothing inside a name that is known."""
    page = Page(document, tokens, lex, known)
    found: list[Mention] = []
    for at in range(len(tokens)):
        if tokens[at].start in page.taken:
            continue
        found += page.person(at)
        found += page.body(at)
        found += page.place(at)
        found += page.of_a_kind(at)
    return found + page.acronyms(found) + page.aged()


class Page:
    """The words of a page, with what belongs to known names."""

    def __init__(self, document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention]) -> None:
        self.text, self.tokens, self.lex = document.folded, tokens, lex
        self.taken = {i: m for m in known for i in range(m.start, m.end)}
        self.known = known
        data = part(document.lang, "names")
        self.weak = frozenset(fold(w) for w in data.strings("weak_tails"))
        self.cities = frozenset(fold(w) for w in data.strings("city_tails"))
        self.kinds = frozenset(tuple(w.form for w in words(fold(k))) for k in data.strings("kinds_before"))

    def joined(self, at: int) -> bool:
        """Whether only space, or a dot behind an initial, parts a word from the one before."""
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start] if at else "|"
        return not gap.strip(" .-\u00a0") and (len(self.tokens[at - 1].form) < 3 or "." not in gap)

    def free(self, at: int) -> bool:
        """Whether a word can belong to an unknown name."""
        w = self.tokens[at]
        return w.form not in self.lex.stops and w.start not in self.taken and not w.form[0].isdigit() and len(w.form) > 1

    def mention(self, first: int, last: int, kind: Kind, why: str) -> Mention:
        return Mention(start=self.tokens[first].start, end=self.tokens[last].end, type=kind, why=why, weight=1)

    def person(self, at: int) -> Iterator[Mention]:
        """The words behind a title up to a postposition, a title, or the end of the clause."""
        size = phrase_at(self.tokens, at, self.lex.titles_before, self.lex.lang)
        first = at + size
        if not size or first >= len(self.tokens) or phrase_at(self.tokens, first, self.lex.titles_before, self.lex.lang):
            return
        here = first
        while here < len(self.tokens) and here - first < LONGEST_PERSON and self.joined(here) and self.free(here):
            if phrase_at(self.tokens, here, self.lex.titles_before, self.lex.lang):
                break
            here += 1
        if here == first or phrase_ending(self.tokens, here - 1, self.lex.org_tails, self.lex.lang):
            return
        if here - first == 1 and self.tokens[first - 1].form in self.lex.name_titles:
            yield self.mention(first - 1, here - 1, "PER", "a title that belongs to the name")
            return
        if here - first == LONGEST_PERSON and not (here < len(self.tokens) and self.tokens[here].form in self.lex.stops):
            here -= 1  # «… सिंह चौधरी स्थिति की»: the name ended before
        agent = here < len(self.tokens) and self.joined(here) and self.tokens[here].form == "ने"
        if here - first > 1 or agent:
            yield self.mention(first, here - 1, "PER", "stands behind a title")

    def aged(self) -> list[Mention]:
        """«चांग यू-लिन (60) ने»: one to three words before an age in brackets."""
        found = []
        for at in range(1, len(self.tokens)):
            w, before = self.tokens[at], self.tokens[at - 1]
            behind = self.text[w.end : w.end + 6]
            if not (w.form.isdigit() and len(w.form) == 2 and self.text[before.end : w.start].strip() == "(" and behind.startswith((")", " वर्ष"))):
                continue
            first = at - 1
            while first > 0 and at - first < LONGEST_PERSON and self.joined(first) and self.free(first - 1) and self.tokens[first - 1].form not in RELATIVE:
                first -= 1
            if self.free(at - 1) and first < at - 1:
                found.append(self.mention(first, at - 1, "PER", "stands before an age"))
        return found

    def body(self, at: int) -> Iterator[Mention]:
        """The words before the word for a kind of body: «सीमा सुरक्षा बल»."""
        size = phrase_at(self.tokens, at, self.lex.org_tails, self.lex.lang)
        behind = at + size
        base = behind < len(self.tokens) and self.tokens[behind].form in BASES
        if not size or base:
            return
        first = at
        while first > 0 and at - first < LONGEST_BODY and self.joined(first) and self._of_body(first - 1):
            first -= 1
        named = any(self.tokens[i].start in self.taken for i in range(first, at))
        least = 2 if self.tokens[at].form in self.weak and not named else 1
        if at - first >= least:
            yield self.mention(first, at + size - 1, "ORG", "ends in the word for a kind of body")

    def _of_body(self, at: int) -> bool:
        w = self.tokens[at]
        m = self.taken.get(w.start)
        adjective = w.form.endswith("ीय") or (m is not None and m.type == "LOC")
        return (self.free(at) or adjective) and not phrase_at(self.tokens, at, self.lex.titles_before, self.lex.lang)

    def place(self, at: int) -> Iterator[Mention]:
        """The one or two words before the word for a kind of place."""
        size = phrase_at(self.tokens, at, self.lex.place_tails, self.lex.lang)
        city = self.tokens[at].form in self.cities
        if not (size or city) or at == 0 or not self.joined(at) or not self.free(at - 1):
            return
        first = at - 1
        if first > 0 and self.joined(first) and self.free(first - 1) and self.tokens[first - 1].form not in self.lex.say:
            first -= 1
        if city:
            yield self.mention(at - 1, at - 1, "LOC", "stands before the word for a kind of place")
        else:
            yield self.mention(first, at + size - 1, "LOC", "ends in the word for a kind of place")

    def of_a_kind(self, at: int) -> Iterator[Mention]:
        """The one or two words behind «समाचार एजेंसी»."""
        for kind in self.kinds:
            first = at + len(kind)
            if tuple(w.form for w in self.tokens[at:first]) != kind or first >= len(self.tokens) or not self.joined(first):
                continue
            last = first
            while last < min(first + 2, len(self.tokens)) and (last == first or self.joined(last)) and self.free(last):
                last += 1
            if last > first:
                yield self.mention(first, last - 1, "ORG", "stands behind a kind of medium")

    def acronyms(self, found: Sequence[Mention]) -> list[Mention]:
        """A single word in brackets right behind a body: «सीमा सुरक्षा बल (बीएसएफ)»."""
        new = []
        for m in [*found, *self.known]:
            if m.type != "ORG":
                continue
            inside = next((w for w in self.tokens if w.start >= m.end), None)
            if inside is not None and self.text[m.end : inside.start] == " (" and self.text[inside.end : inside.end + 1] == ")":
                key = m.id or m.new_id(self.text)
                new.append(Mention(start=inside.start, end=inside.end, type="ORG", id=key, why="a short name in brackets behind the whole", weight=2))
        return new
