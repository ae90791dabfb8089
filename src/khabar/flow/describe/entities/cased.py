"""Names not known yet in scripts with capitals: runs of capitalised words, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.entities.evidence import (
    dateline,
    german_person,
    of_a_kind,
    place_single,
    placed_single,
    speaks,
)
from khabar.flow.describe.entities.lexicon import Lexicon
from khabar.flow.describe.entities.mention import Kind, Mention
from khabar.flow.describe.entities.phrases import headed, phrase_at, phrase_ending
from khabar.names.tokens import Word
from khabar.names.vocabulary import vocabulary

LONGEST = 9
LONGEST_PERSON = 5
"""So many words behind the first one make no person's name."""

ARTICLES = ("der", "die", "das", "den", "dem", "des")
"""German articles, which particles of names look like."""


class Run:
    """Words first..last (indexes, last included) taken together, and whether the first begins its sentence."""

    __slots__ = ("first", "initial", "last")

    def __init__(self, first: int, last: int, initial: bool) -> None:
        self.first, self.last, self.initial = first, last, initial


def cased_mentions(document: Document, tokens: Sequence[Word], lex: Lexicon, known: Sequence[Mention]) -> list[Mention]:
    """Runs of capitalised words, each with the type that its surroundings say."""
    found = []
    sure = {i for m in known for i in range(m.start, m.end)}
    closed = {m.end: m.start for m in known if m.type == "ORG" and m.id}
    firsts = _sentence_starts(document.sentences, tokens)
    midway = {w.form for i, w in enumerate(tokens) if document.text[w.start].isupper() and i not in firsts}
    lower = {w.form for w in tokens if document.text[w.start].islower()} | _storms(document.text, tokens, lex)
    for run in runs(document.text, tokens, lex, firsts):
        for piece in _pieces(tokens, run, sure, closed, lex):
            if (mention := _judge(document.text, tokens, piece, lex, (midway, lower))) is not None:
                found.append(mention)
    return found


def _pieces(tokens: Sequence[Word], run: Run, sure: set[int], closed: dict[int, int], lex: Lexicon) -> list[Run]:
    """A run without the known names in it; whole where it is the name of a body or a place that holds one."""
    inside = [i for i in range(run.first, run.last + 1) if tokens[i].start in sure]
    if not inside:
        return [run]
    body = closed.get(tokens[run.last].end, -1)  # a known body that ends the run, with nothing but known places before it
    alone = body >= 0 and all(tokens[i].start in sure for i in range(run.first, run.last + 1) if tokens[i].start < body)
    tail = phrase_ending(tokens, run.last, lex.org_tails, lex.lang) and not alone
    if tail or phrase_at(tokens, run.first, lex.org_heads, lex.lang):
        return [run]
    if run.last not in inside and phrase_ending(tokens, run.last, lex.place_tails, lex.lang):
        return [run]
    pieces, start = [], run.first
    for i in [*inside, run.last + 1]:
        if i > start:
            pieces.append(Run(start, i - 1, run.initial and start == run.first))
        start = i + 1
    for piece in pieces:
        while piece.last > piece.first and tokens[piece.last].form in lex.particles:
            piece.last -= 1
        while piece.last > piece.first and tokens[piece.first].form in lex.particles:
            piece.first += 1
    return [p for p in pieces if p.last > p.first]


def _sentence_starts(sentences: Sequence[Sentence], tokens: Sequence[Word]) -> set[int]:
    starts, at = set(), 0
    for s in sentences:
        while at < len(tokens) and tokens[at].start < s.start:
            at += 1
        starts.add(at)
    return starts


def runs(text: str, tokens: Sequence[Word], lex: Lexicon, firsts: set[int]) -> Iterator[Run]:
    """Maximal runs of capitalised words, particles (de, bin, al) allowed inside."""
    at = 0
    while at < len(tokens):
        if not _name_word(text, tokens, at, lex):
            at += 1
            continue
        last = at
        while (following := _next(text, tokens, last, lex, firsts)) is not None and following - at < LONGEST:
            last = following
        yield Run(at, last, at in firsts or _after_quote(text, tokens[at].start))
        at = last + 1


def _after_quote(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] in "\"“«„‘'("


def _name_word(text: str, tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    w = tokens[at]
    return (
        text[w.start].isupper()
        and not (lex.stop(w) and not text[w.start : w.end].isupper() and w.form not in lex.adjectives)
        and (w.end - w.start > 1 or text[w.end : w.end + 1] == ".")
    )


def _next(text: str, tokens: Sequence[Word], last: int, lex: Lexicon, firsts: set[int]) -> int | None:
    for step in (1, 2, 3):
        here = last + step
        if here >= len(tokens) or here in firsts:
            return None
        gap = text[tokens[here - 1].end : tokens[here].start]
        if gap.strip(" \u00a0") not in ("", "-", "–", "‑", ".", "'", "’", "&") or len(gap) > 2:
            return None
        if gap.startswith(".") and tokens[here - 1].end - tokens[here - 1].start > 2:
            return None
        if text[tokens[here].start].isupper() and (step > 1 or not lex.stop(tokens[here]) or tokens[here].form in lex.adjectives or _initial(text, tokens[here])):
            return here
        two = last > 0 and text[tokens[last - 1].start].isupper() and text[tokens[last - 1].end : tokens[last].start] == " "
        if step == 1 and gap == "-" and two and tokens[here].end - tokens[here].start < 6 and tokens[here].form.isalpha():
            return here  # «Kang Hye-jin»
        if tokens[here].form not in lex.particles:
            return None
    return None


def _initial(text: str, w: Word) -> bool:
    """Whether a word is the initial of a middle name: "Thomas I. Barkin"."""
    return w.end - w.start == 1 and text[w.end : w.end + 2] == ". "


def _judge(
    text: str, tokens: Sequence[Word], run: Run, lex: Lexicon, seen: tuple[set[str], set[str]]
) -> Mention | None:
    midway, lower = seen
    behind, last = _without_titles(text, tokens, run, lex)
    first = _without_adjective(tokens, behind, last, lex)
    if first > last:
        return None
    titled = behind > run.first or (first == run.first and ends_with_title(tokens, run.first, lex) and _same_clause(text, tokens, run.first))
    length = last - first + 1
    forms = [t.form for t in tokens[first : last + 1]]
    if any(f in lex.never for f in (" ".join(forms), forms[0])) or _thing(tokens, first, last, lex):
        return None
    if length == 1 and not titled and not _single_fits(text, tokens, first, run, lex, midway, lower):
        return None
    if length > 1 and run.initial and first == run.first and forms[0] in lower:
        first, length = first + 1, length - 1
        if length == 1 and not _single_fits(text, tokens, first, Run(first, last, False), lex, midway, lower):
            return None
    if lex.lang == "de" and length > 1 and not titled and _german_words(text, tokens, first, last, forms, lex):
        return None
    kind, why = _kind(text, tokens, first, last, titled, lex)
    if kind == "PER" and lex.lang == "de" and forms[0] in ARTICLES and text[tokens[first].start].islower():
        return None  # «vom Rettungsdienst der Stadt»
    if kind == "PER" and lex.lang == "de" and len(forms) > 2 and tuple(forms[:2]) == ("von", "der") and not titled:
        return None  # «stürzte von der Bühne»
    if kind == "PER" and not titled and last - first >= LONGEST_PERSON and not any(f in lex.particles for f in forms):
        return None  # a headline in title case
    return Mention(start=tokens[first].start, end=tokens[last].end, type=kind, why=why, weight=1 if titled else 0)


def _same_clause(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether no end of a sentence parts a word from the one before; a short title may end in a dot."""
    gap = text[tokens[at - 1].end : tokens[at].start]
    return "," not in gap and ("." not in gap or tokens[at - 1].end - tokens[at - 1].start < 5)


def _without_adjective(tokens: Sequence[Word], first: int, last: int, lex: Lexicon) -> int:
    """"African Union Commission" begins with its adjective, "African Maria Example" does not: only a body keeps one."""
    while first <= last and tokens[first].form in lex.adjectives:
        if last - first > 1 and (phrase_ending(tokens, last, lex.org_tails, lex.lang) or phrase_ending(tokens, last, lex.place_tails, lex.lang)):
            return first
        first += 1
    return first


def _german_words(text: str, tokens: Sequence[Word], first: int, last: int, forms: Sequence[str], lex: Lexicon) -> bool:
    """Whether capitalised German words are more likely nouns than a name."""
    if any(f in lex.stops for f in forms) or " " not in text[tokens[first].start : tokens[last].end]:
        return True
    body = phrase_ending(tokens, last, lex.org_tails, lex.lang) or phrase_at(tokens, first, lex.org_heads, lex.lang)
    place = phrase_ending(tokens, last, lex.place_tails, lex.lang) or phrase_at(tokens, first, lex.place_heads, lex.lang)
    return last - first == 1 and not body and not place and not german_person(text, tokens, first, last, lex)


def _thing(tokens: Sequence[Word], first: int, last: int, lex: Lexicon) -> bool:
    """Whether capitalised words name a storm, a war, a law, a prize: no person, body or place."""
    storm = phrase_at(tokens, first, lex.thing_heads, lex.lang) or (first and phrase_at(tokens, first - 1, lex.thing_heads, lex.lang) == 1)
    return bool(storm) or phrase_ending(tokens, last, lex.thing_tails, lex.lang) > 0


def _storms(text: str, tokens: Sequence[Word], lex: Lexicon) -> set[str]:
    """Names that stand behind a word for a storm or an operation: alone they are no names of persons or bodies either."""
    found = set()
    for at in range(len(tokens) - 1):
        behind = at + (phrase_at(tokens, at, lex.thing_heads, lex.lang) or len(tokens))
        if behind < len(tokens) and text[tokens[behind].start].isupper():
            found.add(tokens[behind].form)
    return found


def _without_titles(text: str, tokens: Sequence[Word], run: Run, lex: Lexicon) -> tuple[int, int]:
    """First and last word without the titles of office in front; a German common noun in front goes too.

    "Sheikh Rehana" keeps a title that is all that stands before a single name.
    """
    first = run.first
    for back in (1, 2, 3):  # «Bộ trưởng Quốc phòng», "Minister of Defense": the title began before its capital
        reach = phrase_at(tokens, run.first - back, lex.titles_before, lex.lang) - back if run.first >= back else 0
        first = max(first, run.first + reach)
    body = lex.lang == "en" and phrase_ending(tokens, run.last, lex.org_tails, lex.lang)
    for at in range(first, run.last + 1):
        size = phrase_at(tokens, at, lex.titles_before, lex.lang)
        if body and at > first:
            break  # "Allegheny General Hospital": no general's name
        noun = (
            lex.lang == "de"
            and at == first
            and (
                tokens[at].form.endswith(lex.title_suffixes)
                or (at < run.last and tokens[at].form.endswith(lex.noun_suffixes))
            )
        )
        calling = bool(lex.person_suffixes) and at == first and run.last - at > 1 and _occupation(tokens, at, lex)
        if size or noun or calling:
            first = at + max(size, 1)
    if first == run.last and first > run.first and tokens[first - 1].form in lex.name_titles:
        first -= 1
    return first, run.last


def _occupation(tokens: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a noun before a first and a last name is a calling: «Taxifahrer Mehmet Y.», «Studentin Derya A.»."""
    given, family = vocabulary("Latn")
    form = tokens[at].form
    return form.endswith(lex.person_suffixes) and not given[form] and not family[form]


def _single_fits(text: str, tokens: Sequence[Word], at: int, run: Run, lex: Lexicon, midway: set[str], lower: set[str]) -> bool:
    word = tokens[at]
    surface = text[word.start : word.end]
    if surface.isupper() and 2 < len(surface) < 7 and surface.isalpha():
        return word.form not in lower
    if word.form in lex.demonyms or word.form in lower or len(surface) < 3:
        return False
    if lex.site_tails and at + 1 < len(tokens) and text[word.end : tokens[at + 1].start] == " " and phrase_at(tokens, at + 1, lex.site_tails, lex.lang):
        return True  # "Nevatim air base"
    if place_single(text, tokens, at, lex) or dateline(text, word, word) or placed_single(text, tokens, at, lex):
        return True
    if lex.lang in ("de", "vi"):
        return False
    if of_a_kind(text, tokens, at, lex) or speaks(text, tokens, at, lex):
        return True
    inner = surface[1:]
    if inner != inner.lower() and not surface.isupper():
        return True
    return (not run.initial or word.form in midway) and _again(text, surface)


def _again(text: str, surface: str) -> bool:
    """Whether the page writes a word at least twice."""
    return text.count(surface) > 1


def _kind(text: str, tokens: Sequence[Word], first: int, last: int, titled: bool, lex: Lexicon) -> tuple[Kind, str]:
    if last == first and not titled and placed_single(text, tokens, first, lex):
        return "LOC", "stands behind a preposition of place"
    of_a_town = last > first and ends_with_title(tokens, first - 1, lex)  # «мэр города Иван Петров»
    if headed(tokens, first, lex) and not of_a_town and not phrase_ending(tokens, last, lex.org_tails, lex.lang):
        return "LOC", "stands behind the word for a kind of place"
    if titled:
        return "PER", "stands behind a title"
    if last > first and (
        phrase_ending(tokens, last, lex.org_tails, lex.lang) or phrase_at(tokens, first, lex.org_heads, lex.lang)
    ):
        return "ORG", "holds the name of a kind of body"
    if last > first and phrase_ending(tokens, last, lex.place_tails, lex.lang):
        return "LOC", "holds the name of a kind of place"
    if dateline(text, tokens[first], tokens[last]) or (last > first and phrase_at(tokens, first, lex.place_heads, lex.lang)):
        return "LOC", "opens a dispatch, or begins with the word for a kind of place"
    if of_a_kind(text, tokens, first, lex):
        return "ORG", "stands behind a kind of body"
    if last == first and speaks(text, tokens, first, lex):
        return "PER", "speaks, and is explained"
    if first and tokens[first - 1].form in lex.place_before and last == first:
        return "LOC", "stands behind a preposition of place"
    return ("PER", "capitalised words") if last > first else ("ORG", "a capitalised word")


def ends_with_title(tokens: Sequence[Word], before: int, lex: Lexicon) -> bool:
    """Whether a title of office ends just in front of a word."""
    for size in (1, 2, 3, 4):
        if before - size >= 0 and phrase_at(tokens, before - size, lex.titles_before, lex.lang) == size:
            return True
    return False


def ends_with_title_any(tokens: Sequence[Word], before: int, lex: Lexicon) -> bool:
    """Whether a title stands in front of a word or, with at most two words between, further off; or behind it."""
    if any(ends_with_title(tokens, before - skip, lex) for skip in (0, 1, 2) if before - skip > 0):
        return True
    return (
        before + 1 < len(tokens)
        and bool(lex.titles_after)
        and phrase_at(tokens, before + 1, lex.titles_after, lex.lang) > 0
    )
