"""The place "Overview": what is still to do, counts with their bases, open questions, time.

At the side the lists there are, beside it the chosen one. Enter on a count lists the passages it
rests on, Escape goes back; Enter on a passage reads it, and Alt+Left comes back to the same row.
The page counts nothing while it is not looked at; it is counted apart, and what was counted last
stays until the new is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.errors import ReviewerError
from reviewer.environment.translation import _, counted
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.looked_over import InTime, LookedOver
from reviewer.ui.models.overview import (
    ABOUT,
    COUNTED,
    OF_DOCUMENTS,
    Opens,
    OverviewModel,
    OverviewRow,
    Section,
    side_rows,
)
from reviewer.ui.models.overview_rows import count_rows, question_rows
from reviewer.ui.reading_again import ReadingAgain
from reviewer.ui.theme import spacing
from reviewer.ui.theme.growing import widened
from reviewer.ui.theme.style import set_role, set_surface
from reviewer.ui.views.frame.running import Runner, at_once
from reviewer.ui.views.overview.counting import Counting
from reviewer.ui.views.overview.overview_list import OverviewList
from reviewer.ui.views.overview.timeline import TimelinePanel
from reviewer.ui.views.pieces.empty_place import EmptyPlace
from reviewer.ui.wording import isolated, plain, sentence
from reviewer.workspace.project import Workspace

_SIDE_WIDTH = 288
_IN_TIME = (Section.TIMELINE, Section.UNPLACED)


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
        self._found: LookedOver | None = None
        self._in_time: InTime | None = None  # the newest there is; it comes after the counts
        self._side_model = OverviewModel(workspace, self)
        self._model = OverviewModel(workspace, self)
        self.side = OverviewList(self._side_model, _("Lists of the overview"))
        self.list = OverviewList(self._model, _("Overview"), two_lines=True)
        self.timeline = TimelinePanel(workspace)
        self._title = QLabel()
        self._about = plain("", "muted")
        self._base = plain("", "muted")
        self._state = plain(_("Counting…"), "muted")
        self._nothing = EmptyPlace("overview", _("How the overview works"))
        self._stack = QStackedWidget()
        self._counting = Counting(workspace, bridge, self)
        self._again = ReadingAgain(self, bridge, self._count_again)
        self._lay_out()
        self._counting.counted.connect(self._take)
        self._counting.failed.connect(self._fail)
        self._counting.state_changed.connect(self._show_state)
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

    def is_counting(self) -> bool:
        """Say whether something newer than what is shown is on its way."""
        return self._counting.is_counting()

    def show_section(self, section: Section) -> None:
        """Show a list, with the keys in it."""
        self._again.catch_up()
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

    def _lay_out(self) -> None:
        set_role(self._title, "heading")
        set_surface(self.side, "panel")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.side.setMinimumWidth(180)
        head = QVBoxLayout()
        head.setContentsMargins(spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM, spacing.SMALL)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._about)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(spacing.MEDIUM)
        below.addWidget(self._base, 1)
        below.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(below)
        self._state.setWordWrap(False)
        self._state.hide()
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

    def _count_again(self) -> None:
        """Count; what is shown already is kept until nothing has changed for a moment."""
        if self._found is None:
            self._counting.start()
            self._run(lambda: self._show_found("", 0))
        else:
            self._counting.start_when_quiet()

    def _take(self, found: LookedOver) -> None:
        """Show what was counted, at the row one was at."""
        self._found = found
        self._in_time = found.in_time or self._in_time
        here = self.list.row()
        row = self.list.currentIndex().row()
        self._run(lambda: self._show_found("" if here is None else here.key, row))

    def _fail(self, problem: ReviewerError) -> None:
        self._base.setText(sentence(problem))

    def _show_state(self) -> None:
        self._state.setVisible(self._found is not None and self._counting.is_felt())

    def _show_found(self, key: str, at: int) -> None:
        self._side_model.show_rows(side_rows({} if self._found is None else self._found.counts()))
        self.side.go_to(self._section.value)
        self._refresh(key, at)

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
        said = self._fill()
        self._base.setText(said)
        anything: QWidget = self.list
        if self._section is Section.TIMELINE:
            anything = self.timeline
        self._stand(self._nothing if self._is_empty() else anything)
        self.list.setAccessibleName(self._title.text())
        self.list.setAccessibleDescription(said)
        self.list.go_to(key, at)

    def _stand(self, shown: QWidget) -> None:
        """Let this be seen; the keys go with it where they were in what was seen before."""
        focused = QApplication.focusWidget()
        had_keys = focused is not None and self._stack.isAncestorOf(focused)
        if shown is not self._stack.currentWidget():
            self._stack.setCurrentWidget(shown)
            if had_keys:
                self.take_keys()

    def _is_empty(self) -> bool:
        """Say whether the list is known to have nothing in it."""
        if self._section in _IN_TIME and self._in_time is None:
            return False
        if self._section is Section.TIMELINE:
            return self.timeline.is_empty()
        return self._found is not None and not self._model.rowCount()

    def _fill(self) -> str:
        """Put rows into the list; returns what is said over it."""
        if self._section in _IN_TIME:
            return self._show_in_time()
        if self._found is None:
            self._model.show_rows(())
            return self._state.text()
        if self._behind is not None:
            return self._show_behind(self._found, self._behind)
        return self._show_list(self._found)

    def _show_in_time(self) -> str:
        if self._in_time is None:
            self._model.show_rows(())
            return self._state.text()
        if self._section is Section.TIMELINE:
            return self.timeline.show_dates(self._in_time)
        rows = self._in_time.unplaced
        self._model.show_rows(rows)
        return counted("{count} date", "{count} dates", len(rows))

    def _show_list(self, found: LookedOver) -> str:
        if self._section in COUNTED:
            rows = count_rows(found.table(COUNTED[self._section]))
            self._model.show_rows(rows)
            return _with_base(found, counted("{count} row", "{count} rows", len(rows)))
        if self._section is Section.QUESTIONS:
            rows = question_rows(found.overview.open_questions)
            self._model.show_rows(rows)
            return _with_base(found, counted("{count} question", "{count} questions", len(rows)))
        ids = found.lists[self._section]
        if self._section in OF_DOCUMENTS:
            self._model.show_documents(ids)
            words = counted("{count} document", "{count} documents", len(ids))
            if self._section is Section.SOURCES:
                words = counted("{count} source not held", "{count} sources not held", len(ids))
            return _with_base(found, words)
        self._model.show_passages(ids)
        return _with_base(found, counted("{count} passage", "{count} passages", len(ids)))

    def _show_behind(self, found: LookedOver, behind: _Behind) -> str:
        ids = found.table(COUNTED[self._section]).behind.get(behind.key, ())
        self._model.show_passages(ids)
        self._title.setText(
            _("{table}: {name}").format(
                table=_(ABOUT[self._section].title), name=isolated(behind.name)
            )
        )
        self._about.setText(_("Enter reads a passage, Escape goes back to the counts."))
        return _with_base(found, counted("{count} passage", "{count} passages", len(ids)))

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


def _with_base(found: LookedOver, what: str) -> str:
    """Return how many there are, with what that rests on."""
    base = found.overview.base
    return _("{what}; {done} of {documents} done").format(
        what=what,
        done=f"{base.done:,}",
        documents=counted("{count} document", "{count} documents", base.documents),
    )
