"""Marks the pages of PDFs in a process of its own, where a hostile file may do no harm.

A wish comes in; back goes the file with its marks, piece by piece, and which of them found no place
on their page; or that it cannot be done. Where words are is known by the importer, how marks are
written by the exporter, so they meet here.
"""

import json
import pickle
from collections.abc import Iterator
from contextlib import suppress

from reviewer.domain.annotated import MarkWish, OnOnePage, PagesMarked
from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_
from reviewer.exporters import pdf_marks
from reviewer.importers.guarded import Line, be_quiet, keep_within_limits
from reviewer.importers.paged.pdf_pages import Page, Pages, opened
from reviewer.importers.paged.pdf_pictures import places_on

PIECE, LEFT, PROBLEM = b"f", b"l", b"p"
NOT_MARKED = N_(
    "The pages cannot be marked: the file may be damaged. Take the document as a web page or as a "
    "text document; its text is not affected."
)
_PIECE = 16_000_000  # bytes
_FAULTS = (Unreadable, MemoryError, RuntimeError, OSError, ValueError)


def serve(line: Line) -> None:
    """Mark files as they are wished for, until the line ends; for a process of its own."""
    be_quiet()
    keep_within_limits()
    while True:
        try:
            wish: MarkWish = pickle.loads(line.recv_bytes())
        except EOFError:
            return
        for part in answer(wish):
            line.send_bytes(part)


def answer(wish: MarkWish) -> Iterator[bytes]:
    """Give the parts of an answer, the last of which ``is_last`` knows."""
    try:
        data, left = _marked(wish)
    except _FAULTS:
        yield PROBLEM
        return
    for at in range(0, len(data), _PIECE):
        yield PIECE + data[at : at + _PIECE]
    yield LEFT + json.dumps(left).encode("ascii")


def is_last(part: bytes) -> bool:
    """Say whether a part is the last of an answer."""
    return part[:1] != PIECE


def made_of(parts: Iterator[bytes]) -> PagesMarked:
    """Return the file that an answer brings; raises ``Unreadable`` where it brings none."""
    pieces, left = list[bytes](), None
    for part in parts:
        if part[:1] == PIECE:
            pieces.append(part[1:])
        elif part[:1] == LEFT:
            with suppress(ValueError):
                left = json.loads(part[1:])
    data = b"".join(pieces)
    if not isinstance(left, list) or not data.startswith(b"%PDF"):
        raise Unreadable(NOT_MARKED)
    return PagesMarked(data, tuple(map(str, left)))


def _marked(wish: MarkWish) -> tuple[bytes, list[str]]:
    found: set[int] = set()
    with opened(wish.data, "PDF") as pages:
        for wanted in wish.pages:
            found |= _mark_page(pages, wanted, wish)
        left = [mark.label for place, mark in enumerate(wish.marks) if place not in found]
        return pdf_marks.saved(pages.raw), left


def _mark_page(pages: Pages, wanted: OnOnePage, wish: MarkWish) -> set[int]:
    """Mark one page; returns which marks stand over their words."""
    found: set[int] = set()
    with pages.page(wanted.number) as page:
        if page is None:
            return found
        spans = [(start, end) for _mark, start, end in wanted.marks]
        notes = 0
        for (place, _start, _end), lines in zip(
            wanted.marks, places_on(page, wanted.text, spans), strict=True
        ):
            mark = wish.marks[place]
            if lines and pdf_marks.highlight(page.raw, mark, lines):
                found.add(place)
            elif pdf_marks.note(page.raw, mark, _corner(page), notes):
                notes += 1
    return found


def _corner(page: Page) -> tuple[float, float]:
    left, _bottom, _right, top = page.raw.get_bbox()
    return left, top
