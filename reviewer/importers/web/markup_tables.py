"""Tells tables of facts from tables that only lay a page out, and reads the rows of the former."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.importers.web.markup_boxes import shows

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LAID_OUT = frozenset(
    {"table", "h1", "h2", "h3", "h4", "ul", "ol", "form", "article", "section", "nav", "iframe"}
    | {"blockquote", "pre", "hr", "textarea", "script", "noscript"}
)
_BREAKS = frozenset({"br", "p", "div", "td", "th", "li"})
_LONGEST_CELL = 600  # code points; what is longer is told, not listed
_BETWEEN = "\t"


@dataclass(frozen=True, slots=True)
class Row:
    """A row on one line; ``cells`` counts them, ``linked`` the letters that are links."""

    words: str
    cells: int
    linked: int
    links: int


Rows = list[Row]


@dataclass(slots=True)
class _Cell:
    words: str
    linked: int
    links: int


def rows_of(table: "HtmlElement", *, hidden: bool) -> Rows | None:
    """Return the rows of a table of facts; ``None`` for one that lays a page out."""
    if (table.get("role") or "") in ("presentation", "none"):
        return None
    if any(True for _ in table.iterdescendants(*_LAID_OUT)):
        return None
    found: Rows = []
    wide = 0
    for element in table.iterdescendants("tr", "caption"):
        if not _is_seen(element, table, hidden=hidden):
            continue
        cells = _cells(element, hidden=hidden)
        if any(len(cell.words) > _LONGEST_CELL for cell in cells):
            return None
        wide += len(cells) > 1
        if any(cell.words for cell in cells):
            found.append(_row(cells))
    return found if wide > 1 and _holds_all(table, found) else None


def _row(cells: list[_Cell]) -> Row:
    return Row(
        _BETWEEN.join(cell.words for cell in cells).rstrip(_BETWEEN),
        len(cells),
        sum(cell.linked for cell in cells),
        sum(cell.links for cell in cells),
    )


def _is_seen(element: "HtmlElement", table: "HtmlElement", *, hidden: bool) -> bool:
    around = element
    while around is not table:
        if not shows(around, str(around.tag), hidden=hidden):
            return False
        parent = around.getparent()
        if parent is None:
            return False
        around = parent
    return True


def _cells(row: "HtmlElement", *, hidden: bool) -> list[_Cell]:
    if row.tag == "caption":
        return [_cell(row, hidden=hidden)]
    return [
        _cell(cell, hidden=hidden)
        for cell in row.iterchildren("td", "th")
        if shows(cell, str(cell.tag), hidden=hidden)
    ]


def _cell(cell: "HtmlElement", *, hidden: bool) -> _Cell:
    from lxml import etree

    pieces: list[str] = []
    linked = links = depth = 0
    left_out: HtmlElement | None = None
    events = etree.iterwalk(cell, events=("start", "end"))
    for event, element in events:
        words = element.text if event == "start" else element.tail
        if element is cell and event == "end":
            break
        is_link = element.tag == "a" and element.get("href") is not None
        if event == "start":
            if not shows(element, str(element.tag), hidden=hidden):
                left_out = element
                events.skip_subtree()
                continue
            depth += is_link
            links += is_link
        elif element is left_out:
            left_out = None
        else:
            depth -= is_link
        if element.tag in _BREAKS:
            pieces.append(" ")
        pieces.append(words or "")
        linked += len((words or "").split()) and depth and len("".join((words or "").split()))
    return _Cell(" ".join("".join(pieces).split()), linked, links)


def _holds_all(table: "HtmlElement", rows: Rows) -> bool:
    """Say whether nothing stands in the table outside its rows, which would be lost."""
    return all(
        not (element.text or "").strip()
        for element in (table, *table.iterchildren("tbody", "thead", "tfoot"))
    ) and bool(rows)
