"""Sort the blocks of a page that follow its head: body, margins, dropped.

1. A block that its words give away (see `lines`) is dropped or put in a margin.
2. Blocks before an end (comments, tags, copyright, a list of other pages) are body if they read as prose, or stand between
   prose as a subheading.
3. After a soft end the article may go on: prose that shares the article's words is taken back. After a hard end nothing is,
   unless most of the text still follows (then the end mark was part of a page head).
4. Lines in another language than the article are set apart, unless they are a large part of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.flow.clean.bound import check
from khabar.flow.clean.captions import is_caption
from khabar.flow.clean.datelines import is_byline, is_date_line
from khabar.flow.clean.language import Languages
from khabar.flow.clean.lines import RELATED, Kind, kind_of
from khabar.flow.clean.measure import is_prose, likeness, stops, vocabulary, weight
from khabar.flow.clean.signoff import is_sign_off
from khabar.flow.clean.wording import Wording
from khabar.models import Dropped, Margin

LIKE_AGAIN = 0.3
"""Likeness from which prose after a soft end belongs to the article; teasers of other pages in the gold pages stay below 0.2."""
LIKE_FIRM = 0.42
"""The same after tags, a copyright line or ratings: only an image credit or a label in the middle of a text is survived."""
LIKE_SUBHEAD = 0.34


class Sorted:
    """What the sorting yields: paragraphs of the body, margins, dropped pieces with their reasons."""

    def __init__(self) -> None:
        self.body: list[str] = []
        self.margins: list[Margin] = []
        self.dropped: list[Dropped] = []

    def drop(self, text: str, why: str) -> None:
        self.dropped.append(Dropped(text=text, why=why))

    def margin(self, text: str, where: str) -> None:
        self.margins.append(Margin(text=text, where=where))  # type: ignore[arg-type]


class BodySorter:
    """Walks the blocks once. `trusted` blocks come from a reader that knows the structure of the page (HTML): lines there
    are body unless something speaks against them; in a text dump a line must read as prose."""

    def __init__(self, blocks: Sequence[str], words: Wording, languages: Languages, trusted: bool = False) -> None:
        self.blocks = [b for b in blocks if b.strip()]
        self.words, self.languages, self.trusted = words, languages, trusted
        self.kinds = [kind_of(b, words) for b in self.blocks]
        self.prose = [k is None and is_prose(b) for b, k in zip(self.blocks, self.kinds, strict=True)]
        self.known = vocabulary(b for b, p in zip(self.blocks, self.prose, strict=True) if p)
        self.out = Sorted()
        self.ended = ""
        self.listing = False
        self.last_body = -1
        self.read: set[str] = set()

    def run(self) -> Sorted:
        for at, (block, kind) in enumerate(zip(self.blocks, self.kinds, strict=True)):
            check()
            if len(self.out.body) < 3 and not self.ended and not self.prose[at] and is_date_line(block, self.words.lang, self.words):
                self.out.margin(block, "byline")
                self.out.drop(block, "byline or date line")
            elif self.ended:
                self._after_end(at, block, kind)
            elif kind is not None:
                self._furniture(at, block, kind)
            else:
                self._unmarked(at, block)
        return self.out

    def _take(self, at: int, block: str) -> None:
        key = " ".join(block.split())
        if key in self.read and len(key) > 30:
            self.out.drop(block, "repeated")
            return
        if self.languages.is_other(block):
            self.out.drop(block, "other language than the article")
            return
        self.read.add(key)
        self.out.body.append(block)
        self.last_body = at

    def _unmarked(self, at: int, block: str) -> None:
        if self.last_body < 0 and not self.prose[at] and is_byline(block, self.words):
            self.out.margin(block, "byline")
            self.out.drop(block, "byline or date line")
        elif is_caption(block, self.words, near_top=len(self.out.body) < 3 and at < len(self.blocks) - 1):
            self.out.margin(block, "caption")
            self.out.drop(block, "caption or photo credit")
        elif self.prose[at] or (stops(block) and weight(block) >= 12) or self._opens_quote(at, block):
            self._take(at, block)
        elif self.last_body >= 0 and at - self.last_body <= 2 and not any(self.prose[at + 1 :]) and is_date_line(block, self.words.lang, self.words):
            self.out.margin(block, "footer")
            self.out.drop(block, "byline or date line")
        elif at - self.last_body <= 2 and is_sign_off(block) and not any(self.prose[at + 1 : at + 3]):
            self.out.margin(block, "footer")
        elif self._subheading(at, block):
            self._take(at, block)
        else:
            self.out.drop(block, "headline or label, not text of the article")

    def _opens_quote(self, at: int, block: str) -> bool:
        """A clause that hands over to a quotation in a paragraph of its own: «В телеграмме говорится:»."""
        after = self.blocks[at + 1] if at + 1 < len(self.blocks) and self.prose[at + 1] else ""
        return self.last_body >= 0 and len(block.split()) > 1 and block.rstrip().endswith((":", "：")) and after[:1] in tuple("«\"“„»「『")

    def _subheading(self, at: int, block: str) -> bool:
        follows = any(self.prose[at + 1 : at + 3]) or (self.trusted and any(self.prose[at + 1 :]))
        if not follows:
            return self.trusted and self.last_body == at - 1 and weight(block) >= PLAIN_LINE and likeness(block, self.known) >= LIKE_SUBHEAD
        short = weight(block) <= 90
        return self.trusted or (short and likeness(block, self.known) >= LIKE_SUBHEAD)

    def _furniture(self, at: int, block: str, kind: Kind) -> None:
        if kind.margin:
            self.out.margin(block, kind.margin)
        self.out.drop(block, kind.why)
        if kind is RELATED:
            self.listing = True
        if kind.ends and (self.trusted or kind.ends != "soft") and self._much_follows(at):
            return
        if kind.ends and self.last_body >= 0:
            self.ended = kind.ends

    def _much_follows(self, at: int) -> bool:
        """Whether more prose like the article follows than came before: then this is no end."""
        ahead = sum(weight(b) for b, p in zip(self.blocks[at + 1 :], self.prose[at + 1 :], strict=True) if p and likeness(b, self.known) > 0)
        behind = sum(weight(b) for b in self.out.body)
        return ahead > behind * (0.15 if self.trusted else 1.0)

    def _after_end(self, at: int, block: str, kind: Kind | None) -> None:
        if kind is None and self._goes_on(at, block):
            self.ended, self.listing = "", False
            self._take(at, block)
            return
        if kind is not None:
            self.listing = self.listing or kind is RELATED
            if kind.ends in ("firm", "hard") and self.ended != "hard":
                self.ended = kind.ends
            if kind.margin == "footer" and not self.listing:
                self.out.margin(block, "footer")
        elif self.ended != "soft" and not self.listing and at - self.last_body <= 3 and is_sign_off(block):
            self.out.margin(block, "footer")
        self.out.drop(block, kind.why if kind else "after the end of the article")

    def _goes_on(self, at: int, block: str) -> bool:
        """Whether prose after an end is the article again: like it, and very like it after a firm end or a list."""
        if not self.prose[at] or weight(block) < 70 or self.ended == "hard":
            return False
        need = LIKE_AGAIN if self.ended == "soft" else LIKE_FIRM
        like = likeness(block, vocabulary(self.out.body))
        return like >= need or (like > 0 and self.ended == "soft" and self._link_between(at))

    def _link_between(self, at: int) -> bool:
        """Whether only a label and one headline of another page stand between the text and this prose, and more prose follows at once."""
        between = self.kinds[self.last_body + 1 : at]
        plain = sum(k is None for k in between)
        return len(between) == 2 and plain == 1 and not any(self.prose[self.last_body + 1 : at]) and all(self.prose[at + 1 : at + 2]) and at + 1 < len(self.blocks)


PLAIN_LINE = 25
"""Weight from which a last line without a full stop can still be text (a list item at the end of an article)."""
