"""Direct speech: quotations with a verb of saying near, or long enough to be nothing else."""

from __future__ import annotations

import regex

from khabar.flow.describe.document import Document, Sentence
from khabar.flow.describe.quotes.cast import Cast
from khabar.flow.describe.quotes.embedded import MOST_WORDS, embedded
from khabar.flow.describe.quotes.epithets import epithet
from khabar.flow.describe.quotes.fragments import cited, fragment, manner, names, set_off, tagged
from khabar.flow.describe.quotes.lexicon import lexicon
from khabar.flow.describe.quotes.marks import quoted_spans
from khabar.flow.describe.quotes.speaker import Speaker
from khabar.flow.describe.quotes.subjects import described, named_behind, subject, unknown, within
from khabar.languages import get
from khabar.languages.catalogue import script_of
from khabar.languages.phrase_set import Hit
from khabar.models import Quote, Span

SOURCED = 12
"""Characters, an article, between "according to" and the source."""
REACH = 110
"""Characters on either side of a quotation in which its verb of saying may stand."""
WORDS_ALONE = 6
"""A quotation of so many words is speech even without a verb near."""
WORDS_WITH_VERB = 3
"""With a verb near, so few are enough; below lie titles, nicknames and scare quotes."""
WORDS_OF_A_NAME = 12
"""A quotation of more words is no name, whatever stands before it."""
WORDS_OF_A_FRAGMENT = 2
"""So few words are a part of someone's speech where the verb of saying stands before them in their sentence."""
SUBJECT_FIRST = frozenset({"en", "vi"})
"""Languages whose subject stands before its verb, unless a quotation stands there."""
CHARS_PER_WORD = {"zh": 2.0, "ja": 2.0, "ko": 3.2}

_NAME_BEHIND = regex.compile(r"\s(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,3}),\s$")
_CLOSED = regex.compile(r"\s?[.؟!。۔](?:\s|$)")
_ENDED = regex.compile(r"(?:\w{3}|[가-힣]{2})[.!?؟。]['\"]?\s")
_INSERTED = regex.compile(r"(?|[,.!?…]\s*[—–-]\s+([^—–«»\"\n]{4,70}?)[,.]\s+[—–-]\s+|\s[—–-](?=\w)([^—–«»\"\n]{4,70}?)(?<=\w)[—–-][,.;]?\s)")
_BETWEEN_COMMAS = regex.compile(r",\s([^,«»\"\n]{6,90}),\s")


def words_in(text: str, lang: str) -> float:
    """About how many words a text has, in scripts without spaces too."""
    return len(text.replace(" ", "")) / CHARS_PER_WORD[lang] if lang in CHARS_PER_WORD else float(len(text.split()))


def direct_quotes(document: Document, cast: Cast) -> list[Quote]:
    """Quotations of the body that are speech, each with its speaker where one can be told."""
    found: list[Quote] = []
    last: Speaker | None = None
    last_paragraph = -9
    for start, end, paragraph, lang in _paragraphs(document):
        spans = quoted_spans(document.text, lang, start, end)
        blocked = [outer for outer, inner in spans if not cast.is_name(inner)]
        for number, (outer, inner) in enumerate(spans):
            content = document.text[inner[0] : inner[1]].strip(" ,،.。，")
            low = max(start, spans[number - 1][0][1] if number else start)
            high = min(end, spans[number + 1][0][0] if number + 1 < len(spans) else end)
            verb = _verb(document, outer, low, high, lang)
            size = words_in(content, lang)
            if cast.is_name(inner) or set_off(document, outer, inner, verb, lang) or manner(document, inner, lang) or (size <= WORDS_OF_A_NAME and names(document, outer, lang)):
                continue
            if size < (WORDS_WITH_VERB if verb else WORDS_ALONE) and not (
                cited(document, outer, lang)
                or (size >= WORDS_OF_A_FRAGMENT and tagged(outer, verb))
                or fragment(document, outer, inner, lang)
            ):
                continue
            if size <= MOST_WORDS and embedded(document, cast, outer, inner, lang):
                continue
            if (halves := _interrupted(document, cast, inner, lang)) is not None:
                found += halves
                continue
            speaker = _speaker(document, cast, outer, verb, (start, end), blocked, lang)
            if speaker is None and last and paragraph - last_paragraph <= 2:
                speaker = last
            if speaker is None and not verb and size < 2 * WORDS_ALONE:
                continue
            if speaker:
                last, last_paragraph = speaker, paragraph
                cast.speaks(outer[1], speaker)
            found.append(_quote(document, content, inner, speaker, verb))
    return found


def _interrupted(document: Document, cast: Cast, inner: Span, lang: str) -> list[Quote] | None:
    """The halves of speech that its verb and speaker part inside one pair of marks: «…, — said X, — …»."""
    match, verb = _insertion(document, cast, inner, lang)
    if match is None or verb is None:
        return None
    people = cast.people(*match.span(1), lang, [])
    speaker = people[0] if people else cast.heard(inner[0]) or cast.before(inner[0], [inner])
    halves = [(inner[0], match.start()), (match.end(), inner[1])]
    if speaker:
        cast.speaks(inner[1], speaker)
    return [_quote(document, document.text[a:b].strip(" ,،.。，—–-"), (a, b), speaker, verb.span(1)) for a, b in halves if b - a > 2]


def _insertion(document: Document, cast: Cast, inner: Span, lang: str) -> tuple[regex.Match[str] | None, Hit | None]:
    """The words that part a quotation, with their verb: between dashes, in French and Spanish between commas too where they name someone."""
    words = lexicon(lang)
    for match in _INSERTED.finditer(document.text, *inner):
        if (verb := words.say.search(document.folded, *match.span(1))) is not None:
            return match, verb
    for match in _BETWEEN_COMMAS.finditer(document.text, *inner, overlapped=True) if lang in ("fr", "es") else ():
        verb = words.say.match(document.folded, match.start(1), match.end(1))
        if verb is not None and cast.people(verb.end(1), match.end(1), lang, []):
            return match, verb
    return None, None


def _paragraphs(document: Document) -> list[tuple[int, int, int, str]]:
    groups: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        groups.setdefault(sentence.paragraph, []).append(sentence)
    return [(g[0].start, g[-1].end, number, g[0].lang) for number, g in groups.items()]


def _verb(document: Document, outer: Span, low: int, high: int, lang: str) -> Span | None:
    """The verb of saying nearest to a quotation, after it before before it where both are as near."""
    words = lexicon(lang)
    text = document.folded
    before = [m.span(1) for m in words.speech.finditer(text, max(low, outer[0] - REACH), outer[0])]
    after = [m.span(1) for m in words.speech.finditer(text, outer[1], min(high, outer[1] + REACH))]
    sentence = document.sentence_at(outer[1])
    if not after and sentence and words.back_ends.search(text, outer[1], sentence.end):  # „…“, fügte sie hinzu
        after = [m.span(1) for m in words.back_verbs.finditer(text, outer[1], min(high, sentence.end))]
    if (naming := words.participles.match(text, outer[1] + 1)) is not None:
        return naming.span(1)  # "…" diyen X
    said = [m.span(1) for m in words.according.finditer(text, max(low, outer[0] - REACH), min(high, outer[1] + REACH))]
    low, high = max(low, outer[0] - REACH), min(high, outer[1] + REACH)
    said += [m.span(1) for m in words.according_after.finditer(text, low, high)]
    said = [s for s in said if not _ENDED.search(text, min(s[1], outer[1]), max(s[0], outer[0]))]  # not of another sentence
    if before and text[max(0, outer[0] - 3) : outer[0]].rstrip().endswith(":"):
        return before[-1]
    if before and (after or words.verb_last) and _ENDED.search(text, max(0, before[-1][1] - 3), outer[0]):
        before = []  # the verb of another sentence
    if (opinion := words.opinion.match(text, low)) and not (said or before or after):
        return opinion.span(1)
    if before and (_CLOSED.match(text, outer[1]) or (after and _begins_anew(text, outer[1], after[0], lang))):
        after = []  # the sentence or clause ends with the quotation: what follows tells something else
    candidates = [(outer[0] - s[1], s) for s in before[-1:]] + [(s[0] - outer[1] - 1, s) for s in after[:1]]
    candidates += [(min(abs(outer[0] - s[1]), abs(s[0] - outer[1])) + 10, s) for s in said]
    return min(candidates)[1] if candidates else None


def _begins_anew(text: str, end: int, verb: Span, lang: str) -> bool:
    """Whether the verb behind a quotation opens a clause of its own: «"…"، وذكر X», "…", and X said."""
    if lang == "ar" and text[verb[0] - 1] in "وف":
        return True
    joint = lexicon(lang).coordinators.match(text, end + len(text[end : verb[0]]) - len(text[end : verb[0]].lstrip(" ,،")), verb[0])
    return joint is not None and not lexicon(lang).verb_last


def _speaker(
    document: Document, cast: Cast, outer: Span, verb: Span | None, bounds: Span, blocked: list[Span], lang: str
) -> Speaker | None:
    clause = _clause(document, outer, bounds)
    if verb and lexicon(lang).opinion.fullmatch(document.folded, *verb):
        return next(iter(cast.people(verb[1], outer[0], lang, blocked)), None)
    if verb and verb[0] >= outer[1] and lexicon(lang).participles.fullmatch(document.folded, *verb):
        return named_behind(cast, verb, lang, blocked)
    at = verb or (outer[0], outer[0])
    if verb and verb[1] <= outer[0] and verb in (m.span(1) for m in lexicon(lang).according.finditer(document.folded, clause[0], outer[0])):
        told = cast.reporters(verb[1], min(outer[0], verb[1] + REACH // 2), lang, blocked)
        if told and told[0].span[0] - verb[1] <= SOURCED:
            return told[0]
    if at[0] >= outer[1] and not lexicon(lang).verb_last and lang != "ar":
        return _in_tag(document, cast, outer, at, clause, blocked, lang)
    inverted = lang == "ar"
    pronoun = _pronoun(document, cast, at, clause, lang, blocked) if verb else None
    found = None
    if pronoun is None or lang in ("ar", "fa", "tr", "ko", "zh"):
        reach = (clause[0], outer[0]) if inverted and at[1] <= outer[0] else clause  # the subject stands before what is said
        found = subject(cast, at, reach, blocked, lang, inverted)
    if found and pronoun and pronoun[0] < found.span[0] <= at[0]:
        found = None
    if found is None and pronoun is None and verb:
        found = unknown(cast, at, clause, inverted, lang)
    after = at[0] >= outer[1]
    return found or _spoken_of(cast, outer[0] if after else clause[0], pronoun, document, blocked, lang)


def _in_tag(
    document: Document, cast: Cast, outer: Span, verb: Span, clause: Span, blocked: list[Span], lang: str
) -> Speaker | None:
    """The subject of a verb behind the quotation: "…", X told Y; "…", said X; "…", he said."""
    tag = (outer[1], clause[1])
    before = cast.people(outer[1], verb[0], lang, blocked)
    if before:
        return before[0]
    pronoun = _pronoun(document, cast, verb, tag, lang, blocked)
    if pronoun is None and (meant := epithet(cast, outer[1], verb, tag[1], lang)):
        return meant
    if pronoun is None:
        found = subject(cast, verb, tag, blocked, lang, True) or unknown(cast, verb, tag, True, lang)
        found = _named_before(document, verb, found, lang) or found or described(cast, verb, tag, lang) or within(cast, verb, tag[0], lang)
        found = found or subject(cast, verb, (clause[0], verb[1]), blocked, lang, False)
        if found:
            return found
    return _spoken_of(cast, outer[0], pronoun, document, blocked, lang)


def _spoken_of(
    cast: Cast, at: int, pronoun: Span | None, document: Document, blocked: list[Span], lang: str
) -> Speaker | None:
    """Whom a pronoun or a missing subject means; "the source" means the last speaker without a name."""
    if pronoun and lexicon(lang).definite.match(document.folded, *pronoun):
        earlier = [s for s in cast.people(max(0, at - 900), at, lang, blocked) if s.entity is None]
        if earlier:
            return earlier[-1]
    return cast.before(at, blocked) or _ergative_before(cast, at, lang)


def _ergative_before(cast: Cast, at: int, lang: str) -> Speaker | None:
    """Hindi and its kin: the unknown name before «ने» in the sentence before."""
    earlier = cast.document.before(at)[-1:]
    if not earlier or script_of(lang) != "Deva":
        return None
    return unknown(cast, (earlier[0].end, earlier[0].end), (earlier[0].start, earlier[0].end), False, lang)


def _named_before(document: Document, verb: Span, found: Speaker | None, lang: str) -> Speaker | None:
    """The unknown name right behind a verb that a description only follows: "…", said Name, a teacher."""
    language = get(lang)
    if found is None or found.entity is not None or language is None or not language.has_case:
        return None
    name = _NAME_BEHIND.match(document.text, verb[1], found.span[0])
    return Speaker(None, name[1], name.span(1)) if name else None


def _clause(document: Document, outer: Span, bounds: Span) -> Span:
    """The sentences that a quotation lies in, and the one after it where it closes with a comma or a dash."""
    touching = [s for s in document.sentences if s.start < outer[1] and outer[0] < s.end]
    start = min((s.start for s in touching), default=outer[0])
    end = max((s.end for s in touching), default=outer[1])
    following = next((s for s in document.sentences if s.start >= end and s.start < bounds[1]), None)
    if (
        following
        and end - outer[1] <= 2
        and lexicon(following.lang).say.search(
            document.folded, following.start, min(following.end, following.start + 40)
        )
    ):
        end = following.end
    return max(start, bounds[0]), min(end, bounds[1])


def _pronoun(document: Document, cast: Cast, at: Span, clause: Span, lang: str, blocked: list[Span]) -> Span | None:
    for match in lexicon(lang).pronouns.finditer(document.folded, max(clause[0], at[0] - 30), min(at[1] + 30, clause[1])):
        span = match.span(1)
        if lang in SUBJECT_FIRST and span[0] > at[1] and clause[0] < at[0] and document.folded[clause[0] : at[0]].strip(' ,"'):
            continue  # "said he felt …": the subject of the next verb
        if not cast.titles(span) and not any(a < span[1] and span[0] < b for a, b in blocked):
            return span
    return None


def _quote(document: Document, content: str, inner: Span, speaker: Speaker | None, verb: Span | None) -> Quote:
    entity = speaker.entity if speaker else None
    return Quote(
        speaker=entity.name if entity else None,
        speaker_id=entity.id if entity else None,
        surface=speaker.surface if speaker else "",
        content=content,
        direct=True,
        span=inner,
        verb=document.text[verb[0] : verb[1]] if verb else "",
    )
