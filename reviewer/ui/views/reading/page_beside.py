"""The body of a pane: its text, and beside it, where a person wants it, the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QWidget

from reviewer.ui.views.reading.page_view import PageView


class PageBeside(QSplitter):
    """Holds what a pane shows, and a page beside it that is made when it is wanted."""

    def __init__(self, body: QLayout) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        holder = QWidget()
        holder.setLayout(body)
        self.addWidget(holder)
        self._page: PageView | None = None

    def page(self) -> PageView | None:
        """Return the page beside the text, if it is shown."""
        return self._page

    def show_page(self) -> PageView:
        """Show a page beside the text."""
        if self._page is None:
            self._page = PageView()
            self.addWidget(self._page)
            self.setSizes([1_000, 1_000])
        return self._page

    def put_page_away(self) -> None:
        """Show the text alone."""
        page, self._page = self._page, None
        if page is not None:
            page.setParent(None)
            page.deleteLater()
