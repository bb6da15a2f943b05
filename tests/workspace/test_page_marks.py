"""Marks on the pages of PDFs: native ones, over their words, behind the file's own bytes."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pytest
from pypdfium2 import raw as library

from reviewer.domain.annotated import MarkWish, OnOnePage, PageMark
from reviewer.domain.errors import Unreadable
from reviewer.domain.spans import Span
from reviewer.domain.tag_shades import Shade
from reviewer.workspace import page_marks
from reviewer.workspace.page_marking import PageMarking
from tests.importers.pdf_files import column, pdf

FIRST, SECOND = "The bridge was hit at night.", "At least 25 people were hurt."
HOSTILE = ") /JS (app.alert(1)) >> endobj <script>\x00\ud800 زرویل 👩"


@dataclass(frozen=True)
class Mark:
    """A mark as a reader of PDFs finds it."""

    page: int
    kind: int
    words: dict[str, str]
    boxes: int
    under: str


def mark(label: str, span: Span | None = None, words: str = "Note") -> PageMark:
    at = "2026-03-14T09:26:53.589+00:00"
    return PageMark(label, span, Shade(10, 20, 30), words, "Noor", at, "Denial")


def wish(*marks: tuple[str, int, int, int], data: bytes = b"") -> MarkWish:
    """Return a wish for marks by label, page, start and end."""
    pages: dict[int, list[tuple[int, int, int]]] = {}
    for place, (_label, number, start, end) in enumerate(marks):
        pages.setdefault(number, []).append((place, start, end))
    texts = {1: FIRST, 2: SECOND}
    return MarkWish(
        data or pdf(column(FIRST), column(SECOND)),
        tuple(mark(label) for label, *_place in marks),
        tuple(OnOnePage(number, texts.get(number, ""), tuple(on)) for number, on in pages.items()),
    )


def marks_of(data: bytes) -> list[Mark]:
    document = pypdfium2.PdfDocument(data)
    return [one for number in range(len(document)) for one in _on_page(document[number], number)]


def _on_page(page: pypdfium2.PdfPage, number: int) -> Iterator[Mark]:
    words = page.get_textpage()
    for place in range(library.FPDFPage_GetAnnotCount(page)):
        found = library.FPDFPage_GetAnnot(page, place)
        edges = library.FS_RECTF()
        library.FPDFAnnot_GetRect(found, edges)
        yield Mark(
            number + 1,
            library.FPDFAnnot_GetSubtype(found),
            {key: _value(found, key) for key in ("Contents", "T", "Subj", "NM", "M")},
            library.FPDFAnnot_CountAttachmentPoints(found),
            words.get_text_bounded(edges.left, edges.bottom, edges.right, edges.top).strip(),
        )
        library.FPDFPage_CloseAnnot(found)


def _value(found: object, key: str) -> str:
    length = library.FPDFAnnot_GetStringValue(found, key.encode(), None, 0)
    data = ctypes.create_string_buffer(length)
    place = ctypes.cast(data, ctypes.POINTER(ctypes.c_ushort))
    library.FPDFAnnot_GetStringValue(found, key.encode(), place, length)
    return data.raw[: length - 2].decode("utf-16-le")


def test_a_mark_lies_over_its_words_and_says_who_what_and_when() -> None:
    asked = wish(("D1·1", 1, 4, 10), ("D1·2", 2, 9, 18))
    data = page_marks.marked(asked)
    assert data.startswith(asked.data)
    one, other = marks_of(data)
    assert (one.page, one.kind, one.boxes, one.under) == (
        1,
        library.FPDF_ANNOT_HIGHLIGHT,
        1,
        "bridge",
    )
    assert one.words == {
        "Contents": "Note",
        "T": "Noor",
        "Subj": "Denial",
        "NM": "D1·1",
        "M": "D:20260314092653Z",
    }
    assert (other.page, other.under) == (2, "25 people")


def test_hostile_words_are_words_in_a_note() -> None:
    asked = wish(("D1·1", 1, 4, 10))
    (one,) = marks_of(page_marks.marked(asked._replace(marks=(mark("D1·1", words=HOSTILE),))))
    assert one.words["Contents"] == HOSTILE.replace("\x00", "\ufffd").replace("\ud800", "?")


def test_a_mark_without_a_place_is_a_note_at_the_corner() -> None:
    asked = wish(("D1·1", 1, 0, 0), ("D1·2", 1, 0, 0), ("D1·3", 2, 0, 4))
    asked = asked._replace(
        pages=(asked.pages[0], asked.pages[1]._replace(text="Other words altogether"))
    )
    found = marks_of(page_marks.marked(asked))
    assert [(one.page, one.kind) for one in found] == [
        (1, library.FPDF_ANNOT_TEXT),
        (1, library.FPDF_ANNOT_TEXT),
        (2, library.FPDF_ANNOT_TEXT),
    ]


def test_blank_words_of_a_mark_that_goes_on_elsewhere_need_no_note() -> None:
    asked = wish(("D1·1", 1, 4, 10))
    on_both = (*asked.pages, OnOnePage(2, SECOND + "\n\n", ((0, len(SECOND), len(SECOND) + 2),)))
    assert [one.page for one in marks_of(page_marks.marked(asked._replace(pages=on_both)))] == [1]


def test_a_mark_on_a_page_that_cannot_be_read_is_a_note_on_the_first() -> None:
    (one,) = marks_of(page_marks.marked(wish(("D1·1", 7, 0, 3))))
    assert (one.page, one.kind, one.words["NM"]) == (1, library.FPDF_ANNOT_TEXT, "D1·1")


def test_a_moment_that_is_none_is_left_out() -> None:
    asked = wish(("D1·1", 1, 4, 10))
    (one,) = marks_of(page_marks.marked(asked._replace(marks=(mark("D1·1")._replace(at=""),))))
    assert one.words["M"] == ""


def test_a_file_without_a_page_that_can_be_read_cannot_be_marked() -> None:
    broken = pdf(column(FIRST)).replace(b"/Type/Page/", b"/Type/Pxge/").replace(b"/Kids", b"/Kxds")
    with pytest.raises(Unreadable):
        page_marks.marked(wish(("D1·1", 1, 0, 3), data=broken))


def test_an_answer_that_is_none_is_told_apart() -> None:
    assert list(page_marks.answer(wish(("D1·1", 1, 0, 3), data=b"no PDF"))) == [page_marks.PROBLEM]
    for parts in ([page_marks.PROBLEM], [page_marks.PIECE + b"x", page_marks.PROBLEM], [b"e"]):
        with pytest.raises(Unreadable):
            page_marks.made_of(iter(parts))


def test_a_file_is_marked_in_a_process_of_its_own_and_so_is_the_next() -> None:
    with PageMarking() as marking:
        with pytest.raises(Unreadable):
            marking.marked(wish(("D1·1", 1, 0, 3), data=b"no PDF"))
        assert len(marks_of(marking.marked(wish(("D1·1", 1, 0, 3))))) == 1


def test_a_file_at_which_the_process_ends_is_refused_in_words() -> None:
    with PageMarking() as marking, pytest.raises(Unreadable, match="pages cannot be marked"):
        marking.marked(wish(("D1·1", 1, 0, 3))._replace(pages=(None,)))  # type: ignore[arg-type]
