"""The work of another program before it comes in: what would come of it, and what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models.work_words import (
    WorkRow,
    document_rows,
    doubts_in_words,
    kept_in_words,
    not_certain_in_words,
    outcome_in_words,
    problems_in_words,
    prospect_in_words,
    refused_in_words,
    tag_rows,
)
from reviewer.ui.taking_work import TakingWork, WorkStage
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import widened
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.importing.work_line import WorkLine
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.pieces.enter_button import EnterButton
from reviewer.ui.wording import announce, begin_at_the_edge, isolated, one_line, plain
from reviewer.workspace.taking.prospect import Prospect
from reviewer.workspace.waiting_files import kind_of

_PASSAGES = 1
_NUMBERS = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_WIDTHS = (420, 100)


class WorkPage(QWidget):
    """Shows one ``TakingWork`` and tells it what a person wants."""

    close_wanted = Signal()
    documents_wanted = Signal(object)  # the path of what shall come in as documents instead
    places_wanted = Signal()  # the list of passages whose place is not certain

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("work_page")
        set_surface(self, "window")
        self.setAccessibleName(_("Work of another program"))
        self.setProperty("help_page", "import")
        self._taking: TakingWork | None = None
        self._file = ElidedLabel(cut=Qt.TextElideMode.ElideMiddle)
        self._about, self._counts = plain("", "muted"), plain("")
        self.tree = QTreeWidget()
        self.notes = QPlainTextEdit()
        self._notes_heading = QLabel(_("What was chosen, and what does not fit"))
        self.work = WorkLine()
        self.work.pause.hide()
        self.places = EnterButton()
        self.instead = EnterButton()
        self.instead.setText(_("Import as &documents instead"))
        self.go = EnterButton()
        set_role(self.go, "primary")
        self.close_button = EnterButton()
        self._lay_out()
        self.work.stop_wanted.connect(self._stop)
        self.places.clicked.connect(self.places_wanted)
        self.instead.clicked.connect(self._want_documents)
        self.go.clicked.connect(self.press)
        self.close_button.clicked.connect(self.leave)

    def taking(self) -> TakingWork | None:
        """Return what is shown."""
        return self._taking

    def begin(self, taking: TakingWork) -> None:
        """Show work on its way in from now on."""
        self._taking = taking
        taking.changed.connect(self._show)
        taking.progressed.connect(self._progress)
        self._file.setText(isolated(one_line(taking.path.name)))
        self.tree.clear()
        self.notes.clear()
        self.work.begin(_("Reading"))
        self._show()

    def words(self) -> str:
        """Return what stands above the list."""
        return self._counts.text()

    def about(self) -> str:
        """Return what is said of it as a whole."""
        return self._about.text()

    def press(self) -> None:
        """Have it taken in."""
        if self._taking is not None and self.go.isEnabled():
            self._taking.take()

    def leave(self) -> None:
        """Leave it; it is asked for nothing more."""
        taking = self._taking
        if taking is not None:
            if taking.stage is WorkStage.OVER:
                self.close_wanted.emit()
            taking.close()

    def forget(self) -> None:
        """Show nothing any more."""
        self._taking = None
        self.tree.clear()
        self.notes.clear()

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        heading = QLabel(_("Work of another program"))
        set_role(heading, "title")
        top = QHBoxLayout()
        top.setSpacing(spacing.LARGE)
        top.addWidget(heading)
        top.addWidget(self._file, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._tree())
        split.addWidget(self._notes())
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.SMALL)
        buttons.addWidget(self.places)
        buttons.addWidget(self.instead)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.MEDIUM)
        column.setSpacing(spacing.SMALL)
        column.addLayout(top)
        column.addWidget(self._about)
        column.addWidget(self._counts)
        column.addWidget(split, 1)
        column.addWidget(self.work)
        column.addLayout(buttons)
        self.setFocusProxy(self.tree)

    def _tree(self) -> QTreeWidget:
        tree = self.tree
        tree.setAccessibleName(_("What comes"))
        tree.setHeaderLabels([_("What comes"), _("Passages"), _("What becomes of it")])
        tree.setUniformRowHeights(True)
        tree.setTabKeyNavigation(False)
        tree.headerItem().setTextAlignment(_PASSAGES, _NUMBERS)
        header = tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            tree.setColumnWidth(column, widened(width))
        return tree

    def _notes(self) -> QWidget:
        set_role(self._notes_heading, "heading")
        self._notes_heading.setBuddy(self.notes)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(self._notes_heading.text())
        begin_at_the_edge(self.notes)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, spacing.SMALL, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addWidget(self._notes_heading)
        column.addWidget(self.notes, 1)
        return part

    def _show(self) -> None:
        taking = self._taking
        if taking is None:
            return
        stage = taking.stage
        if stage is WorkStage.WRITING and self.go.hasFocus():
            self.take_keys()  # not to Stop: Enter was just pressed
        self.work.setVisible(stage in (WorkStage.READING, WorkStage.WRITING))
        self.go.setVisible(stage is not WorkStage.OVER)
        self.go.setEnabled(stage is WorkStage.READY and not taking.is_half)
        self.close_button.setEnabled(stage is not WorkStage.WRITING)
        self.close_button.setText(_("&Close") if stage is WorkStage.OVER else _("&Cancel"))
        self.go.setText(_("&Import"))
        self.places.hide()
        self.instead.setVisible(stage is WorkStage.READY and bool(kind_of(taking.path.name)))
        if stage is WorkStage.WRITING:
            self.work.begin(_("Importing"))
        elif stage is WorkStage.READING:
            self._about.setText(_("The file is being read; nothing comes in before you say so."))
            self._counts.setText("")
        elif stage is WorkStage.READY:
            self._tell_prospect(taking)
        elif taking.undone:
            self._tell_undone()
        elif taking.taken is not None:
            self._tell_outcome(taking)
        else:
            self.close_wanted.emit()

    def _tell_prospect(self, taking: TakingWork) -> None:
        if taking.seen is None:
            return
        work, prospect = taking.seen.work, taking.seen.prospect
        about = _("Read as: {format}. It comes in as one change, which can be undone.").format(
            format=isolated(_(work.title))
        )
        stopped = _("It was stopped, and nothing of it is in.")
        if taking.is_half:
            about = _("It could not be taken back: a part of it is in. Undo takes it off.")
        self._about.setText(f"{stopped} {about}" if taking.was_stopped else about)
        self._counts.setText(prospect_in_words(prospect))
        self.go.setText(
            counted("&Import {count} passage", "&Import {count} passages", prospect.passages)
            if prospect.passages
            else _("&Import")
        )
        self._fill(prospect, over=False)
        notes = not_certain_in_words(prospect.not_certain)
        notes += kept_in_words(prospect.kept)
        notes += doubts_in_words(prospect.doubts)
        self._say([*notes, *refused_in_words(work, prospect.refused)])
        self._give_keys(self.go)
        announce(self, self.words())

    def _tell_outcome(self, taking: TakingWork) -> None:
        if taking.seen is None or taking.taken is None:
            return
        work, found = taking.seen.work, taking.taken
        self._about.setText(_("It is in. Undo takes all of it off again."))
        self._counts.setText(outcome_in_words(found))
        self._fill(taking.seen.prospect, over=True)
        left = problems_in_words(work, found)
        count = len(found.not_certain)
        notes = not_certain_in_words(count, over=True)
        notes += kept_in_words(found.taken.kept)
        self._say([*notes, *doubts_in_words(work.doubts), *left])
        self.places.setText(
            counted(
                "&Look at {count} place not certain",
                "&Look at {count} places not certain",
                count,
            )
        )
        self.places.setVisible(bool(count))
        self._give_keys(self.places if count else self.close_button)
        announce(self, self.words())

    def _tell_undone(self) -> None:
        self._about.setText(_("It was taken back: nothing of it is in. Redo takes it in again."))
        self._counts.setText("")
        self.tree.clear()
        self.notes.clear()
        self._give_keys(self.close_button)
        announce(self, self._about.text())

    def _give_keys(self, button: QPushButton) -> None:
        """Let Enter press a button, unless somebody works elsewhere meanwhile."""
        if self.isVisible():
            button.setFocus()

    def _say(self, notes: Sequence[str]) -> None:
        nothing = _("Nothing to tell: all of it fits.")
        self.notes.setPlainText("\n".join(f"• {one}" for one in notes) if notes else nothing)

    def _fill(self, prospect: Prospect, *, over: bool) -> None:
        self.tree.clear()
        self._add(_("Documents"), document_rows(prospect.documents, over=over))
        self._add(_("Tags"), tag_rows(prospect.tags, over=over))

    def _add(self, title: str, rows: Sequence[WorkRow]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem(self.tree, [f"{title} ({len(rows):,})"])
        group.setFirstColumnSpanned(True)
        for row in rows:
            item = QTreeWidgetItem(group, [isolated(row.name), f"{row.passages:,}", row.becomes])
            item.setToolTip(0, row.name)
            item.setTextAlignment(_PASSAGES, _NUMBERS)
        group.setExpanded(True)

    def _progress(self, done: int, total: int, what: str) -> None:
        self.work.show_progress(done, total, what)

    def _want_documents(self) -> None:
        if self._taking is not None:
            self.documents_wanted.emit(self._taking.path)

    def _stop(self) -> None:
        if self._taking is not None:
            self.work.show_stopping()
            self.work.repaint()  # taking back much takes a moment
            self._taking.stop()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.press()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
