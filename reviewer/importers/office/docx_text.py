"""Walks through the text of a DOCX in the order a reader sees it.

What was inserted while changes were tracked is kept, what was deleted is skipped and counted; what
the file hides is left out and counted. Of alternatives only the first choice is read, so that no
text box comes twice. The codes of fields are skipped, their results kept.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import PartKind
from reviewer.importers.office.blocks import Block, Group, Paragraph, Table
from reviewer.importers.office.docx_drawings import chart, diagram
from reviewer.importers.office.docx_formulas import formula
from reviewer.importers.office.docx_lists import Numbers
from reviewer.importers.office.docx_package import Package, child, short, switch, value_of
from reviewer.importers.office.docx_styles import Style, list_place, outline_level, styles_of
from reviewer.importers.office.list_numbers import numeral
from reviewer.importers.office.symbol_fonts import drawn
from reviewer.importers.remarks import Skipped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THROUGH = frozenset(
    {
        *("w:hyperlink", "w:smartTag", "w:ins", "w:moveTo", "w:fldSimple", "w:sdt"),
        *("w:sdtContent", "w:customXml", "w:dir", "w:bdo", "w:rubyBase"),
        *("mc:Choice", "mc:Fallback"),
    }
)
_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_DRAWINGS = frozenset(("w:drawing", "w:pict", "w:object"))
_PICTURES = frozenset(("a:blip", "v:imagedata"))
_DRAWN = {  # from data: in which attribute it is called, of which kind it is, and how it is read
    "c:chart": ("id", "chart", chart),
    "cx:chart": ("id", "", chart),
    "dgm:relIds": ("dm", "diagramData", diagram),
}
_LONGEST_SPAN = 64  # columns a cell may go over; what says more is damaged


@dataclass(slots=True)
class Notes:
    """The notes that were referred to, in their order: kind, id, and the mark in the text."""

    order: list[tuple[str, str, str]] = field(default_factory=list)

    def mark(self, kind: str, key: str) -> str:
        """Return the mark that stands in the text for a note, in brackets."""
        number = 1 + sum(one[0] == kind for one in self.order)
        label = numeral(number, "i" if kind == "endnotes" else "1") or str(number)
        self.order.append((kind, key, label))
        return f"[{label}]"


@dataclass(slots=True)
class _Line:
    """A paragraph that is being read."""

    style: Style
    words: list[str] = field(default_factory=list)
    boxes: list[Group] = field(default_factory=list)
    codes: list[bool] = field(default_factory=list)  # of fields: still in the code?


class Walk:
    """Gives the blocks of elements; what was skipped and referred to is kept beside.

    ``in_main`` says that elements are of the main part, whose keys for other parts are known.
    """

    def __init__(self, package: Package) -> None:
        """Read the styles and lists the text refers to."""
        self._styles = styles_of(package)
        self._numbers = Numbers(package)
        self.skipped = Skipped()
        self.notes = Notes()
        self.in_main = False
        self._package = package
        self._seen: set[str] = set()

    def blocks(self, elements: "Iterable[Element]") -> Iterator[Block]:
        """Give what elements hold, one after another."""
        for element in elements:
            name = short(str(element.tag))
            if name == "w:p":
                yield self._paragraph(element)
            elif name == "w:tbl":
                yield Table(list(self._rows(element)))
            elif name in {"m:oMathPara", "m:oMath"}:
                yield Paragraph(formula(element))
            elif name == "mc:AlternateContent":
                yield from self.blocks(_chosen(element))
            elif name in _THROUGH:
                yield from self.blocks(element)
            elif name == "w:del":
                self.skipped.deleted += _deleted(element)

    def _rows(self, element: "Element") -> Iterator[list[list[Block]]]:
        for row in element:
            name = short(str(row.tag))
            if name in _THROUGH:
                yield from self._rows(row)
            elif name == "w:tr":
                if child(row, "w:trPr", "w:del") is not None:
                    self.skipped.deleted += _deleted(row)
                else:
                    yield list(self._cells(row))

    def _cells(self, row: "Element") -> Iterator[list[Block]]:
        for cell in row:
            name = short(str(cell.tag))
            if name in _THROUGH:
                yield from self._cells(cell)
            elif name == "w:tc":
                yield list(self.blocks(cell))
                span = child(cell, "w:tcPr", "w:gridSpan")
                words = "" if span is None else value_of(span)
                columns = int(words) if words.isdecimal() and len(words) < 5 else 1
                yield from ([] for _ in range(1, min(columns, _LONGEST_SPAN)))

    def _paragraph(self, element: "Element") -> Paragraph:
        properties = child(element, "w:pPr")
        named = child(properties, "w:pStyle")
        style = self._styles.get("" if named is None else value_of(named), Style())
        line = _Line(style)
        self._inline(element, line)
        words = "".join(line.words)
        own = outline_level(properties)
        level = (style.level if own is None else own) or 0
        key, place = list_place(properties)
        key = key or style.list_key
        if not key.strip("0") or not words.strip():
            return Paragraph(words, level, boxes=line.boxes)
        place = place if place is not None else style.list_level or 0
        sign = self._numbers.sign(key, place)
        words = f"{sign} {words.lstrip()}" if sign else words
        return Paragraph(words, level, item=not level, boxes=line.boxes)

    def _inline(self, element: "Element", line: _Line) -> None:
        for one in element:
            name = short(str(one.tag))
            if name == "w:r":
                self._run(one, line)
            elif name in _THROUGH:
                self._inline(one, line)
            elif name == "w:del":
                self.skipped.deleted += _deleted(one)
            elif name == "mc:AlternateContent":
                for choice in _chosen(element=one):
                    self._inline(choice, line)
            elif name in {"m:oMathPara", "m:oMath"}:
                line.words.append(formula(one))

    def _run(self, run: "Element", line: _Line) -> None:
        hidden = self._is_hidden(run, line.style)
        for one in run:
            name = short(str(one.tag))
            if name == "w:fldChar":
                _field(value_of(one, "fldCharType"), line.codes)
            elif any(line.codes):
                continue
            elif hidden:
                self.skipped.hidden += len((one.text or "").split()) if name == "w:t" else 0
            elif name == "w:delText":
                self.skipped.deleted += len((one.text or "").split())
            else:
                self._piece(one, name, line)

    def _piece(self, one: "Element", name: str, line: _Line) -> None:
        if name in {"w:footnoteReference", "w:endnoteReference"}:
            line.words.append(self.notes.mark(f"{name[2:-9]}s", value_of(one, "id")))
        elif name in _DRAWINGS:
            self._drawing(one, line)
        elif name == "mc:AlternateContent":
            for choice in _chosen(one):
                self._run(choice, line)
        elif name == "w:ruby":
            self._ruby(one, line)
        else:
            line.words.append(_letters(one, name))

    def _drawing(self, element: "Element", line: _Line) -> None:
        for one in element:
            name = short(str(one.tag))
            if name == "w:txbxContent":
                line.boxes.append(Group(PartKind.TEXT_BOX, list(self.blocks(one))))
            elif name == "mc:AlternateContent":
                for choice in _chosen(one):
                    self._drawing(choice, line)
            elif name in _DRAWN:
                self._data(one, name, line)
            else:
                self.skipped.pictures += name in _PICTURES
                self._drawing(one, line)

    def _data(self, element: "Element", name: str, line: _Line) -> None:
        """Read what a drawing is made from, once."""
        attribute, kind, read = _DRAWN[name]
        part = self._package.called(value_of(element, attribute), kind) if self.in_main else ""
        if part and part in self._seen:
            return
        self._seen.add(part)
        found: list[Block] = []
        with suppress(Unreadable):
            root = self._package.root(part) if part else None
            found = [] if root is None else read(root)
        if found:
            line.boxes.append(Group(PartKind.TEXT_BOX, found))
        else:
            self.skipped.drawings += 1

    def _ruby(self, element: "Element", line: _Line) -> None:
        base, above = child(element, "w:rubyBase"), child(element, "w:rt")
        if base is not None:
            self._inline(base, line)
        if above is not None:
            line.words.append("(")
            self._inline(above, line)
            line.words.append(")")

    def _is_hidden(self, run: "Element", style: Style) -> bool:
        properties = child(run, "w:rPr")
        own = switch(properties, "w:vanish")
        if own is None:
            named = child(properties, "w:rStyle")
            own = None if named is None else self._styles.get(value_of(named), Style()).hidden
        return bool(style.hidden if own is None else own)


def _chosen(element: "Element") -> "list[Element]":
    """Return the alternative that is read: the first choice, or what stands in for all."""
    found = [one for one in element if short(str(one.tag)) == "mc:Choice"]
    return (found or [one for one in element if short(str(one.tag)) == "mc:Fallback"])[:1]


def _deleted(element: "Element") -> int:
    return sum(
        len((one.text or "").split())
        for one in element.iter()
        if short(str(one.tag)) in {"w:delText", "w:t"}
    )


def _field(kind: str, codes: list[bool]) -> None:
    if kind == "begin":
        codes.append(True)
    elif codes and kind == "separate":
        codes[-1] = False
    elif codes and kind == "end":
        codes.pop()


def _letters(element: "Element", name: str) -> str:
    if name == "w:t":
        return (element.text or "").replace("\n", " ")
    return _symbol(element) if name == "w:sym" else _SIGNS.get(name, "")


def _symbol(element: "Element") -> str:
    try:
        code = int(value_of(element, "char"), 16)
        return drawn(value_of(element, "font"), code) or chr(code)
    except (ValueError, OverflowError):
        return "\ufffd"
