"""PDF: the text of its pages in reading order, with the pages as its parts.

``pdf_pages.py`` opens the file and gives characters, ``pdf_lines.py`` and ``pdf_columns.py`` put
them in lines and the lines in order, ``pdf_paragraphs.py`` makes paragraphs, ``pdf_layout.py``
holds a page together, ``pdf_furniture.py`` finds what stands on every page, ``pdf_forms.py`` reads
what is filled in, ``pdf_doubts.py`` says what a person should know. A page goes on with a new
paragraph: what crosses the edge of a page is not joined, so that every page is a stretch of the
text. What is filled in in a form is no part of its page's stretch, and stands behind it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, Incoming, LeftOut, PartKind, Taken
from reviewer.domain.words import N_
from reviewer.importers import LARGEST_FILE, Importer, guarded, languages, shown
from reviewer.importers.paged import pdf_doubts
from reviewer.importers.paged.pdf_forms import Filled, filled_in
from reviewer.importers.paged.pdf_furniture import PageFurniture, furniture_of
from reviewer.importers.paged.pdf_headings import levels_of
from reviewer.importers.paged.pdf_layout import PageText, page_text
from reviewer.importers.paged.pdf_pages import Pages, opened
from reviewer.importers.paged.pdf_properties import made, stated
from reviewer.importers.paged.pdf_recognition import Recognising, program
from reviewer.importers.writing import Writing

_KEY, _VERSION = "pdf", 2
_NO_PAGES = N_(
    "“{name}” has no page that can be opened. Fetch it once more from where it came from."
)
_NOTHING_RECOGNISED = N_(
    "“{name}” has no text: its pages are pictures, or empty, and Tesseract recognised nothing."
)
_NO_PROGRAM = N_(
    "“{name}” cannot be recognised: the program Tesseract is not there. Install it (on Debian: "
    "tesseract-ocr, and for Urdu tesseract-ocr-urd)."
)


@dataclass(slots=True)
class _Read:
    """What was read of all pages, and which were not like the others, by their numbers from 1."""

    pages: list[PageText]
    empty: list[int]
    damaged: list[int]
    recognised: list[int]
    filled: Filled


class PdfImporter:
    """Reads PDF."""

    key = _KEY
    title = N_("PDF")
    suffixes: tuple[str, ...] = (".pdf",)
    guarded = True

    def take(
        self,
        data: bytes,
        name: str,
        *,
        encoding: str | None = None,  # noqa: ARG002 - the file's fonts settle it
    ) -> Iterator[Taken]:
        """Give the document, then the files that are attached to it.

        Raises ``Unreadable``, naming the file: locked, damaged, without text.
        """
        return _taken(data, name, recognise=False)

    def take_recognised(
        self,
        data: bytes,
        name: str,
        *,
        encoding: str | None = None,  # noqa: ARG002 - likewise
    ) -> Iterator[Taken]:
        """Give the same, with the pictures of pages without text given to Tesseract."""
        return _taken(data, name, recognise=True)


def _taken(data: bytes, name: str, *, recognise: bool) -> Iterator[Taken]:
    with opened(data, shown(name)) as pages:
        try:
            found: Taken = _document(pages, data, name, recognise=recognise)
        except Unreadable as problem:
            if not pages.raw.count_attachments():
                raise
            found = LeftOut(name, problem)
        yield found
        yield from _attached(pages.raw)


def _document(pages: Pages, data: bytes, name: str, *, recognise: bool) -> Incoming:
    read = _read(pages)
    if recognise and read.empty:
        _recognise(pages, read)
    if not any(page.blocks for page in read.pages) and not read.filled.lines:
        raise Unreadable(_why_empty(read, recognise=recognise), name=shown(name))
    writing = Writing(data, name)
    _write(writing, read, furniture_of(read.pages))
    properties = pages.properties()
    text = "\n".join(block.words for page in read.pages for block in page.blocks)
    return writing.incoming(
        importer=(_KEY, _VERSION),
        media_type="application/pdf",
        readings=stated(properties),
        doubtful=made(properties),
        remarks=(
            *pdf_doubts.damaged(read.damaged),
            *pdf_doubts.without_text(read.empty),
            *pdf_doubts.recognised(read.recognised),
            *pdf_doubts.unknown(text.count("\ufffd")),
            *pdf_doubts.of_letters(text),
            *pdf_doubts.of_form(read.filled.count, read.filled.hidden, unread=read.filled.unread),
        ),
    )


def _read(pages: Pages) -> _Read:
    read = _Read([], [], [], [], Filled())
    for number in range(1, len(pages) + 1):
        guarded.beat()
        with pages.page(number) as page:
            if page is None:
                read.damaged.append(number)
                found = PageText(number, pages.label(number), (), 0)
            else:
                found = page_text(page, pages.label(number))
                read.empty += [] if found.blocks else [number]
        read.pages.append(found)
    read.filled = filled_in(pages)
    return read


def _recognise(pages: Pages, read: _Read) -> None:
    """Have the pages without text recognised, in the language of the others where it is known."""
    words = "\n".join(block.words for page in read.pages for block in page.blocks)
    language = languages.of_text(words)
    recognising = Recognising(language.value if language else "")
    for number in [*read.empty]:
        guarded.beat()
        with pages.page(number) as page:
            found = page and recognising.page(page, read.pages[number - 1].label)
        if found and found.blocks:
            read.pages[number - 1] = found
            read.recognised.append(number)
            read.empty.remove(number)


def _why_empty(read: _Read, *, recognise: bool) -> str:
    if len(read.damaged) == len(read.pages):
        return _NO_PAGES
    if program() is None:
        return _NO_PROGRAM if recognise else pdf_doubts.SCAN
    return _NOTHING_RECOGNISED if recognise else pdf_doubts.SCAN_TO_RECOGNISE


def _write(writing: Writing, read: _Read, furniture: PageFurniture) -> None:
    levels = levels_of(read.pages, furniture.kinds)
    recognised = frozenset(read.recognised)
    for page in read.pages:
        writing.blank()
        label = page.label or furniture.printed.get(page.number, "")
        part = writing.begin(PartKind.PAGE, number=page.number, label=label)
        for index, block in enumerate(page.blocks):
            if index and block.apart:
                writing.blank()
            level = levels.get((page.number, index))
            heading = level and writing.begin(PartKind.HEADING, number=level)
            writing.line(block.words, furniture.kinds.get((page.number, index)))
            if heading:
                writing.end(heading)
        writing.end(part)
        if page.number in recognised:
            writing.end(replace(part, kind=PartKind.RECOGNISED))
        writing.repaired(page.repaired)
        if page.number in read.filled.lines:
            number = 1 + sum(one < page.number for one in read.filled.lines)
            _write_filled(writing, read.filled.lines[page.number], number)


def _write_filled(writing: Writing, lines: Sequence[str], number: int) -> None:
    """Write what is filled in in the form on a page, behind it."""
    writing.blank()
    part = writing.begin(PartKind.TEXT_BOX, number=number)
    for line in lines:
        writing.line(line)
    writing.end(part)


def _attached(raw: Any) -> Iterator[Taken]:
    """Give the files that lie in the PDF, as far as they can be got out."""
    from pypdfium2 import PdfiumError

    for index in range(raw.count_attachments()):
        try:
            attachment = raw.get_attachment(index)
            name, data = str(attachment.get_name()), bytes(attachment.get_data())
        except (PdfiumError, UnicodeDecodeError):
            continue
        if data and len(data) <= LARGEST_FILE:
            yield Enclosed(name or str(index + 1), data, attached=True)


IMPORTER: Importer = PdfImporter()
