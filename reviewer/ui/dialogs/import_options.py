"""Before an import: what was found, how it was decoded, and another encoding where that is wrong.

Shown when an encoding was guessed or a file is damaged, or when a person asks for it. Reading with
another encoding is work for the bridge; what it reads is both the preview and the result.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.directions import Direction, direction_of_text
from reviewer.domain.progress import Progress
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Job
from reviewer.ui.dialogs.agreeing import agree_or_cancel
from reviewer.ui.models.found_files import BASIS, ENCODING, NAME, FoundFiles, excerpt
from reviewer.ui.prompts import Run
from reviewer.ui.text.scripts import arabic_language
from reviewer.ui.theme import fonts, spacing
from reviewer.ui.theme.growing import keep_rows, on_screen
from reviewer.ui.theme.mirroring import inset
from reviewer.ui.theme.style import set_role
from reviewer.ui.wording import announce, one_line, plain, sentence
from reviewer.workspace.reading_files import ReadFile, read_again


@dataclass(frozen=True, slots=True)
class _Trial:
    """Files read again with the encoding a person chose."""

    rows: tuple[int, ...]
    encoding: str
    files: tuple[ReadFile, ...]


def _read_again(
    rows: tuple[int, ...], files: Sequence[ReadFile], encoding: str, progress: Progress
) -> _Trial:
    """Read files with an encoding; computes only, so it runs in a worker."""
    return _Trial(rows, encoding, tuple(read_again(files, progress, encoding)))


class ImportOptions(QDialog):
    """Lists files that were read; ``files`` gives those to import, as they shall be.

    ``encodings`` are the choices, each a name and what a person reads; ``run`` runs work in the
    background (``Bridge.run``).
    """

    def __init__(
        self,
        found: Sequence[ReadFile],
        encodings: Sequence[tuple[str, str]],
        run: Run,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import with options"))
        self.setAccessibleName(_("Import with options"))
        self._run = run
        self._encodings = list(encodings)
        self._job: Job | None = None
        self._model = FoundFiles(found, dict(encodings), self)
        self._build()
        self._model.dataChanged.connect(self._show_state)
        self._table.selectionModel().currentRowChanged.connect(self._show_file)
        self._choice.activated.connect(self._try)
        self._everywhere.clicked.connect(self._try_everywhere)
        self.finished.connect(self._stop)
        doubtful = self._model.doubtful()
        self._table.selectRow(doubtful[0] if doubtful else 0)
        self._show_state()
        self.resize(on_screen(1120, 620))

    def files(self) -> list[ReadFile]:
        """Return the ticked files, decoded as was chosen."""
        return self._model.ticked()

    def _build(self) -> None:
        self._state = plain("")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._list_side())
        split.addWidget(self._preview_side())
        split.setSizes([660, 440])
        box, self._import = agree_or_cancel(self, _("Import"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(self._state)
        column.addWidget(split, 1)
        column.addWidget(box)

    def _list_side(self) -> QWidget:
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setAccessibleName(_("Files found"))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows = self._table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        keep_rows(rows, spacing.ROW)
        rows.hide()
        columns = self._table.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        columns.resizeSection(ENCODING, 240)
        columns.resizeSection(BASIS, 195)
        return self._table

    def _preview_side(self) -> QWidget:
        side = QWidget()
        label = QLabel(_("&Read it as"))
        self._choice = QComboBox()
        self._choice.setAccessibleName(_("Encoding of this file"))
        label.setBuddy(self._choice)
        self._everywhere = QPushButton()
        self._everywhere.setAutoDefault(False)
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setAccessibleName(_("First lines of the file"))
        self._hint = plain("")
        set_role(self._hint, "muted")
        row = QHBoxLayout()
        row.setSpacing(spacing.SMALL)
        row.addWidget(label)
        row.addWidget(self._choice, 1)
        column = QVBoxLayout(side)
        inset(column, spacing.MEDIUM, 0, 0, 0)
        column.setSpacing(spacing.SMALL)
        column.addLayout(row)
        column.addWidget(self._preview, 1)
        column.addWidget(self._hint)
        column.addWidget(self._everywhere, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _row(self) -> int:
        return self._table.currentIndex().row()

    def _show_file(self) -> None:
        row = self._row()
        if row < 0:
            return
        file = self._model.file(row)
        encoding = file.incoming.encoding if file.incoming else ""
        self._offer(encoding)
        if file.incoming is None:
            self._preview.setPlainText("")
            self._hint.setText(sentence(file.problem) if file.problem else "")
            return
        text = excerpt(file.incoming.text)
        option = QTextOption(self._preview.document().defaultTextOption())
        backwards = direction_of_text(text) is Direction.RIGHT_TO_LEFT
        sides = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
        option.setTextDirection(sides[backwards])
        self._preview.document().setDefaultTextOption(option)
        self._preview.setFont(fonts.reading_font(14, arabic_language(text) if backwards else ""))
        self._preview.setPlainText(text)
        self._hint.setText(_hint(file.incoming.text.count("\ufffd")))

    def _offer(self, encoding: str) -> None:
        self._choice.clear()
        known = self._encodings
        if encoding and encoding not in dict(known):
            known = [(encoding, encoding), *known]
        for name, label in known:
            self._choice.addItem(label, name)
        self._choice.setCurrentIndex(self._choice.findData(encoding))

    def _show_state(self) -> None:
        """Say how many will come in; nothing can be agreed to while a file is being read."""
        reading = self._job is not None
        count, doubtful = len(self._model.ticked()), len(self._model.doubtful())
        words = counted("{count} file will be imported.", "{count} files will be imported.", count)
        if doubtful:
            words += " " + counted(
                "Please look at {count}: its encoding is not certain.",
                "Please look at {count}: their encoding is not certain.",
                doubtful,
            )
        self._state.setText(_("Reading…") if reading else words)
        self._import.setEnabled(bool(count) and not reading)
        guessed = len(self._model.guessed())
        self._everywhere.setText(
            counted(
                "Use for the {count} guessed file", "Use for all {count} guessed files", guessed
            )
        )
        self._everywhere.setVisible(guessed > 1)
        self._everywhere.setEnabled(not reading)

    def _try(self) -> None:
        self._read((self._row(),))

    def _try_everywhere(self) -> None:
        self._read(tuple(sorted({self._row(), *self._model.guessed()})))

    def _read(self, rows: tuple[int, ...]) -> None:
        encoding = self._choice.currentData()
        if not rows or rows[0] < 0 or not isinstance(encoding, str):
            return
        self._stop()
        files = [self._model.file(row) for row in rows]
        job = self._run(_("Reading again"), partial(_read_again, rows, files, encoding))
        self._job = job
        job.done.connect(self._take)
        job.failed.connect(self._give_up)
        self._show_state()

    def _take(self, trial: _Trial) -> None:
        self._job = None
        for row, file in zip(trial.rows, trial.files, strict=True):
            self._model.replace(row, file)
        self._show_file()
        self._show_state()
        announce(self._choice, one_line(self._state.text()))

    def _give_up(self, _problem: object) -> None:
        self._job = None
        self._show_file()
        self._show_state()

    def _stop(self) -> None:
        """Let go of what is being read: its answer would come too late."""
        if self._job is not None:
            self._job.done.disconnect(self._take)
            self._job.failed.disconnect(self._give_up)
            self._job.cancel()
            self._job = None


def _hint(damaged: int) -> str:
    if damaged:
        return counted(
            "{count} place could not be read so; it is shown as �.",
            "{count} places could not be read so; they are shown as �.",
            damaged,
        )
    return _("Choose another encoding if letters are wrong or missing.")
