"""Questions of events: asked, put in order, answered by working figures, and checked in vain."""

from collections.abc import Callable

from reviewer.domain.edtf import NO_DATE, WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.events import (
    Asked,
    NothingOnThis,
    Question,
    QuestionUse,
    question_wording,
)
from reviewer.domain.figures import Harm, check_numbers
from reviewer.domain.notes import note_of
from reviewer.domain.passages import first_words
from reviewer.domain.record_values import LONGEST_WORDS, date_of, line_of
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.store.questions import columns_of
from reviewer.workspace.history import History

_SHOWN = 40  # characters of a name in the history


class QuestionOperations:
    """Questions of the events of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._questions = project.questions
        self._answers = project.answers
        self._history = history
        self._analyst = analyst
        self._now = now

    def questions(self, event: int) -> list[Question]:
        """Return the questions of an event in order."""
        return self._questions.of(event)

    def question(self, question: int) -> Question:
        """Return one question; raises ``NotFound``."""
        return self._questions.get(question)

    def question_use(self, question: int) -> QuestionUse:
        """Return what hangs on a question, to be said before it is removed."""
        return self._questions.use(question)

    def ask(
        self,
        event: int,
        wording: str,
        harm: Harm = Harm.NOT_READ,
        group: str = "",
        period: WrittenDate = NO_DATE,
    ) -> int:
        """Ask something of an event; returns the question, which is its last.

        Raises ``NotAllowed`` without words, and for what is asked of the event already.
        """
        name = self._project.events.get(event).name
        asked = self._asked(event, wording, harm, group, period)
        with self._history.step("events.ask", {"question": asked.wording, "event": name}):
            return self._questions.add(event, asked, analyst=self._analyst(), now=self._now())

    def change_question(
        self,
        question: int,
        *,
        wording: str | None = None,
        harm: Harm | None = None,
        group: str | None = None,
        period: WrittenDate | None = None,
    ) -> None:
        """Change what a question asks; what is not given stays. Raises as ``ask`` does."""
        found = self._questions.get(question)
        asked = self._asked(
            found.event,
            found.wording if wording is None else wording,
            found.harm if harm is None else harm,
            found.group if group is None else group,
            found.period if period is None else period,
            but=question,
        )
        if asked == found.asked:
            return
        with self._history.step("events.change_question", {"question": asked.wording}):
            self._questions.set(question, columns_of(asked), self._now())

    def move_question(self, question: int, place: int) -> None:
        """Put a question at ``place``, from 0, among the others of its event, as one step."""
        found = self._questions.get(question)
        others = [one for one in self._questions.of(found.event) if one.id != question]
        others.insert(max(0, place), found)
        with self._history.step("events.move_question", {"question": found.wording}):
            for position, one in enumerate(others, start=1):
                if one.position != position:
                    self._questions.set(one.id, {"position": position}, self._now())

    def remove_question(self, question: int) -> None:
        """Take a question away with its working figure, ratings and checks, as one step.

        What answered it stays in the event.
        """
        found = self._questions.get(question)
        with self._history.step("events.remove_question", {"question": found.wording}):
            self._answers.move_up(question, self._now())
            self._answers.uncheck_question(question)
            self._questions.remove([question])

    def set_working(
        self,
        question: int,
        low: int | None,
        high: int | None,
        reason: str,
        *,
        by: tuple[int, str] | None = None,
    ) -> None:
        """Set the figure to work with: at least ``low``, at most ``high``, for a reason.

        ``by`` says whose it is, and since when, if not whoever works now. Raises ``NotAllowed``
        without a reason, without a number, and for a low above the high.
        """
        found = self._questions.get(question)
        reason = note_of(normalise(reason).text)
        check_numbers(low, high, None)
        if low is None and high is None:
            raise NotAllowed(N_("Type a number: at least, at most, or both."))
        if not reason:
            raise NotAllowed(N_("Say why: the reason is kept with the working figure."))
        working = found.working
        if working is not None and (working.low, working.high, working.reason) == (
            *(low, high, reason),
        ):
            return
        with self._history.step("events.set_working", {"question": found.wording}):
            analyst, now = by or (self._analyst(), self._now())
            self._questions.set_working(question, low, high, reason, analyst=analyst, now=now)

    def drop_working(self, question: int) -> None:
        """Take a question's working figure away."""
        found = self._questions.get(question)
        with self._history.step("events.drop_working", {"question": found.wording}):
            self._questions.drop_working(question)

    def nothing_on_this(
        self,
        event: int,
        document: int,
        question: int | None = None,
        *,
        by: tuple[int, str] | None = None,
    ) -> None:
        """Say that a document was checked and says nothing on a question, or on the event.

        It is taken back by itself when a passage of the document is put there. Raises
        ``NotAllowed`` where one stands there already, and for a source that is not held. ``by`` is
        who has checked it and when, where it was not the present analyst now.
        """
        found = self._project.documents.get(document)
        name = self._called(event, question)
        if found.text is None:
            raise NotAllowed(N_("A source that is not held cannot be checked."))
        if document in self._answers.documents_in(event, question):
            raise NotAllowed(
                N_("{document} has passages on this. Take them out of it first."),
                document=found.label,
            )
        if any((one.document, one.question) == (document, question) for one in self.checked(event)):
            return
        arguments = {"document": found.label, "event": name}
        with self._history.step("events.nothing_on_this", arguments):
            who, when = by or (self._analyst(), self._now())
            self._answers.check(event, document, question, analyst=who, now=when)

    def take_back_nothing(self, event: int, document: int, question: int | None = None) -> None:
        """Take back that a document says nothing on a question, or on the event."""
        found = self._project.documents.get(document)
        arguments = {"document": found.label, "event": self._called(event, question)}
        with self._history.step("events.take_back_nothing", arguments):
            self._answers.uncheck(event, document, question)

    def checked(self, event: int) -> list[NothingOnThis]:
        """Return which documents were checked and say nothing on an event or its questions."""
        return self._answers.checked(event)

    def _asked(
        self,
        event: int,
        wording: str,
        harm: Harm,
        group: str,
        period: WrittenDate,
        *,
        but: int | None = None,
    ) -> Asked:
        """Return what is asked, in order; raises ``NotAllowed``."""
        asked = Asked(
            question_wording(normalise(wording).text),
            harm,
            line_of(normalise(group).text, LONGEST_WORDS),
            date_of(period),
        )
        known = self._question_asking(event, asked)
        if known is not None and known.id != but:
            raise NotAllowed(N_("This is asked already: “{question}”."), question=known.wording)
        return asked

    def _question_asking(self, event: int, asked: Asked) -> Question | None:
        return next((one for one in self._questions.of(event) if one.asked.key == asked.key), None)

    def _called(self, event: int, question: int | None) -> str:
        """Return what a question, or the whole event, is called in the history."""
        name = first_words(self._project.events.get(event).name, _SHOWN)
        if question is None:
            return name
        found = self._of_event(question, event)
        return f"{name}: {first_words(found.wording, _SHOWN)}"

    def _of_event(self, question: int, event: int) -> Question:
        found = self._questions.get(question)
        if found.event != event:
            raise NotAllowed(N_("“{question}” is asked of another event."), question=found.wording)
        return found
