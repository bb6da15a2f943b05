"""What became of an import: how many came in, and each that did not, with the reason.

Files of kinds that cannot be imported yet are told together, a kind a line: nobody asked for them
by name, but whoever must say what was looked at has to know that they were not.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextEdit, QVBoxLayout, QWidget

from reviewer.domain.errors import ReviewerError
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.wording import isolated, one_line, plain, put_on_clipboard, sentence
from reviewer.workspace.found import kinds_of
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.reading_files import OtherKind

NAMED = 5  # files of one kind
WITH_ENDING = N_(
    "{files} ending in {ending}: not of a kind that can be imported yet ({names}). "
    "Save their text as .txt, and import that."
)
WITHOUT_ENDING = N_(
    "{files} without an ending: not of a kind that can be imported yet ({names}). "
    "Save their text as .txt, and import that."
)


def taken_in(outcomes: Sequence[Outcome]) -> int:
    """Return how many files became documents."""
    return sum(outcome.document is not None for outcome in outcomes)


def refused(outcomes: Sequence[Outcome]) -> list[tuple[Path, ReviewerError]]:
    """Return the files that did not, with what is the matter with each.

    Those of other kinds follow, a kind an entry, without a path.
    """
    others = _others(outcomes)
    singly = [
        (outcome.path, outcome.problem)
        for outcome in outcomes
        if outcome.problem is not None and not isinstance(outcome.problem, OtherKind)
    ]
    return singly + [(Path(), _of_kind(ending, others)) for ending, _count in kinds_of(others)]


def kinds_in_words(files: Iterable[Path]) -> str:
    """Return which kinds files are of, such as “12 .pdf, 3 .docx, 1 without an ending”."""
    return _(", ").join(
        f"{count:,} {ending or _('without an ending')}" for ending, count in kinds_of(files)
    )


def summary(outcomes: Sequence[Outcome], *, stopped: bool = False) -> str:
    """Return the import in a few words, as for a notice."""
    others = len(_others(outcomes))
    left = sum(outcome.problem is not None for outcome in outcomes) - others
    words = [counted("{count} document imported", "{count} documents imported", taken_in(outcomes))]
    if left:
        words.append(counted("{count} file refused", "{count} files refused", left))
    if others:
        words.append(
            counted(
                "{count} file of another kind left out",
                "{count} files of other kinds left out",
                others,
            )
        )
    told = _(", ").join(words)
    return _("Stopped: {words}").format(words=told) if stopped else told


def _others(outcomes: Sequence[Outcome]) -> list[Path]:
    return [one.path for one in outcomes if isinstance(one.problem, OtherKind)]


def _of_kind(ending: str, others: Sequence[Path]) -> OtherKind:
    """Return what is said of the files of one kind: how many there are, and the first by name."""
    names = [path.name for path in others if path.suffix.casefold() == ending]
    listed = _(", ").join(map(one_line, names[:NAMED]))
    if len(names) > NAMED:
        more = f"{len(names) - NAMED:,}"
        listed = _("{names} and {count} more").format(names=listed, count=more)
    files = counted("{count} file", "{count} files", len(names))
    if not ending:
        return OtherKind(WITHOUT_ENDING, files=files, names=listed)
    return OtherKind(WITH_ENDING, files=files, ending=ending, names=listed)


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
        wide = on_screen(620, 420)
        self.resize(wide.width(), wide.height() if self._refused else self.sizeHint().height())
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
