"""Drops down to choose whose passages are shown, and under which tags: ticks, and counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates.rows import Index
from reviewer.ui.guard import guard
from reviewer.ui.models.choices import Choice, ChoicesModel, Offer, analyst_offer
from reviewer.ui.models.shown import Shown
from reviewer.ui.models.tags import tag_offer
from reviewer.ui.theme import spacing
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.passages.filter_menus import ChoiceDelegate
from reviewer.workspace.project import Workspace

WIDTH = 300
MOST_TAGS, MOST_PEOPLE = 9, 5
_TURNS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShownSheet(QFrame):
    """Two lists to tick, tags and people; what is ticked holds at once."""

    wanted = Signal(object)  # the Shown that is ticked now

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._counts: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
        set_surface(self, "card")
        self.setAccessibleName(_("Show only"))
        self.tags = _Ticks(_("Tags"), self._counted(tag_offer(workspace), 0), MOST_TAGS)
        people = self._counted(analyst_offer(workspace), 1)
        self.people = _Ticks(_("People"), people, MOST_PEOPLE)
        self._quiet = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.SMALL] * 4)
        layout.setSpacing(spacing.TINY)
        for part, words in ((self.tags, _("Tagged as")), (self.people, _("Tagged by"))):
            heading = QLabel(words)
            set_role(heading, "muted")
            layout.addWidget(heading)
            layout.addWidget(part)
            part.choices.ticked.connect(self._tell)
        layout.addLayout(self._buttons())

    def open_at(self, shown: Shown, counts: tuple[Counter[int], Counter[int]], at: QPoint) -> None:
        """Open with its corner at a place on the screen; counts are by tag and by analyst."""
        self._counts = counts
        self._tick(shown)
        for part in (self.tags, self.people):
            part.offer_all()
        self._all.setEnabled(bool(shown))
        self.setFixedWidth(max(WIDTH, self.fontMetrics().averageCharWidth() * 42))
        self.adjustSize()
        self.move(self._on_screen(at))
        self.show()
        self.tags.setFocus(Qt.FocusReason.PopupFocusReason)

    def _buttons(self) -> QHBoxLayout:
        self._all = QPushButton(_("Show everything"))
        self._all.setFlat(True)
        self._all.clicked.connect(self._show_all)
        done = QPushButton(_("Done"))
        done.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._all)
        row.addStretch(1)
        row.addWidget(done)
        for button in (self._all, done):
            button.setAutoDefault(False)
        return row

    def _counted(self, offer: Offer, which: int) -> Offer:
        """Return an offer whose counts are of the documents in the panes."""

        def read(ids: Sequence[int]) -> dict[int, Choice]:
            found = offer.read(ids)
            counts = self._counts[which]
            return {id_: replace(one, count=counts[id_]) for id_, one in found.items()}

        return Offer(offer.ids, read)

    def _on_screen(self, at: QPoint) -> QPoint:
        parent = self.parentWidget()
        screen: QRect = (parent or self).screen().availableGeometry()
        left = at.x() - self.width() if self.isRightToLeft() else at.x()
        return QPoint(
            max(screen.left(), min(left, screen.right() - self.width())),
            max(screen.top(), min(at.y(), screen.bottom() - self.height())),
        )

    def _tick(self, shown: Shown) -> None:
        self._quiet = True
        self.tags.choices.choose(shown.tags)
        self.people.choices.choose(shown.analysts)
        self._quiet = False

    def _show_all(self) -> None:
        self._tick(Shown())
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            tags, people = self.tags.choices.chosen, self.people.choices.chosen
            shown = Shown(frozenset(tags), frozenset(people))
            self._all.setEnabled(bool(shown))
            self.wanted.emit(shown)


class _Ticks(QListView):
    """A short list to tick with Space, Enter or a click; as high as its rows."""

    def __init__(self, title: str, offer: Offer, most: int) -> None:
        super().__init__()
        self._most = most
        self.choices = ChoicesModel(offer, self)
        self.setModel(self.choices)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._turn)
        self.installEventFilter(self)

    def offer_all(self) -> None:
        """Offer everything there is now."""
        self.choices.narrow("")
        rows = self.choices.rowCount()
        row = self.sizeHintForRow(0) if rows else 0
        self.setFixedHeight(max(1, min(rows, self._most)) * max(row, 1) + 2)
        if rows:
            self.setCurrentIndex(self.choices.index(0))
            self.clearSelection()

    def _turn(self, index: Index) -> None:
        if index.isValid():
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.choices.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.clearSelection()  # of two lists, the one that has the keys shows where one is
        elif event.type() == QEvent.Type.FocusIn:
            kind = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), kind.ClearAndSelect)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _TURNS:
            self._turn(self.currentIndex())
            return True
        return False
