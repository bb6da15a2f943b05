"""Files handed to the desktop: shown in its file manager, or opened with its program for them.

Only what a person pressed for is handed over, only what lies on this machine, and to be opened only
kinds of documents that the program writes itself: what came in from elsewhere could be a program.
"""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.environment.translation import N_

DOCUMENTS = frozenset(
    (
        *(".html", ".docx", ".odt", ".pdf", ".md", ".txt"),
        *(".xlsx", ".ods", ".csv", ".tsv", ".json", ".jsonl", ".svg", ".png"),
    )
)
"""Endings of what can be read as it is; an archive is looked at in its folder."""


def is_document(path: Path) -> bool:
    """Say whether a file is of a kind that desktops open for reading."""
    return path.suffix.casefold() in DOCUMENTS


def show_in_folder(path: Path) -> None:
    """Open the folder a file lies in, or the folder itself; raises ``ReviewerError``."""
    _hand_over(path if path.is_dir() else path.parent)


def open_document(path: Path) -> None:
    """Open a file with the desktop's program for it; raises ``ReviewerError``."""
    if not is_document(path):
        raise NotAllowed(N_("{name} is not a kind of file that is opened from here."), name=path)
    _hand_over(path)


def _hand_over(path: Path) -> None:
    if not _is_there(path):
        raise NotFound(N_("{name} is not there any more."), name=path)
    url = _local(path)
    if url is None or not QDesktopServices.openUrl(url):
        raise NotAllowed(N_("No program of the desktop opened it. It is here: {name}"), name=path)


def _local(path: Path) -> QUrl | None:
    """Return where a file lies as the desktop reads it; ``None`` for a name Qt would change."""
    place = path.absolute().as_posix()
    try:
        place.encode()
    except UnicodeEncodeError:
        return None
    url = QUrl.fromLocalFile(place)
    return url if url.isLocalFile() and url.toLocalFile() == place else None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
