"""Paints the history: headings of days, and steps of two lines, undone ones struck through."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from reviewer.domain.steps import Step, StepKind
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index, RowDelegate
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.history import Day
from reviewer.ui.theme import spacing
from reviewer.ui.theme.fonts import interface_font
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.wording import isolated

ROW_HEIGHT = 46
HEADING_HEIGHT = 30
_SEPARATOR = " · "
_LEFT = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
)
_ICONS = {
    "passages.remove": "remove",
    "passages.remove_many": "remove",
    "passages.note": "note",
    "documents.import": "import",
    "documents.import_many": "import",
    "documents.review": "done",
    "documents.second_look": "second-look",
    "documents.no_second_look": "second-look",
    "documents.settle_date": "calendar",
    "documents.settle_site": "calendar",
    "documents.furniture": "furniture",
    "documents.describe": "edit",
    "documents.remove": "remove",
    "project.create": "project",
}
_ICONS_OF_NOUNS = {
    "passages": "tag",
    "tags": "tag",
    "documents": "document",
    "settings": "settings",
}
_ICONS_OF_KINDS = {StepKind.UNDO: "undo", StepKind.REDO: "redo"}


def step_icon(step: Step) -> str:
    """Return the icon that goes with what a step did."""
    turned = _ICONS_OF_KINDS.get(step.kind)
    noun = step.name.partition(".")[0]
    return turned or _ICONS.get(step.name) or _ICONS_OF_NOUNS.get(noun, "history")


class HistoryDelegate(RowDelegate):
    """What was done above, who and when below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = interface_font()
        self._small = interface_font(12)
        self._heading = interface_font(12, QFont.Weight.DemiBold)
        self._struck = interface_font()
        self._struck.setStrikeOut(True)

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(ROW_ROLE), Day)
        return QSize(option.rect.width(), HEADING_HEIGHT if heading else ROW_HEIGHT)

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        words = str(index.data() or "")
        painter.save()
        if isinstance(row, Day):
            self._paint_heading(painter, option, words)
        else:
            self.paint_ground(painter, option, index)
            self._paint_step(painter, option, row if isinstance(row, Step) else None, words)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        theme = theme_of(option.palette)
        painter.fillRect(option.rect, theme.panel)
        line = option.rect.adjusted(0, option.rect.height() - 1, 0, 0)
        painter.fillRect(line, theme.line)
        painter.setFont(self._heading)
        painter.setPen(theme.muted_text)
        room = option.rect.adjusted(spacing.MEDIUM, 2, -spacing.SMALL, 0)
        painter.drawText(room, _LEFT, words)

    def _paint_step(
        self, painter: QPainter, option: QStyleOptionViewItem, step: Step | None, words: str
    ) -> None:
        size = spacing.ICON_SMALL
        left = option.rect.left() + spacing.MEDIUM
        upper, lower = self._lines(option.rect, left + size + spacing.SMALL)
        undone = step is not None and step.undone
        if step is not None:
            where = QRect(left, upper.center().y() - size // 2 + 1, size, size)
            paint_icon(painter, where, step_icon(step), self.pale_ink(option))
        painter.setPen(self.pale_ink(option) if undone or step is None else self.ink(option))
        self._draw(painter, upper, words, self._struck if undone else self._font)
        if step is None:
            return
        painter.setPen(self.pale_ink(option))
        parts = [isolated(step.analyst_name), local_time(step.at)[-5:]]
        if undone:
            parts.append(_("undone"))
        self._draw(painter, lower, _SEPARATOR.join(parts), self._small)

    def _lines(self, rect: QRect, left: int) -> tuple[QRect, QRect]:
        first, second = QFontMetrics(self._font).height(), QFontMetrics(self._small).height()
        top = rect.top() + (rect.height() - 1 - first - second) // 2
        width = rect.right() - spacing.SMALL - left
        return QRect(left, top, width, first), QRect(left, top + first, width, second)

    def _draw(self, painter: QPainter, room: QRect, words: str, font: QFont) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
