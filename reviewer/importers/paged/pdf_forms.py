"""What is filled in in a PDF's form: words, choices and ticks. No script in the file is run.

It is no part of a page's own text, so it stands behind the page, a line a field: what the file
calls the field, and what is filled in. Of a choice the words are read that a person sees.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from dataclasses import dataclass, field
from typing import Any

from reviewer.importers import guarded
from reviewer.importers.paged.pdf_pages import Pages

_MOST_FIELDS = 20_000  # looked at
_MOST_LETTERS = 5_000_000
_LONGEST = 2_000_000  # bytes of one value
_HIDDEN = 2 | 32  # flags: not shown at all, not shown on screen


@dataclass(slots=True)
class Filled:
    """Lines by the page's number, from 1; how many were left out because the file hides them.

    ``unread`` says that there is more than was read.
    """

    lines: dict[int, list[str]] = field(default_factory=dict)
    hidden: int = 0
    unread: bool = False

    @property
    def count(self) -> int:
        """How many fields there are with something in them."""
        return sum(map(len, self.lines.values()))


def filled_in(pages: Pages) -> Filled:
    """Return what is filled in, page by page."""
    found = Filled()
    if has_form(pages):
        found.unread = not make_ready(pages)
        if not found.unread:
            _read(pages, found)
    return found


def has_form(pages: Pages) -> bool:
    """Say whether the file has a form."""
    from pypdfium2 import raw as library

    return bool(pages.raw.get_formtype() != library.FORMTYPE_NONE)


def make_ready(pages: Pages) -> bool:
    """Make ready for the form to be read or drawn; says whether it can be.

    It cannot where it is of a kind that is a program (XFA), nor where the library would run the
    scripts of files, as some builds of it do.
    """
    from pypdfium2 import PDFIUM_INFO, PdfiumError
    from pypdfium2 import raw as library

    is_plain = pages.raw.get_formtype() == library.FORMTYPE_ACRO_FORM
    if not is_plain or "V8" in PDFIUM_INFO.flags:
        return False
    with suppress(PdfiumError):
        pages.raw.init_forms()
    return pages.raw.formenv is not None


def _read(pages: Pages, found: Filled) -> None:
    seen: set[str] = set()
    fields = letters = 0
    for number in range(1, len(pages) + 1):
        guarded.beat()
        for one in _fields_on(pages, number):
            fields += 1
            line = one.line()
            if fields > _MOST_FIELDS or letters + len(line) > _MOST_LETTERS:
                found.unread = True
                return
            if line and one.is_hidden:
                found.hidden += 1
            elif line and line not in seen:
                seen.add(line)
                letters += len(line)
                found.lines.setdefault(number, []).append(line)


class _Field:
    """A place on a page where something can be filled in; there may be several of one field."""

    def __init__(self, library: Any, form: Any, note: Any) -> None:
        self._library, self._form, self._note = library, form, note

    @property
    def is_hidden(self) -> bool:
        return bool(self._library.FPDFAnnot_GetFlags(self._note) & _HIDDEN)

    def line(self) -> str:
        """Return what the field is called and what is filled in; empty where nothing is."""
        words = self._words().strip()
        if not words:
            return ""
        called = self._asked("AlternateName") or self._asked("Name")
        called = " ".join(called.split())
        return f"{called}: {words}" if called else words

    def _words(self) -> str:
        library = self._library
        kind = library.FPDFAnnot_GetFormFieldType(self._form, self._note)
        if kind == library.FPDF_FORMFIELD_TEXTFIELD:
            return self._asked("Value")
        if kind in {library.FPDF_FORMFIELD_COMBOBOX, library.FPDF_FORMFIELD_LISTBOX}:
            return ", ".join(self._chosen()) or self._asked("Value")
        if kind in {library.FPDF_FORMFIELD_CHECKBOX, library.FPDF_FORMFIELD_RADIOBUTTON}:
            is_ticked = library.FPDFAnnot_IsChecked(self._form, self._note)
            return self._asked("ExportValue") if is_ticked else ""
        return ""

    def _chosen(self) -> Iterator[str]:
        library = self._library
        count = library.FPDFAnnot_GetOptionCount(self._form, self._note)
        for index in range(min(count, _MOST_FIELDS)):
            if library.FPDFAnnot_IsOptionSelected(self._form, self._note, index):
                yield _words_of(library.FPDFAnnot_GetOptionLabel, self._form, self._note, index)

    def _asked(self, what: str) -> str:
        ask = getattr(self._library, f"FPDFAnnot_GetFormField{what}")
        return _words_of(ask, self._form, self._note)


def _fields_on(pages: Pages, number: int) -> Iterator[_Field]:
    from pypdfium2 import PdfiumError
    from pypdfium2 import raw as library

    try:
        page = pages.raw[number - 1]
    except PdfiumError:
        return
    try:
        for index in range(library.FPDFPage_GetAnnotCount(page.raw)):
            note = library.FPDFPage_GetAnnot(page.raw, index)
            if not note:
                continue
            try:
                if library.FPDFAnnot_GetSubtype(note) == library.FPDF_ANNOT_WIDGET:
                    yield _Field(library, pages.raw.formenv.raw, note)
            finally:
                library.FPDFPage_CloseAnnot(note)
    finally:
        page.close()


def _words_of(ask: Callable[..., int], *about: Any) -> str:
    """Return words that the library writes where it is told to, once it has said how long."""
    length = ask(*about, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = create_string_buffer(length)
    ask(*about, cast(buffer, POINTER(c_ushort)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
