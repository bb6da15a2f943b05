"""Pages printed to PDF in a process of its own, without a display; see ``workspace/printing.py``.

Qt lays the page out as on a screen of 96 dots an inch, and all of it is scaled: printing it any
other way leaves margins as small as a printer's dots.
"""

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from reviewer.ui.theme.fonts import load_print_fonts, printed_font
from reviewer.workspace.printing import PAGES

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_DOTS = 96.0  # an inch, in which the page is laid out
_MARGIN = 18.0  # millimetres
_FOOT, _SMALL = 34.0, 10.0  # dots: the foot's height with the space above it, and its letters
_PIECE = 16_000_000  # bytes


def serve(line: "Connection") -> None:
    """Print pages as they come, until the line ends."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever display there is, none is needed
    application = QGuiApplication(["reviewer"])
    with suppress(EOFError):
        while True:
            data = printed(line.recv_bytes().decode())
            for at in range(0, len(data), _PIECE):
                line.send_bytes(PAGES + data[at : at + _PIECE])
            line.send_bytes(PAGES)
    del application


def printed(html: str) -> bytes:
    """Return a page of HTML as PDF on A4, with its title and a number at the foot of each page."""
    load_print_fonts()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    page = QTextDocument()
    page.setDocumentMargin(0)
    page.setUseDesignMetrics(True)  # whole dots between letters would be copied as blanks
    page.setHtml(html)
    title = page.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    writer.setTitle(title)
    writer.setCreator("Reviewer")
    with QPainter(writer) as painter:
        _paint(page, title, writer, painter)
    del writer
    buffer.close()
    return bytes(data.data())


def _paint(page: QTextDocument, title: str, writer: QPdfWriter, painter: QPainter) -> None:
    scale = writer.resolution() / _DOTS
    wide, high = writer.width() / scale, writer.height() / scale
    page.setPageSize(QSizeF(wide, high - _FOOT))
    pages = page.pageCount()
    font = printed_font(_SMALL * scale)
    foot = QRectF(0, writer.height() - _FOOT * scale, writer.width(), _FOOT * scale)
    below = Qt.AlignmentFlag.AlignBottom
    for number in range(pages):
        if number:
            writer.newPage()
        top = number * (high - _FOOT)
        painter.save()
        painter.scale(scale, scale)
        painter.translate(0, -top)
        page.drawContents(painter, QRectF(0, top, wide, high - _FOOT))
        painter.restore()
        painter.setFont(font)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | below, title)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | below, f"{number + 1} / {pages}")
