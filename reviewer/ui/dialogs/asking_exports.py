"""The window's answers to what is asked about exports."""

from reviewer.ui.asking.export_questions import ExportQuestion, ExportWish
from reviewer.ui.dialogs.over_window import OverWindow


class ExportDialogs(OverWindow):
    """Asks what an export shall hold."""

    def what_to_export(self, question: ExportQuestion) -> ExportWish | None:
        """Ask what to export, in which format and which columns, and about protected names."""
        from reviewer.ui.dialogs.export_table import ExportTable

        dialog = ExportTable(question, self._window)
        return dialog.choice() if self._ask(dialog) else None
