"""The panel "Moved passages": where a newer version put them, to be accepted one by one.

As one walks the list the pane shows the place. Enter accepts it; one that was not found, or stands
wrongly, is placed at the words selected in the pane, or taken off.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from reviewer.domain.differing import Around
from reviewer.domain.errors import ReviewerError
from reviewer.domain.query_hits import one_line
from reviewer.domain.versions import CARRIED_LABELS, CarriedBy
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models.where_else import MOST_SHOWN, Elsewhere
from reviewer.ui.theme import spacing
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.finding.walked_list import WalkedList
from reviewer.ui.views.pieces.flowing import FlowingRow
from reviewer.ui.views.versions.compared_words import ComparedWords
from reviewer.ui.wording import announce, plain
from reviewer.workspace.operations.versions import Moved
from reviewer.workspace.project import Workspace

"""By what passages are found whose very words stand in the newer version."""


class MovedPanel(WalkedList):
    """Lists the passages that are to be looked at; Enter (``go_wanted``) accepts."""

    certain_wanted = Signal()  # accept all whose words stand there
    place_wanted = Signal()
    take_off_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            _("Moved passages"), "pin", _("Passages that want a look"), "newer-versions"
        )
        self._workspace = workspace
        self._moved: dict[int, Moved] = {}
        self.compared = ComparedWords()
        self._why = plain("", "muted")
        self._keys = plain(
            _(
                "Enter accepts · A accepts all certain ones · P places it at the selection · "
                "Delete takes it off · Escape closes"
            ),
            "muted",
        )
        self._offers = FlowingRow(spacing.SMALL)
        self._lay_out_offers()
        self.followed.connect(self._compare)
        self.key_pressed.connect(self._press)
        self.refresh()

    def chosen(self) -> Moved | None:
        """Return the passage one is at, with its words before and now."""
        row = self.current()
        return None if row is None or row.passage is None else self._moved.get(row.passage)

    def certain(self) -> list[int]:
        """Return the passages that were found where their very words are."""
        return [one.passage for one in self._moved.values() if one.certain]

    def refresh(self) -> None:
        """List again, after the project changed; one stays where one was. Raises ``Damaged``."""
        found = self._workspace.versions.to_look_at()
        self._moved = {one.passage: one for one in found}
        rows = self._rows(found)
        if rows == self.rows() and rows:
            return
        if not rows:
            self.say(
                _(
                    "No passage wants a look. When a newer version takes a document's place, "
                    "passages that moved or changed are listed here."
                ),
                _("Moved passages"),
            )
            self._about.setText("")
            announce(self, self.words())
            return
        words = counted("Moved: {count} passage", "Moved: {count} passages", len(rows))
        self._about.setText(_("with newer versions of their documents, or with work that came in"))
        self.show_rows(rows, words, max(0, self.list.currentIndex().row()))

    def go_to(self, passage: int) -> None:
        """Stand at a passage, where it is listed."""
        for place, row in enumerate(self.rows()):
            if row.passage == passage:
                self.list.setCurrentIndex(self._model.index(place, 0))

    def _rows(self, found: Sequence[Moved]) -> list[Elsewhere]:
        documents = dict.fromkeys(one.document for one in found)
        titles = {one: self._workspace.documents.get(one).title for one in documents}
        return [
            Elsewhere(
                *(one.document, one.span, one.label, titles[one.document]),
                *(one_line(one.before[:MOST_SHOWN]), _(CARRIED_LABELS[one.by]), one.passage),
            )
            for one in found
        ]

    def _compare(self, _row: object) -> None:
        moved = self.chosen()
        for part in (self.compared, self._why, self._keys, self._offers):
            part.setVisible(moved is not None)
        if moved is None:
            return
        missing = _("Select the words it belongs to in the document, and press Place here.")
        near = self._around(moved)
        if near is None:
            self.compared.show_words(moved.before, moved.now, missing)
        else:
            self.compared.show_around(*near)
        self._why.setText(
            _("{passage}: {why}").format(passage=moved.label, why=_(CARRIED_LABELS[moved.by]))
        )
        found = moved.by is not CarriedBy.NOTHING
        self._accept.setEnabled(found)
        self._accept.setToolTip(
            "" if found else _("Its words were not found: place it by hand, or take it off.")
        )
        self._all.setEnabled(bool(self.certain()))

    def _around(self, moved: Moved) -> tuple[Around, Around] | None:
        try:
            return self._workspace.versions.around(moved)
        except ReviewerError:
            return None  # the text cannot be read; that is told where it is opened

    def _press(self, name: str) -> None:
        if name == "A":
            self.certain_wanted.emit()
        elif name == "P":
            self.place_wanted.emit()

    @override
    @guard(fallback=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Delete too."""
        if not _is_delete(event) or self.chosen() is None:
            return super().eventFilter(watched, event)
        self.take_off_wanted.emit()
        return True

    def _lay_out_offers(self) -> None:
        self._accept = self._button(_("Accept"), "check", self.go_wanted.emit)
        self._all = self._button(_("Accept all certain ones"), "done", self.certain_wanted.emit)
        place = self._button(_("Place here"), "pin", self.place_wanted.emit)
        off = self._button(_("Take off"), "remove", self.take_off_wanted.emit)
        self._offers.put([self._accept, self._all, place, off])
        foot = QVBoxLayout()
        foot.setContentsMargins(spacing.MEDIUM, spacing.TINY, spacing.MEDIUM, spacing.MEDIUM)
        foot.setSpacing(spacing.SMALL)
        for part in (self._why, self.compared, self._offers, self._keys):
            foot.addWidget(part)
        self._below.addLayout(foot)

    def _button(self, words: str, picture: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setIcon(icon(picture))
        button.clicked.connect(partial(_do, deed))
        return button


def _is_delete(event: QEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_Delete


def _do(deed: Callable[[], None], _checked: bool = False) -> None:
    deed()
