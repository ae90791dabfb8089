"""Bytes to text: byte order mark, declared charset, charset of the page's own head, then trial and plausibility.

A declared charset is believed only if the bytes decode in it without error and the result is plausible; servers and
templates often declare another one than the text is written in.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from khabar.errors import NotNews, Unreadable
from khabar.models import Page

MAX_CHARS = 8_000_000
"""Characters above which no page is read; the largest live blogs seen have about two million."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_BINARY = ((b"%PDF-", "a PDF document"), (b"PK\x03\x04", "a ZIP or Office file"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"),
           (b"GIF8", "an image"), (b"RIFF", "a media file"), (b"\x1f\x8b", "gzip-compressed data"), (b"SQLite format 3", "a database"),
           (b"\x7fELF", "a program"), (b"\x00\x00\x00\x18ftyp", "a video"), (b"\xd0\xcf\x11\xe0", "an Office file"))  # fmt: skip
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,30})""", re.I)
_TRIALS = ("windows-1256", "windows-1251", "gb18030", "big5", "euc-kr", "shift_jis", "euc-jp", "windows-1252", "windows-1254", "windows-1250",
           "windows-1258", "koi8-r", "windows-1253", "windows-1255", "iso-8859-9")  # fmt: skip
_SAME = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252",
         "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "iso-8859-6": "iso-8859-6",
         "shift_jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "utf8": "utf-8"}  # fmt: skip
_SAMPLE = 60_000


def decode(page: Page) -> str:
    """The text of a page, line ends as "\\n", without byte order mark, lone surrogates and control characters.

    Raises `Unreadable` for empty or binary content, `NotNews` for text above `MAX_CHARS`.
    """
    content = page.content
    _refuse_binary(page)
    text = _with_bom(content)
    if text is None:
        text = _decoded(content, page.charset)
    if len(text) > MAX_CHARS:
        raise NotNews(page.path, f"{page.path} holds {len(text):,} characters; a news page has far fewer.", "Split it into pages.", "too-large")
    text = tidy(text)
    if not text.strip():
        raise Unreadable(page.path, f"{page.path} is empty.", "Fetch the page again or leave it out.", "empty")
    if _unreadable_share(text) > 0.3:
        raise Unreadable(page.path, f"{page.path} is not text in any charset that is known.", "Give the page as UTF-8.", "charset")
    return text


def tidy(text: str) -> str:
    """Line ends as "\\n"; lone surrogates and control characters (tab and line end aside) removed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").lstrip("\ufeff")
    return _CONTROLS.sub("", text)


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\ufffe\uffff]")


_C0 = bytes(byte for byte in range(32) if byte not in b"\t\n\r\x0c\x1b")


def _controls(head: bytes) -> int:
    """Bytes that no charset of the web uses in text: C0 controls but for tab, line ends, form feed and the escape of ISO-2022."""
    return len(head) - len(head.translate(None, _C0))


def _refuse_binary(page: Page) -> None:
    content = page.content
    if not content.strip():
        raise Unreadable(page.path, f"{page.path} is empty.", "Fetch the page again or leave it out.", "empty")
    for magic, what in _BINARY:
        if content.startswith(magic):
            raise Unreadable(page.path, f"{page.path} is {what}, not a page.", "Give the page as HTML or as plain text.", "binary")
    head = content[:4096]
    if not any(content.startswith(bom) for bom, _ in _BOMS) and _controls(head) > len(head) * 0.05 and _wide(head) is None:
        raise Unreadable(page.path, f"{page.path} is binary data, not a page.", "Give the page as HTML or as plain text.", "binary")


def _with_bom(content: bytes) -> str | None:
    for bom, charset in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(charset, errors="replace")
    wide = _wide(content[:4096])
    return content.decode(wide, errors="replace") if wide else None


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of mostly ASCII mark-up is zero."""
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.2 and even * 10 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) * 0.2 and odd * 10 < even else None


def _decoded(content: bytes, declared: str | None) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        # A few broken bytes in a page that is otherwise UTF-8 (cut in the middle of a character, a stray Latin-1 quote).
        broken = content.decode("utf-8", errors="replace")
        if problem.start > len(content) - 4 or broken.count("\ufffd") * 200 < sum(c > "\x7f" for c in broken):
            return broken
    names = [declared, *(_head_charsets(content)), *_TRIALS]
    best, best_score = None, -1.0
    for rank, name in enumerate(dict.fromkeys(_known(n) for n in names if n)):
        if name is None or name == "utf-8":
            continue
        sample = _try(content[:_SAMPLE], name)
        if sample is None:
            continue
        score = plausibility(sample) + (0.08 if rank < len(names) - len(_TRIALS) else 0.0)
        if score > best_score:
            best, best_score = name, score
    return content.decode(best or "utf-8", errors="replace")


def _head_charsets(content: bytes) -> list[str]:
    return [(m[1] or m[2]).decode("ascii", "replace") for m in _DECLARED.finditer(content[:4096])]


def _known(name: str) -> str | None:
    lower = name.strip().strip("\"'").lower()
    lower = _SAME.get(lower, lower)
    try:
        return codecs.lookup(lower).name if codecs.lookup(lower)._is_text_encoding else None
    except (LookupError, ValueError):
        return None


def _try(sample: bytes, charset: str) -> str | None:
    try:
        text = codecs.getincrementaldecoder(charset)("strict").decode(sample, False)
    except (UnicodeError, ValueError):
        text = sample.decode(charset, errors="replace")
        if text.count("\ufffd") > len(text) * 0.01:
            return None
    return text


_COMMON = {
    "CYRILLIC": set("оеаинтсрвлкмдпу"), "ARABIC": set("اليمنرتبةدسهعوف"), "LATIN": set("éèàçêôûîâäöüßñáíóúğışãõœ"),
    "HAN": set("的一是在了国中人和有日年月不大为这上会个报发对来时美以部新说他到地要也民记者"), "GREEK": set("αοιετνσρ"), "HEBREW": set("יוהלאמרבתש"),
}  # fmt: skip


def plausibility(text: str) -> float:
    """How much `text` looks like writing in one script, 0..1: letters of one script, frequent ones, case within words sane."""
    letters = [c for c in text if c > "\x7f"]
    if not letters:
        return 0.5
    strange = 0
    frequent = 0.0
    counts: dict[str, int] = {}
    for char in letters[:6000]:
        script = _script(char)
        counts[script] = counts.get(script, 0) + 1
        strange += script == "STRANGE"
        frequent += script in ("HANGUL", "KANA") or char.lower() in _COMMON.get(script, ())
    total = min(len(letters), 6000)
    main = max((c for s, c in counts.items() if s not in ("STRANGE", "MARK")), default=0)
    bad_case = len(re.findall(r"[а-яёa-zà-ÿ][А-ЯЁÀ-Ý]", text[:20000])) / max(1, len(re.findall(r"\w{2,}", text[:20000])))
    mixed = len(_MIXED.findall(text[:20000])) / total
    icelandic = sum(c in "ðýþÐÝÞ" for c in letters[:6000]) / total
    kana = counts.get("KANA", 0)
    main = max(main, kana + counts.get("HAN", 0)) if kana > total * 0.1 else main
    return 0.55 * main / total + 0.45 * frequent / total - 2.0 * strange / total - 0.6 * min(1.0, bad_case) - min(1.0, 3 * mixed) - icelandic


_MIXED = re.compile(r"[a-zA-Z][\u0370-\u06ff]|[\u0370-\u06ff][a-zA-Z]")
"""A Latin letter beside a Greek, Cyrillic, Hebrew or Arabic one: accented Latin text read in a wrong charset."""


def _script(char: str) -> str:
    code = ord(char)
    if 0x4E00 <= code <= 0x9FFF:
        return "HAN"
    if 0xAC00 <= code <= 0xD7A3:
        return "HANGUL"
    if 0x3040 <= code <= 0x30FF:
        return "KANA"
    if 0xFF61 <= code <= 0xFF9F or 0xE000 <= code <= 0xF8FF or code == 0xFFFD:
        return "STRANGE"
    if unicodedata.category(char)[0] != "L":
        return "MARK"
    return unicodedata.name(char, "STRANGE").split(" ")[0]


_PRIVATE = re.compile("[\ufffd\ue000-\uf8ff]")


def _unreadable_share(text: str) -> float:
    head = text[:20_000]
    return len(_PRIVATE.findall(head)) / max(1, len(head)) if not head.isascii() else 0.0
