"""The menu of saved queries beside the field of the search, and the line where one is named.

A query is named in place, so no dialog stands between a person and the hits.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.queries import SavedQuery
from reviewer.environment.translation import _
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon
from reviewer.ui.theme.icons import icon

_MOST_LETTERS = 60
_LONGEST_NAME = 120


class SavedQueriesButton(QToolButton):
    """Offers the saved queries, and to save, rename and remove them."""

    run_wanted = Signal(object)  # a SavedQuery
    save_wanted = Signal()
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._queries: Sequence[SavedQuery] = ()
        self._may_change = False
        self.setText(_("Saved"))
        self.setIcon(icon("pin"))
        keep_icon(self, spacing.ICON_SMALL)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.setAccessibleName(_("Saved queries"))
        self.setToolTip(_("Queries kept in this project: run, save, rename, remove"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def offer(self, queries: Sequence[SavedQuery], *, may_change: bool) -> None:
        """Offer these queries; in a project that can only be read, to run them and no more."""
        self._queries, self._may_change = queries, may_change

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        for query in self._queries:
            action = menu.addAction(_entry(query))
            action.triggered.connect(partial(self._emit_run, query))
        if not self._queries:
            menu.addAction(_("No query has been saved yet.")).setEnabled(False)
        menu.addSeparator()
        save = menu.addAction(_("Save this query…"))
        save.setEnabled(self._may_change)
        save.triggered.connect(self._emit_save)
        for words, tell in (
            (_("Rename"), self._emit_rename),
            (_("Remove"), self._emit_remove),
        ):
            inner = menu.addMenu(words)
            inner.setEnabled(bool(self._queries) and self._may_change)
            for query in self._queries:
                action = inner.addAction(_plain(query.name))
                action.triggered.connect(partial(tell, query))

    def _emit_run(self, query: SavedQuery, _checked: bool = False) -> None:
        self.run_wanted.emit(query)

    def _emit_rename(self, query: SavedQuery, _checked: bool = False) -> None:
        self.rename_wanted.emit(query)

    def _emit_remove(self, query: SavedQuery, _checked: bool = False) -> None:
        self.remove_wanted.emit(query)

    def _emit_save(self, _checked: bool = False) -> None:
        self.save_wanted.emit()


class NameLine(QWidget):
    """One line that asks for a name."""

    named = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST_NAME)
        self._save = QPushButton(_("Save"))
        self._save.setAutoDefault(False)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        row.addWidget(self._save)
        row.addWidget(cancel)
        self.field.returnPressed.connect(self._done)
        self.field.textChanged.connect(self._weigh)
        self._save.clicked.connect(self._done)
        cancel.clicked.connect(self.left)
        self.hide()

    def ask(self, question: str, name: str) -> None:
        """Ask for a name, beginning with this one."""
        self._label.setText(question)
        self.field.setAccessibleName(question)
        self.field.setText(name)
        self._weigh()
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _weigh(self) -> None:
        self._save.setEnabled(bool(self.field.text().strip()))

    def _done(self) -> None:
        if self.field.text().strip():
            self.named.emit(self.field.text())

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _entry(query: SavedQuery) -> str:
    """Return a query's name, and its words where they are not the same."""
    words = query.words if len(query.words) <= _MOST_LETTERS else f"{query.words[:_MOST_LETTERS]}…"
    return _plain(query.name if query.name == words else f"{query.name}\t{words}")


def _plain(words: str) -> str:
    return words.replace("&", "&&")
