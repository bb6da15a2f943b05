"""One text and its passages on the screen: what is shown, chosen, raised, folded, gone to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QVariantAnimation, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget

from reviewer.domain.directions import Direction
from reviewer.domain.selections import Ends
from reviewer.domain.sentences import whole_words
from reviewer.domain.spans import Span
from reviewer.ui.guard import guard
from reviewer.ui.text.furniture import Fold, FurnitureLines, FurniturePiece
from reviewer.ui.text.look import Look
from reviewer.ui.text.marks import Mark, Marks
from reviewer.ui.text.raising import Raiser
from reviewer.ui.text.segments import Segments
from reviewer.ui.text.selection import Chosen, whole_by_keys
from reviewer.ui.text.surface import Surface

REVEALED = 1 / 3
"""How far from the top a passage is brought that is gone to."""

_FLASH = 900  # milliseconds
_DENSE, _SPARSE = 2.4, 2.0  # passages over the average character: above is quiet, below is not


class TextView(Surface):
    """Shows one text; everything it is told and says is in code points.

    ``repainted`` asks the gutter and the ruler to follow.
    """

    caret_moved = Signal(int)
    target_changed = Signal()
    mark_raised = Signal(object)
    furniture_fold_changed = Signal(bool)
    repainted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._raiser = Raiser(self, self.scene)
        self._chosen = Chosen("")
        self._own_quiet: bool | None = None
        self._moving = False
        self._folding = False
        self._flash = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_FLASH)
        self._raiser.raised.connect(self.mark_raised)
        self._raiser.raised.connect(self.refresh)
        self.pointer.hovered.connect(self.refresh)
        self.pointer.chosen.connect(self.select)
        self.pointer.fold_clicked.connect(self._open_fold)
        self.loader.grown.connect(self.refresh)
        self.scroller.settled.connect(self._follow_density)
        self.scroller.settled.connect(self.repainted)
        self.cursorPositionChanged.connect(self._follow_cursor)
        self.selectionChanged.connect(self._follow_cursor)
        self._flash.valueChanged.connect(self._flash_step)
        self.keys_pressed.connect(self._after_keys)
        self.mouse_released.connect(self._widen)
        self.mouse_released.connect(self._take_up)
        self.mouse_released.connect(self._raiser.take_by_hand)
        self.on_copy, self.on_tab = self._words_to_copy, self._tab
        self.set_look(look)

    # What is shown.

    def show_text(
        self,
        text: str,
        marks: Sequence[Mark],
        furniture: Sequence[FurniturePiece],
        right_to_left: bool,
    ) -> None:
        """Show another text from its top; nothing of the old one stays."""
        segments = Segments(text)
        default = Direction.RIGHT_TO_LEFT if right_to_left else Direction.LEFT_TO_RIGHT
        self._moving = True
        self._stop_flash()
        self.scene.marks = Marks(marks)
        self.scene.hovered = self.scene.target = None
        self._raiser.forget()
        self.scroller.hold(busy=True)
        self.scroller.forget()
        lines = FurnitureLines(segments, furniture)
        lines.fold_all(folded=self._folding)
        self.page.show(segments, lines, default)
        self.loader.load()
        self._chosen = Chosen(text)
        self.setTextCursor(QTextCursor(self.document()))
        self._leave_fold(forwards=True)
        self._chosen.follow(None, self.caret())
        self._moving = False
        self.verticalScrollBar().setValue(0)
        self.scroller.settle()
        self._follow_target()
        self.refresh()

    @property
    def text(self) -> str:
        """Return the text as it was given."""
        return self.page.segments.text

    def set_look(self, look: Look) -> None:
        """Take up a theme, a face, a size; the reading place stays."""
        wish = self.scroller.wish()
        self.page.look = look
        self.document().setDefaultFont(look.font(self._column.mirrored))
        self.setPalette(look.theme.palette())
        # Under a style sheet the viewport keeps the palette it was polished with.
        self.viewport().setPalette(self.palette())
        self.painter.theme_changed()
        self.page.estimate()
        self.scroller.fulfil(wish)
        self.refresh()

    def refresh(self) -> None:
        """Paint again, and have the gutter and the ruler do so too."""
        self.viewport().update()
        self.repainted.emit()

    # Passages.

    def forget_strokes(self, span: Span | None) -> None:
        """Work the tints and lanes out anew where passages have changed, or everywhere."""
        for laid in self.page.laid_segments():
            if span is None or (laid.start < span.end and laid.lines[-1].end >= span.start):
                laid.strokes = None
        self._follow_density()
        self.refresh()

    def raise_under_caret(self) -> None:
        """Raise the innermost passage at the caret, as after the one that stood out is gone."""
        self._raiser.follow(self.caret(), selecting=self.selection() is not None)

    def raise_mark(self, mark: int | None, *, by_hand: bool = False) -> None:
        """Make one passage stand out; ``None`` for none."""
        self._raiser.show(mark, by_hand=by_hand)

    def raised_by_hand(self) -> int | None:
        """Return the passage that stands out, if a person chose it."""
        return self._raiser.by_hand()

    def raise_next(self, *, backwards: bool = False) -> bool:
        """Raise the next passage of those at the caret; say whether there are any."""
        return self._raiser.next(self.caret(), backwards=backwards)

    def more_under_caret(self, *, backwards: bool = False) -> bool:
        """Say whether another passage at the caret is left to raise in this direction."""
        return not self._raiser.is_last(self.caret(), backwards=backwards)

    def set_quiet(self, quiet: bool | None) -> None:
        """Leave the tints out, or never, or (``None``) where there are too many to read."""
        self._own_quiet = quiet
        self._follow_density()
        self.viewport().update()

    def _follow_density(self) -> None:
        quiet = self._own_quiet
        if quiet is None:
            quiet = self.painter.density(*self.scroller.span) > (
                _SPARSE if self.scene.quiet else _DENSE
            )
        if quiet is not self.scene.quiet:
            self.scene.quiet = quiet
            self.viewport().update()

    # Caret and selection.

    def caret(self) -> int:
        """Return where the caret is."""
        return self.places.from_qt(self.textCursor().position())

    def selection(self) -> Span | None:
        """Return the selected words in whole grapheme clusters."""
        return self._chosen.selection

    def ends(self) -> Ends | None:
        """Return where the selection was begun and where its caret is; ``None`` without one."""
        chosen, cursor = self._chosen.selection, self.textCursor()
        if chosen is None:
            return None
        backwards = cursor.position() < cursor.anchor()
        return Ends(chosen.end, chosen.start) if backwards else Ends(chosen.start, chosen.end)

    def target(self) -> Span | None:
        """Return what a tag key takes: the selection, or the sentence at the caret."""
        return self._chosen.target

    def stretch(self, span: Span | None) -> None:
        """Make ``span`` the target, by selecting it if there is a selection already."""
        if span is None:
            return
        if self._chosen.selection is None:
            self._chosen.outline(span)
        else:
            self._move(span.start, span.end)
            self._chosen.stretched(span, span.end)
        self._follow_target()

    def grow(self) -> None:
        """Make the target bigger by one step."""
        self.stretch(self._chosen.grown())

    def shrink(self) -> None:
        """Make the target smaller by one step."""
        self.stretch(self._chosen.shrunk())

    def select(self, start: int, end: int) -> None:
        """Select from ``start`` to ``end``, where the caret goes; furniture there is opened."""
        self._open_at(start)
        self._open_at(end)
        self._move(start, end)
        self._follow_cursor()

    def go_to(self, mark: Mark) -> None:
        """Put the caret at the start of a passage and make that one stand out, by hand."""
        self.select(mark.span.start, mark.span.start)
        self.raise_mark(mark.id, by_hand=True)

    def _move(self, start: int, end: int) -> None:
        self._moving = True
        self.setTextCursor(self.places.cursor(start, end))
        self._moving = False

    def _follow_cursor(self) -> None:
        if self._moving:
            return
        cursor = self.textCursor()
        caret, selection = self.places.from_qt(cursor.position()), self.places.span(cursor)
        self._chosen.follow(selection, caret)
        self._raiser.follow(caret, selecting=selection is not None)
        self._follow_target()
        self.caret_moved.emit(caret)

    def _follow_target(self) -> None:
        target = self._chosen.target
        outline = None if self._chosen.selection else target
        if outline != self.scene.target:
            self.scene.target = outline
            self.viewport().update()
        self.target_changed.emit()

    def _take_up(self) -> None:
        """Raise the passage that was clicked, where the caret was in it already."""
        if self.scene.raised is None:
            self.raise_under_caret()

    def _widen(self) -> None:
        """Take the words and numbers whole that a drag cut through; with Alt, what was dragged.

        Half a number is another number. What is painted as selected is what is selected.
        """
        cursor, chosen = self.textCursor(), self._chosen.selection
        if chosen is None:
            return
        if not QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier:
            chosen = whole_words(self.text, chosen)
        if self.places.span(cursor) == chosen:
            return
        forwards = cursor.position() >= cursor.anchor()
        self.select(*((chosen.start, chosen.end) if forwards else (chosen.end, chosen.start)))

    # Going somewhere.

    def reveal(self, span: Span, *, flash: bool = True, only_if_needed: bool = False) -> None:
        """Bring a stretch of text to a third from the top; light it up for a moment.

        ``only_if_needed`` leaves the page where it is when the stretch is in sight.
        """
        self._open_at(span.start)
        if not (only_if_needed and self.scroller.in_sight(span.start, span.end)):
            self.scroller.show_line(span.start, REVEALED)
        if flash:
            self.scene.flash = span
            self._flash.stop()
            self._flash.start()

    @guard()
    def _flash_step(self, strength: float) -> None:
        self.scene.flash_strength = strength
        self.viewport().update()

    def _stop_flash(self) -> None:
        self._flash.stop()
        self.scene.flash, self.scene.flash_strength = None, 0.0

    # Furniture.

    def set_furniture(self, pieces: Sequence[FurniturePiece]) -> None:
        """Take other stretches for furniture."""
        before = self.page.furniture.folded
        self.page.furniture = FurnitureLines(self.page.segments, pieces)
        self.page.furniture.fold_all(folded=self._folding)
        self._folds_changed(before)

    def fold_furniture(self, folded: bool) -> None:
        """Fold all furniture away, or open it, in this text and those that come."""
        before = self.page.furniture.folded
        self._folding = folded
        self.page.furniture.fold_all(folded=folded)
        self._folds_changed(before)

    def _open_fold(self, fold: Fold) -> None:
        before = self.page.furniture.folded
        self.page.furniture.open(fold)
        self._folds_changed(before)

    def _open_at(self, position: int) -> None:
        fold = self.page.furniture.fold_at(self.page.segments.at(position))
        if fold is not None:
            self._open_fold(fold)

    def _folds_changed(self, before: bool) -> None:
        wish = self.scroller.wish()
        self._leave_fold(forwards=True)
        self.page.estimate()
        self.scroller.fulfil(wish)
        self.refresh()
        folded = self.page.furniture.folded
        if folded is not before:
            self._folding = folded
            self.furniture_fold_changed.emit(folded)

    def _leave_fold(self, *, forwards: bool) -> None:
        """Put the caret beside folded furniture if it is in it; open that if there is no room."""
        segments = self.page.segments
        fold = self.page.furniture.fold_at(segments.at(self.caret()))
        if fold is None:
            return
        before, after = fold.first - 1, fold.last + 1
        if (forwards or before < 0) and after < len(segments):
            while after < len(segments) - 1 and not segments.lengths[after]:
                after += 1
            place = segments.starts[after]
        elif before >= 0:
            place = segments.end(before)
        else:
            self.page.furniture.open(fold)
            return
        self.setTextCursor(self.places.cursor(place, place))

    # What the surface tells and asks.

    def _words_to_copy(self) -> str:
        chosen = self._chosen.selection
        return chosen.of(self.text) if chosen else ""

    def _tab(self, backwards: bool) -> bool:
        """Go through the passages at the caret once; then the keys go on to the next control."""
        return self.more_under_caret(backwards=backwards) and self.raise_next(backwards=backwards)

    def _after_keys(self, before: int) -> None:
        cursor = self.textCursor()
        if cursor.position() == before:
            return
        if self.page.furniture.folded and not cursor.hasSelection():
            self._leave_fold(forwards=cursor.position() > before)
        ends = self.ends()
        if ends is not None:
            whole = whole_by_keys(self.text, ends, later=cursor.position() > before)
            if self.places.span(cursor) != self.selection() or whole != ends:
                self.select(*whole)
