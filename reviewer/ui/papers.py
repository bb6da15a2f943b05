"""Registers and certificates as files: HTML as it is exported, or PDF through Qt.

Both are made in a worker, which opens the project a second time, for reading only.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from reviewer.domain.progress import Progress
from reviewer.environment.translation import N_
from reviewer.ui.theme.fonts import load_print_fonts
from reviewer.workspace.apart import check_target, writing_to
from reviewer.workspace.papers import SUFFIX, paper_of
from reviewer.workspace.project import Workspace

PDF, HTML = "pdf", "html"
FORMATS = ((PDF, N_("PDF, to be printed"), ".pdf"), (HTML, N_("Web page"), SUFFIX))


def save_paper(
    project: Path, document: int | None, target: Path, key: str, progress: Progress
) -> None:
    """Write a document's certificate, or the register without one, whole or not at all.

    A person has agreed to write over what is there. Raises what ``apart`` raises.
    """
    check_target(target, project, overwrite=True)
    with Workspace.open(project, only_read=True) as workspace:
        html = "".join(paper_of(workspace, document, progress))
    data = html.encode() if key == HTML else as_pdf(html)
    with writing_to(target, overwrite=True) as file:
        file.write(data)


def as_pdf(html: str) -> bytes:
    """Return a page of HTML as PDF on A4."""
    load_print_fonts()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    margins = QMarginsF(0, 0, 0, 0)  # Qt puts two centimetres around what it prints
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    page = QTextDocument()
    page.setHtml(html)
    page.print_(writer)
    del writer
    buffer.close()
    return bytes(data.data())
