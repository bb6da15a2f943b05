"""The reading pane's one door: gutter, text and ruler in one widget, told and asked in code points.

For a document that runs from right to left the three change places.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reviewer.domain.directions import Direction, direction_of_text
from reviewer.domain.spans import Span
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.text.echo_margin import WIDE as ECHO_WIDE
from reviewer.ui.text.echo_margin import EchoMargin, EchoMark
from reviewer.ui.text.furniture import FurniturePiece
from reviewer.ui.text.gutter import MIDDLE, NARROW, WIDE, Gutter
from reviewer.ui.text.handles import Handles
from reviewer.ui.text.hits import Hits
from reviewer.ui.text.look import Reading, make_look
from reviewer.ui.text.marks import Mark, Marks
from reviewer.ui.text.ruler import Ruler
from reviewer.ui.text.scripts import arabic_language
from reviewer.ui.text.sight import Sight
from reviewer.ui.text.surface import Column
from reviewer.ui.text.view import TextView
from reviewer.ui.text.walking import Walker
from reviewer.ui.theme.growing import widened
from reviewer.ui.theme.spacing import RULER_WIDTH
from reviewer.ui.theme.themes import LIGHT, Theme
from reviewer.ui.wording import announce

_NARROW_BELOW = 420
_WIDE_FROM = 640
_INSET = 14
_MARGIN, _NARROW_MARGIN = 40, 30
_LEAST_COLUMN = 120
_FOCUS_LINE = 2
_POINT = 96 / 72
_ROOM_ABOVE = 0.03  # of the height


class Reader(QWidget):
    """One text with its passages, beside a gutter and a ruler. All places are code points.

    ``caret_moved`` tells the caret's new place; ``target_changed`` that a tag key would now take
    other words; ``mark_raised`` which passage stands out (its id, or ``None``); ``activated`` that
    the person has come here; ``furniture_fold_changed`` that furniture was folded or opened;
    ``context_menu_wanted`` where on the screen.
    """

    caret_moved = Signal(int)
    target_changed = Signal()
    mark_raised = Signal(object)
    activated = Signal()
    furniture_fold_changed = Signal(bool)
    context_menu_wanted = Signal(QPoint)
    repainted = Signal()  # other words are in view, or other passages
    link_wanted = Signal(int)  # the links of a passage were pressed in the gutter
    echo_wanted = Signal(int)  # a sentence that stands elsewhere too was pressed in the margin

    def __init__(self, parent: QWidget | None = None, *, theme: Theme = LIGHT) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading = Reading()
        self._arabic = "ur"
        self._right_to_left = False
        self._focused = False
        look = make_look(theme, self._reading, self._arabic)
        self._view = TextView(look, self)
        self._gutter = Gutter(self._view, self)
        self._ruler = Ruler(self._view, self)
        self._echoes = EchoMargin(self._view, self)
        self.handles = Handles(self._view)
        self.walker = Walker(self._view, self.handles)
        self.sight = Sight(self._view)
        self.setFocusProxy(self._view)
        self._view.caret_moved.connect(self.caret_moved)
        self._view.target_changed.connect(self.target_changed)
        self.handles.changed.connect(self.target_changed)
        self.walker.ends_changed.connect(self.target_changed)
        self._view.mark_raised.connect(self.mark_raised)
        self._view.activated.connect(self.activated)
        self._view.furniture_fold_changed.connect(self.furniture_fold_changed)
        self._view.context_menu_wanted.connect(self.context_menu_wanted)
        self._view.repainted.connect(self.repainted)
        self._gutter.link_wanted.connect(self.link_wanted)
        self._echoes.echo_wanted.connect(self.echo_wanted)

    @property
    def gutter(self) -> Gutter:
        """What stands beside the text, with a label for each passage in view."""
        return self._gutter

    @property
    def theme(self) -> Theme:
        """The colours it wears."""
        return self._theme

    # What is shown.

    def show_text(
        self,
        text: str,
        marks: Sequence[Mark],
        furniture: Sequence[FurniturePiece],
        *,
        right_to_left: bool | None,
        name: str,
    ) -> None:
        """Show another text from its top, with its passages and its furniture.

        ``right_to_left`` is the base direction, ``None`` to judge by the text; ``name`` is what a
        screen reader calls it.
        """
        if right_to_left is None:
            right_to_left = direction_of_text(text) is Direction.RIGHT_TO_LEFT
        arabic = arabic_language(text)
        if arabic != self._arabic:
            self._arabic = arabic
            self._remake_look()
        self._right_to_left = right_to_left
        self._view.setAccessibleName(name)
        self._arrange()
        self._view.scene.hits = Hits()
        self._echoes.show_marks(())
        self._view.show_text(text, marks, furniture, right_to_left)
        self._ruler.text_changed()
        self._describe()
        if self.isVisible():
            announce(self, _("Opened: {title}").format(title=name))

    def add_mark(self, mark: Mark) -> None:
        """Show one more passage, or another state of one that is shown."""
        self.handles.cancel()
        known = mark.id in self._view.scene.marks
        self._view.forget_strokes(self._view.scene.marks.add(mark))
        if known:
            self._ruler.marks_changed()
        else:
            self._ruler.mark_added(mark)
        self._describe()

    def remove_mark(self, mark_id: int) -> None:
        """Take a passage off; an unknown one is no matter."""
        self.handles.cancel()
        changed = self._view.scene.marks.remove(mark_id)
        if changed is None:
            return
        if self.raised() == mark_id:
            self._view.raise_under_caret()
        self._view.forget_strokes(changed)
        self._ruler.marks_changed()
        self._describe()

    def replace_marks(self, marks: Sequence[Mark]) -> None:
        """Show other passages; the one that stands out stays, if it is among them."""
        self.handles.cancel()
        self._view.scene.marks = Marks(marks)
        self._view.raise_mark(self.raised())
        self._view.forget_strokes(None)
        self._ruler.marks_changed()
        self._describe()

    def set_furniture(self, spans: Sequence[FurniturePiece]) -> None:
        """Take other stretches for page furniture: they are dimmed."""
        self._view.set_furniture(spans)

    def fold_furniture(self, folded: bool) -> None:
        """Fold runs of furniture into one thin line each, or open them."""
        self._view.fold_furniture(folded)
        self._ruler.marks_changed()

    def furniture_folded(self) -> bool:
        """Say whether any furniture is folded just now."""
        return self._view.page.furniture.folded

    def _describe(self) -> None:
        count = len(self._view.scene.marks)
        words = counted("{count} tagged passage", "{count} tagged passages", count)
        if self._view.page.segments.any_cut():
            # A screen reader is given what Qt holds, which has a line end at each cut.
            words += ". " + _(
                "Very long paragraphs are read in pieces; the text has no breaks there."
            )
        self._view.setAccessibleDescription(words)

    # Caret and selection.

    def selection(self) -> Span | None:
        """Return the selected words in whole grapheme clusters; ``None`` without a selection."""
        return self._view.selection()

    def target(self) -> Span | None:
        """Return what a tag key takes: the selection, else what is outlined at the caret.

        ``None`` on a blank line.
        """
        return self._view.target()

    def grow(self) -> None:
        """Make the target bigger: word, clause, sentence, more sentences, paragraph."""
        self._view.grow()

    def shrink(self) -> None:
        """Make the target smaller, by the same steps."""
        self._view.shrink()

    def select(self, span: Span) -> None:
        """Select ``span``; the caret goes to its end."""
        self._view.select(span.start, span.end)

    def caret(self) -> int:
        """Return where the caret is."""
        return self._view.caret()

    def set_caret(self, position: int) -> None:
        """Put the caret somewhere and select nothing; it is brought into view."""
        self._view.select(position, position)

    def reveal(self, span: Span, *, flash: bool = True) -> None:
        """Scroll so that ``span`` stands a third from the top; furniture over it is opened."""
        self._view.reveal(span, flash=flash)

    def point_out(self, span: Span) -> None:
        """Light ``span`` up where it stands; only what is not in sight is scrolled to."""
        self._view.reveal(span, only_if_needed=True)

    # Hits of a search.

    def show_hits(self, hits: Hits) -> None:
        """Mark hits in the text and along it; other text has none. Call again when they change."""
        self._view.scene.hits = hits
        self._view.viewport().update()
        self._ruler.hits_changed()

    def hits(self) -> Hits:
        """Return the hits that are marked."""
        return self._view.scene.hits

    def show_echoes(self, marks: Sequence[EchoMark]) -> None:
        """Mark sentences that stand in other documents too, in the margin; other text has none."""
        self._echoes.show_marks(marks)

    @property
    def echoes(self) -> EchoMargin:
        """The margin in which sentences are marked that stand in other documents too."""
        return self._echoes

    def choose(self, span: Span) -> None:
        """Select ``span``, brought to a third from the top where it is not in sight."""
        self._view.reveal(span, flash=False, only_if_needed=True)
        self._view.select(span.start, span.end)

    # The stack at the caret.

    def raise_mark(self, mark_id: int | None, *, by_hand: bool = False) -> None:
        """Make one passage stand out until the caret leaves it; ``None`` for none.

        ``by_hand`` where a person chose it, see ``raising.py``.
        """
        self._view.raise_mark(mark_id, by_hand=by_hand)

    def raised_by_hand(self) -> int | None:
        """Return the passage that stands out, if it does because a person chose it."""
        return self._view.raised_by_hand()

    def raised(self) -> int | None:
        """Return the passage that stands out."""
        return self._view.scene.raised

    def marks_at_caret(self) -> list[Mark]:
        """Return the passages at the caret, innermost first, then those that end there."""
        return self._view.scene.marks.at(self.caret())

    def raise_next(self, backwards: bool = False) -> bool:
        """Go through the stack at the caret, as Tab does; say whether there is one."""
        return self._view.raise_next(backwards=backwards)

    # Reading place and looks.

    def place(self) -> tuple[int, float]:
        """Return the reading place: the first code point in view, and the share of its line past.

        It survives another width, face or theme.
        """
        return self._view.scroller.place()

    def restore_place(self, place: tuple[int, float]) -> None:
        """Go back to a reading place."""
        self._view.scroller.restore(place)

    def begin_at(self, position: int) -> None:
        """Scroll so that the line of ``position`` stands at the top, with a little room above."""
        self._view.scroller.show_line(position, _ROOM_ABOVE)

    def hold_line(self, y: int) -> None:
        """Let the line ``y`` pixels below this widget's top stay there when the face changes."""
        self._view.scroller.hold_line(y - self._view.y())

    def set_theme(self, theme: Theme) -> None:
        """Take up another theme."""
        self._theme = theme
        self._remake_look()
        self._gutter.theme_changed()
        self._ruler.theme_changed()
        self.update()

    def set_reading_font(
        self, size_points: float, line_spacing: float, column_characters: int, face: str = ""
    ) -> None:
        """Set the size of the letters in points, the room between lines, and the column's width.

        ``face`` is the family of Latin letters; empty for the program's own.
        """
        self._reading = Reading(size_points * _POINT, line_spacing, column_characters, face)
        self._remake_look()
        self._arrange()

    def set_quiet(self, quiet: bool | None) -> None:
        """Leave tints out (or never); ``None`` leaves them out where they would hide the words."""
        self._view.set_quiet(quiet)

    def set_focused(self, focused: bool) -> None:
        """Show that keys go to this text: a line along the top, and the target outlined."""
        self._focused = focused
        self._view.scene.focused = focused
        self._view.refresh()
        self.update()

    def _remake_look(self) -> None:
        self._view.set_look(make_look(self._theme, self._reading, self._arabic))

    # Where the parts stand.

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give gutter, column and ruler their places."""
        super().resizeEvent(event)
        self._arrange()

    def _sides(self) -> tuple[int, int]:
        """Return how wide the gutter and the margin beside the ruler are in the room there is."""
        if self.width() < _NARROW_BELOW:
            return widened(NARROW), _NARROW_MARGIN
        if self.width() < _WIDE_FROM:
            return widened(MIDDLE), _NARROW_MARGIN
        return widened(WIDE), _MARGIN

    def _arrange(self) -> None:
        """Keep gutter and column together and in the middle of what there is."""
        gutter, margin = self._sides()
        room = self.width() - RULER_WIDTH - gutter
        column = max(_LEAST_COLUMN, min(self._view.page.look.column, room - _INSET - margin))
        spare = max(0, room - _INSET - column - margin) // 2
        top, height, mirrored = _FOCUS_LINE, self.height() - _FOCUS_LINE, self._right_to_left
        wide = gutter + spare
        rest = max(0, self.width() - RULER_WIDTH - wide)
        if mirrored:
            self._ruler.setGeometry(0, top, RULER_WIDTH, height)
            self._gutter.setGeometry(RULER_WIDTH + rest, top, wide, height)
        else:
            self._gutter.setGeometry(0, top, wide, height)
            self._ruler.setGeometry(wide + rest, top, RULER_WIDTH, height)
        self._view.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        self._gutter.arrange(gutter, mirrored=mirrored)
        self._view.set_column(Column(column, _INSET, mirrored))
        self._view.setGeometry(QRect(RULER_WIDTH if mirrored else wide, top, rest, height))
        beside = min(ECHO_WIDE, margin)
        left = RULER_WIDTH if mirrored else self.width() - RULER_WIDTH - beside
        self._echoes.setGeometry(left, top, beside, height)
        self._echoes.arrange(mirrored=mirrored)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line that says where the keys go."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.page)
            colour = self._theme.focus if self._focused else self._theme.line
            painter.fillRect(0, 0, self.width(), _FOCUS_LINE, colour)
