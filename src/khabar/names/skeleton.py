"""Names compared across scripts: consonants of the Latin transliteration, in order, with weights for what scripts confuse.

Each word is transliterated (anyascii) and cut to its consonants, letters that one script cannot tell apart in one class; two
words are compared by weighted edit distance (Levenshtein, 1966) over these, with the vowels as a light second opinion. Arabic
writes no short vowels and no p, v, g; Hangul has no f, v, z and puts vowels between consonants; Cyrillic has no h.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from khabar.languages import fold
from khabar.names.tokens import plain, script, words

# Written forms of one sound before classes are made; the longest first. Sources: the common romanisations of each script.
_RESPELL = {
    "Latn": [("x", "ks"), ("sch", "š"), ("tch", "č"), ("dsch", "j"), ("tsch", "č"), ("sh", "š"), ("ch", "č"), ("kh", "x"), ("gh", "g"), ("ph", "f"), ("th", "t"),
             ("dh", "d"), ("zh", "j"), ("dj", "j"), ("ck", "k"), ("cz", "č"), ("sz", "š"), ("qu", "kw"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
             ("ge", "je"), ("gi", "ji"), ("gy", "ji"), ("c", "k"), ("q", "k"), ("ss", "s"), ("tz", "ts"), ("ç", "s"), ("ñ", "n"), ("ş", "š"), ("š", "š"),
             ("ll", "l"), ("wh", "w")],
    "Cyrl": [("shch", "š"), ("sh", "š"), ("ch", "č"), ("kh", "x"), ("zh", "j"), ("dzh", "j"), ("ts", "ts"), ("ya", "a"), ("yu", "u"), ("ye", "e"), ("'", "")],
    "Arab": [("sh", "š"), ("ch", "č"), ("kh", "x"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("zh", "j"), ("`", ""), ("'", ""), ("q", "k")],
    "Hang": [("ch", "č"), ("kk", "k"), ("tt", "t"), ("pp", "b"), ("ss", "s"), ("jj", "j"), ("ng", "n"), ("sy", "š"), ("si", "ši"), ("sh", "š"), ("-", ""), ("eu", "u")],
}  # fmt: skip
_VOWELS = set("aeiouy")
_WEAK = {"w": 0.35, "y": 0.3, "h": 0.35, "x": 0.8, "n": 0.8, "r": 0.7, "'": 0.1}
_CLOSE: dict[frozenset[str], float] = {}


def _close(letters: str, cost: float) -> None:
    for i, a in enumerate(letters):
        for b in letters[i + 1 :]:
            pair = frozenset((a, b))
            _CLOSE[pair] = min(cost, _CLOSE.get(pair, 1.0))


for _letters, _cost in (("bp", 0.1), ("fv", 0.1), ("vw", 0.1), ("fw", 0.4), ("bv", 0.2), ("bf", 0.45), ("pf", 0.2), ("gk", 0.25), ("gj", 0.25), ("gx", 0.4), ("kx", 0.4),
                        ("hx", 0.1), ("gh", 0.3), ("td", 0.25), ("sz", 0.1), ("sš", 0.3), ("zj", 0.35), ("šč", 0.35), ("jč", 0.3), ("čk", 0.4), ("ts", 0.5), ("lr", 0.25), ("mn", 0.6), ("jš", 0.4), ("šx", 0.5), ("čx", 0.45), ("js", 0.5), ("dz", 0.4), ("dj", 0.5), ("yj", 0.3), ("zč", 0.5), ("sč", 0.4), ("tč", 0.5), ("kš", 0.6), ("jx", 0.35)):  # fmt: skip
    _close(_letters, _cost)


@lru_cache(maxsize=50_000)
def letters(word: str) -> str:
    """The Latin letters of one word after the respelling of its script, marks and doubled letters gone."""
    from anyascii import anyascii

    folded = plain(fold(word)) if script(fold(word)) != "Latn" else _keep_marks(fold(word))
    code = script(folded)
    latin = (folded if code == "Latn" else anyascii(folded)).lower()
    for written, sound in _RESPELL.get(code, _RESPELL["Latn"]):
        latin = latin.replace(written, sound)
    latin = "".join(c for c in unicodedata.normalize("NFD", latin.replace("š", "\0").replace("č", "\1")) if not unicodedata.combining(c))
    latin = re.sub(r"[^a-z\0\1]", "", latin.replace("ı", "i"))
    return re.sub(r"(.)\1+", r"\1", latin).replace("\0", "š").replace("\1", "č")


def _keep_marks(word: str) -> str:
    return word


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The consonants of one word; a vowel in front is kept as "'" so that «Ali» is not «Li»."""
    made = letters(word)
    bare = "".join(c for c in made if c not in _VOWELS or c == "y")
    bare = bare.replace("y", "")
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=200_000)
def distance(a: str, b: str) -> float:
    """Weighted edit distance of two skeletons."""
    row = [0.0]
    for char in b:
        row.append(row[-1] + _WEAK.get(char, 1.0))
    for char in a:
        drop = _WEAK.get(char, 1.0)
        last, row = row, [row[0] + drop]
        for j, other in enumerate(b):
            swap = 0.0 if char == other else _CLOSE.get(frozenset((char, other)), 1.0)
            row.append(min(last[j] + swap, last[j + 1] + drop, row[j] + _WEAK.get(other, 1.0)))
    return row[-1]


_COARSE = str.maketrans("pfvwkgxqjčšzdrm", "bbbbkkkkkssstln", "h")


@lru_cache(maxsize=50_000)
def coarse(word: str) -> str:
    """The skeleton in a few wide classes of sound: a quick way to see that two words cannot be one."""
    return re.sub(r"(.)\1+", r"\1", skeleton(word).translate(_COARSE))


def may_match(a: str, b: str) -> bool:
    """Whether a full comparison of two words is worth its time."""
    from rapidfuzz.distance import Levenshtein

    one, two = coarse(a), coarse(b)
    most = 1 if max(len(one), len(two)) <= 4 else 2
    return bool(Levenshtein.distance(one, two, score_cutoff=most) <= most)


@lru_cache(maxsize=100_000)
def match_words(a: str, b: str) -> float:
    """How alike two words of names are across scripts, 0 to 1; 0.78 and above is the same name in all likelihood."""
    from rapidfuzz.fuzz import ratio

    one, two = skeleton(a), skeleton(b)
    size = max(len(one), len(two))
    consonants = max(0.0, 1 - distance(one, two) / max(size, 1.8)) if size else 0.5
    return 0.72 * consonants + 0.28 * ratio(_vowelled(a), _vowelled(b)) / 100


def _vowelled(word: str) -> str:
    made = letters(word)
    return made.replace("o", "u").replace("w", "u").replace("y", "i").replace("e", "i").replace("v", "u" if script(fold(word)) == "Arab" else "v").replace("p", "b")


def match(a: str, b: str) -> float:
    """How alike two names are, word by word in order, 0 to 1; words that one side lacks cost in proportion.

    >>> match("Kim Jong Un", "Ким Чен Ын") > match("Kim Yo Jong", "Ким Чен Ын")
    True
    """
    first = [w.form for w in words(fold(a))]
    second = [w.form for w in words(fold(b))]
    if not first or not second:
        return 0.0
    return _align(first, second) * 2 / (_weight(first) + _weight(second))


def _weight(parts: list[str]) -> float:
    return sum(_word_weight(p) for p in parts)


def _word_weight(word: str) -> float:
    return max(1.0, min(4.0, len(skeleton(word))))


def _align(a: list[str], b: list[str]) -> float:
    """Best sum of word matches with the order kept."""
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, one in enumerate(a):
        for j, two in enumerate(b):
            score = match_words(one, two)
            pair = score * (_word_weight(one) + _word_weight(two)) / 2 if score > 0.5 else 0.0
            best[i + 1][j + 1] = max(best[i][j] + pair, best[i][j + 1], best[i + 1][j])
    return best[-1][-1]
