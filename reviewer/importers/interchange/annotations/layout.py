"""What stood where in the file of a document of ours: pages and other parts, page furniture.

It comes back as it went out, since nothing tells the pages of a PDF from its words alone. What is
of no kind there is, or lies outside the text, is passed over: the words are there without it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reviewer.domain.incoming import Furniture, FurnitureKind, Incoming, Part, PartKind
from reviewer.domain.spans import Span
from reviewer.domain.text import normalise

_MOST = 1_000_000
_LONGEST_LABEL = 200  # code points


def laid_out(incoming: Incoming, row: Mapping[str, object]) -> Incoming:
    """Return a document with its ``parts`` and ``furniture``, as far as the row has them."""
    length = len(incoming.text)
    parts = tuple(_parts(row.get("parts"), length))
    furniture = tuple(_furniture(row.get("furniture"), length))
    known = isinstance(row.get("furniture"), list)
    return replace(incoming, parts=parts, furniture=furniture if known else incoming.furniture)


def _parts(value: object, length: int) -> Iterator[Part]:
    for one in _lists(value):
        match one:
            case [str(kind), int(start), int(end), int(number), str(label)]:
                if kind in tuple(PartKind) and 0 <= start <= end <= length and 0 <= number <= _MOST:
                    label = normalise(label[:_LONGEST_LABEL]).text
                    yield Part(PartKind(kind), start, end, number, label)


def _furniture(value: object, length: int) -> Iterator[Furniture]:
    before = 0
    for one in _lists(value):
        match one:
            case [str(kind), int(start), int(end)]:
                if kind in tuple(FurnitureKind) and before <= start < end <= length:
                    yield Furniture(Span(start, end), FurnitureKind(kind))
                    before = end


def _lists(value: object) -> list[object]:
    return value[:_MOST] if isinstance(value, list) else []
