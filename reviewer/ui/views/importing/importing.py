"""The place "Import": what was found, what will come in and how, and what became of it.

The page shows an ``Import`` and tells it what a person wants; reading a file in another way is
the feature's (``assembly/importing.py``).
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reviewer.domain.columns import ColumnMapping, Table
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.importing import Import, Stage
from reviewer.ui.models.import_rows import Counts, ImportRow
from reviewer.ui.models.import_words import kinds_in_words, problem_in_words
from reviewer.ui.models.importing import ImportTable
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import grown
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.importing.file_card import FileCard
from reviewer.ui.views.importing.files import ImportFiles
from reviewer.ui.views.importing.work_line import WorkLine
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.views.pieces.enter_button import EnterButton
from reviewer.ui.wording import announce, plain, tip
from reviewer.workspace.reading_files import ReadFile

_NARROW = 980
_SOON_MILLISECONDS = 100


class ImportPage(QWidget):
    """Shows one import at a time."""

    encoding_wanted = Signal(object, str)  # rows, and how their bytes shall be read
    recognition_wanted = Signal(object)  # rows whose pages are pictures
    whole_wanted = Signal(object)  # a row whose words are to be shown
    newer_wanted = Signal(object)  # a row that shall take the place of a document
    table_wanted = Signal(object)  # a row of a table whose columns are to be shown
    columns_wanted = Signal(object, object)  # a row of a table, and what its columns mean
    close_wanted = Signal()
    import_wanted = Signal()  # nothing was dropped yet
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_page")
        set_surface(self, "window")
        self.setAccessibleName(_("Import"))
        self.setProperty("help_page", "import")
        self._import: Import | None = None
        self._table: ImportTable | None = None
        self._stage: Stage | None = None
        self._counts = plain("")
        self.files = ImportFiles()
        self.card = FileCard()
        self.work = WorkLine()
        self.troubled = QCheckBox(_("Problems and doubts &first"))
        self.keep = QCheckBox(_("&Keep the files’ own bytes"))
        self._about_bytes = plain("", "muted")
        self.go = EnterButton()
        set_role(self.go, "primary")
        self.close_button = EnterButton()
        self._nothing = EmptyPlace("import", _("Import files…"), "import")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MILLISECONDS)
        self._lay_out()
        self._connect()
        self._show_stage()

    def current_import(self) -> Import | None:
        """Return the import that is shown."""
        return self._import

    def begin(self, one: Import) -> None:
        """Show an import from now on."""
        if self._import is one:
            return
        if self._import is not None:
            self._import.added.disconnect(self._add)
            self._import.changed.disconnect(self._change)
            self._import.progressed.disconnect(self.work.show_progress)
        self._import, self._stage = one, None
        self._table = ImportTable(one.rows, self)
        self._table.ticked.connect(self._follow_ticks)
        self.files.show_table(self._table)
        self.files.choose(None)
        one.added.connect(self._add)
        one.changed.connect(self._change)
        one.progressed.connect(self.work.show_progress)
        self.troubled.setChecked(False)
        self.keep.setChecked(one.keep_bytes)
        self._show_stage()
        self._show_card()

    def table(self) -> ImportTable | None:
        """Return the rows as they are shown."""
        return self._table

    def rows_told_of(self) -> None:
        """Show what was found out about rows."""
        if self._table is not None:
            self._table.all_changed()
        here = QApplication.focusWidget()
        if here is None or not self.card.isAncestorOf(here):
            self._show_card()
        self._say()

    def rows_replaced(self) -> None:
        """Show rows that were read anew."""
        if self._table is not None:
            here = self.files.current()
            self._table.show_again()
            self.files.choose(here)
        self._show_card()
        self._say()

    def show_whole(self, row: ImportRow, file: ReadFile) -> None:
        """Show the words of a row that were not at hand."""
        if self.card.row() is not row:
            return
        if file.incoming is not None:
            self.card.show_text(file.incoming)
        elif file.problem is not None:
            self.card.lines.show_words(problem_in_words(file.problem))

    def show_columns(self, row: ImportRow, table: Table) -> None:
        """Show what the columns of a table are, while one is at a row of it."""
        if self.card.row() is row:
            self.card.show_table(table)

    def words(self) -> str:
        """Return what stands above the list."""
        return self._counts.text()

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self) -> None:
        """Have what is ticked written down."""
        if self.go.isEnabled() and self._import is not None:
            self._import.write()

    def _lay_out(self) -> None:
        heading = QLabel(_("Import"))
        set_role(heading, "title")
        top = QHBoxLayout()
        top.setSpacing(spacing.LARGE)
        top.addWidget(heading)
        top.addWidget(self._counts, 1)
        top.addWidget(self.troubled)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.files)
        self._split.addWidget(self.card)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        bytes_row = QHBoxLayout()
        bytes_row.setSpacing(spacing.SMALL)
        bytes_row.addWidget(self.keep)
        bytes_row.addWidget(self._about_bytes, 1)
        bytes_row.addStretch()
        bytes_row.addWidget(self.close_button)
        bytes_row.addWidget(self.go)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.MEDIUM)
        column.setSpacing(spacing.SMALL)
        column.addLayout(top)
        column.addWidget(self._split, 1)
        column.addWidget(self.work)
        column.addLayout(bytes_row)
        self._nothing.say(
            _("Drop files, folders or archives on the window, and look at them before they are in.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._whole)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.files)

    def _connect(self) -> None:
        self.files.chosen_changed.connect(self._show_card)
        self.card.encoding_wanted.connect(self._want_encoding)
        self.card.recognition_wanted.connect(self._want_recognition)
        self.card.written.connect(self._correct)
        self.card.newer.clicked.connect(self._want_newer)
        self.card.columns.wanted.connect(self._want_columns)
        self.work.pause_wanted.connect(self._pause)
        self.work.stop_wanted.connect(self._stop)
        self.troubled.toggled.connect(self._put_in_order)
        self.keep.toggled.connect(self._keep)
        self.go.clicked.connect(self.press)
        self.close_button.clicked.connect(self._close)
        self._nothing.wanted.connect(self.import_wanted)
        self._soon.timeout.connect(self._catch_up)

    # What the import tells.

    def _add(self, made: list[ImportRow]) -> None:
        if self._table is not None:
            self._table.rows_added(made)
            if self.files.current() is None:
                self.files.choose(None)
        self._say_soon()

    def _change(self) -> None:
        if self._import is not None and self._import.stage is not self._stage:
            self._show_stage()
            self._show_card()
        self._say_soon()

    def _say_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _catch_up(self) -> None:
        if self._table is not None:
            self._table.all_changed()
        self._say()

    def _show_stage(self) -> None:
        one = self._import
        self._stack.setCurrentWidget(self._nothing if one is None else self._whole)
        if one is None:
            return
        before, self._stage = self._stage, one.stage
        self.work.setVisible(one.is_working())
        if one.is_working() and before is not one.stage:
            reading = one.stage is Stage.READING
            self.work.begin(_("Reading") if reading else _("Importing"))
        self._say()
        if one.stage in (Stage.READY, Stage.OVER):
            announce(self, self.words())

    def _say(self) -> None:
        one = self._import
        if one is None:
            return
        counts = one.rows.counts()
        self._counts.setText(_counted(one, counts))
        self._counts.setToolTip(tip(kinds_in_words(one.found.others)))
        over, ready = one.stage is Stage.OVER, one.stage is Stage.READY
        self.work.show_paused(paused=one.is_paused())
        self.go.setText(
            counted("&Import {count} document", "&Import {count} documents", counts.coming)
        )
        self.go.setVisible(not over)
        self.go.setEnabled(ready and bool(counts.coming) and not counts.wrong)
        self.close_button.setText(_("&Close") if over else _("&Discard"))
        self.close_button.setEnabled(one.stage is not Stage.WRITING)
        for part in (self.keep, self._about_bytes):
            part.setVisible(not over)
        self.keep.setEnabled(one.stage is not Stage.WRITING)
        self._about_bytes.setText(_about_bytes(keep=one.keep_bytes))

    # What a person does.

    def _show_card(self) -> None:
        row = self.files.current()
        guessed = len(self._import.rows.guessed()) if self._import is not None and row else 0
        scanned = len(self._import.rows.unrecognised()) if self._import is not None and row else 0
        self.card.show_row(row, guessed, scanned)
        if row is not None and row.incoming is not None and not row.incoming.text:
            self.whole_wanted.emit(row)
        if row is not None and row.is_of_table and row.document is None:
            self.table_wanted.emit(row)

    def _want_encoding(self, encoding: str, everywhere: bool) -> None:
        row, one = self.files.current(), self._import
        if one is None or row is None:
            return
        self.card.show_reading()
        self.encoding_wanted.emit(one.rows.guessed() if everywhere else [row], encoding)

    def _want_recognition(self, everywhere: bool) -> None:
        row, one = self.card.row(), self._import
        if one is not None and row is not None:
            rows = one.rows.unrecognised() if everywhere else [row]
            self.recognition_wanted.emit(rows)

    def _want_newer(self) -> None:
        row = self.card.row()
        if row is not None:
            self.newer_wanted.emit(row)

    def _want_columns(self, columns: ColumnMapping) -> None:
        row = self.card.row()
        if row is not None:
            self.columns_wanted.emit(row, columns)

    def _correct(self, field: str, written: str) -> None:
        row = self.card.row()
        if row is not None and self._table is not None:
            row.correct(field, written)
            self._table.row_changed(row)
            self._say()

    def _pause(self, wanted: bool) -> None:
        if self._import is not None:
            self._import.pause(wanted=wanted)

    def _stop(self) -> None:
        if self._import is not None:
            self.work.show_stopping()
            self._import.stop()

    def _follow_ticks(self) -> None:
        """Say what is other now that a tick was put or taken off."""
        self.card.say_again()
        self._say()

    def _put_in_order(self, wanted: bool) -> None:
        self.files.set_troubled_first(wanted=wanted)

    def _keep(self, wanted: bool) -> None:
        if self._import is not None:
            self._import.keep_bytes = wanted
            self._say()

    def _close(self) -> None:
        if self._import is not None:
            self._import.discard()
        self.close_wanted.emit()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.press()
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < grown(_NARROW)
        self._split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)


def _counted(one: Import, counts: Counts) -> str:
    found = counted("{count} found", "{count} found", counts.found)
    if one.stage is Stage.OVER:
        came = counted("{count} came in", "{count} came in", counts.imported)
        words = [_("Stopped") if one.was_stopped else "", found, came]
    else:
        coming = counted("{count} will come in", "{count} will come in", counts.coming)
        words = [found, coming]
        if counts.imported:
            words.append(counted("{count} is in", "{count} are in", counts.imported))
    if counts.unsure:
        words.append(counted("{count} to look at", "{count} to look at", counts.unsure))
    if counts.known:
        words.append(counted("{count} known already", "{count} known already", counts.known))
    if counts.broken:
        words.append(counted("{count} cannot be read", "{count} cannot be read", counts.broken))
    if one.found.others:
        others = len(one.found.others)
        words.append(counted("{count} of another kind", "{count} of other kinds", others))
    return " · ".join(filter(None, words))


def _about_bytes(*, keep: bool) -> str:
    if keep:
        return _("Each file can be saved back byte for byte, and proved to be what came in.")
    return _(
        "Only text and fingerprint are kept: the files cannot be saved back, and whoever checks "
        "the project is told so. Keep them elsewhere."
    )
