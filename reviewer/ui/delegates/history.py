"""Paints the history: headings of days, and steps: what on up to two lines, who below."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from reviewer.domain.steps import Step, StepKind
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _
from reviewer.ui.delegates import theme_of
from reviewer.ui.delegates.rows import Index, RowDelegate, WordBlock, middle
from reviewer.ui.guard import guard
from reviewer.ui.models import ROW_ROLE
from reviewer.ui.models.history import Day
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import Letters, grown
from reviewer.ui.theme.icons import paint_icon
from reviewer.ui.theme.mirroring import placed
from reviewer.ui.wording import isolated

ROW_HEIGHT = 54
HEADING_HEIGHT = 30
_ABOVE = 34
_SEPARATOR = " · "
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
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

    _font = Letters()
    _small = Letters(12)
    _heading = Letters(12, QFont.Weight.DemiBold)
    _struck = Letters(struck=True)

    @override
    @guard(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(index.data(ROW_ROLE), Day)
        return QSize(option.rect.width(), grown(HEADING_HEIGHT if heading else ROW_HEIGHT))

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
        painter.drawText(placed(option.rect, room), _LEFT, words)

    def _paint_step(
        self, painter: QPainter, option: QStyleOptionViewItem, step: Step | None, words: str
    ) -> None:
        size = grown(spacing.ICON_SMALL)
        icon_left = option.rect.left() + spacing.MEDIUM
        left = icon_left + size + spacing.SMALL
        width = option.rect.right() - spacing.SMALL - left
        undone = step is not None and step.undone
        above = WordBlock(
            words, self._struck if undone else self._font, width, most_height=grown(_ABOVE)
        )
        below = QFontMetrics(self._small).height() if step is not None else 0
        top = round(middle(option.rect, above.height + below))
        pale = undone or step is None
        room = placed(option.rect, QRect(left, top, width, round(above.height)))
        above.draw(painter, room.left(), top, self.pale_ink(option) if pale else self.ink(option))
        if step is None:
            return
        sign = placed(option.rect, QRect(icon_left, top, size, size))
        paint_icon(painter, sign, step_icon(step), self.pale_ink(option))
        parts = [isolated(step.analyst_name), local_time(step.at)[-5:]]
        if undone:
            parts.append(_("undone"))
        painter.setFont(self._small)
        painter.setPen(self.pale_ink(option))
        room.setRect(room.left(), top + round(above.height), width, below)
        line = _SEPARATOR.join(parts)
        line = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, _LEFT, line)
