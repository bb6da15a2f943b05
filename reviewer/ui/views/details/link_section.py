"""The links of the chosen passage, in the details: each in words, and what stands at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.errors import ReviewerError
from reviewer.domain.links import Independence, LinkedEnd, LinkType
from reviewer.domain.notes import NoteKind
from reviewer.domain.passages import first_words
from reviewer.environment.translation import _, counted
from reviewer.ui.guard import guard
from reviewer.ui.models.links import sign_words, speaker_of
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import keep_icon
from reviewer.ui.theme.icons import icon
from reviewer.ui.views.details.linked_words import Link, LinkedWords, Stretch
from reviewer.ui.views.details.section import Section
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.project import Workspace

MOST = 12  # links shown; the others are listed in a panel


@dataclass(frozen=True, slots=True)
class _Shown:
    """A link as it stands here; ``told_by`` where both ends are one actor's words."""

    end: LinkedEnd
    told_by: str = ""


class LinkSection(Section):
    """Lists the links of a passage; hidden where it has none."""

    followed = Signal(object)  # a LinkedEnd: somebody goes there
    change_wanted = Signal(int)  # a link
    all_wanted = Signal(int)  # every link of this passage, in a list

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._passage: int | None = None
        self._shown: tuple[_Shown, ...] = ()
        self._rows: list[_Row] = []
        self.setAccessibleName(_("Links"))
        self._title = plain(_("Links"), "heading")
        self._more = QPushButton()
        self._more.setFlat(True)
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._ask_for_all)
        self._column = QVBoxLayout()
        self._column.setSpacing(spacing.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.SMALL)
        column.addWidget(self._title)
        column.addLayout(self._column)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    @override
    @guard()
    def show_passage(self, passage: int | None) -> None:
        """Show the links of a passage as they are now."""
        try:
            ends = [] if passage is None else self._workspace.links.of(passage)
            shown = tuple(self._as_shown(passage, end) for end in ends[:MOST])
        except ReviewerError:
            ends, shown = [], ()
        more = len(ends) - len(shown)
        self._more.setText(counted("{count} more link…", "{count} more links…", more))
        self._more.setVisible(more > 0)
        if (passage, shown) != (self._passage, self._shown):
            self._passage, self._shown = passage, shown
            self._fill(shown)
        self.setVisible(bool(shown))

    def refresh(self) -> None:
        """Show them as they are now, after the project changed."""
        self.show_passage(self._passage)

    def words(self) -> list[str]:
        """Return what the rows say, in their order."""
        return [row.said.words() for row in self._rows if not row.isHidden()]

    def _as_shown(self, passage: int | None, end: LinkedEnd) -> _Shown:
        if passage is None or end.passage is None:
            return _Shown(end)
        same = self._workspace.links.same_speaker(end.link)
        return _Shown(end, speaker_of(self._workspace, passage) if same else "")

    def _fill(self, shown: Sequence[_Shown]) -> None:
        """Show these in the rows there are; more are made where they do not reach."""
        while len(self._rows) < len(shown):
            row = _Row()
            row.followed.connect(self.followed)
            row.change_wanted.connect(self.change_wanted)
            row.set_editable(self._workspace.read_only is None)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_link(shown[place])

    def _ask_for_all(self) -> None:
        if self._passage is not None:
            self.all_wanted.emit(self._passage)


class _Row(QWidget):
    """One link: what it does, with the other end as a link, and a button that changes it."""

    followed = Signal(object)
    change_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._end: LinkedEnd | None = None
        self.said = LinkedWords(boxed=False)
        self.said.followed.connect(partial(_Row._follow, self))
        self.said.edit_wanted.connect(partial(_Row._change, self))
        self._edit = QToolButton()
        self._edit.setIcon(icon("edit"))
        keep_icon(self._edit, spacing.ICON_SMALL)
        self._edit.setAutoRaise(True)
        self._edit.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._edit.clicked.connect(partial(_Row._change, self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.SMALL)
        row.addWidget(self.said, 1)
        row.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)

    def set_editable(self, editable: bool) -> None:
        """Offer to change it, or not."""
        self._edit.setVisible(editable)

    def show_link(self, shown: _Shown) -> None:
        """Show this link."""
        end = self._end = shown.end
        self.said.say(_stretches(shown))
        self.said.setAccessibleName(self.said.words())
        name = _("Change the link: {link}").format(link=f"{_(end.words)} {end.label}")
        self._edit.setAccessibleName(name)
        self._edit.setToolTip(_("Change the link, or take it off"))

    def _follow(self, _link: object) -> None:
        if self._end is not None:
            self.followed.emit(self._end)

    def _change(self, _place: object = None) -> None:
        if self._end is not None and not self._edit.isHidden():
            self.change_wanted.emit(self._end.link)


def _stretches(shown: _Shown) -> list[Stretch]:
    end = shown.end
    held = end.passage is not None
    kind, where = (NoteKind.PASSAGE, end.passage) if held else (NoteKind.DOCUMENT, end.document)
    words = first_words(end.quote if held else end.document_title, 80)
    said = [
        Stretch(f"{sign_words(end.type)} {_(end.words)} "),
        Stretch(end.label, Link(kind, where or 0)),
        Stretch(f" “{isolated(words)}”"),
    ]
    if not held:
        said.append(Stretch(_(" (not in this project)")))
    below = [_separate(end)]
    if shown.told_by:
        below.append(_("Both are told by {actor}").format(actor=isolated(shown.told_by)))
    below.append(end.note)
    return said + [Stretch(f"\n{line}") for line in below if line]


def _separate(end: LinkedEnd) -> str:
    """Return whether somebody judged the sources to be separate; of support always."""
    if end.independent is Independence.YES:
        return _("Separate source")
    if end.independent is Independence.NO:
        return _("Same origin")
    return _("Separate source: not judged") if end.type is LinkType.CORROBORATES else ""
