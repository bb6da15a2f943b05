"""What needs attention: a problem with the project, and the report of a fault of the program."""

import platform
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer import __version__
from reviewer.domain.errors import (
    CannotSave,
    Damaged,
    NotAProject,
    NotFound,
    ReadOnly,
    ReviewerError,
    TooNew,
    Unreadable,
)
from reviewer.environment.logs import log_path
from reviewer.environment.translation import N_, _
from reviewer.ui.guard import Fault
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.pieces.glyphs import Glyph
from reviewer.ui.wording import isolated, plain, put_on_clipboard, sentence

WIDTH, LONG_HEIGHT = 460, 400
_TITLES = (
    (CannotSave, N_("This was not saved")),
    (ReadOnly, N_("This project can only be read")),
    (Damaged, N_("The project file is damaged")),
    (TooNew, N_("Made by a newer version")),
    (NotAProject, N_("This is not a project")),
    (Unreadable, N_("This file cannot be read")),
    (NotFound, N_("This was not found")),
)


def title_of(problem: ReviewerError) -> str:
    """Return the few words that say what kind of problem it is."""
    for kind, title in _TITLES:
        if isinstance(problem, kind):
            return _(title)
    return _("This cannot be done")


class Problem(QDialog):
    """One problem, in a sentence that says what to do; with ``retry`` it offers to try again.

    Accepted means: try again.
    """

    def __init__(
        self, problem: ReviewerError, parent: QWidget | None = None, *, retry: bool = False
    ) -> None:
        super().__init__(parent)
        self._words = sentence(problem)
        title = title_of(problem)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._words)
        box = QDialogButtonBox(self)
        copy = _copy_button(box)
        copy.clicked.connect(self._copy)
        if retry:
            again = box.addButton(_("Try again"), QDialogButtonBox.ButtonRole.AcceptRole)
            again.setDefault(True)
            box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
            close.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = _column(self)
        long = is_long(self._words)
        first, _break, rest = self._words.partition("\n") if long else (self._words, "", "")
        column.addLayout(headed("error", title, plain(first)))
        if rest:
            column.addWidget(_scrolling(rest), 1)
        column.addStretch(0 if rest else 1)
        column.addWidget(box)
        size = on_screen(WIDTH, LONG_HEIGHT)
        high = size.height() if rest else column.totalHeightForWidth(size.width())
        self.resize(size.width(), high)

    def _copy(self) -> None:
        put_on_clipboard(self, self._words)


class CrashReport(QDialog):
    """A fault of the program's own, told once: the work is safe, and what to send to its makers.

    The report holds no word of any document (see ``guard.fault_of``).
    """

    def __init__(self, fault: Fault, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Something went wrong in the program")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._report = _report(fault)
        safe = plain(_("Your work is saved up to the last change. You can go on working."))
        about = plain(
            _(
                "If it happens again, send this report to whoever looks after the program. "
                "It has no word of any document in it."
            )
        )
        set_role(about, "muted")
        label = QLabel(_("&Details"))
        details = QPlainTextEdit(self._report)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        # Frames run from left to right in any window, and so does their place in the box.
        details.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = details.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        details.document().setDefaultTextOption(option)
        details.setMinimumHeight(160)
        details.setAccessibleName(_("Details of the fault"))
        label.setBuddy(details)
        where = plain(_("The log is {path}").format(path=isolated(log)))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(where, "muted")
        box = QDialogButtonBox(self)
        copy = _copy_button(box)
        copy.clicked.connect(self._copy)
        close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        box.rejected.connect(self.reject)
        column = _column(self)
        column.addLayout(headed("warning", title + ".", safe))
        for widget in (about, label):
            column.addWidget(widget)
        column.addWidget(details, 1)
        column.addWidget(where)
        column.addWidget(box)
        self.resize(on_screen(620, 440))
        close.setFocus()

    def _copy(self) -> None:
        put_on_clipboard(self, self._report)


def show_fault(window: QWidget, fault: Fault) -> None:
    """Show the report of a fault over the window, without waiting until it is closed."""
    report = CrashReport(fault, log_path(), window)
    report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    report.open()


def is_long(words: str) -> bool:
    """Say whether a problem is a list that wants room of its own."""
    return words.count("\n") > 2


def _scrolling(words: str) -> QPlainTextEdit:
    text = QPlainTextEdit(words)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(_("What was found"))
    return text


def headed(name: str, title: str, words: QLabel) -> QHBoxLayout:
    """Return an icon with a heading beside it and words under that."""
    heading = plain(title)
    set_role(heading, "heading")
    beside = QVBoxLayout()
    beside.setSpacing(spacing.SMALL)
    beside.addWidget(heading)
    beside.addWidget(words)
    row = QHBoxLayout()
    row.setSpacing(spacing.LARGE)
    glyph = Glyph(name, spacing.ICON_LARGE, QPalette.ColorRole.BrightText)
    row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(beside, 1)
    return row


def _copy_button(box: QDialogButtonBox) -> QPushButton:
    button = box.addButton(_("&Copy"), QDialogButtonBox.ButtonRole.ResetRole)
    button.setAutoDefault(False)
    return button


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
    column.setSpacing(spacing.MEDIUM)
    return column


def _report(fault: Fault) -> str:
    versions = f"Reviewer {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    machine = f"{platform.system()} {platform.machine()}"
    what = f"{fault.kind} in {fault.place}"
    return f"{versions}, {machine}\n{what}\n\n{fault.report}\n"
