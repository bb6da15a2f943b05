"""What this program is, where its log and the open project lie, and the licences of its parts.

Nothing here opens a network address: what is written can be selected and copied.
"""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer import __version__
from reviewer.environment import resources
from reviewer.environment.logs import log_path
from reviewer.environment.translation import N_, _
from reviewer.ui.dialogs.agreeing import copy_or_close
from reviewer.ui.dialogs.new_project import NOT_ENCRYPTED
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon, on_screen
from reviewer.ui.theme.icons import icon
from reviewer.ui.theme.style import set_role
from reviewer.ui.views.pieces.glyphs import Mark
from reviewer.ui.wording import isolated, plain, put_on_clipboard

MARK_SIZE = 56
_LICENCES = (
    (N_("Reviewer: MIT licence"), "licences/LICENCE.txt"),
    (N_("Interface face: SIL Open Font License"), "fonts/OFL-Reviewer-Sans.txt"),
    (N_("Reading face: SIL Open Font License"), "fonts/OFL-Reviewer-Serif.txt"),
    (N_("Nastaliq face: SIL Open Font License"), "fonts/OFL-Reviewer-Nastaliq.txt"),
    (N_("Naskh face: SIL Open Font License"), "fonts/OFL-Reviewer-Naskh.txt"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the page; one that is a place has a button to copy it."""

    label: str
    value: str
    is_place: bool = False


def facts(sqlite: str, project: Path | None) -> list[Fact]:
    """Return what the page says, from top to bottom; ``sqlite`` is the library's version."""
    libraries = f"Python {platform.python_version()}, Qt {qVersion()}, SQLite {sqlite}"
    known = [
        Fact(_("Version"), __version__),
        Fact(_("Licence"), _("MIT: free to use, change and pass on")),
        Fact(_("Runs on"), libraries),
        Fact(_("Log"), str(log_path()), is_place=True),
    ]
    if project is not None:
        known.append(Fact(_("This project"), str(project), is_place=True))
    return known


class About(QDialog):
    """The page, and the licences beside it."""

    def __init__(
        self, sqlite: str, project: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Reviewer"))
        self.setAccessibleName(_("About Reviewer"))
        self._facts = facts(sqlite, project)
        tabs = QTabWidget(self)
        tabs.addTab(self._page(project is not None), _("About"))
        tabs.addTab(_licences(), _("Licences"))
        tabs.setAccessibleName(_("Pages"))
        box, close = copy_or_close(self, _("&Copy all"), self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.LARGE)
        column.addLayout(_head())
        column.addWidget(tabs, 1)
        column.addWidget(box)
        self.resize(on_screen(600, 480))
        close.setFocus()

    def text(self) -> str:
        """Return the facts as they are copied."""
        return "\n".join(f"{fact.label}: {fact.value}" for fact in self._facts)

    def _page(self, has_project: bool) -> QWidget:
        page = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(spacing.LARGE)
        grid.setVerticalSpacing(spacing.MEDIUM)
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(self._facts):
            _add_fact(grid, row, fact)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, spacing.LARGE, 0, 0)
        column.addLayout(grid)
        if has_project:
            warning = plain(_(NOT_ENCRYPTED))
            set_role(warning, "warning")
            column.addSpacing(spacing.SMALL)
            column.addWidget(warning)
        column.addStretch(1)
        return page

    def _copy(self) -> None:
        put_on_clipboard(self, self.text())


class _CopyPlace(QToolButton):
    """Copies one place."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self._place = fact.value
        self.setIcon(icon("copy"))
        keep_icon(self, spacing.ICON_SMALL)
        name = _("Copy the place: {what}").format(what=fact.label)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        put_on_clipboard(self, self._place)


def _head() -> QHBoxLayout:
    name = plain(_("Reviewer"), "title")
    what = plain(
        _("For saying, defensibly, who alleges what, who denies it, and how many were harmed.")
    )
    set_role(what, "muted")
    words = QVBoxLayout()
    words.setSpacing(spacing.TINY)
    words.addWidget(name)
    words.addWidget(what)
    row = QHBoxLayout()
    row.setSpacing(spacing.LARGE)
    row.addWidget(Mark(MARK_SIZE), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _add_fact(grid: QGridLayout, row: int, fact: Fact) -> None:
    label = QLabel(fact.label)
    set_role(label, "muted")
    value = plain(isolated(Path(fact.value)) if fact.is_place else fact.value)
    value.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    value.setAccessibleName(f"{fact.label}: {fact.value}")
    label.setBuddy(value)
    grid.addWidget(label, row, 0)
    grid.addWidget(value, row, 1)
    if fact.is_place:
        grid.addWidget(_CopyPlace(fact), row, 2)


class _Licences(QWidget):
    """The texts of the licences, one at a time."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        label = QLabel(_("&Licence"))
        self._choice = QComboBox()
        self._choice.setAccessibleName(_("Licence"))
        label.setBuddy(self._choice)
        for title, where in texts:
            self._choice.addItem(_(title), where)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("Text of the licence"))
        row = QHBoxLayout()
        row.setSpacing(spacing.SMALL)
        row.addWidget(label)
        row.addWidget(self._choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.LARGE, 0, 0)
        column.addLayout(row)
        column.addWidget(self._text, 1)
        self._choice.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._text.setPlainText(resources.find(self._choice.currentData()).read_text("utf-8"))


def _licences() -> QWidget:
    return _Licences(_LICENCES)
