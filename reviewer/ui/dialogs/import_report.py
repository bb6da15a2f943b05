"""What became of an import: how many came in, and each that did not, with the reason."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextEdit, QVBoxLayout, QWidget

from reviewer.domain.errors import ReviewerError
from reviewer.environment.translation import _, counted
from reviewer.ui.theme import spacing
from reviewer.ui.wording import isolated, one_line, plain, put_on_clipboard, sentence
from reviewer.workspace.operations.imports import Outcome


def taken_in(outcomes: Sequence[Outcome]) -> int:
    """Return how many files became documents."""
    return sum(outcome.document is not None for outcome in outcomes)


def refused(outcomes: Sequence[Outcome]) -> list[tuple[Path, ReviewerError]]:
    """Return the files that did not, with what is the matter with each."""
    return [(outcome.path, outcome.problem) for outcome in outcomes if outcome.problem is not None]


def summary(outcomes: Sequence[Outcome], *, stopped: bool = False) -> str:
    """Return the import in a few words, as for a notice."""
    taken = taken_in(outcomes)
    left = len(refused(outcomes))
    words = counted("{count} document imported", "{count} documents imported", taken)
    if not left:
        return _("Stopped: {words}").format(words=words) if stopped else words
    return f"{words}, {counted('{count} file refused', '{count} files refused', left)}"


class ImportReport(QDialog):
    """Lists the refused files one by one; everything in it can be copied."""

    def __init__(
        self, outcomes: Sequence[Outcome], parent: QWidget | None = None, *, stopped: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import"))
        self.setAccessibleName(_("What became of the import"))
        heading = plain(summary(outcomes) + ".", "heading")
        self._refused = refused(outcomes)
        self._list = QTextEdit(self)
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(_("Refused files"))
        self._fill()
        box = QDialogButtonBox(self)
        copy = box.addButton(_("&Copy list"), QDialogButtonBox.ButtonRole.ResetRole)
        copy.setAutoDefault(False)
        copy.setEnabled(bool(self._refused))
        copy.clicked.connect(self._copy)
        close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(heading)
        if stopped:
            column.addWidget(plain(_("The import was stopped. What was done until then is kept.")))
        if self._refused:
            column.addWidget(
                plain(_("These files were not taken in; nothing of them was changed:"))
            )
        column.addWidget(self._list, 1)
        column.addWidget(box)
        self._list.setVisible(bool(self._refused))
        self.resize(620, 420 if self._refused else self.sizeHint().height())
        close.setFocus()

    def text(self) -> str:
        """Return the list as it is copied: a file a line, its sentence under it."""
        return "\n".join(
            f"{one_line(path)}\n    {sentence(why)}" if path.name else sentence(why)
            for path, why in self._refused
        )

    def _fill(self) -> None:
        """Write the list; text is put in as it is, so no name is ever taken for markup."""
        option = QTextOption(self._list.document().defaultTextOption())
        option.setTextDirection(self.layoutDirection())
        self._list.document().setDefaultTextOption(option)
        cursor = QTextCursor(self._list.document())
        name, why = QTextCharFormat(), QTextCharFormat()
        name.setFontWeight(QFont.Weight.Medium)
        why.setForeground(self.palette().text())
        first, second = QTextBlockFormat(), QTextBlockFormat()
        second.setBottomMargin(spacing.MEDIUM)
        for number, (path, problem) in enumerate(self._refused):
            if number:
                cursor.insertBlock(first)
            if path.name:
                cursor.insertText(isolated(path.name), name)
                cursor.insertBlock(second)
            cursor.insertText(sentence(problem), why)
        self._list.moveCursor(QTextCursor.MoveOperation.Start)

    def _copy(self) -> None:
        put_on_clipboard(self, self.text())
