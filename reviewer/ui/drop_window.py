"""A window on which anything can be dropped: files, folders, words and pages."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.import_sources import sources_in
from reviewer.ui.tab_order import ReadingOrderWindow


class DropWindow(ReadingOrderWindow):
    """Tells ``sources_dropped`` with the ``Sources``, once the other program is let go."""

    sources_dropped = Signal(object)

    @override
    @guard()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasHtml() or data.hasText():
            event.acceptProposedAction()

    @override
    @guard()
    def dropEvent(self, event: QDropEvent) -> None:
        sources = sources_in(event.mimeData())
        if sources is not None:
            event.acceptProposedAction()
            # Asking questions inside a drop would keep the other program waiting.
            QTimer.singleShot(0, self, lambda: self.sources_dropped.emit(sources))
