"""The window's answers to what is asked about exports."""

from collections.abc import Sequence

from reviewer.ui.asking.annotated_questions import AnnotatedQuestion, AnnotatedWish
from reviewer.ui.asking.export_questions import ExportQuestion, ExportWish
from reviewer.ui.asking.sending_questions import ExportKind, SendQuestion, SendWish
from reviewer.ui.dialogs.over_window import OverWindow


class ExportDialogs(OverWindow):
    """Asks what an export shall hold."""

    def what_to_export(self, question: ExportQuestion) -> ExportWish | None:
        """Ask what to export, in which format and which columns, and about protected names."""
        from reviewer.ui.dialogs.export_table import ExportTable

        dialog = ExportTable(question, self._window)
        return dialog.choice() if self._ask(dialog) else None

    def export_kind(self, kinds: Sequence[ExportKind], begin: ExportKind) -> ExportKind | None:
        """Ask what an export shall be, of those that can be had."""
        from reviewer.ui.dialogs.export_kind import ExportKindDialog

        dialog = ExportKindDialog(kinds, begin, self._window)
        return dialog.kind() if self._ask(dialog) else None

    def what_to_send(self, question: SendQuestion) -> SendWish | None:
        """Ask in which format of other programs a project goes out, and which passages."""
        from reviewer.ui.dialogs.send_project import SendDialog

        dialog = SendDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def documents_to_export(self, question: AnnotatedQuestion) -> AnnotatedWish | None:
        """Ask which documents go out with their passages, and how."""
        from reviewer.ui.dialogs.annotated import AnnotatedDialog

        dialog = AnnotatedDialog(question, self._window)
        return dialog.wish() if self._ask(dialog) else None

    def stayed(self, done: str, losses: Sequence[str], heading: str = "") -> None:
        """Tell what was written, and what of the project the file has no room for."""
        from reviewer.ui.dialogs.stayed import Stayed

        self._ask(Stayed(done, losses, heading, self._window))
