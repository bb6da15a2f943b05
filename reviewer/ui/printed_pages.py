"""Pages printed to PDF in a process of its own, without a display; see ``workspace/printing.py``.

Qt lays the page out as on a screen of 96 dots an inch, and all of it is scaled: printing it any
other way leaves margins as small as a printer's dots.
"""

import os
from contextlib import suppress

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

import reviewer
from reviewer.ui.theme.fonts import load_print_fonts, printed_font
from reviewer.workspace.printing import PAGES, Line

_DOTS = 96.0  # an inch, in which the page is laid out
_MARGIN = 18.0  # millimetres
_FOOT, _SMALL = 34.0, 10.0  # dots: the foot's height with the space above it, and its letters
_HAIR = 0.5  # dots
_PIECE = 1_000_000  # bytes, each of which is held twice while it is sent


def serve(line: Line) -> None:
    """Print pages as they come; whatever is no page ends them, and the PDF is sent."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever display there is, none is needed
    os.environ["TZ"] = "UTC0"  # Qt writes the hour of where it runs into what it prints
    application = QGuiApplication(["reviewer"])
    with suppress(EOFError):
        paper = Paper()
        while html := line.recv_bytes().decode().strip():
            paper.add(html)
            line.send_bytes(PAGES)
        data = paper.finish()
        for at in range(0, len(data), _PIECE):
            line.send_bytes(PAGES + data[at : at + _PIECE])
        line.send_bytes(PAGES)
    del application


def printed(*pages: str) -> bytes:
    """Return pages of HTML, one behind the other, as one PDF."""
    paper = Paper()
    for html in pages:
        paper.add(html)
    return paper.finish()


class Paper:
    """A PDF on A4, with a title and a number at the foot of each page.

    What is added goes on where the last ended; each addition is laid out by itself, so that a long
    report takes no more memory than a short one.
    """

    def __init__(self) -> None:
        load_print_fonts()
        self._data = QByteArray()
        self._buffer = QBuffer(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                margins,
                QPageLayout.Unit.Millimeter,
            )
        )
        self._writer.setCreator(f"Reviewer {reviewer.__version__}")
        self._painter = QPainter()
        self._scale = self._writer.resolution() / _DOTS
        self._wide = self._writer.width() / self._scale
        self._high = self._writer.height() / self._scale - _FOOT
        self._number = 0
        self._used = 0.0
        self._title = ""

    def add(self, html: str) -> None:
        """Print a page of HTML behind what was printed before."""
        page = QTextDocument()
        page.setDocumentMargin(0)
        page.setUseDesignMetrics(True)  # whole dots between letters would be copied as blanks
        page.setHtml(html)
        if not self._number:
            self._title = page.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
            self._writer.setTitle(self._title)
            self._painter.begin(self._writer)
            self._begin_page()
        self._push_down(page)
        page.setPageSize(QSizeF(self._wide, self._high))
        for place in range(page.pageCount()):
            if place:
                self._begin_page()
            self._paint(page, place * self._high)
        last = page.documentLayout().blockBoundingRect(page.lastBlock())
        self._used = last.bottom() - (page.pageCount() - 1) * self._high

    def finish(self) -> bytes:
        """Return the PDF."""
        self._painter.end()
        self._buffer.close()
        return bytes(self._data.data())

    def _push_down(self, page: QTextDocument) -> None:
        """Leave room above a page for what stands on the paper already."""
        if not self._used:
            return
        cursor = QTextCursor(page)
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.setPosition(0)
        room = QTextBlockFormat()
        room.setLineHeight(self._used, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(room)

    def _paint(self, page: QTextDocument, top: float) -> None:
        self._painter.save()
        self._painter.scale(self._scale, self._scale)
        self._painter.translate(0, -top)
        # Less by a hair, else lines that touch the page would be copied from two pages.
        inside = QRectF(0, top + _HAIR, self._wide, self._high - 2 * _HAIR)
        page.drawContents(self._painter, inside)
        self._painter.restore()

    def _begin_page(self) -> None:
        """Begin a page, with its foot."""
        if self._number:
            self._writer.newPage()
        self._number += 1
        high = _FOOT * self._scale
        foot = QRectF(0, self._writer.height() - high, self._writer.width(), high)
        below = Qt.AlignmentFlag.AlignBottom
        self._painter.setFont(printed_font(_SMALL * self._scale))
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | below, self._title)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignRight | below, str(self._number))
