"""Opens a PDF and gives the characters of its pages, each with its place on the page.

The text of a page is fetched in one call, which costs a fraction of asking for every character;
what its characters are called by the library (``places``) is kept beside it, so that each has its
box. Nothing in the file is run.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from ctypes import (
    PYFUNCTYPE,
    addressof,
    c_double,
    c_float,
    c_int,
    c_void_p,
    cast,
)
from dataclasses import dataclass
from functools import cache
from math import hypot, isfinite, pi
from typing import Any, NamedTuple

from reviewer.domain.errors import Unreadable
from reviewer.domain.words import N_

HYPHEN = "\ufffe"  # the library's sign for a hyphen at a line end, whose line break it took out
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\uffff\ud800-\udfff\u2028\u2029\ufdd0\ufdd1\ufffd]"
)
_PLAIN = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
_PROPERTIES = ("Title", "Author", "Creator", "Producer", "CreationDate", "ModDate")
_SMALLEST = 1.0  # points that letters of no size are taken for
_JOINED_LETTER = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_NEEDS_PASSWORD = N_(
    "“{name}” is locked with a password. Open it with the password, save or print it as a PDF "
    "without one, and import that."
)
_DAMAGED = N_(
    "“{name}” is damaged: it cannot be read as a PDF ({reason}). Fetch it once more from where it "
    "came from, or open it in another program and save it anew."
)


class Box(NamedTuple):
    """A rectangle, in points from the left and the lower edge."""

    left: float
    bottom: float
    right: float
    top: float


_Edges = tuple[float, float, float, float]
Ends = tuple[_Edges, _Edges, float, float]
"""The edges of a line's first character and of its last, what they stand on, and their size."""


_NOWHERE: Ends = (0.0,) * 4, (0.0,) * 4, 0.0, _SMALLEST
"""What is said of a character whose place a damaged file gives as beyond all measure."""


def turned(box: Box, quarters: int) -> Box:
    """Return a box as it stands when the page is turned so that letters turned so are upright."""
    if quarters == 1:
        return Box(box.bottom, -box.right, box.top, -box.left)
    if quarters == 2:
        return Box(-box.right, -box.top, -box.left, -box.bottom)
    return Box(-box.top, box.left, -box.bottom, box.right) if quarters == 3 else box


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page in the library's order.

    ``places[i]`` is what the library calls the character ``text[i]``. ``repaired`` counts what was
    replaced or left out.
    """

    text: str
    places: Sequence[int]
    repaired: int


class Page:
    """An open page."""

    def __init__(self, raw: Any, number: int) -> None:
        """Load the text of a page; raises the library's own error where it is damaged."""
        from pypdfium2 import raw as library

        self.number = number
        self.raw = raw
        self._text = raw.get_textpage()
        self._handle = self._text.raw
        self._library = library
        self._sizes: dict[int, float] = {}
        self._calls = _calls()
        self._address: int = cast(self._handle, c_void_p).value or 0
        edges = (c_float * 8)()  # left, top, right, bottom, of two characters
        numbers = (c_double * 2)()
        self._to_edges, self._to_first = addressof(edges), addressof(numbers)
        self._to_others, self._to_second = self._to_edges + 16, self._to_first + 8
        # Seen through a view, which keeps them: a tenth of what asking themselves costs (measured).
        self._edges = memoryview(edges).cast("B").cast("f")
        self._first = self._edges[:4]
        self._numbers = memoryview(numbers).cast("B").cast("d")

    def close(self) -> None:
        """Give back what the page holds."""
        self._text.close()
        self.raw.close()

    @property
    def size(self) -> tuple[float, float]:
        """The width and the height as a person sees them, in points."""
        width, height = self.raw.get_size()
        return float(width), float(height)

    def characters(self) -> Characters:
        """Return the characters, cleaned of what cannot be shown."""
        text: str = self._text.get_text_range(errors="surrogatepass")
        count: int = self._text.count_chars()
        places: Sequence[int] = range(count)
        if len(text) != count:
            places = self._places_of(text)
        if HYPHEN in text:
            text = self._true_hyphens(text, places)
        if _has_odd(text):
            return _cleaned(text, places)
        return Characters(text, places, 0)

    def box(self, place: int) -> tuple[float, float, float, float]:
        """Return the edges of a character, as ``Box`` has them, in the file's own coordinates."""
        self._calls.box(self._address, place, self._to_edges)
        left, top, right, bottom = self._first
        return left, bottom, right, top

    def ends(self, lines: Iterable[tuple[int, int]]) -> list[Ends]:
        """Return where the first and the last character of each line stand.

        All lines are asked for at once: this is what reading a page spends most of its time on.
        """
        box, origin = self._calls
        address, edges, numbers, sizes = self._address, self._edges, self._numbers, self._sizes
        to_edges, to_others = self._to_edges, self._to_others
        to_first, to_second = self._to_first, self._to_second
        found: list[Ends] = []
        for first, last in lines:
            origin(address, first, to_first, to_second)
            box(address, first, to_edges)
            box(address, last, to_others)
            left, top, right, bottom, last_left, last_top, last_right, last_bottom = edges
            stands_on = numbers[1]
            if not isfinite(left + top + right + bottom + last_left + last_right + stands_on):
                found.append(_NOWHERE)
                continue
            height = top - bottom
            size = sizes.get(int(64 * height)) or self._size(first, height)
            one = left, bottom, right, top
            found.append((one, (last_left, last_bottom, last_right, last_top), stands_on, size))
        return found

    def origin(self, place: int) -> tuple[float, float]:
        """Return the point on its line at which a character begins."""
        self._calls.origin(self._address, place, self._to_first, self._to_second)
        across, up = self._numbers
        return across, up

    def _size(self, place: int, height: float) -> float:
        """Return the size of the letters at a place; a box of equal height has an equal one."""
        matrix = self._library.FS_MATRIX()
        self._library.FPDFText_GetMatrix(self._handle, place, matrix)
        stretched = hypot(matrix.c, matrix.d)
        size = float(self._library.FPDFText_GetFontSize(self._handle, place) * stretched)
        size = size if isfinite(size) else 0.0
        self._sizes[int(64 * height)] = size = size if size > 0 else max(height, _SMALLEST)
        return size

    def quarter_turns(self, place: int) -> int:
        """Return by how many quarters of a circle a character is turned to the left."""
        angle = float(self._library.FPDFText_GetCharAngle(self._handle, place))
        return -round(angle / (pi / 2)) % 4 if angle >= 0 else 0  # the library counts to the right

    def upright(self, box: Box) -> Box:
        """Return where a box stands on the page as a person sees it."""
        quarters = self.raw.get_rotation() // 90 % 4
        edges = turned(Box(*self.raw.get_bbox()), quarters)
        found = turned(box, quarters)
        left, bottom = edges.left, edges.bottom
        return Box(found.left - left, found.bottom - bottom, found.right - left, found.top - bottom)

    def _places_of(self, text: str) -> list[int]:
        """Ask for each character what the library calls it: some have none, some have two."""
        asked = self._library.FPDFText_GetCharIndexFromTextIndex
        found, unit = [], 0
        for character in text:
            found.append(max(int(asked(self._handle, unit)), 0))
            unit += 2 if character > "\uffff" else 1
        return found

    def _true_hyphens(self, text: str, places: Sequence[int]) -> str:
        """Tell hyphens from characters of which the file does not say what they are."""
        is_hyphen = self._library.FPDFText_IsHyphen
        pieces, last = [], 0
        for match in re.finditer(HYPHEN, text):
            if is_hyphen(self._handle, places[match.start()]) != 1:
                pieces += [text[last : match.start()], "\ufffd"]
                last = match.end()
        return "".join([*pieces, text[last:]]) if pieces else text


class _Calls(NamedTuple):
    """The library's functions that are called for every line, without what makes them slow."""

    box: Callable[[int, int, int], int]
    origin: Callable[[int, int, int, int], int]


@cache
def _calls() -> _Calls:
    from pypdfium2 import raw as library

    box = PYFUNCTYPE(c_int, c_void_p, c_int, c_void_p)
    origin = PYFUNCTYPE(c_int, c_void_p, c_int, c_void_p, c_void_p)
    return _Calls(
        box(cast(library.FPDFText_GetLooseCharBox, c_void_p).value or 0),
        origin(cast(library.FPDFText_GetCharOrigin, c_void_p).value or 0),
    )


class Pages:
    """An open PDF."""

    def __init__(self, raw: Any) -> None:
        """Take a document of the library's."""
        self.raw = raw

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self.raw)

    @contextmanager
    def page(self, number: int) -> Iterator[Page | None]:
        """Give the page of that number, from 1; ``None`` where it is damaged."""
        from pypdfium2 import PdfiumError

        page = None
        try:
            raw = self.raw[number - 1]
            page = Page(raw, number)
        except PdfiumError:
            yield None
            return
        try:
            yield page
        finally:
            page.close()

    def label(self, number: int) -> str:
        """Return the number that the file gives the page, as printed; may be empty."""
        try:
            return str(self.raw.get_page_label(number - 1)).strip()
        except UnicodeDecodeError:
            return ""

    def properties(self) -> dict[str, str]:
        """Return what the file says of itself, by the names that PDF has for it."""
        found: dict[str, str] = {}
        for name in _PROPERTIES:
            with suppress(UnicodeDecodeError):
                found[name] = str(self.raw.get_metadata_value(name))
        return found


@contextmanager
def opened(data: bytes, shown_name: str) -> Iterator[Pages]:
    """Open a PDF; raises ``Unreadable``, naming it, where it is locked or damaged."""
    import pypdfium2
    from pypdfium2 import raw as library

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        code = getattr(fault, "err_code", None)
        if code == library.FPDF_ERR_PASSWORD:
            raise Unreadable(_NEEDS_PASSWORD, name=shown_name) from fault
        raise Unreadable(_DAMAGED, name=shown_name, reason=_reason(str(fault))) from fault
    try:
        yield Pages(document)
    finally:
        document.close()


def _reason(said: str) -> str:
    """Return what the library says of a fault, without its own name."""
    found = re.search(r"PDFium: (.+?)\)", said)
    return found[1].lower() if found and found[1] != "Success" else "unknown fault"


def _has_odd(text: str) -> bool:
    if text.isascii():  # a table of bytes is looked through in a tenth of the time
        return bool(text.encode("ascii").translate(None, _PLAIN))
    return _ODD.search(text) is not None


def _cleaned(text: str, places: Sequence[int]) -> Characters:
    """Take out controls inside joined letters (a maker's stretching marks); replace others."""
    kept: list[str] = []
    where: list[int] = []
    repaired, last = 0, 0
    for match in _ODD.finditer(text):
        at, odd = match.start(), match[0]
        kept.append(text[last:at])
        where += places[last:at]
        last = at + 1
        repaired += 1
        if not (odd < " " and _among_joined_letters(text, at)):
            kept.append(_instead_of(odd))
            where.append(places[at])
    return Characters("".join((*kept, text[last:])), [*where, *places[last:]], repaired)


def _instead_of(character: str) -> str:
    if character == "\ufeff":
        return "\u2060"
    return " " if character in "\u2028\u2029" else "\ufffd"


def _among_joined_letters(text: str, index: int) -> bool:
    """Whether the nearest characters that are no controls are Arabic letters on either side."""
    return any(
        _JOINED_LETTER.match(text, near) is not None
        for near in (_beside(text, index, -1), _beside(text, index, 1))
        if near >= 0
    )


def _beside(text: str, index: int, step: int) -> int:
    index += step
    while 0 <= index < len(text) and text[index] < " " and text[index] not in "\r\n\t":
        index += step
    return index if 0 <= index < len(text) else -1
