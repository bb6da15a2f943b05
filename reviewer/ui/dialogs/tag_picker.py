"""The tag picker: type a little, press Enter."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain import tag_trees
from reviewer.domain.passages import first_words
from reviewer.domain.tags import Tag
from reviewer.environment.translation import _, counted
from reviewer.ui.commands.keys import key_name
from reviewer.ui.commands.passages import TENTH
from reviewer.ui.delegates import theme_of
from reviewer.ui.dialogs.picker import ENTRY, Picker
from reviewer.ui.guard import guard
from reviewer.ui.models.tags import UNDER, lineage, narrowed
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.mirroring import placed
from reviewer.ui.theme.style import set_role
from reviewer.ui.theme.themes import Theme
from reviewer.ui.views.passages.tag_chips import paint_mark
from reviewer.ui.views.pieces.elided import ISOLATE, POP
from reviewer.ui.wording import announce, isolated, one_line, plain

WIDTH = 420
MOST_ROWS = 7
LEAST_ROWS = 2
ROW = 46
CHIP = 12
_DEPTH, _ABOVE = ENTRY + 1, ENTRY + 2
_DEEPEST = 6  # further in there would be no room for names


class TagPicker(Picker):
    """A small window near the caret with one field and the tags; Esc leaves everything as it is.

    With ``at_once`` a tag's key takes it, as long as nothing is typed: Space, or a letter with
    Shift, begins to type all the same. ``words`` are a document's, and ``quoted``, or say what
    is meant.
    """

    def __init__(
        self,
        tags: Sequence[Tag],
        words: str = "",
        parent: QWidget | None = None,
        *,
        at_once: bool = False,
        quoted: bool = True,
    ) -> None:
        super().__init__(_("Choose a tag"), _("Tags"), parent, most_letters=100, page=MOST_ROWS)
        self._tags = list(tags)
        self._depths = {branch.tag.id: branch.depth for branch in tag_trees.tree(tags)}
        self._above = lineage(tags)
        self._keys = _by_key(tags) if at_once else {}
        self._field.setPlaceholderText(_("Tag…"))
        self._field.setAccessibleName(_("Tag: type to narrow, arrow keys to choose"))
        if at_once:
            self._field.setPlaceholderText(_("Press a tag’s key, or Space and its name"))
            self._field.setAccessibleName(_("Tag: press its key, or Space and type to narrow"))
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._nothing = QLabel(_("Type the name of a new tag."), self)
        set_role(self._nothing, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.SMALL, spacing.SMALL, spacing.SMALL, spacing.SMALL)
        column.setSpacing(spacing.SMALL)
        if words:
            shown = _("“{words}”").format(words=isolated(first_words(words, 110)))
            column.addWidget(plain(shown if quoted else words, "muted"))
        column.addWidget(self._field)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self._field.textChanged.connect(self._narrow)
        self.setFixedWidth(grown(WIDTH))
        self._narrow()
        self._field.setFocus()

    def choice(self) -> Tag | str | None:
        """Return the tag, or the name of a new one; ``None`` when none was chosen."""
        return self._taken if isinstance(self._taken, Tag | str) else None

    def _narrow(self) -> None:
        typed = " ".join(self._field.text().split())
        found = narrowed(self._tags, typed)
        self._list.clear()
        for tag in found:
            above = self._above.get(tag.id, "")
            item = _item(tag, _spoken(tag, above))
            if typed:  # then it does not stand below its parent
                item.setData(_ABOVE, above)
            else:
                item.setData(_DEPTH, self._depths.get(tag.id, 0))
            self._list.addItem(item)
        if typed and not any(tag.name.casefold() == typed.casefold() for tag in self._tags):
            words = _("Make a new tag “{name}”").format(name=isolated(typed))
            self._list.addItem(_item(typed, words))
        rows = self._list.count()
        self._nothing.setVisible(rows == 0)
        self._list.setVisible(rows > 0)
        self._list.setMinimumHeight(min(rows, LEAST_ROWS) * grown(ROW))
        self._list.setMaximumHeight(min(rows, MOST_ROWS) * grown(ROW))
        self._list.setCurrentRow(0)
        self._fit()
        if typed:
            announce(self._field, counted("{count} tag fits", "{count} tags fit", len(found)))

    def _fit(self) -> None:
        """Be as high as the tags need; on a low screen the list is shorter, and scrolls."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        most = round(self.screen().availableGeometry().height() * 0.9)
        self.resize(self.width(), min(most, layout.totalHeightForWidth(self.width())))

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a tag by its key, as long as nothing is typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tag = None if self._field.text() else self._keys.get(key_name(event))
            if tag is not None:
                self._choose(tag)
                return True
        return super().eventFilter(watched, event)


class _Rows(QStyledItemDelegate):
    """Paints a tag: its colour, its name, its key, and the beginning of what it means."""

    @override
    @guard(QSize)
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, grown(ROW))

    @override
    @guard()
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, palette = _geometry(option)
        chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role.Highlight))
            painter.drawRoundedRect(rect, spacing.CORNER, spacing.CORNER)
        ink = palette.color(role.HighlightedText if chosen else role.Text)
        second = ink if chosen else palette.color(role.PlaceholderText)
        inner = rect.adjusted(spacing.SMALL, 4, -spacing.SMALL, -4)
        if isinstance(entry, Tag):
            depth, above = index.data(_DEPTH) or 0, str(index.data(_ABOVE) or "")
            inner.setLeft(inner.left() + min(depth, _DEEPEST) * spacing.LARGE)
            _paint_tag(painter, inner, rect, entry, above, (ink, second, theme_of(palette)))
        else:
            _paint_new(painter, inner, rect, str(index.data()), ink)
        painter.restore()


def _geometry(option: QStyleOptionViewItem) -> tuple[QRect, QPalette]:
    return QRect(option.rect), QPalette(option.palette)


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return QStyle.StateFlag(option.state)


def _paint_tag(
    painter: QPainter,
    inner: QRect,
    whole: QRect,
    tag: Tag,
    above: str,
    look: tuple[QColor, QColor, Theme],
) -> None:
    ink, second, theme = look
    if not tag.definition:
        inner = QRect(inner.left(), inner.center().y() - grown(10), inner.width(), grown(20))
    chip = grown(CHIP)
    mark = QRect(inner.left(), inner.top() + grown(4), chip, chip)
    paint_mark(painter, placed(whole, mark), tag.colour, theme)
    font = QFont(painter.font())
    if tag.key:
        key_width = painter.fontMetrics().horizontalAdvance(tag.key) + spacing.LARGE
        key = QRect(inner.right() - key_width + 1, inner.top(), key_width, grown(20))
        key = placed(whole, key)
        painter.setPen(QPen(second, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(key.adjusted(1, 1, -1, -1), 4, 4)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, tag.key)
        inner = inner.adjusted(0, 0, -key_width - spacing.SMALL, 0)
    words = inner.adjusted(chip + spacing.SMALL, 0, 0, 0)
    top = QRect(words.left(), words.top(), words.width(), grown(20))
    below = QRect(words.left(), words.top() + grown(19), words.width(), words.height() - grown(19))
    font.setWeight(QFont.Weight.Medium)
    top = _paint_above(painter, top, whole, tag, f"{above}{UNDER}" if above else "", second)
    painter.setFont(font)
    painter.setPen(ink)
    _paint_line(painter, placed(whole, top), one_line(tag.name))
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(second)
    _paint_line(painter, placed(whole, below), one_line(tag.definition))


def _paint_above(
    painter: QPainter, top: QRect, whole: QRect, tag: Tag, above: str, ink: QColor
) -> QRect:
    """Paint what a tag stands under where there is room; returns the room that is left."""
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(above)
    if not above or width + metrics.horizontalAdvance(tag.name) + spacing.SMALL > top.width():
        return top
    painter.setPen(ink)
    _paint_line(painter, placed(whole, top), one_line(above))
    return top.adjusted(width + metrics.horizontalAdvance(" "), 0, 0, 0)


def _paint_new(painter: QPainter, inner: QRect, whole: QRect, words: str, ink: QColor) -> None:
    side = grown(spacing.ICON_SMALL)
    sign = QRect(inner.left() - 2, inner.center().y() - side // 2, side, side)
    paint_icon(painter, placed(whole, sign), "add", ink)
    painter.setPen(ink)
    _paint_line(painter, inner.adjusted(grown(CHIP) + spacing.SMALL, 0, 0, 0), words)


def _paint_line(painter: QPainter, where: QRect, words: str) -> None:
    sides = Qt.AlignmentFlag
    shown = fitted_line(painter.fontMetrics(), words, where.width())
    painter.drawText(where, sides.AlignLeft | sides.AlignVCenter, shown)


def fitted_line(metrics: QFontMetrics, words: str, width: int) -> str:
    """Return words on one line, as many as fit; names from outside in them are isolated before."""
    shown = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, width)
    return f"{ISOLATE}{shown}{POP}"


def _item(entry: Tag | str, words: str) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setData(ENTRY, entry)
    return item


def _by_key(tags: Sequence[Tag]) -> dict[str, Tag]:
    """Return the tags by what one presses to tag with them: their keys, else their places."""
    found = {str(place): tag for place, tag in enumerate(tags[: TENTH - 1], start=1)}
    return found | {tag.key: tag for tag in tags if tag.key}


def _spoken(tag: Tag, above: str) -> str:
    key = _("key {key}").format(key=tag.key) if tag.key else ""
    under = _("under {parent}").format(parent=above) if above else ""
    return _(", ").join(part for part in (tag.name, key, under, tag.definition) if part)


def place_for(window: QWidget | None) -> tuple[QRect, QRect]:
    """Return where the caret is, and the room there is around it, both in global coordinates.

    Without a caret the upper middle of the window is taken.
    """
    focus = window.focusWidget() if window is not None else None
    screen = window.screen() if window is not None else QGuiApplication.primaryScreen()
    around = screen.availableGeometry()
    if focus is not None:
        found = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        # A text that scrolls answers in the coordinates of its viewport, beside gutter and frame.
        inner = focus.viewport() if isinstance(focus, QAbstractScrollArea) else focus
        found = found.toRect() if isinstance(found, QRectF) else found
        if isinstance(found, QRect) and inner.rect().intersects(found):
            return QRect(inner.mapToGlobal(found.topLeft()), found.size()), around
    frame = window.geometry() if window is not None else around
    left = frame.center().x() - grown(WIDTH) // 2
    return QRect(left, frame.top() + frame.height() // 4, 1, 1), around
