"""The place "Overview": what is still to do, counts with their bases, open questions, time.

At the side the lists there are, beside it the chosen one. Enter on a count lists the passages it
rests on, Escape goes back; Enter on a passage reads it, and Alt+Left comes back to the same row.
The page reads nothing while it is not looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer.domain.overview import Overview
from reviewer.domain.steps import News
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.models.overview import (
    ABOUT,
    COUNTED,
    OF_DOCUMENTS,
    Opens,
    OverviewModel,
    OverviewRow,
    Section,
    count_rows,
    question_rows,
    side_rows,
    to_do,
    unplaced_rows,
)
from reviewer.ui.soon import Soon
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import widened
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.frame.running import Runner, at_once
from reviewer.ui.views.overview.overview_list import OverviewList
from reviewer.ui.views.overview.timeline import TimelinePanel
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.wording import isolated, plain
from reviewer.workspace.project import Workspace

_SIDE_WIDTH = 288


@dataclass(frozen=True, slots=True)
class _Behind:
    """The count whose passages are listed."""

    key: str
    name: str


class OverviewPage(QWidget):
    """The page; implements ``record_parts.OverviewPart``."""

    passage_wanted = Signal(int)
    document_wanted = Signal(int)
    question_wanted = Signal(int, int)  # event, question
    event_wanted = Signal(int)
    help_wanted = Signal()

    def __init__(self, workspace: Workspace, bridge: Bridge, run: Runner = at_once) -> None:
        super().__init__()
        self.setObjectName("overview_page")
        self.setProperty("help_page", "overview")
        set_surface(self, "window")
        self._workspace = workspace
        self._run = run
        self._section = Section.UNANSWERED
        self._behind: _Behind | None = None
        self._counts: Overview | None = None
        self._is_stale = True
        self._side_model = OverviewModel(workspace, self)
        self._model = OverviewModel(workspace, self)
        self.side = OverviewList(self._side_model, _("Lists of the overview"))
        self.list = OverviewList(self._model, _("Overview"))
        self.timeline = TimelinePanel(workspace)
        self._title = QLabel()
        self._about = plain("", "muted")
        self._base = plain("", "muted")
        self._nothing = EmptyPlace("overview", _("How the overview works"))
        self._stack = QStackedWidget()
        self._soon = Soon(self._read_again, self)
        self._lay_out()
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._forget)
        self.side.chosen.connect(self._choose)
        self.side.opened.connect(self._enter)
        self.list.opened.connect(self._open)
        self.list.back_wanted.connect(self._back)
        self.timeline.passage_wanted.connect(self.passage_wanted)
        self.timeline.event_wanted.connect(self.event_wanted)
        self.timeline.back_wanted.connect(self._back)
        self._nothing.wanted.connect(self.help_wanted)

    def section(self) -> Section:
        """Return the list that is shown."""
        return self._section

    def show_section(self, section: Section) -> None:
        """Show a list, with the keys in it."""
        self._catch_up()
        self.side.go_to(section.value)
        self._run(lambda: self._show(section))
        self.take_keys()

    def take_keys(self) -> None:
        """Give the keys to what is listed, or to the side where that is empty."""
        here = self._stack.currentWidget()
        target = self.side if here is None or here is self._nothing else here
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Return what is said over the list, or in place of one."""
        if self._stack.currentWidget() is self._nothing:
            return self._nothing.words()
        return self._base.text()

    def state(self) -> object:
        """Return which list is shown, to be remembered."""
        return {"section": self._section.value}

    def restore(self, state: Mapping[str, object]) -> None:
        """Show the list that was shown; another where this window knows it not."""
        wanted = state.get("section")
        known = {one.value: one for one in Section}
        self._section = (
            known.get(wanted, self._section) if isinstance(wanted, str) else self._section
        )

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _lay_out(self) -> None:
        set_role(self._title, "heading")
        set_surface(self.side, "panel")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.side.setMinimumWidth(180)
        head = QVBoxLayout()
        head.setContentsMargins(spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM, spacing.SMALL)
        head.setSpacing(2)
        for part in (self._title, self._about, self._base):
            head.addWidget(part)
        for shown in (self.list, self.timeline, self._nothing):
            self._stack.addWidget(shown)
        right = QWidget()
        set_surface(right, "page")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        body = QSplitter()
        body.setHandleWidth(1)
        body.setChildrenCollapsible(False)
        body.addWidget(self.side)
        body.addWidget(right)
        body.setStretchFactor(1, 1)
        body.setSizes([widened(_SIDE_WIDTH), 4 * _SIDE_WIDTH])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body)
        self.setFocusProxy(self.side)

    # Following the project.

    def _follow(self, news: News) -> None:
        del news
        self._forget()

    def _forget(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._soon.start()

    def _catch_up(self) -> None:
        if self._is_stale:
            self._read_again()

    def _read_again(self) -> None:
        self._run(self._read)

    def _read(self) -> None:
        """Count anew, and show what was shown at the row one was at."""
        self._is_stale = False
        self._counts = None
        self.timeline.forget()
        counts = {one: len(ask().ids) for one, ask in to_do(self._workspace).items()}
        overview = self._overview()
        counts[Section.NOT_READ] = len(overview.not_read)
        counts[Section.QUESTIONS] = len(overview.open_questions)
        self._side_model.show_rows(side_rows(counts))
        self.side.go_to(self._section.value)
        here = self.list.row()
        self._refresh("" if here is None else here.key, self.list.currentIndex().row())

    def _overview(self) -> Overview:
        if self._counts is None:
            self._counts = self._workspace.overview.counts()
        return self._counts

    # What is shown.

    def _choose(self, row: OverviewRow) -> None:
        if row.key != self._section.value:
            self._run(lambda: self._show(Section(row.key)))

    def _enter(self, row: OverviewRow) -> None:
        del row
        self.take_keys()

    def _show(self, section: Section) -> None:
        self._section, self._behind = section, None
        self._refresh("", 0)

    def _refresh(self, key: str, at: int) -> None:
        about = ABOUT[self._section]
        self._title.setText(_(about.title))
        self._about.setText(_(about.words))
        self._nothing.say(_(about.empty))
        if self._section is Section.TIMELINE:
            said = self.timeline.refresh()
        elif self._behind is not None:
            said = self._show_behind(self._behind)
        else:
            said = self._show_list()
        self._base.setText(said)
        anything: QWidget = self.list
        if self._section is Section.TIMELINE:
            anything = self.timeline
        empty = (
            self.timeline.is_empty() if anything is self.timeline else not self._model.rowCount()
        )
        self._stack.setCurrentWidget(self._nothing if empty else anything)
        self.list.setAccessibleName(self._title.text())
        self.list.setAccessibleDescription(said)
        self.list.go_to(key, at)

    def _show_list(self) -> str:
        if self._section in COUNTED:
            return self._show_counts()
        if self._section is Section.QUESTIONS:
            rows = question_rows(self._overview().open_questions)
            self._model.show_rows(rows)
            return self._with_base(counted("{count} question", "{count} questions", len(rows)))
        if self._section is Section.UNPLACED:
            rows = unplaced_rows(self._workspace.overview.timeline().unplaced)
            self._model.show_rows(rows)
            return counted("{count} date", "{count} dates", len(rows))
        if self._section is Section.NOT_READ:
            return self._show_documents(self._overview().not_read)
        ids = to_do(self._workspace)[self._section]().ids
        if self._section in OF_DOCUMENTS:
            return self._show_documents(tuple(ids))
        self._model.show_passages(ids)
        return self._with_base(counted("{count} passage", "{count} passages", len(ids)))

    def _show_documents(self, ids: tuple[int, ...]) -> str:
        self._model.show_documents(ids)
        said = counted("{count} document", "{count} documents", len(ids))
        if self._section is Section.SOURCES:
            said = counted("{count} source not held", "{count} sources not held", len(ids))
        return self._with_base(said)

    def _show_counts(self) -> str:
        by = COUNTED[self._section]
        table = next(one for one in self._overview().tables if one.by is by)
        rows = count_rows(table)
        self._model.show_rows(rows)
        return self._with_base(counted("{count} row", "{count} rows", len(rows)))

    def _show_behind(self, behind: _Behind) -> str:
        ids = self._workspace.overview.behind(COUNTED[self._section], behind.key)
        self._model.show_passages(ids)
        self._title.setText(
            _("{table}: {name}").format(
                table=_(ABOUT[self._section].title), name=isolated(behind.name)
            )
        )
        self._about.setText(_("Enter reads a passage, Escape goes back to the counts."))
        return self._with_base(counted("{count} passage", "{count} passages", len(ids)))

    def _with_base(self, what: str) -> str:
        """Return how many there are, with what that rests on."""
        base = self._overview().base
        return _("{what}; {done} of {documents} done").format(
            what=what,
            done=f"{base.done:,}",
            documents=counted("{count} document", "{count} documents", base.documents),
        )

    # Going on and back.

    def _open(self, row: OverviewRow) -> None:
        if row.opens is Opens.PASSAGES:
            self._behind = _Behind(row.key, row.first)
            self._run(lambda: self._refresh("", 0))
            self.take_keys()
        elif row.opens is Opens.PASSAGE:
            self.passage_wanted.emit(int(row.key))
        elif row.opens is Opens.DOCUMENT:
            self.document_wanted.emit(int(row.key))
        elif row.opens is Opens.EVENT:
            self.event_wanted.emit(int(row.key))
        elif row.opens is Opens.QUESTION and row.event is not None:
            self.question_wanted.emit(row.event, int(row.key))

    def _back(self) -> None:
        behind, self._behind = self._behind, None
        if behind is None:
            self.side.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._run(lambda: self._refresh(behind.key, self._model.rowCount()))
        if not behind.key:
            self.list.go_to("", self._model.rowCount())
        self.take_keys()
