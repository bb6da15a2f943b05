"""The window's answers to ``EventPrompts``: dialogs about events, a part of ``asking.Dialogs``."""

from reviewer.domain.events import Asked, NewEvent, WorkingFigure
from reviewer.ui.asking.event_prompts import Choosing, Entry, Working
from reviewer.ui.dialogs.over_window import OverWindow


class EventDialogs(OverWindow):
    """Asks about events."""

    def event(self, proposed: NewEvent, about: str) -> NewEvent | None:
        """Ask what a new event is called, when and where it was."""
        from reviewer.ui.dialogs.event import EventDialog

        dialog = EventDialog(proposed, about, self._window)
        return dialog.event_wanted() if self._ask(dialog) else None

    def pick(self, choosing: Choosing) -> Entry | str | None:
        """Ask for one of several, beside the caret."""
        from reviewer.ui.dialogs.entry_picker import EntryPicker
        from reviewer.ui.dialogs.tag_picker import place_for

        picker = EntryPicker(choosing, self._window)
        picker.place_near(*place_for(self._window))
        return picker.choice() if self._ask(picker) else None

    def question_asked(self, now: Asked, event: str) -> Asked | None:
        """Ask what is asked of an event."""
        from reviewer.ui.dialogs.question import QuestionDialog

        dialog = QuestionDialog(now, event, self._window)
        return dialog.asked() if self._ask(dialog) else None

    def working_figure(self, question: str, now: WorkingFigure | None, said: str) -> Working | None:
        """Ask for the figure to work with, and why."""
        from reviewer.ui.dialogs.working_figure import WorkingFigureDialog

        dialog = WorkingFigureDialog(question, now, said, self._window)
        return dialog.working() if self._ask(dialog) else None
