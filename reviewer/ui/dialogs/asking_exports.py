"""The window's answer to what shall be exported, a part of ``asking.Dialogs``."""

from collections.abc import Sequence

from reviewer.ui.dialogs.over_window import OverWindow
from reviewer.ui.prompts import ExportWish


class ExportDialogs(OverWindow):
    """Asks what an export shall hold."""

    def what_to_export(
        self, kinds: Sequence[tuple[str, str]], current: str, protected: int
    ) -> ExportWish | None:
        """Ask which of the kinds (word, title) to export, and about protected names."""
        from reviewer.ui.dialogs.export_what import ExportWhat

        dialog = ExportWhat(kinds, current, protected, self._window)
        return dialog.choice() if self._ask(dialog) else None
