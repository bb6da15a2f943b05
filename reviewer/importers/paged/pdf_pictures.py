"""The picture of a page of a PDF, and where on it words of its text stand.

A page is laid out once more as the importer did it; where that gives another text than the one
that is kept (an earlier version of the importer read it), nothing is said of places, rather than
something wrong.
"""

from collections.abc import Sequence
from math import isfinite

from reviewer.domain.errors import Unreadable
from reviewer.domain.pages import OnPage, PagePicture
from reviewer.domain.words import N_
from reviewer.importers.paged.pdf_forms import make_ready
from reviewer.importers.paged.pdf_layout import Placed
from reviewer.importers.paged.pdf_pages import Box, Page, opened

_MOST_DOTS = 24_000_000  # of a picture, whatever scale is asked for
_NO_PAGE = N_("The page cannot be shown: the file is damaged there.")


def page_picture(data: bytes, number: int, scale: float) -> PagePicture:
    """Draw the page of that number, from 1, at ``scale`` dots a point, as it is filled in.

    Raises ``Unreadable`` for a page or a file that cannot be read.
    """
    with opened(data, "PDF") as pages:
        make_ready(pages)
        with pages.page(number) as page:
            if page is None:
                raise Unreadable(_NO_PAGE)
            return _drawn(page, scale)


def boxes(
    data: bytes, number: int, text: str, spans: Sequence[tuple[int, int]]
) -> list[list[OnPage]]:
    """Return for each span in a page's text, line by line, where it stands on the page.

    ``text`` is the page's text as it is kept. Spans whose place is not known have no rectangle.
    Raises what ``page_picture`` raises.
    """
    with opened(data, "PDF") as pages, pages.page(number) as page:
        if page is None:
            raise Unreadable(_NO_PAGE)
        width, height = page.size
        return [
            [_share(page.upright(box), width, height) for box in found]
            for found in places_on(page, text, spans)
        ]


def places_on(page: Page, text: str, spans: Sequence[tuple[int, int]]) -> list[list[Box]]:
    """Return for each span in a page's text where it stands, in the file's own coordinates.

    Places are given line by line; spans whose place is not known have none.
    """
    placed = Placed(page)
    if placed.text.rstrip("\n") != text.rstrip("\n"):
        return [[] for _ in spans]
    return [
        [_around(page, first, last) for first, last in placed.lines_between(start, end)]
        for start, end in spans
    ]


def _drawn(page: Page, scale: float) -> PagePicture:
    from pypdfium2 import raw as library

    width, height = page.size
    scale = min(scale, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.raw.render(
        scale=scale,
        may_draw_forms=True,
        force_bitmap_format=library.FPDFBitmap_BGRA,
        rev_byteorder=True,
    )
    try:
        data, stride, across = bytes(bitmap.buffer), int(bitmap.stride), 4 * int(bitmap.width)
        if stride != across:
            data = b"".join(data[at : at + across] for at in range(0, len(data), stride))
        return PagePicture(int(bitmap.width), int(bitmap.height), scale, data)
    finally:
        bitmap.close()


def _around(page: Page, first: int, last: int) -> Box:
    """Return the box around a stretch of a line, by its first and its last character."""
    one, other = page.box(first), page.box(last)
    if not isfinite(sum(one) + sum(other)):
        return Box(0, 0, 0, 0)
    return Box(
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
    )


def _share(box: Box, width: float, height: float) -> OnPage:
    return OnPage(
        box.left / width, 1 - box.top / height, box.right / width, 1 - box.bottom / height
    )
