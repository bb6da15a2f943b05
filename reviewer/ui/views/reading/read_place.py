"""The place "Read": documents, panes and details side by side, as the room allows.

Below ``COMPACT`` pixels the documents become a drawer that closes when one is opened, and the
details a strip of one line; so they do while another panel stands beside. Alone, nothing but the
panes is in sight.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import widened
from reviewer.ui.views.details.details import DetailsPanel
from reviewer.ui.views.details.details_strip import DetailsStrip
from reviewer.ui.views.documents.documents import DocumentsPanel
from reviewer.ui.views.frame.remembered import sizes
from reviewer.ui.views.reading.panes import PaneAreaView
from reviewer.ui.views.reading.verbs import VerbStrip

COMPACT = 1_180
_LEAST_REST = 400


class ReadPlace(QWidget):
    """Shares the room out among its parts, and remembers what is wanted of them."""

    arranged = Signal()  # what is in sight has changed

    def __init__(
        self,
        documents: DocumentsPanel,
        panes: PaneAreaView,
        details: DetailsPanel,
        strip: DetailsStrip,
        verbs: VerbStrip,
        *over_the_panes: QWidget,
    ) -> None:
        super().__init__()
        self.documents, self.panes, self.details = documents, panes, details
        self._strip, self._verbs = strip, verbs
        self._wanted = {"documents": True, "details": True}
        self._compact = False
        self._crowded = False  # whether another panel stands beside
        self._alone = False  # whether nothing but the panes is wanted
        self._drawer = True  # whether the documents are shown while there is little room
        self._begun = False
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(verbs)
        for part in over_the_panes:
            column.addWidget(part)
        column.addWidget(panes, 1)
        column.addWidget(strip)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget in (documents, center, details):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def toggle(self, panel: str) -> None:
        """Show or hide ``documents`` or ``details``."""
        if panel == "documents" and self._compact:
            self._drawer = not self._drawer
        else:
            self._wanted[panel] = not self._wanted[panel]
        self._show_panels()

    def shows(self, panel: str) -> bool:
        """Say whether ``documents`` or ``details`` is in sight here."""
        parts: dict[str, QWidget] = {"documents": self.documents, "details": self.details}
        return panel in parts and not parts[panel].isHidden()

    def set_crowded(self, *, crowded: bool) -> None:
        """Take up less room while another panel stands beside."""
        if crowded is not self._crowded:
            self._crowded = crowded
            self._arrange()

    def set_alone(self, *, alone: bool) -> None:
        """Show nothing but the panes, or all that is wanted again."""
        self._alone = alone
        self._show_panels()

    def is_compact(self) -> bool:
        """Say whether there is little room; another panel beside leaves the details no claim."""
        return self.width() < widened(COMPACT - (spacing.DETAILS_WIDTH if self._crowded else 0))

    def close_drawer(self) -> None:
        """Put the documents away where they lie over the panes."""
        if self._compact:
            self._drawer = False
            self._show_panels()

    def state(self) -> dict[str, object]:
        """Return what is wanted and how wide it is, to be remembered."""
        return {"sizes": self._splitter.sizes(), "wanted": dict(self._wanted)}

    def restore(self, wanted: Mapping[str, object], kept_sizes: object) -> None:
        """Take up what ``state`` gave; what is not understood is passed over."""
        self._wanted |= {key: wanted[key] is True for key in self._wanted if key in wanted}
        layout = self.layout()
        if layout is not None:
            layout.activate()  # so that the splitter shares out the room it will have
        known = sizes(kept_sizes, self._splitter.count())
        left, right = widened(spacing.DOCUMENTS_WIDTH), widened(spacing.DETAILS_WIDTH)
        rest = max(self.width() - left - right, _LEAST_REST)
        self._splitter.setSizes(known or [left, rest, right])

    def begin(self) -> None:
        """Arrange everything for the width there is, now that all was restored."""
        self._begun = True
        self._arrange()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_compact() is not self._compact:
            self._arrange()

    def _arrange(self) -> None:
        if not self._begun:
            return  # how wide it is while it is put together says nothing
        if self.is_compact() and not self._compact:
            self._drawer = self.panes.document() is None
        self._compact = self.is_compact()
        self._show_panels()

    def _show_panels(self) -> None:
        shown = not self._alone
        documents = self._drawer if self._compact else self._wanted["documents"]
        beside = not self._compact and not self._crowded
        self._verbs.setVisible(shown)
        self._verbs.offer_documents(offered=shown and not documents)
        self.documents.setVisible(shown and documents)
        self.details.setVisible(shown and self._wanted["details"] and beside)
        self._strip.setVisible(shown and self._wanted["details"] and not beside)
        self.arranged.emit()
