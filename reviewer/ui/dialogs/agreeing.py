"""How a dialog ends: one button agrees and is pressed by Enter, one takes everything back."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from reviewer.environment.translation import _


def agree_or_cancel(dialog: QDialog, words: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the buttons of a dialog, and of them the one that agrees, which says ``words``."""
    box = QDialogButtonBox(dialog)
    agree = box.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
    agree.setDefault(True)
    box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, agree
