"""The bar over a text: what is looked for, how, and at which of the places one is.

The bar only asks and shows; ``find_in_document.py`` finds. Enter goes to the next place,
Shift+Enter to the one before, Escape closes.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.finding import LONGEST_PATTERN, MOST_HITS, Sought
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown, keep_icon
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.wording import announce, native_keys, plain

ONE_LINE_FROM = 620
"""From this width on everything stands on one line, beside letters of the usual size."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDEST_COUNT = "000 of 0,000"
_LEAST_FIELD = 90
_MOST_FIELD = 360


class FindBar(QFrame):
    """A field, its switches, and the way from place to place."""

    sought_changed = Signal()
    step_wanted = Signal(bool)  # to the next place, or (true) to the one before
    tag_all_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("find_bar")
        set_surface(self, "panel")
        self.setAccessibleName(_("Find in the document"))
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_PATTERN)
        self.field.setPlaceholderText(_("Find in this document"))
        self.field.setAccessibleName(_("Find in this document"))
        self.field.setMinimumWidth(_LEAST_FIELD)
        self.field.setMaximumWidth(_MOST_FIELD)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._count, "muted")
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(_WIDEST_COUNT))
        self.whole_words = self._switch("whole-word", _("Whole words"), "Alt+W")
        self.exact = self._switch("exact", _("Exactly as written: capitals and accents"), "Alt+X")
        self.pattern = self._switch("pattern", _("Regular expression"), "Alt+R")
        self.tag_all = QPushButton()
        self.tag_all.setAutoDefault(False)
        set_role(self.tag_all, "small")
        self._problem = plain("", "danger")
        self._problem.hide()
        self._lay_out()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._changed)
        for switch in (self.whole_words, self.exact, self.pattern):
            switch.toggled.connect(self._changed)
        self.tag_all.clicked.connect(self.tag_all_wanted)
        self.say_nothing()

    def sought(self) -> Sought:
        """Return what is looked for."""
        return Sought(
            self.field.text(),
            exact=self.exact.isChecked(),
            whole_words=self.whole_words.isChecked(),
            pattern=self.pattern.isChecked(),
        )

    def show_sought(self, sought: Sought) -> None:
        """Look for this from now on."""
        self.field.setText(sought.words)
        self.whole_words.setChecked(sought.whole_words)
        self.exact.setChecked(sought.exact)
        self.pattern.setChecked(sought.pattern)

    def take_keys(self) -> None:
        """Put the caret into the field, everything in it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def say_nothing(self) -> None:
        """Say neither how many places there are nor what is wrong."""
        self._say("", 0)

    def say_place(self, present: int | None, count: int) -> None:
        """Say how many places there are, and at which of them one is, from 0."""
        if not count:
            self._say(_("Nothing found"), 0)
        elif present is None:
            self._say(counted("{count} place", "{count} places", count), count)
        else:
            many = f"{count:,}" if count < MOST_HITS else f"{count:,}+"
            words = _("{place} of {count}").format(place=f"{present + 1:,}", count=many)
            self._say(words, count)

    def say_problem(self, words: str) -> None:
        """Say why this cannot be looked for."""
        self._say("", 0)
        self._problem.setText(words)
        self._problem.show()
        announce(self, words)

    def _say(self, words: str, count: int) -> None:
        if words and words != self._count.text():
            announce(self.field, words)
        self._count.setText(words)
        self._problem.hide()
        self.tag_all.setText(
            _("Tag all {count}…").format(count=f"{count:,}") if count else _("Tag all…")
        )
        self.tag_all.setToolTip(_("Tags every place that was found, as one change."))
        self.tag_all.setEnabled(count > 0)
        for button in (self._before, self._after):
            button.setEnabled(count > 0)

    def _changed(self) -> None:
        self.sought_changed.emit()

    def _switch(self, picture: str, words: str, keys: str) -> QToolButton:
        button = self._button(picture, words, keys)
        button.setCheckable(True)
        return button

    def _button(self, picture: str, words: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture))
        keep_icon(button, spacing.ICON_SMALL)
        button.setAutoRaise(True)
        button.setToolTip(f"{words} ({native_keys(keys)})")
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        self._before = self._button("chevron-up", _("Previous place"), "Shift+F3")
        self._after = self._button("chevron-down", _("Next place"), "F3")
        close = self._button("close", _("Close"), "Escape")
        self._before.clicked.connect(self._step_back)
        self._after.clicked.connect(self._step_on)
        close.clicked.connect(self.close_wanted)
        self._options = QWidget()
        options = QHBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(spacing.TINY)
        for switch in (self.whole_words, self.exact, self.pattern):
            options.addWidget(switch)
        options.addSpacing(spacing.TINY)
        options.addWidget(self.tag_all)
        options.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing.TINY)
        self._grid.setVerticalSpacing(spacing.TINY)
        for column, widget in enumerate((self.field, self._count, self._before, self._after)):
            self._grid.addWidget(widget, 0, column)
        self._grid.addWidget(close, 0, 5)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(4, 3)
        self._grid.addWidget(self._options, 0, 4)
        column_layout = QVBoxLayout(self)
        inset(column_layout, spacing.MEDIUM, spacing.TINY, spacing.TINY, spacing.TINY)
        column_layout.setSpacing(spacing.TINY)
        column_layout.addLayout(self._grid)
        column_layout.addWidget(self._problem)

    def _step_on(self) -> None:
        self.step_wanted.emit(False)  # noqa: FBT003 - a signal has no names

    def _step_back(self) -> None:
        self.step_wanted.emit(True)  # noqa: FBT003 - a signal has no names

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the switches before the field writes their letters."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._switch_by_key(event)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the bar, which its field leaves to it."""
        held = event.modifiers()
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif event.key() in _ENTER and self.field.hasFocus():
            self.step_wanted.emit(bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif not self._switch_by_key(event):
            super().keyPressEvent(event)

    def _switch_by_key(self, event: QKeyEvent) -> bool:
        switches = {
            Qt.Key.Key_W: self.whole_words,
            Qt.Key.Key_X: self.exact,
            Qt.Key.Key_R: self.pattern,
        }
        switch = switches.get(Qt.Key(event.key()))
        if switch is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return False
        switch.toggle()
        return True

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the switches on a line of their own where one line is too short."""
        super().resizeEvent(event)
        wide = self.width() >= grown(ONE_LINE_FROM)
        self._grid.setColumnStretch(4, 3 if wide else 0)
        row, column, span = (0, 4, 1) if wide else (1, 0, 6)
        place = self._grid.indexOf(self._options)
        if self._grid.getItemPosition(place) != (row, column, 1, span):
            self._grid.removeWidget(self._options)
            self._grid.addWidget(self._options, row, column, 1, span)
