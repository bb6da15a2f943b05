"""What the chart of an event shows: the question one is at, or those a person chose to be drawn."""

from PySide6.QtCore import QObject, Signal

from reviewer.domain.compared import Compared
from reviewer.domain.errors import ReviewerError
from reviewer.domain.events import Question
from reviewer.ui.views.events.figure_chart import FigureChart
from reviewer.workspace.project import Workspace


class DrawnQuestions(QObject):
    """Fills a chart; of another event nothing is chosen yet."""

    changed = Signal()  # others are to be drawn

    def __init__(self, workspace: Workspace, chart: FigureChart) -> None:
        super().__init__(chart)
        self._workspace = workspace
        self._chart = chart
        self._event: int | None = None
        self._chosen: tuple[int, ...] = ()
        chart.offers_wanted.connect(self._offer)
        chart.chosen.connect(self._choose)

    def show(self, event: int, question: int | None) -> bool:
        """Show what is chosen of an event, else a question of it; says whether it has figures.

        Raises ``NotFound`` and ``Damaged``.
        """
        if event != self._event:
            self._event, self._chosen = event, ()
        there = {one.id: one for one in self._workspace.events.questions(event)}
        self._chart.questions.setVisible(len(there) > 1)
        self._chosen = tuple(one for one in self._chosen if one in there)
        name = self._workspace.events.get(event).name
        if len(self._chosen) > 1:
            several = [self._compared(there[one]) for one in self._chosen]
            self._chart.show_several(several, name)
            return True
        wanted = self._chosen[0] if self._chosen else question
        if wanted not in there:
            return False
        one = self._compared(there[wanted])
        if not one.comparison.entering and not one.comparison.below:
            return False
        heading = f"{name}: {one.heading}"
        self._chart.show_comparison(one.comparison, one.working, one.analyst, heading)
        return True

    def _compared(self, asked: Question) -> Compared:
        people = {one.id: one.name for one in self._workspace.analysts()}
        by = people.get(asked.working.analyst, "") if asked.working is not None else ""
        compared = self._workspace.comparison.figures(asked.id)
        return Compared(compared, asked.working, by, asked.wording)

    def _offer(self) -> None:
        if self._event is None:
            return
        offered = []
        try:
            for one in self._workspace.events.questions(self._event):
                compared = self._workspace.comparison.figures(one.id)
                if compared.entering or compared.below:
                    offered.append((one.id, one.wording))
        except ReviewerError:
            offered = []
        self._chart.questions.offer(offered, self._chosen)

    def _choose(self, questions: tuple[int, ...]) -> None:
        self._chosen = questions
        self.changed.emit()
