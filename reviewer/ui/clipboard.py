"""What is put on the clipboard, and what is left there when the program ends."""

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

_COPIED = "reviewer_copied"


def copy_rich(plain: str, rich: str) -> None:
    """Put words on the clipboard as plain and as rich text (HTML)."""
    copied = QMimeData()
    copied.setText(plain)
    copied.setHtml(rich)
    QGuiApplication.clipboard().setMimeData(copied)
    _remember(plain)


def leave_plain_words() -> None:
    """Leave plain words behind: data made in Python must not outlive it (crash at exit, 139).

    What another program has put there meanwhile stays. ``ownsClipboard`` does not tell on every
    platform, so the words are compared.
    """
    application = QCoreApplication.instance()
    plain = application.property(_COPIED) if application is not None else None
    clipboard = QGuiApplication.clipboard()
    if isinstance(plain, str) and clipboard.mimeData().hasHtml() and clipboard.text() == plain:
        clipboard.setText(plain)
        _remember("")


def _remember(plain: str) -> None:
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_COPIED, plain or None)
