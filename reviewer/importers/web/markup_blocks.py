"""Walks a page's tree and gives what a reader sees: blocks of words, in order, none left out.

A block is what stands on lines of its own: a paragraph, a heading, an entry of a list, a row of a
table. Each knows the box it stands in, and a box the one around it, so that what is furniture can
be told by where words stand. What nobody sees is left out: scripts, templates, what is marked as
hidden. Where that leaves no word, a second walk takes what is hidden as well.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from reviewer.importers.web.markup_boxes import Box, box_of, shows
from reviewer.importers.web.markup_tables import Rows, rows_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Form(StrEnum):
    """What a block is on its page."""

    PARAGRAPH = "paragraph"
    LINE = "line"  # words in a box that is no paragraph
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    PLAIN = "plain"  # its lines and spaces count
    PICTURE = "picture"  # the words that stand for one


@dataclass(slots=True)
class Block:
    """Words on lines of their own; ``linked`` counts the letters that are links.

    ``level`` is a heading's, ``table`` numbers the table of a row, ``gap`` says that the page
    leaves room before it.
    """

    words: str
    form: Form
    box: int
    linked: int = 0
    links: int = 0
    level: int = 0
    table: int = 0
    gap: bool = False


@dataclass(slots=True)
class Walked:
    """All blocks of a page, and the boxes they stand in, outer ones first."""

    blocks: list[Block] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


_GAP = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre"}
    | {"section", "article", "main", "header", "footer", "nav", "aside", "figure", "form", "hr"}
    | {"fieldset", "details", "menu"}
)
_BLOCKS = _GAP | frozenset(
    {"address", "body", "caption", "center", "dd", "dialog", "dir", "div", "dt", "figcaption"}
    | {"hgroup", "html", "legend", "li", "option", "search", "select", "summary", "tbody", "td"}
    | {"template", "tfoot", "th", "thead", "tr", "textarea", "frameset", "noframes", "noscript"}
)
_APART = frozenset({"a", "button", "label"})  # two of them, side by side, are no word
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WHITE = re.compile("[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(" *\n *")
_LONG = 80  # code points; such lines read better with room between
_SHORTEST_PICTURE = 15  # code points of words that say more of a picture than its name
_FILE = re.compile(r".*\.(?:jpe?g|png|gif|webp|svg|bmp|pdf)\b.*|[\w-]+", re.I | re.DOTALL)
_PLACES = frozenset({"submit", "button", "reset"})


def walked(tree: "HtmlElement") -> Walked:
    """Return what can be read on a page."""
    found = _Walk(hidden=False).through(tree)
    if not found.blocks:
        found = _Walk(hidden=True).through(tree)
    return found


class _Walk:
    """One walk through a tree; what it holds is where it stands."""

    def __init__(self, *, hidden: bool) -> None:
        self._hidden = hidden
        self._left_out: HtmlElement | None = None
        self._found = Walked()
        self._boxes: list[int] = []  # those that are open
        self._pieces: list[str] = []
        self._links = 0  # open elements
        self._linked: list[str] = []
        self._link_count = 0
        self._apart = False  # one that keeps apart from its neighbour has just ended
        self._plain = 0
        self._gap = False
        self._level = 0
        self._lists: list[list[int | None]] = []  # the next number, and the one that is waiting
        self._marker = ""
        self._table = 0
        self._pictures: list[Block] = []

    def through(self, tree: "HtmlElement") -> Walked:
        from lxml import etree

        events = etree.iterwalk(tree, events=("start", "end", "comment"))
        for event, element in events:
            if event == "start":
                if not self._start(element):
                    self._left_out = element
                    events.skip_subtree()
            elif event == "end":
                self._end(element)
            elif event == "comment":
                self._say(element.tail)
        self._flush()
        self._keep_pictures()
        return self._found

    def _start(self, element: "HtmlElement") -> bool:
        """Begin an element; say whether to go into it."""
        tag = _tag(element)
        if not shows(element, tag, hidden=self._hidden):
            return False
        rows = rows_of(element, hidden=self._hidden) if tag == "table" else None
        if tag in _BLOCKS or rows:
            self._flush()
            self._gap = self._gap or tag in _GAP
        if rows:
            self._write_rows(element, rows)
            return False
        if tag == "svg":
            self._say(" ".join(_drawn(element)))
            return False
        self._enter(element, tag)
        self._say(element.text)
        return True

    def _enter(self, element: "HtmlElement", tag: str) -> None:
        if tag in _BLOCKS:
            self._open(element, tag)
        if tag == "a" and element.get("href") is not None:
            self._links += 1
            self._link_count += 1
        if tag in _APART and self._apart:
            self._pieces.append(" ")
        if tag in ("pre", "textarea"):
            self._plain += 1
        elif tag in ("ul", "ol", "menu", "dir"):
            self._lists.append([_first(element) if tag == "ol" else None])
        elif tag == "li":
            self._mark(element)
        elif tag in _HEADINGS:
            self._level = _HEADINGS[tag]
        else:
            self._say_of(element, tag)

    def _say_of(self, element: "HtmlElement", tag: str) -> None:
        """Write what an element without words of its own says."""
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "q":
            self._pieces.append("“")
        elif tag == "img":
            self._picture(element)
        elif tag == "input" and (element.get("type") or "").lower() in _PLACES:
            self._say(f" {element.get('value') or ''} ")

    def _end(self, element: "HtmlElement") -> None:
        if element is self._left_out:
            self._left_out = None
        else:
            self._leave(element, _tag(element))
        self._say(element.tail)

    def _leave(self, element: "HtmlElement", tag: str) -> None:
        if tag == "a" and element.get("href") is not None:
            self._links -= 1
        self._apart = tag in _APART
        if tag == "q":
            self._pieces.append("”")
        if tag in _BLOCKS:
            self._flush()
            self._gap = self._gap or tag in _GAP
            self._boxes.pop()
        if tag in ("pre", "textarea"):
            self._plain -= 1
        elif tag in ("ul", "ol", "menu", "dir"):
            self._lists.pop()
        elif tag == "li":
            self._marker = ""
        elif tag in _HEADINGS:
            self._level = 0

    def _open(self, element: "HtmlElement", tag: str) -> None:
        around = self._boxes[-1] if self._boxes else -1
        self._found.boxes.append(box_of(element, tag, around))
        self._boxes.append(len(self._found.boxes) - 1)

    def _mark(self, element: "HtmlElement") -> None:
        """Get ready what stands before an entry of a list: a dot, or its number."""
        indent = "  " * max(0, min(len(self._lists), 9) - 1)
        numbers = self._lists[-1] if self._lists else [None]
        number = _whole(element.get("value"), numbers[0])
        if number is None or numbers[0] is None:
            self._marker = f"{indent}• "
            return
        numbers[0] = number + 1
        self._marker = f"{indent}{number}. "

    def _say(self, words: str | None) -> None:
        if not words:
            return
        self._apart = False
        self._pieces.append(words if self._plain else _WHITE.sub(" ", words))
        if self._links:
            self._linked.append(words)

    def _flush(self) -> None:
        """End the block, if there are words in it."""
        if not self._pieces:
            self._link_count = 0
            return
        words = "".join(self._pieces)
        linked = "".join(self._linked)
        links, self._link_count = self._link_count, 0
        self._pieces.clear()
        self._linked.clear()
        if self._plain:
            words = words.strip("\n")
        else:
            words = _AROUND_BREAK.sub("\n", re.sub(" {2,}", " ", words)).strip(" \n")
        if not words or words.isspace():
            return
        self._add(Block(words, self._form(), self._boxes[-1], letters(linked), links, self._level))

    def _form(self) -> Form:
        if self._level:
            return Form.HEADING
        if self._plain:
            return Form.PLAIN
        if self._marker:
            return Form.ITEM
        tag = self._found.boxes[self._boxes[-1]].tag
        return Form.PARAGRAPH if tag in ("p", "blockquote") else Form.LINE

    def _add(self, block: Block) -> None:
        before = self._found.blocks[-1] if self._found.blocks else None
        if self._marker:
            block.words, self._marker = self._marker + block.words, ""
        long = len(block.words) > _LONG or (before is not None and len(before.words) > _LONG)
        listed = (
            before is not None
            and block.form in (Form.ITEM, Form.ROW)
            and (before.form, before.table) == (block.form, block.table)
        )
        block.gap = (self._gap and not listed) or (long and not listed)
        self._gap = False
        self._found.blocks.append(block)

    def _write_rows(self, element: "HtmlElement", rows: Rows) -> None:
        """Write a table of facts, row by row."""
        self._open(element, "table")
        self._table += 1
        for row in rows:
            form = Form.ROW if row.cells > 1 else Form.LINE
            box = self._boxes[-1]
            self._add(Block(row.words, form, box, row.linked, row.links, table=self._table))
        self._gap = True
        self._boxes.pop()

    def _picture(self, element: "HtmlElement") -> None:
        """Keep in mind what a picture shows, unless it has a caption or is part of a sentence."""
        words = " ".join((element.get("alt") or "").split())
        if len(words) < _SHORTEST_PICTURE or _FILE.fullmatch(words) or _has_caption(element):
            return
        if "".join(self._pieces).strip() or self._marker:
            return
        block = Block(f"[{words}]", Form.PICTURE, self._boxes[-1], links=min(1, self._links))
        block.linked = letters(words) if self._links else 0
        self._pictures.append(block)
        self._add(block)

    def _keep_pictures(self) -> None:
        """Leave out what stands for a picture where the page says the same in words."""
        said = {letters_of(one.words) for one in self._found.blocks if one.form is not Form.PICTURE}
        seen: set[str] = set()
        kept: list[Block] = []
        for block in self._found.blocks:
            if block.form is Form.PICTURE:
                words = letters_of(block.words)
                if words in said or words in seen:
                    continue
                seen.add(words)
            kept.append(block)
        self._found.blocks = kept


def letters(words: str) -> int:
    """Return how many code points of words are no white space."""
    return len(words) - sum(map(words.count, " \t\n\r\f\xa0"))


def letters_of(words: str) -> str:
    """Return only the letters and digits of words, in lower case: what makes them the same."""
    return "".join(filter(str.isalnum, words.lower()))


def _tag(element: "HtmlElement") -> str:
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2].lower() if "}" in tag else tag.lower()


def _first(element: "HtmlElement") -> int:
    found = _whole(element.get("start"), 1)
    return 1 if found is None else found


def _whole(words: str | None, otherwise: int | None) -> int | None:
    words = (words or "").strip()
    plain = words.isascii() and words.removeprefix("-").isdecimal() and len(words) < 9
    return int(words) if plain else otherwise


def _drawn(element: "HtmlElement") -> list[str]:
    """Return the words in a drawing; its own title and description are not drawn."""
    return ["".join(map(str, text.itertext())) for text in element.iter("text")]


def _has_caption(element: "HtmlElement") -> bool:
    around = element.getparent()
    for _ in range(6):
        if around is None or _tag(around) == "body":
            return False
        if _tag(around) == "figure":
            return next(around.iter("figcaption"), None) is not None
        around = around.getparent()
    return False
