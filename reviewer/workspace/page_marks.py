"""Marks the pages of PDFs in a process of its own, where a hostile file may do no harm.

A wish comes in; back goes the file with its marks, piece by piece, or that it cannot be done. Where
words are is known by the importer, how marks are written by the exporter, so they meet here.
"""

import pickle
from collections.abc import Iterator, Sequence

from reviewer.domain.annotated import MarkWish, OnOnePage, PageMark
from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_
from reviewer.exporters.annotated import pdf_marks
from reviewer.importers.guarded import Line, be_quiet, keep_within_limits
from reviewer.importers.paged.pdf_pages import Page, Pages, opened
from reviewer.importers.paged.pdf_pictures import places_on

PIECE, ENDED, PROBLEM = b"f", b"e", b"p"
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
        data = marked(wish)
    except _FAULTS:
        yield PROBLEM
        return
    for at in range(0, len(data), _PIECE):
        yield PIECE + data[at : at + _PIECE]
    yield ENDED


def is_last(part: bytes) -> bool:
    """Say whether a part is the last of an answer."""
    return part[:1] != PIECE


def made_of(parts: Iterator[bytes]) -> bytes:
    """Return the file that an answer brings; raises ``Unreadable`` where it brings none."""
    several = list(parts)
    data = b"".join(part[1:] for part in several[:-1])
    if not data or several[-1] != ENDED:
        raise Unreadable(NOT_MARKED)
    return data


def marked(wish: MarkWish) -> bytes:
    """Return a file with marks on its pages; raises ``Unreadable`` or the library's own error.

    What has no place on its page is a note at the page's corner, on the first page where its own
    is damaged.
    """
    with opened(wish.data, "PDF") as pages:
        told: set[int] = set()
        for wanted in wish.pages:
            told |= _mark_page(pages, wanted, wish)
        missed = [place for place in range(len(wish.marks)) if place not in told]
        if missed and not _noted_somewhere(pages, [wish.marks[place] for place in missed]):
            raise Unreadable(NOT_MARKED)
        return pdf_marks.saved(pages.raw)


def _mark_page(pages: Pages, wanted: OnOnePage, wish: MarkWish) -> set[int]:
    """Mark one page; returns which marks are on it now."""
    told: set[int] = set()
    with pages.page(wanted.number) as page:
        if page is None:
            return told
        spans = [(start, end) for _mark, start, end in wanted.marks]
        notes = 0
        for (place, start, end), lines in zip(
            wanted.marks, places_on(page, wanted.text, spans), strict=True
        ):
            if lines:
                pdf_marks.highlight(page.raw, wish.marks[place], lines)
            elif start < end and not wanted.text[start:end].strip():
                continue
            else:
                pdf_marks.note(page.raw, wish.marks[place], _corner(page), notes)
                notes += 1
            told.add(place)
    return told


def _noted_somewhere(pages: Pages, marks: Sequence[PageMark]) -> bool:
    """Put notes on the first page that can be read; says whether there is one."""
    for number in range(1, len(pages) + 1):
        with pages.page(number) as page:
            if page is not None:
                for place, mark in enumerate(marks):
                    pdf_marks.note(page.raw, mark, _corner(page), place)
                return True
    return False


def _corner(page: Page) -> tuple[float, float]:
    left, _bottom, _right, top = page.raw.get_bbox()
    return left, top
