"""Walks through the text of an ODT in the order a reader sees it.

Insertions are where they belong in the text already; what was deleted lies apart, and is counted
only. White space means in an ODT what it means in a web page: one space.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.domain.incoming import PartKind
from reviewer.importers.office.blocks import Block, Group, Paragraph, Table, headed
from reviewer.importers.office.odt_styles import OUTLINE, Styles, short, value_of, whole
from reviewer.importers.remarks import Skipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THROUGH = frozenset(
    {
        *("text:section", "text:index-body", "text:index-title", "text:numbered-paragraph"),
        *("text:table-of-content", "text:alphabetical-index", "text:bibliography"),
        *("text:illustration-index", "text:table-index", "text:object-index", "text:user-index"),
        *("draw:frame", "draw:g", "draw:a", "draw:page"),
    }
)
_SHAPES = frozenset(
    {
        *("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle"),
        *("draw:line", "draw:polygon", "draw:path", "draw:polyline", "draw:connector"),
        *("draw:caption", "draw:regular-polygon"),
    }
)
_ROWS = frozenset(("table:table-rows", "table:table-header-rows", "table:table-row-group"))
_HIDES = frozenset(("text:hidden-text", "text:hidden-paragraph"))
_NOT_TEXT = frozenset(("text:script", "text:tracked-changes", "office:forms"))
_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_REPEATED = 64  # columns, rows and spaces that are written out


@dataclass(slots=True)
class _Line:
    words: list[str] = field(default_factory=list)
    boxes: list[Group] = field(default_factory=list)

    def add(self, words: str | None) -> None:
        """Add words with their white space as one space, none at the beginning."""
        found = _SPACES.sub(" ", words or "")
        if found[:1] == " " and (not self.words or self.words[-1][-1:] in " \n\t"):
            found = found[1:]
        if found:
            self.words.append(found)


class Walk:
    """Gives the blocks of elements; notes and comments are kept for the end."""

    def __init__(self) -> None:
        self.styles = Styles()
        self.skipped = Skipped()
        self.notes: list[Group] = []
        self.comments: list[Group] = []
        self._lists = 0

    def blocks(self, elements: "Iterable[Element]") -> Iterator[Block]:
        """Give what elements hold, one after another."""
        for element in elements:
            name = short(str(element.tag))
            if self._is_hidden(element):
                self.skipped.hidden += _count(element)
            elif name in {"text:p", "text:h"}:
                yield self._paragraph(element, name == "text:h")
            elif name == "text:list":
                self._lists += 1
                yield from self._list(element, value_of(element, "style-name"), 1)
            elif name == "table:table":
                yield Table(list(self._rows(element)))
            elif name == "text:tracked-changes":
                self.skipped.deleted += _deleted(element)
            else:
                yield from self._others(element, name)

    def _others(self, element: "Element", name: str) -> Iterator[Block]:
        if name in _THROUGH:
            self.skipped.pictures += any(short(str(one.tag)) == "draw:image" for one in element)
            yield from self.blocks(element)
        elif name in _SHAPES:
            yield Group(PartKind.TEXT_BOX, list(self.blocks(element)))

    def _paragraph(self, element: "Element", heading: bool) -> Paragraph:
        line = _Line()
        self._inline(element, line)
        words = "".join(line.words)
        if not heading:
            return Paragraph(words, boxes=line.boxes)
        level = max(whole(value_of(element, "outline-level"), 1), 1)
        if words.strip() and value_of(element, "is-list-header") != "true":
            start = value_of(element, "start-value")
            words = f"{self.styles.sign(OUTLINE, OUTLINE, level, start)} {words}".strip()
        return Paragraph(words, level, boxes=line.boxes)

    def _list(self, element: "Element", style: str, level: int) -> Iterator[Block]:
        going_on = value_of(element, "continue-numbering") == "true"
        key = f"{style} {'' if going_on or value_of(element, 'continue-list') else self._lists}"
        for item in element:
            signed = short(str(item.tag)) == "text:list-item"
            for one in item:
                if short(str(one.tag)) == "text:list":
                    inner = value_of(one, "style-name") or style
                    yield from self._list(one, inner, level + 1)
                    continue
                for block in self.blocks([one]):
                    if isinstance(block, Paragraph) and block.words.strip() and not block.level:
                        block.item = True
                        if signed:
                            start = value_of(item, "start-value")
                            sign = self.styles.sign(style, key, level, start)
                            block.words = f"{sign} {block.words}".strip()
                            signed = False
                    yield block

    def _rows(self, element: "Element") -> Iterator[list[list[Block]]]:
        for row in element:
            name = short(str(row.tag))
            if name in _ROWS:
                yield from self._rows(row)
            elif name == "table:table-row":
                yield list(self._cells(row))

    def _cells(self, row: "Element") -> Iterator[list[Block]]:
        for cell in row:
            name = short(str(cell.tag))
            if name in {"table:table-cell", "table:covered-table-cell"}:
                again = min(whole(value_of(cell, "number-columns-repeated"), 1), _MOST_REPEATED)
                for _ in range(max(again, 1)):
                    yield list(self.blocks(cell))

    def _inline(self, element: "Element", line: _Line) -> None:
        line.add(element.text)
        for one in element:
            self._piece(one, short(str(one.tag)), line)
            line.add(one.tail)

    def _piece(self, one: "Element", name: str, line: _Line) -> None:
        if name in _HIDES or self._is_hidden(one):
            self.skipped.hidden += _count(one)
        elif name == "text:s":
            line.words.append(" " * min(whole(value_of(one, "c"), 1), _MOST_REPEATED))
        elif name in {"text:tab", "text:line-break"}:
            line.words.append("\t" if name == "text:tab" else "\n")
        elif name == "text:note":
            line.words.append(self._note(one))
        elif name == "office:annotation":
            self._comment(one)
        elif name in _THROUGH or name in _SHAPES:
            self._anchored(one, line)
        elif name not in _NOT_TEXT:
            self._inline(one, line)

    def _anchored(self, element: "Element", line: _Line) -> None:
        for block in self.blocks([element]):
            line.boxes.append(
                block if isinstance(block, Group) else Group(PartKind.TEXT_BOX, [block])
            )

    def _note(self, element: "Element") -> str:
        label, body = "", list[Block]()
        place = len(self.notes)
        for one in element:
            if short(str(one.tag)) == "text:note-citation":
                label = " ".join((one.text or "").split())
            elif short(str(one.tag)) == "text:note-body":
                body = list(self.blocks(one))
        mark = f"[{label or place + 1}]"
        self.notes.insert(place, Group(PartKind.FOOTNOTE, headed(mark, body), label))
        return mark

    def _comment(self, element: "Element") -> None:
        author = next(
            (one.text or "" for one in element if short(str(one.tag)) == "dc:creator"), ""
        )
        author = " ".join(author.split())
        found = headed(f"{author}:" if author else "", list(self.blocks(element)))
        self.comments.append(Group(PartKind.COMMENT, found, author))

    def _is_hidden(self, element: "Element") -> bool:
        return (
            value_of(element, "style-name") in self.styles.hidden
            or value_of(element, "display") == "none"
        )


def _count(element: "Element") -> int:
    return len(" ".join(map(str, element.itertext())).split())


def _deleted(element: "Element") -> int:
    return sum(
        _count(one)
        for found in element.iter()
        if short(str(found.tag)) == "text:deletion"
        for one in found
        if short(str(one.tag)) != "office:change-info"
    )
