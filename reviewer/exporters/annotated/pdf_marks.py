"""Puts marks on the pages of a PDF, as every reader shows them: highlights with a note.

What was in the file stays as it was; marks are added behind its last byte, so that whoever cuts
them off has the original again. Nothing in the file is run. For a process of its own: the file is a
stranger's.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import c_ushort
from io import BytesIO
from typing import Any

from reviewer.domain.annotated import PageMark
from reviewer.domain.tag_shades import tinted

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top, in the file's own points."""

_DEPTH = 2  # several may lie over each other, and words shall be read through them
_NOTE = 18.0  # points, of the sign of a note
_BETWEEN_NOTES = 22.0


def highlight(page: Any, mark: PageMark, lines: Sequence[Edges]) -> None:
    """Put a highlight over lines of words."""
    from pypdfium2 import raw as library

    with _annotation(page, library.FPDF_ANNOT_HIGHLIGHT) as annotation:
        for left, bottom, right, top in lines:
            points = library.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            library.FPDFAnnot_AppendAttachmentPoints(annotation, points)
        lefts, bottoms, rights, tops = zip(*lines, strict=True)
        _describe(annotation, mark, (min(lefts), min(bottoms), max(rights), max(tops)))


def note(page: Any, mark: PageMark, corner: tuple[float, float], number: int) -> None:
    """Put a note at the upper left corner of a page, the ``number``-th from 0 below it."""
    from pypdfium2 import raw as library

    with _annotation(page, library.FPDF_ANNOT_TEXT) as annotation:
        left, top = corner[0] + 4, corner[1] - 4 - number * _BETWEEN_NOTES
        _describe(annotation, mark, (left, top - _NOTE, left + _NOTE, top))


def saved(document: Any) -> bytes:
    """Return the file with what was put on its pages behind its own bytes."""
    from pypdfium2 import raw as library

    target = BytesIO()
    document.save(target, flags=library.FPDF_INCREMENTAL)
    return target.getvalue()


@contextmanager
def _annotation(page: Any, kind: int) -> Iterator[Any]:
    from pypdfium2 import raw as library

    annotation = library.FPDFPage_CreateAnnot(page, kind)
    try:
        yield annotation
    finally:
        library.FPDFPage_CloseAnnot(annotation)


def _describe(annotation: Any, mark: PageMark, around: Edges) -> None:
    from pypdfium2 import raw as library

    left, bottom, right, top = around
    library.FPDFAnnot_SetRect(annotation, library.FS_RECTF(left, top, right, bottom))
    shade = tinted(mark.shade, _DEPTH)
    kind = library.FPDFANNOT_COLORTYPE_Color
    library.FPDFAnnot_SetColor(annotation, kind, *shade, 255)
    library.FPDFAnnot_SetFlags(annotation, library.FPDF_ANNOT_FLAG_PRINT)
    for key, words in (
        ("Contents", mark.words),
        ("T", mark.by),
        ("Subj", mark.subject),
        ("NM", mark.label),
        ("M", _date(mark.at)),
    ):
        if words:
            library.FPDFAnnot_SetStringValue(annotation, key.encode(), _utf_16(words))


def _date(at: str) -> str:
    """Return a moment as PDF writes it."""
    digits = "".join(sign for sign in at[:19] if sign.isdigit())
    return f"D:{digits}Z" if len(digits) == 14 else ""


def _utf_16(words: str) -> Any:
    data = words.replace("\0", "\ufffd").encode("utf-16-le", "replace") + b"\0\0"
    return (c_ushort * (len(data) // 2)).from_buffer_copy(data)
