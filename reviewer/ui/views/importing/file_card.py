"""One file before it comes in: its first lines, how it is decoded, what is known of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.columns import Table
from reviewer.domain.incoming import EncodingBasis, Incoming
from reviewer.environment.translation import _, counted
from reviewer.ui.models.import_rows import ImportRow
from reviewer.ui.models.import_words import remarks_of
from reviewer.ui.models.importing import all_said, basis_words, encoding_words
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import heavier
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.importing.column_form import ColumnForm
from reviewer.ui.views.importing.file_fields import FileFields
from reviewer.ui.views.importing.first_lines import FirstLines
from reviewer.ui.views.pieces.elided import ElidedLabel
from reviewer.ui.views.pieces.enter_button import EnterButton
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.operations.imports import ENCODINGS


class FileCard(QScrollArea):
    """Shows one row, and tells what somebody wants of it, or of all files like it."""

    encoding_wanted = Signal(str, bool)
    recognition_wanted = Signal(bool)  # of the text of pages; whether for all such files
    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._row: ImportRow | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._name = ElidedLabel(cut=Qt.TextElideMode.ElideMiddle)
        heavier(self._name, QFont.Weight.DemiBold)
        self._said = plain("", "muted")
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(_("Encoding of this file"))
        self.everywhere = EnterButton()
        set_role(self.everywhere, "small")
        self._hint = plain("", "muted")
        self.lines = FirstLines()
        self.fields = FileFields()
        self.newer = EnterButton()
        self.recognise = EnterButton()
        self.recognise.setText(_("&Recognise the text of its pages"))
        self.recognise_all = EnterButton()
        for button in (self.newer, self.recognise, self.recognise_all):
            set_role(button, "small")
        self.columns = ColumnForm()
        self.columns.hide()
        self._decoding = self._lay_out_decoding()
        self.setWidget(self._lay_out())
        self.encoding.activated.connect(self._choose)
        self.everywhere.clicked.connect(self._choose_everywhere)
        self.recognise.clicked.connect(partial(self.recognition_wanted.emit, False))  # noqa: FBT003
        self.recognise_all.clicked.connect(partial(self.recognition_wanted.emit, True))  # noqa: FBT003
        self.fields.written.connect(self.written)

    def row(self) -> ImportRow | None:
        """Return the row that is shown."""
        return self._row

    def said(self) -> str:
        """Return what is said of the file."""
        return self._said.text()

    def show_row(self, row: ImportRow | None, guessed: int, unrecognised: int = 0) -> None:
        """Show a file; ``guessed`` is how many have an encoding that was guessed.

        ``unrecognised`` is how many have pages whose text could be recognised.
        """
        if row is None or self._row is None or row.lies != self._row.lies:
            self.columns.hide()
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self._name.setText(isolated(row.file.called))
        self._say(_sentences(row))
        self.newer.setText(_("Put it in the place of {label}…").format(label=row.older_label))
        self.newer.setVisible(row.older is not None and row.document is None)
        self._offer_recognition(row, unrecognised)
        incoming = row.incoming
        self._decoding.setVisible(incoming is not None and _can_be_decoded(row))
        self.fields.setVisible(incoming is not None)
        self.lines.setVisible(incoming is not None)
        self._hint.setVisible(False)
        if incoming is None:
            return
        self._offer(row, guessed)
        self.fields.show_row(row)
        if incoming.text:
            self.show_text(incoming)
        else:
            self.lines.show_words(_("Reading…"))

    def say_again(self) -> None:
        """Say what there is to know of the file now."""
        if self._row is not None:
            self._say(_sentences(self._row))

    def show_text(self, incoming: Incoming) -> None:
        """Show the first lines of the file."""
        self.lines.show_text(incoming)
        self._hint.setText(_hint(incoming.text.count("\ufffd")))
        self._hint.setVisible(self._decoding.isVisibleTo(self))

    def show_table(self, table: Table) -> None:
        """Show what the columns of the file are, to be said otherwise."""
        if self._row is not None:
            self.columns.show_table(table, self._row.columns)
            self.columns.setVisible(self._row.document is None)

    def show_reading(self) -> None:
        """Say that the file is being read in another way."""
        self.lines.show_words(_("Reading…"))

    def _lay_out_decoding(self) -> QWidget:
        part = QWidget()
        label = QLabel(_("&Read it as"))
        label.setBuddy(self.encoding)
        row = QHBoxLayout()
        row.setSpacing(spacing.SMALL)
        row.addWidget(label)
        row.addWidget(self.encoding, 1)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.TINY)
        column.addLayout(row)
        column.addWidget(self.everywhere, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _lay_out(self) -> QWidget:
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(spacing.MEDIUM, spacing.SMALL, spacing.MEDIUM, spacing.MEDIUM)
        column.setSpacing(spacing.SMALL)
        column.addWidget(self._name)
        column.addWidget(self._said)
        for button in (self.newer, self.recognise, self.recognise_all):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._decoding)
        column.addWidget(self.columns)
        for part in (self.lines, self._hint):
            column.addWidget(part)
        column.addWidget(self.fields)
        column.addStretch(1)
        return card

    def _say(self, sentences: Sequence[str]) -> None:
        self._said.setText("\n".join(sentences))
        self._said.setVisible(bool(sentences))

    def _offer_recognition(self, row: ImportRow, unrecognised: int) -> None:
        self.recognise.setVisible(row.can_be_recognised)
        self.recognise_all.setVisible(row.can_be_recognised and unrecognised > 1)
        self.recognise_all.setText(
            counted(
                "Recognise it in {count} scanned file",
                "Recognise it in all {count} scanned files",
                unrecognised,
            )
        )

    def _offer(self, row: ImportRow, guessed: int) -> None:
        encoding = row.incoming.encoding if row.incoming else ""
        known = [name for name, _label in ENCODINGS]
        if encoding and encoding not in known:
            known.insert(0, encoding)
        self.encoding.clear()
        for name in known:
            self.encoding.addItem(encoding_words(name), name)
        self.encoding.setCurrentIndex(self.encoding.findData(encoding))
        self.encoding.setToolTip(basis_words(row))
        self.encoding.setAccessibleDescription(basis_words(row))
        self.encoding.setEnabled(row.document is None)
        self.everywhere.setText(
            counted(
                "Use for the {count} guessed file", "Use for all {count} guessed files", guessed
            )
        )
        basis = row.incoming.encoding_basis if row.incoming else None
        others = guessed - (basis is EncodingBasis.GUESSED)
        is_open = basis in (EncodingBasis.GUESSED, EncodingBasis.CHOSEN)
        self.everywhere.setVisible(is_open and others > 0 and row.document is None)

    def _choose(self) -> None:
        self._want(everywhere=False)

    def _choose_everywhere(self) -> None:
        self._want(everywhere=True)

    def _want(self, *, everywhere: bool) -> None:
        encoding = self.encoding.currentData()
        if isinstance(encoding, str) and encoding:
            self.encoding_wanted.emit(encoding, everywhere)


def _can_be_decoded(row: ImportRow) -> bool:
    """Say whether a person may choose how a file's bytes are read: it is text, and on the disk."""
    media = row.incoming.media_type if row.incoming else ""
    is_text = media.startswith("text/") or media in ("application/jsonl", "application/json")
    return is_text and row.file.path.is_absolute()


def _sentences(row: ImportRow) -> list[str]:
    if row.document is not None and row.incoming is not None:
        return [*all_said(row), *remarks_of(row.incoming)]
    return all_said(row)


def _hint(damaged: int) -> str:
    if damaged:
        return counted(
            "{count} place could not be read so; it is shown as �.",
            "{count} places could not be read so; they are shown as �.",
            damaged,
        )
    return _("Choose another encoding if letters are wrong or missing.")
