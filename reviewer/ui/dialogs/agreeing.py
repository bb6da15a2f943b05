"""How a dialog ends: it is agreed to or taken back, or what it says is copied and it is closed."""

from collections.abc import Callable

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


def copy_or_close(
    dialog: QDialog, words: str, copy: Callable[[], object]
) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the buttons of a dialog that only tells, and of them the one that closes it.

    The other one says ``words`` and does ``copy``.
    """
    box = QDialogButtonBox(dialog)
    copier = box.addButton(words, QDialogButtonBox.ButtonRole.ResetRole)
    copier.setAutoDefault(False)
    copier.clicked.connect(copy)
    close = box.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    close.setDefault(True)
    box.rejected.connect(dialog.reject)
    return box, close
