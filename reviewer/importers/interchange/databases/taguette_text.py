"""The page that Taguette keeps of a document -> its words, and where its places lie in them.

Taguette counts UTF-8 bytes of the text between the tags, as it stands in the source: neither tags
nor the ends of paragraphs count. The words here are those a browser shows: white space is drawn
together, blocks stand on lines of their own. So every stretch of words that is taken over keeps the
byte it began at, and what is left out or put in lies between two stretches.

The source was cleaned by Taguette and is well formed; its tags are read as they come, without a
tree. A stranger's source may be anything: reading takes one pass whatever it is.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.importers.interchange.offset_units import Counting, Pair, Place

_TOKEN = re.compile(
    r"""
    <!--.*?(?:-->|\Z)
    | <(?P<kept>script|style)\b[^>]*>(?P<hidden>.*?)(?=</(?P=kept)|\Z)
    | <(?P<end>/?)(?P<tag>[a-z][^\s/>]*)(?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*')|=)*+(?:>|\Z)
    | <[!?/][^>]*(?:>|\Z)
    | (?P<words>[^<]+|<)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_RUN = re.compile(r"[^ \t\n\f\r]+(?:[ ][^ \t\n\f\r]+)*")
_STRETCH = 2_000  # code points; a place is looked for within one stretch

_APART = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table")
)
_LINES = frozenset(
    ("li", "dt", "dd", "tr", "caption", "thead", "tbody", "tfoot", "div", "section", "article")
)
_BREAKS = {**dict.fromkeys(_APART, 2), **dict.fromkeys(_LINES, 1)}
_CELLS = frozenset(("td", "th"))


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page, and its stretches: first byte, first place, and what is written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    stretches: Sequence[tuple[int, str]]

    def places(self, pairs: Sequence[Pair]) -> list[Place | None]:
        """Return where passages stand in the text as we keep it; ``None`` for what is not in it."""
        raw = [self._place(start, end) for start, end in pairs]
        inside = Counting().places(self.text, [one or (0, 0) for one in raw])
        return [place and kept for place, kept in zip(raw, inside, strict=True)]

    def _place(self, start: int, end: int) -> Place | None:
        """Return where bytes stand in the words; white space that was drawn together is not."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end) - 1
        if not 0 <= start < end or first > last:
            return None
        at, words = self.stretches[first]
        low = at + _inside(words, start - self.starts[first])
        at, words = self.stretches[last]
        return low, at + _inside(words, end - self.starts[last], up=True)


def page_text(source: str) -> PageText:
    """Return the words of a page."""
    page = _Page()
    for token in _TOKEN.finditer(source.replace("\r\n", "\n").replace("\r", "\n")):
        if token["tag"]:
            page.tag(token["tag"].lower(), ended=bool(token["end"]))
        elif token["words"]:
            page.words(html.unescape(token["words"]))
        else:
            page.hidden(token["hidden"] or "")
    return page.text()


def _inside(words: str, byte: int, *, up: bool = False) -> int:
    """Return how many characters the first bytes of a stretch are, a cut one at most once."""
    if byte <= 0 or words.isascii():
        return min(max(byte, 0), len(words))
    data = words.encode("utf-8", "surrogatepass")
    byte = min(byte, len(data))
    whole = byte
    while whole < len(data) and data[whole] & 0xC0 == 0x80:
        whole -= 1
    return len(data[:whole].decode("utf-8", "surrogatepass")) + (up and whole < byte)


class _Page:
    """A page while its words are put together."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._byte = 0
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._stretches: list[tuple[int, str]] = []
        self._apart = self._lines = self._tabs = self._cells = self._exactly = 0
        self._space: int | None = None  # the byte of a space that is due before the next word
        self._first_in_exact = False

    def text(self) -> PageText:
        return PageText("".join(self._pieces), self._starts, self._ends, self._stretches)

    def tag(self, name: str, *, ended: bool) -> None:
        self._first_in_exact = False
        if name == "br":
            self._lines += 1
        elif name in _BREAKS:
            self._apart = max(self._apart, _BREAKS[name])
            self._cells = 0
            self._tabs = 0
        elif name in _CELLS and not ended:
            self._tabs += self._cells > 0
            self._cells += 1
        if name == "pre":
            self._exactly = max(self._exactly + (-1 if ended else 1), 0)
            self._first_in_exact = not ended

    def hidden(self, words: str) -> None:
        """Pass over words that are counted and not shown."""
        self._byte += _size(words)

    def words(self, words: str) -> None:
        if self._exactly:
            self._exact(words)
            return
        done = 0
        for run in _RUN.finditer(words):
            self._gap(words[done : run.start()])
            self._write(run[0])
            done = run.end()
        self._gap(words[done:])

    def _exact(self, words: str) -> None:
        """Take over the lines of a text whose white space counts, but for a first empty one."""
        if self._first_in_exact:
            words = words.removeprefix("\n")
        self._first_in_exact = False
        for number, line in enumerate(words.split("\n")):
            if number:
                self._lines += 1
                self._byte += 1
            if line:
                self._write(line)

    def _gap(self, space: str) -> None:
        if space and self._space is None:
            self._space = self._byte
        self._byte += len(space)

    def _write(self, words: str) -> None:
        self._part()
        for at in range(0, len(words), _STRETCH):
            self._keep(words[at : at + _STRETCH], self._byte)
            self._byte = self._ends[-1]

    def _part(self) -> None:
        """Put in what stands between the last word and the next: a line's end, tabs, or a space."""
        between = "\n" * max(self._apart, self._lines) if self._pieces else ""
        between += "\t" * self._tabs
        if between:
            self._pieces.append(between)
            self._length += len(between)
        elif self._space is not None and self._pieces:
            self._keep(" ", self._space)
        self._space = None
        self._apart = self._lines = self._tabs = 0

    def _keep(self, words: str, byte: int) -> None:
        self._starts.append(byte)
        self._ends.append(byte + _size(words))
        self._stretches.append((self._length, words))
        self._pieces.append(words)
        self._length += len(words)


def _size(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode("utf-8", "surrogatepass"))
