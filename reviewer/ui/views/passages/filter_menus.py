"""A button that opens a list to tick: what a table is filtered by, several at once."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.choices import Choice, ChoicesModel, Offer
from reviewer.ui.models.tags import UNDER
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_height
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.mirroring import placed, sided
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.passages.tag_chips import MARK, paint_mark
from reviewer.ui.wording import isolated

WIDTH = 300
MOST_ROWS = 9
ROW = 30
SHORT_LIST = 8
_BOX = 16
_ARROW = 14
_DEEPEST = 6  # further in there would be no room for names
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a box to tick, the tag's mark, the name, and how many passages it would show."""

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH, ROW)

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(ROW_ROLE)
        if not isinstance(choice, Choice):
            return
        theme = theme_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, theme.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.hover)
        room = option.rect.adjusted(spacing.SMALL, 0, -spacing.MEDIUM, 0)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        whole = QRect(option.rect)
        self._paint_box(painter, room, whole, theme, ticked=ticked)
        room.setLeft(room.left() + _BOX + spacing.SMALL)
        metrics = QFontMetrics(option.font)
        painter.setPen(theme.selection_text if chosen else theme.muted_text)
        room = self._paint_count(painter, room, whole, choice, metrics)
        room.setLeft(room.left() + min(choice.depth, _DEEPEST) * spacing.LARGE)
        room = self._paint_head(painter, room, whole, choice, theme)
        room = _paint_above(painter, room, whole, choice)
        painter.setPen(theme.selection_text if chosen else theme.text)
        name = metrics.elidedText(choice.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(placed(whole, room), _LEFT, isolated(name))
        painter.restore()

    def _paint_count(
        self, painter: QPainter, room: QRect, whole: QRect, choice: Choice, metrics: QFontMetrics
    ) -> QRect:
        """Paint the count at the end of the row; returns the room that is left."""
        if choice.count is None:
            return room
        count = f"{choice.count:,}"
        painter.drawText(placed(whole, room), _RIGHT, count)
        return room.adjusted(0, 0, -metrics.horizontalAdvance(count) - spacing.SMALL, 0)

    def _paint_head(
        self, painter: QPainter, room: QRect, whole: QRect, choice: Choice, theme: Theme
    ) -> QRect:
        """Paint the mark or the short name before the name; returns the room that is left."""
        if choice.colour:
            mark = QRect(room.left(), room.center().y() - MARK // 2 + 1, MARK, MARK)
            paint_mark(painter, placed(whole, mark), choice.colour, theme)
            return room.adjusted(MARK + spacing.TINY + 2, 0, 0, 0)
        if not choice.label:
            return room
        painter.drawText(placed(whole, room), _LEFT, isolated(choice.label))
        width = painter.fontMetrics().horizontalAdvance(choice.label)
        return room.adjusted(width + spacing.SMALL, 0, 0, 0)

    def _paint_box(
        self, painter: QPainter, room: QRect, whole: QRect, theme: Theme, *, ticked: bool
    ) -> None:
        box = QRect(room.left(), room.center().y() - _BOX // 2 + 1, _BOX, _BOX)
        box = placed(whole, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if ticked else theme.muted_text)
        painter.setBrush(theme.accent if ticked else theme.page)
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        if ticked:
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", theme.accent_text)


def _paint_above(painter: QPainter, room: QRect, whole: QRect, choice: Choice) -> QRect:
    """Paint what a choice stands under where there is room; returns the room that is left."""
    words, metrics = f"{choice.above}{UNDER}", painter.fontMetrics()
    needed = metrics.horizontalAdvance(words) + metrics.horizontalAdvance(choice.name)
    if not choice.above or needed > room.width():
        return room
    painter.drawText(placed(whole, room), _LEFT, isolated(words))
    return room.adjusted(metrics.horizontalAdvance(words), 0, 0, 0)


class _Sheet(QFrame):
    """The list that drops down; it narrows as one types, and closes on Esc or elsewhere."""

    def __init__(self, title: str, model: ChoicesModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.model = model
        set_surface(self, "card")
        self.setAccessibleName(title)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type to narrow"))
        self.field.setAccessibleName(_("Narrow the list"))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(model)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(title)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._turn)
        self.list.installEventFilter(self)
        self._nothing = QLabel(_("Nothing fits."))
        set_role(self._nothing, "muted")
        self._clear = QPushButton(_("Clear"))
        self._clear.setFlat(True)
        self._clear.setStyleSheet("QPushButton:disabled { border-color: transparent; }")
        self._clear.clicked.connect(lambda: model.choose(()))
        model.ticked.connect(self._show_state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing.TINY, spacing.TINY, spacing.TINY, spacing.TINY)
        layout.setSpacing(spacing.TINY)
        for part in (self.field, self.list, self._nothing, self._clear):
            layout.addWidget(part)

    def open_below(self, button: QWidget) -> None:
        """Offer everything, below a button, inside the screen."""
        self.field.clear()
        self.model.narrow("")
        self.field.setVisible(self.model.rowCount() > SHORT_LIST)
        self._fit()
        place = button.mapToGlobal(QPoint(0, button.height() + 2))
        screen = button.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()
        first = self.field if self.field.isVisible() else self.list
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        self._fit()

    def _fit(self) -> None:
        rows = self.model.rowCount()
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        self.list.setFixedHeight(max(1, min(rows, MOST_ROWS)) * grown(ROW) + 2)
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_state()
        self.setFixedWidth(grown(WIDTH))
        self.adjustSize()

    def _show_state(self) -> None:
        self._clear.setEnabled(bool(self.model.chosen))

    def _turn(self, index: Index) -> None:
        if index.isValid():
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            key == Qt.Key.Key_Space and watched is self.list
        ):
            self._turn(self.list.currentIndex())
            return True
        if watched is self.field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.setFocus()
            return True
        return False


class FilterMenu(QToolButton):
    """Says what kind it filters by and how many are ticked; opens the list to tick."""

    ticked = Signal()

    def __init__(self, kind: str, title: str, offer: Offer) -> None:
        super().__init__()
        self.kind = kind
        self._title = title
        self._model = ChoicesModel(offer, self)
        self._model.ticked.connect(self._follow)
        self._sheet = _Sheet(title, self._model, self)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setStyleSheet(sided(f"padding-left: 8px; padding-right: {_ARROW + 10}px;"))
        self.setCheckable(True)
        keep_height(self, spacing.FIELD)
        self.clicked.connect(self.open)
        self._show_state()

    @property
    def chosen(self) -> tuple[int, ...]:
        """What is ticked, by id."""
        return self._model.chosen

    def choose(self, ids: Iterable[int]) -> None:
        """Tick exactly these."""
        self._model.choose(ids)

    def names(self) -> list[Choice]:
        """Return what is ticked with its names; what is gone is left out."""
        return self._model.named(self._model.chosen)

    def open(self) -> None:
        """Open the list."""
        self.setChecked(bool(self.chosen))
        self._sheet.open_below(self)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self.palette())
        left = self.width() - _ARROW - spacing.TINY - 2
        where = QRect(left, (self.height() - _ARROW) // 2 + 1, _ARROW, _ARROW)
        with QPainter(self) as painter:
            ink = theme.accent if self.isChecked() else theme.muted_text
            paint_icon(painter, placed(self.rect(), where), "chevron-down", ink)

    def _follow(self) -> None:
        self._show_state()
        self.ticked.emit()

    def _show_state(self) -> None:
        count = len(self.chosen)
        words = self._title if not count else f"{self._title} ({count})"
        self.setText(words)
        self.setChecked(count > 0)
        said = _("Filter by {kind}").format(kind=self._title)
        if count:
            said = _("{what}: {count} ticked").format(what=said, count=count)
        self.setAccessibleName(said)
        self.setToolTip(said)
