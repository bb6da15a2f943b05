"""Asks, once, where a new project shall lie and whose name stands with the work."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.environment import paths
from reviewer.environment.translation import N_, _
from reviewer.ui.prompts import NewProject
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import on_screen
from reviewer.ui.theme.style import set_role
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.project import SUFFIX

NOT_ENCRYPTED = N_("Not encrypted: whoever can open this file can read everything.")
MOST_BYTES_OF_A_NAME = 255
WIDTH = 600


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a place: ``good`` means that a project can be made there.

    ``makes_folder`` where a folder on the way is not there, as after a slip of the keys.
    """

    good: bool
    words: str
    makes_folder: bool = False


def place_of(written: str) -> Path | None:
    """Return the project file that is meant, with its suffix; ``None`` while none is named.

    ``~`` is the person's home; a name alone lies in the folder for projects.
    """
    written = written.strip()
    if not written or "\0" in written or written.endswith(("/", os.sep)):
        return None
    place = paths.projects_folder() / Path(written).expanduser()
    if not place.name or place.name in (".", "..") or place.name.casefold() == SUFFIX:
        return None
    if not place.name.casefold().endswith(SUFFIX):
        place = place.with_name(place.name + SUFFIX)
    return place


def judge(written: str) -> Verdict:
    """Say whether a project can be made at the place as it is written."""
    try:
        place = place_of(written)
        if place is None:
            return Verdict(good=False, words=_("Give the project a name."))
        return _judge_place(place)
    except (OSError, RuntimeError, ValueError):
        return Verdict(good=False, words=_("There is no such place. Choose another one."))


def _judge_place(place: Path) -> Verdict:
    if len(os.fsencode(place.name)) > MOST_BYTES_OF_A_NAME:
        return Verdict(good=False, words=_("This name is too long. Choose a shorter one."))
    if os.path.lexists(place):
        words = _("There is already a file {name} there. Choose another name, or open it.")
        return Verdict(good=False, words=words.format(name=isolated(Path(place.name))))
    folder = _nearest_folder(place.parent)
    if not folder.is_dir():
        words = _("{name} is a file, not a folder. Choose another place.")
        return Verdict(good=False, words=words.format(name=isolated(folder)))
    if not os.access(folder, os.W_OK | os.X_OK):
        words = _("The folder {name} cannot be written to. Choose another place.")
        return Verdict(good=False, words=words.format(name=isolated(folder)))
    if folder != place.parent and place.parent != paths.projects_folder():
        words = _("The folder {folder} is not there. It is made together with the project: {name}")
        words = words.format(folder=isolated(place.parent), name=isolated(place))
        return Verdict(good=True, words=words, makes_folder=True)
    words = _("The project will be one file: {name}")
    return Verdict(good=True, words=words.format(name=isolated(place)))


def _nearest_folder(folder: Path) -> Path:
    """Return what is already there of a folder: the rest is made with the project."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def free_place(suggested: Path) -> Path:
    """Return a place like the one suggested where nothing lies yet, as in ``Case 2.review``."""
    place = paths.projects_folder() / suggested
    stem = place.name.removesuffix(SUFFIX)
    number, place = 1, place.with_name(stem + SUFFIX)
    while os.path.lexists(place):
        number += 1
        place = place.with_name(f"{stem} {number}{SUFFIX}")
    return place


class NewProjectDialog(QDialog):
    """The place, said to be good or not as one types; the analyst's name where it is not known."""

    def __init__(
        self,
        suggested: Path,
        analyst: str,
        parent: QWidget | None = None,
        *,
        native: bool = True,
    ) -> None:
        super().__init__(parent)
        self._native = native
        self._known = analyst
        self.setWindowTitle(_("New project"))
        self.setAccessibleName(_("New project"))
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, spacing.WIDE, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.SMALL)
        self._add_place(column)
        column.addSpacing(spacing.MEDIUM)
        self._name = QLineEdit(self)
        self._add_name(column)
        column.addSpacing(spacing.MEDIUM)
        column.addStretch(1)
        box = QDialogButtonBox(self)
        self._make = box.addButton(_("Create project"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._make.setDefault(True)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._accept_if_good)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self._place.textChanged.connect(self._weigh)
        self._name.textChanged.connect(self._weigh)
        self._suggest(free_place(suggested))
        wide = on_screen(WIDTH, 0).width()
        self.resize(wide, column.totalHeightForWidth(wide))

    def choice(self) -> NewProject | None:
        """Return what was chosen; ``None`` while something is missing."""
        place = place_of(self._place.text())
        if place is None or not self._analyst():
            return None
        return NewProject(place, self._analyst())

    def _add_place(self, column: QVBoxLayout) -> None:
        label = QLabel(_("&Where the project lies"))
        self._place = QLineEdit(self)
        self._place.setAccessibleName(_("Where the project lies"))
        self._place.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        label.setBuddy(self._place)
        browse = QPushButton(_("&Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(spacing.SMALL)
        row.addWidget(self._place, 1)
        row.addWidget(browse)
        self._verdict = plain("")
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._verdict)
        column.addWidget(plain(_(NOT_ENCRYPTED), "muted"))

    def _add_name(self, column: QVBoxLayout) -> None:
        self._name.setHidden(bool(self._known))
        if self._known:
            words = _("Your name on the work: {name}").format(name=isolated(self._known))
            column.addWidget(plain(words, "muted"))
            return
        label = QLabel(_("&Your name"))
        label.setBuddy(self._name)
        self._name.setAccessibleName(_("Your name"))
        self._name.setMaxLength(200)
        help_words = _("Needed: it stands with every passage you tag, and in exports.")
        column.addWidget(label)
        column.addWidget(self._name)
        column.addWidget(plain(help_words, "muted"))

    def _suggest(self, place: Path) -> None:
        self._place.setText(str(place))
        start = len(str(place.parent)) + 1
        self._place.setFocus()
        self._place.setSelection(start, len(place.name.removesuffix(SUFFIX)))
        self._weigh()

    def _browse(self) -> None:
        place = place_of(self._place.text()) or paths.projects_folder() / f"{_('Project')}{SUFFIX}"
        dialog = QFileDialog(self, _("Where the project lies"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not self._native)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Overwriting is refused, so asking whether to overwrite would promise what is not done.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setNameFilters([_("Reviewer projects (*{suffix})").format(suffix=SUFFIX)])
        dialog.setDirectory(str(_nearest_folder(place.parent)))
        dialog.selectFile(place.name)
        if dialog.exec():
            self._place.setText(dialog.selectedFiles()[0])
            self._place.setFocus()
        dialog.deleteLater()

    def _weigh(self) -> None:
        verdict = judge(self._place.text())
        self._verdict.setText(verdict.words)
        calm = verdict.good and not verdict.makes_folder
        set_role(self._verdict, "muted" if calm else "" if verdict.good else "danger")
        deed = _("Make folder and project") if verdict.makes_folder else _("Create project")
        self._make.setText(deed)
        self._place.setAccessibleDescription(verdict.words)
        self._make.setEnabled(verdict.good and bool(self._analyst()))
        self._make.setToolTip("" if self._analyst() else _("Your name is needed."))

    def _accept_if_good(self) -> None:
        """Look once more: somebody may have made a file there meanwhile."""
        self._weigh()
        if self._make.isEnabled():
            self.accept()

    def _analyst(self) -> str:
        return self._known or " ".join(self._name.text().split())
