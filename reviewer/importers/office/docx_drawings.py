"""The words of what Word draws from data: charts, and diagrams (SmartArt).

A chart is read as what it is drawn from: its titles, and a table with a row for each category, as
far as the file keeps them beside the drawing. A diagram is read in the order of its tree. What
cannot be read is counted by whoever asked.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from reviewer.importers.office.blocks import Block, Paragraph, Table, has_words
from reviewer.importers.office.docx_package import child, short, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_CELLS = 100_000
_Points = dict[int, str]


def chart(root: "Element") -> list[Block]:
    """Return a chart's titles and what it is drawn from; nothing where there is too much of it."""
    drawn = child(root, "c:chart")
    found: list[Block] = []
    for title in () if drawn is None else drawn.iter():
        if short(str(title.tag)) == "c:title":
            told = list(_paragraphs(title))
            found += told or map(Paragraph, _points(child(title, "c:tx")).values())
    rows = list(_series(root))
    for categories, several in groupby(rows, key=lambda one: one[0]):
        values = [(name, points) for _, name, points in several]
        places = sorted({*categories, *(place for _, points in values for place in points)})
        if len(places) * (1 + len(values)) > _MOST_CELLS:
            return []
        names = [name for name, _ in values]
        head = [["", *names]] if any(names) else []
        cells = [
            [categories.get(place, ""), *(points.get(place, "") for _, points in values)]
            for place in places
        ]
        found.append(Table([[[Paragraph(cell)] for cell in row] for row in [*head, *cells]]))
    return found if has_words(found) else []


def diagram(root: "Element") -> list[Block]:
    """Return what stands in a diagram, a paragraph each."""
    points = {
        value_of(one, "modelId"): one for one in _children(child(root, "dgm:ptLst"), "dgm:pt")
    }
    found: list[Block] = []
    for key in _in_order(root, points):
        found += _paragraphs(child(points[key], "dgm:t"))
    return found if has_words(found) else []


def _series(root: "Element") -> Iterator[tuple[_Points, str, _Points]]:
    """Give each row of values with what its places are called and its own name."""
    for one in root.iter():
        if short(str(one.tag)) == "c:ser":
            names = _points(child(one, "c:tx"))
            categories = _points(_first(one, "c:cat", "c:xVal"))
            yield categories, " ".join(names.values()), _points(_first(one, "c:val", "c:yVal"))


def _points(element: "Element | None") -> _Points:
    """Return the points below an element by their places; of levels only the innermost."""
    alone = child(element, "c:v")
    if alone is not None:
        return {0: " ".join((alone.text or "").split())}
    found: _Points = {}
    levels = 0
    for one in () if element is None else element.iter():
        name = short(str(one.tag))
        levels += name == "c:lvl"
        if levels > 1:
            break
        place = value_of(one, "idx")
        if name == "c:pt" and place.isascii() and place.isdecimal() and len(place) < 10:
            found[int(place)] = " ".join("".join(str(words) for words in one.itertext()).split())
    return found


def _in_order(root: "Element", points: "dict[str, Element]") -> Iterator[str]:
    """Give the points of a diagram as its tree has them, then any that no branch leads to."""
    below: dict[str, list[tuple[int, str]]] = {}
    for one in _children(child(root, "dgm:cxnLst"), "dgm:cxn"):
        if (value_of(one, "type") or "parOf") == "parOf":
            order = value_of(one, "srcOrd")
            place = int(order) if order.isascii() and order.isdecimal() and len(order) < 10 else 0
            below.setdefault(value_of(one, "srcId"), []).append((place, value_of(one, "destId")))
    seen: set[str] = set()
    for start in sorted(points, key=lambda key: value_of(points[key], "type") != "doc"):
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key in points and key not in seen:
                seen.add(key)
                yield key
                waiting += [one for _, one in sorted(below.get(key, ()), reverse=True)]


def _paragraphs(element: "Element | None") -> Iterator[Paragraph]:
    for one in () if element is None else element.iter():
        if short(str(one.tag)) == "a:p":
            words = "".join(_letters(piece) for piece in one.iter())
            if words.strip():
                yield Paragraph(words)


def _letters(element: "Element") -> str:
    name = short(str(element.tag))
    return element.text or "" if name == "a:t" else "\n" if name == "a:br" else ""


def _first(element: "Element", *names: str) -> "Element | None":
    return next((one for one in element if short(str(one.tag)) in names), None)


def _children(element: "Element | None", name: str) -> "Iterator[Element]":
    for one in () if element is None else element:
        if short(str(one.tag)) == name:
            yield one
