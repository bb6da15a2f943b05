"""Asks what is asked of an event: in words, and for figures one harm, one group, one period."""

from PySide6.QtWidgets import QWidget

from reviewer.domain.events import LONGEST_NAME, Asked, wording_of
from reviewer.domain.figures import HARM_LABELS, Harm
from reviewer.environment.translation import _
from reviewer.ui.dialogs.date_line import DateLine
from reviewer.ui.dialogs.form import FormDialog, choice_of, line_of
from reviewer.ui.wording import isolated, plain


class QuestionDialog(FormDialog):
    """The wording follows harm and group until somebody writes another."""

    def __init__(self, now: Asked, event: str, parent: QWidget | None = None) -> None:
        super().__init__(_("A question"), _("OK"), parent)
        self.wording = line_of(now.wording, _("What is asked"), LONGEST_NAME)
        self.wording.setPlaceholderText(_("Killed, Who ordered it, Weapons…"))
        self.harm = choice_of(HARM_LABELS, now.harm, _("What happened to them"))
        self.group = line_of(now.group, _("Group (your choice)"), LONGEST_NAME)
        self.group.setPlaceholderText(_("everybody"))
        self.period = DateLine(now.period, _("Period"))
        self._own_words = bool(now.wording)
        self.lay_out(
            [plain(_("Asked of {event}").format(event=isolated(event)), "muted")],
            (
                (_("&What is asked"), self.wording),
                (_("What &happened to them"), self.harm),
                (_("&Group (your choice)"), self.group),
                (_("P&eriod"), self.period),
            ),
        )
        self.wording.textEdited.connect(self._written)
        self.harm.currentIndexChanged.connect(self._follow)
        self.group.textChanged.connect(self._follow)
        self.wording.textChanged.connect(self._weigh)
        self.period.line.textChanged.connect(self._weigh)
        self.wording.setFocus()
        self._weigh()

    def asked(self) -> Asked:
        """Return what is asked."""
        return Asked(self.wording.text(), self._harm(), self.group.text(), self.period.date())

    def _harm(self) -> Harm:
        return Harm(self.harm.currentData())

    def _written(self) -> None:
        self._own_words = bool(self.wording.text().strip())

    def _follow(self) -> None:
        if not self._own_words and self._harm() is not Harm.NOT_READ:
            group = " ".join(self.group.text().split())
            period = self.period.date() if not self.period.problem() else Asked("").period
            self.wording.setText(wording_of(self._harm(), group, period))

    def _weigh(self) -> None:
        self.agree.setEnabled(bool(self.wording.text().strip()) and not self.period.problem())
