"""What every part of the window's answers to ``Prompts`` has in common: how a dialog is asked."""

from PySide6.QtWidgets import QDialog, QWidget


class OverWindow:
    """Asks over ``_window``; a part of ``asking.Dialogs`` for one subject derives from it."""

    _window: QWidget

    def _ask(self, dialog: QDialog) -> bool:
        """Show a dialog until it is answered; says whether a person agreed."""
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        return agreed
