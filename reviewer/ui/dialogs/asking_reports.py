"""The window's answers to ``ReportPrompts``, a part of ``asking.Dialogs``."""

from collections.abc import Mapping

from reviewer.domain.report_words import MethodKey
from reviewer.ui.asking.report_prompts import ReportAnswer, ReportQuestion
from reviewer.ui.dialogs.over_window import OverWindow


class ReportDialogs(OverWindow):
    """Asks about reports."""

    def report(self, question: ReportQuestion) -> ReportAnswer | None:
        """Show what is still to settle, and ask how the report shall be."""
        from reviewer.ui.dialogs.report_choice import ReportChoice

        dialog = ReportChoice(question, self._window)
        return dialog.answer() if self._ask(dialog) else None

    def report_statement(self, now: str, default: str) -> str | None:
        """Ask for the words that reports open with."""
        from reviewer.ui.dialogs.report_words import StatementDialog

        dialog = StatementDialog(now, default, self._window)
        return dialog.words() if self._ask(dialog) else None

    def report_method(self, now: Mapping[MethodKey, str]) -> Mapping[MethodKey, str] | None:
        """Ask for the method, part by part."""
        from reviewer.ui.dialogs.report_words import MethodDialog

        dialog = MethodDialog(now, self._window)
        return dialog.parts() if self._ask(dialog) else None
