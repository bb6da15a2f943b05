"""What is put on the clipboard, and what is left there when the program ends."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copy_rich(plain: str, rich: str) -> None:
    """Put words on the clipboard as plain and as rich text (HTML)."""
    copied = QMimeData()
    copied.setText(plain)
    copied.setHtml(rich)
    QGuiApplication.clipboard().setMimeData(copied)


def leave_plain_words() -> None:
    """Leave plain words behind: data made in Python must not outlive it (crash at exit, 139)."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() and clipboard.mimeData().hasHtml():
        clipboard.setText(clipboard.text())
