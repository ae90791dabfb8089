"""All that may speak in a page: persons, offices that stand for them, speakers without a name, bodies; and who spoke last."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from khabar.flow.describe.document import Document
from khabar.flow.describe.entities.lexicon import lexicon as names_lexicon
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.flow.describe.quotes.nations import stretched
from khabar.flow.describe.quotes.papers import author, author_words
from khabar.flow.describe.quotes.roles import holders, offices
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.flow.describe.quotes.titled import titled
from khabar.languages.catalogue import script_of
from khabar.models import Entity, Span
from khabar.names.catalogue import get as get_name
from khabar.sources.catalogue import get as get_source

LASTS = 420
"""So many characters on, who spoke last is still meant by a verb without a subject."""
MEDIA = frozenset(
    ["newspaper", "online", "agency", "broadcaster", "state-media", "state-agency", "public-broadcaster", "magazine", "monitor", "aggregator", "photo", "press-release"]
)
"""Kinds of bodies whose word is a credit, not a quotation."""
SPOKEN_TO = tuple("对對向跟给給与")
"""Chinese prepositions before the one spoken to."""
_BODY_BEFORE = regex.compile(r"(?<![가-힣])([가-힣]{1,9}(?:부|청|처|원|실|군|찰|당|위|국|사|측|회|교))\s$")
SENT = 60
"""Characters before a body in which the mission to it begins."""
OPENS = 60
"""Characters in which the subject of a sentence stands."""
OFFICE, PRONOUN = 60, 5
"""Characters from an office to the name of its holder; words of so few are pronouns, not offices."""
_OF_OFFICE = regex.compile(r"[^.,;:،؛«»\"“”\n]{0,45}[,،]?\s")
_ASIDE = regex.compile(r"\([^()\n]{1,60}\)|（[^（）\n]{1,60}）")
TOPIC = regex.compile(r"\s?(?:\([^)]*\))?\s?[가-힣]{0,7}?(?:은|는|이|가|께서|께서는|도|측은)(?![가-힣])")
"""Korean: the particle that marks the subject, behind a title where there is one."""
_GENITIVE = regex.compile(r"['’](?:s|n?[iıuü]n)\b")
_OBLIQUE = regex.compile(r"['’](?:[yn]?[ae]|[yn]?[ıiuü]|n?[dt][ae]n?|y?l[ae]|n?[ıiuü]n)(?!\w)(?!\s(?:göre|yapılan|gelen))")
"""Turkish: the case of one who is spoken of or to, not of who speaks; "X'e göre" names who speaks."""
_WHOSE_HINDI = regex.compile(r"\s(?:का|की|के)\s(?!कहना|मानना|दावा|आरोप|अनुसार|मुताबिक|हवाले|बयान)")
"""Hindi: a name that only owns the next noun: "X's team"."""
_OWNER = regex.compile(r"의\s|(?<=s)['’]\s\p{Ll}")
"""What makes a body the owner of the next noun: Korean «의», "the United Nations' agency"."""


class Cast:
    """All that may speak in a page, by position."""

    def __init__(self, document: Document, entities: tuple[Entity, ...]) -> None:
        self.document = document
        self.mentions = sorted(((span, e) for e in entities for span in e.spans), key=lambda m: m[0])
        self.offices = holders(document, offices(document), self.mentions)
        self.sent = {span: wider for span, _ in self.mentions if (wider := self._sent_to(span))}
        self.aside = [m.span() for m in _ASIDE.finditer(document.text)]
        self._described: dict[str, list[Span]] = {}
        self.voices: list[tuple[int, Speaker]] = []

    def between(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Mentions that lie wholly between two positions."""
        return [m for m in self.mentions if start <= m[0][0] and m[0][1] <= end]

    def media(self, start: int, end: int) -> bool:
        """Whether a news medium is named between two positions."""
        return any(self.medium(span, e) for span, e in self.between(start, end))

    def medium(self, span: Span, entity: Entity | None) -> bool:
        """Whether words name a news medium: a known one, or one with a word such as "newspaper"; what it says is a credit."""
        media = names_lexicon(self.document.lang).media
        if entity is None:
            first = self.document.folded[slice(*span)].split()[:1]
            return bool(first) and bool({first[0], first[0].removeprefix("ال")} & media)
        if entity.type == "ORG" and (name := get_name(entity.id)) is not None and name.kind in MEDIA:
            source = get_source(entity.id)
            return source is not None and not source.official  # agencies of states are no news agencies
        before = self.document.folded[max(0, span[0] - 20) : span[0]].rstrip(' "').split()
        return bool(before) and before[-1] in media

    def bodies(self, start: int, end: int, blocked: list[Span]) -> list[Speaker]:
        """Bodies that are no news media between two positions."""
        text = self.document.text
        found = [(s, e) for s, e in self.between(start, end) if e.type == "ORG" and not self.medium(s, e)]
        found = [(s, e) for s, e in found if not self.spoken_to(s) and not _OWNER.match(text, s[1])]
        return [
            self.body(e, s) for s, e in found if not any(a < s[1] and s[0] < b for a, b in [*blocked, *self.aside])
        ]

    def body(self, entity: Entity | None, span: Span) -> Speaker:
        """A body as a speaker; "Iran's mission to the United Nations" is not the United Nations."""
        wider = self.sent.get(span)
        return Speaker(None if wider else entity, self.document.text[slice(*(wider or span))], wider or span, True)

    def _sent_to(self, span: Span) -> Span | None:
        """Where the mission, embassy or envoy begins that is sent to the body named at `span`."""
        match = lexicon(self.document.lang).seated.search(self.document.folded, max(0, span[0] - SENT), span[0])
        return (match.start(1), span[1]) if match else None

    def spoken_to(self, span: Span) -> bool:
        """Whether a body is but the channel, the place or the one told: "on Telegram", «به شینهوا», "AFP'ye"."""
        through = lexicon(self.document.lang).through
        return through.search(self.document.folded, max(0, span[0] - 16), span[0]) is not None or self._oblique(span, self.document.lang)

    def _oblique(self, span: Span, lang: str) -> bool:
        """Whether the case of a name says that it does not speak: it owns the next noun, or is spoken of or to."""
        text = self.document.text
        if _GENITIVE.match(text, span[1]) or (lang == "tr" and _OBLIQUE.match(text, span[1])):
            return True
        return script_of(lang) == "Deva" and _WHOSE_HINDI.match(text, span[1]) is not None

    def is_name(self, span: Span) -> bool:
        """Whether the words at `span` are a marked name: «…» sets off names in Persian and Arabic."""
        return any(e - s >= 0.8 * (span[1] - span[0]) for (s, e), _ in self.between(span[0] - 1, span[1] + 1))

    def people(self, start: int, end: int, lang: str, blocked: list[Span]) -> list[Speaker]:
        """Persons and nameless speakers between two positions and outside the quotations, in order."""
        text = self.document.text
        found = [Speaker(e, text[s[0] : s[1]], s) for s, e in self.between(start, end) if e.type == "PER"]
        found += [Speaker(e, text[slice(*o.span)], o.span) for o, e in self.offices if start <= o.span[0] and o.span[1] <= end]
        if lang == "ko":
            found = titled(self.document, start, end, found, [s for s, e in self.between(start, end) if e.type != "PER"])
        for span in self._nameless(start, end, lang):
            inside = [f for f in found if span[0] <= f.span[0] and f.span[1] <= span[1]]
            if any(f.span[0] <= span[0] and span[1] <= f.span[1] for f in found):
                continue
            if any(f.span[0] - span[0] < 3 for f in inside) or self._appositive(span, found):
                continue
            if inside and self._named(span, inside[0].span, lang):
                continue
            if self._names_behind(span, found, lang):
                continue
            found = [f for f in found if f not in inside]
            if lang == "ko":
                span = self._office_before(span), span[1]
                if holder := next((f for f in found if f.entity and 0 <= span[0] - f.span[1] <= 1), None):
                    found = [holder._replace(span=(holder.span[0], span[1])) if f is holder else f for f in found]
                    continue
            found.append(Speaker(None, self._first_called(span, lang), span))
        found = [f for f in found if not self._oblique(f.span, lang)]
        nearest = 0 if lang == "zh" else 1
        found = [
            f for f in found if f.entity or not any(g.entity and nearest <= g.span[0] - f.span[1] <= 3 for g in found)
        ]
        found = [f for f in found if not self._complement(f, found, lang)]
        if lang == "zh":
            found = [f for f in found if text[f.span[0] - 1 : f.span[0]] not in SPOKEN_TO]
        if lang == "ko":  # «여행사 대표 서미란씨»: the description only leads to the name
            found = [f for f in found if f.entity or not any(0 <= g.span[0] - f.span[1] <= 1 for g in found if g is not f)]
        if lang == "ko" and (topics := [f for f in found if TOPIC.match(text, f.span[1])]):
            found = topics
        free = [f for f in found if not any(a < f.span[1] and f.span[0] < b for a, b in [*blocked, *self.aside])]
        return sorted(free, key=lambda f: f.span)

    def _office_before(self, span: Span) -> int:
        """Korean: where the ministry or body begins that stands before an official: «외교부 당국자»."""
        whose = [s for s, e in self.between(max(0, span[0] - 30), span[0]) if span[0] - s[1] <= 1]
        body = _BODY_BEFORE.search(self.document.text, max(0, span[0] - 14), span[0])
        return whose[-1][0] if whose else body.start(1) if body else span[0]

    def _named(self, span: Span, name: Span, lang: str) -> bool:
        """Whether a description names its speaker: "a man called X", "the general X", «قائد الجيش X»; not "a friend of X"."""
        words, text = lexicon(lang), self.document.folded
        if words.again.match(text, *span) and name[1] == span[1]:
            return True  # "the mayor", who was named before
        if words.unnamed.search(text, *span) or self.document.text[name[0]].islower():
            return False
        if words.named.search(text, span[0], name[0]) or words.heads.search(text, span[0], name[0]):
            return True
        return lang == "ar" and words.apart.search(text, span[0], name[0]) is None

    def _names_behind(self, span: Span, found: Sequence[Speaker], lang: str) -> bool:
        """Whether the name of the one described follows: "a witness called X"."""
        called = lexicon(lang).named
        return any(0 < f.span[0] - span[1] < 16 and called.match(self.document.folded, span[1] + 1, f.span[0]) for f in found if f.entity)

    def _first_called(self, span: Span, lang: str) -> str:
        """The words of a description; those of the one before where "the officer" means "an officer of the army"."""
        text, words = self.document.text, lexicon(lang)
        article = words.again.match(self.document.folded, *span)
        if article is None:
            return text[slice(*span)].strip()
        head = self.document.folded[article.end() : span[1]].strip()
        earlier = [s for s in self._described[lang] if s[1] <= span[0] and head in self.document.folded[slice(*s)]]
        return text[slice(*(earlier or [span])[-1])].strip()

    def _complement(self, one: Speaker, found: list[Speaker], lang: str) -> bool:
        """Whether a name belongs to the office of the next: "the mayor of X, Y, said"."""
        text = self.document.folded
        named = any(0 < f.span[0] - one.span[1] <= 3 and text[one.span[1]] in ",،" for f in found if f.entity)
        return named and lexicon(lang).of.search(text, max(0, one.span[0] - 10), one.span[0]) is not None

    def titles(self, span: Span) -> bool:
        """Whether words such as "the president" stand before the name of whom they mean: "el presidente del Gobierno, X"."""
        text = self.document.folded
        for mention, entity in self.between(span[1], span[1] + OFFICE):
            gap = text[span[1] : mention[0]]
            if len(gap) <= 2 or (entity.type == "PER" and span[1] - span[0] > PRONOUN and _OF_OFFICE.fullmatch(gap)):
                return True
        return False

    def _appositive(self, span: Span, people: list[Speaker]) -> bool:
        """Whether a description stands behind a name: "X, a teacher from Y"."""
        return any(0 < span[0] - p.span[1] <= 3 and self.document.text[p.span[1]] in ",،" for p in people if p.entity)

    def _nameless(self, start: int, end: int, lang: str) -> list[Span]:
        """Descriptions of speakers without a name that begin between two positions, cut at the second."""
        if lang not in self._described:
            words, text = lexicon(lang), self.document.folded
            spans = [(stretched(self.document, m.start(), lang), m.end()) for m in words.nameless.finditer(text)]
            self._described[lang] = [(a, m.end() if (m := words.unnamed.match(text, b)) else b) for a, b in spans]
        return [(a, min(self._without_medium(a, b), end)) for a, b in self._described[lang] if start <= a < end]

    def _without_medium(self, start: int, end: int) -> int:
        """The end of a description before the medium that it was told to: „eine Sprecherin der dpa“."""
        told = next((s for s, e in self.between(start + 1, end) if self.medium(s, e)), None)
        return start + len(self.document.text[start : told[0]].rsplit(None, 1)[0]) if told else end

    def reporters(self, start: int, end: int, lang: str, blocked: list[Span]) -> list[Speaker]:
        """Persons, nameless speakers and bodies (media aside) between two positions, in order."""
        people = self.people(start, end, lang, blocked)
        people += [b for b in self.bodies(start, end, blocked) if not any(p.span[0] <= b.span[0] and b.span[1] <= p.span[1] for p in people)]
        people += self.same_body(start, end, lang, [*blocked, *(p.span for p in people)])
        if lang == "ko" and (topics := [p for p in people if TOPIC.match(self.document.text, p.span[1])]):
            people = topics
        return sorted(people, key=lambda f: f.span)

    def same_body(self, start: int, end: int, lang: str, blocked: list[Span]) -> list[Speaker]:
        """ "The ministry", "the statement": the body of that kind named last."""
        found = []
        for match in lexicon(lang).bodies.finditer(self.document.folded, start, end):
            if (speaks := self.medium_of(match.span(1), start, lang)) is not None:
                found.append(speaks)
                continue
            led = lang != "ar" or self._led(match.start())
            if led and not any(a < match.end() and match.start() < b for a, b in blocked):
                head = match[1]
                alike = [b.entity for b in self.bodies(0, match.start(), []) if head in b.surface.lower()]
                span = match.span(1)
                if not alike and lexicon(lang).papers.search(self.document.folded, *span):
                    whose = author_words(self, span)
                    alike, span = ([], whose) if whose else ([author(self, span)], span)
                found.append(Speaker(alike[-1] if alike else None, self.document.text[slice(*span)], span, True))
        return found

    def medium_of(self, paper: Span, start: int, lang: str) -> Speaker | None:
        """Persian: who speaks in a paper that is but the place of speech, at the paper: «X در اطلاعیه‌ای اعلام کرد»."""
        if lang != "fa" or not lexicon(lang).papers.search(self.document.folded, *paper):
            return None
        led = lexicon(lang).through.search(self.document.folded, max(0, paper[0] - 16), paper[0])
        before = [m for m in self.between(start, led.start()) if m[1].type != "LOC" and not self.medium(*m)] if led else []
        return Speaker(before[-1][1], self.document.text[slice(*before[-1][0])], paper, True) if before else None

    def _led(self, at: int) -> bool:
        """Arabic: whether a word of saying, a stop or nothing stands before a position, not a noun that the next one belongs to."""
        words, text = lexicon("ar"), self.document.folded
        low = max(0, at - 24)
        return not text[low:at].strip() or any(
            at - m.end() <= 1 for pattern in (words.say, words.according) for m in pattern.finditer(text, low, at)
        )

    def speaks(self, at: int, speaker: Speaker) -> None:
        """Remembers who spoke, for the next verb without a subject."""
        self.voices.append((at, speaker))

    def voiced(self, start: int, end: int) -> bool:
        """Whether someone was heard to speak between two positions."""
        return any(start <= v[0] <= end for v in self.voices)

    def heard(self, at: int) -> Speaker | None:
        """Who spoke last before a position, not far off."""
        earlier = [v for v in self.voices if at - LASTS <= v[0] <= at]
        return max(earlier, key=lambda v: v[0])[1] if earlier else None

    def meant(self, start: int, at: int, blocked: Sequence[Span]) -> Speaker | None:
        """Who opens the sentence before `start` in its paragraph, where nobody spoke since; else who spoke last before `at`."""
        earlier = self.document.before(start)[-1:]
        if earlier and "\n" not in self.document.text[earlier[0].end : start] and not self.voiced(earlier[0].start, at):
            people = self.people(earlier[0].start, min(earlier[0].end, earlier[0].start + OPENS), earlier[0].lang, list(blocked))
            if people:
                return people[0]
        return self.heard(at)

    def before(self, at: int, blocked: list[Span]) -> Speaker | None:
        """The first person of the sentence before, or of the one before that: who a pronoun means."""
        earlier = self.document.before(at)[-3:]
        for sentence in reversed(earlier):
            found = self.people(sentence.start, sentence.end, sentence.lang, blocked)
            if found:
                return found[0]
        return None
