"""Draws pages of PDFs in a process of its own, where a hostile file may do no harm.

A wish comes in; back go the measures with the places of words, as JSON, and then the dots of the
picture; or why there is none. Nothing that comes back is believed to be more than numbers.
"""

import json
import pickle
from collections.abc import Iterator

from reviewer.domain.errors import Unreadable
from reviewer.domain.pages import DrawnPage, OnPage, PagePicture, PageWish
from reviewer.domain.words import N_
from reviewer.importers.guarded import Line, be_quiet, keep_within_limits
from reviewer.importers.paged.pdf_pictures import boxes, page_picture

MEASURES, DOTS, PROBLEM = b"m", b"d", b"p"
NOT_DRAWN = N_("The page cannot be drawn: the file may be damaged. Its text is not affected.")


def serve(line: Line) -> None:
    """Draw pages as they are wished for, until the line ends; for a process of its own."""
    be_quiet()
    keep_within_limits()
    while True:
        try:
            wish: PageWish = pickle.loads(line.recv_bytes())
        except EOFError:
            return
        for part in answer(wish):
            line.send_bytes(part)


def answer(wish: PageWish) -> Iterator[bytes]:
    """Give the parts of an answer, the last of which ``is_last`` knows."""
    try:
        picture = page_picture(wish.data, wish.number, wish.scale)
        found = boxes(wish.data, wish.number, wish.text, wish.spans)
    except (Unreadable, MemoryError):
        yield PROBLEM
        return
    places = [[(one.left, one.top, one.right, one.bottom) for one in of] for of in found]
    measures = [picture.width, picture.height, picture.scale, places]
    yield MEASURES + json.dumps(measures).encode("ascii")
    yield DOTS + picture.data


def is_last(part: bytes) -> bool:
    """Say whether a part is the last of an answer."""
    return part[:1] != MEASURES


def drawn(parts: Iterator[bytes]) -> DrawnPage:
    """Return the page that an answer describes; raises ``Unreadable`` where it has none."""
    measures, dots = b"", b""
    for part in parts:
        if part[:1] == MEASURES:
            measures = part[1:]
        elif part[:1] == DOTS:
            dots = part[1:]
    try:
        width, height, scale, places = json.loads(measures)
        picture = PagePicture(int(width), int(height), float(scale), dots)
        found = tuple(tuple(OnPage(*map(float, one)) for one in of) for of in places)
    except (ValueError, TypeError) as fault:
        raise Unreadable(NOT_DRAWN) from fault
    if len(dots) != 4 * picture.width * picture.height or not dots:
        raise Unreadable(NOT_DRAWN)
    return DrawnPage(picture, found)
