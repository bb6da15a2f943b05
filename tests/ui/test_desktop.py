"""What was pressed for is handed to the desktop as a file of this machine; what fails is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.ui.desktop import open_document, show_in_folder


class FileManager(QObject):
    """Stands where the desktop's programs are, and keeps what it was handed."""

    def __init__(self) -> None:
        super().__init__()
        self.handed: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Keep it."""
        self.handed.append(url)

    def places(self) -> list[Path]:
        """Return what it was handed, all of it files of this machine."""
        assert all(url.isLocalFile() for url in self.handed)
        return [Path(url.toLocalFile()) for url in self.handed]


@pytest.fixture
def desktop(qapp: object) -> Iterator[FileManager]:  # noqa: ARG001 - urls are handled with Qt
    manager = FileManager()
    QDesktopServices.setUrlHandler("file", manager, "take")  # type: ignore[arg-type]
    yield manager
    QDesktopServices.unsetUrlHandler("file")


@pytest.mark.parametrize("name", ["plain.csv", "100 % #1 ?a=b.csv", "رپورٹ.csv", "http:x.csv"])
def test_a_file_is_opened_and_its_folder_shown(
    desktop: FileManager, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.touch()
    show_in_folder(file)
    open_document(file)
    show_in_folder(tmp_path)
    assert desktop.places() == [tmp_path, file, tmp_path]


def test_what_is_gone_is_told(desktop: FileManager, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_document(tmp_path / "gone.html")
    with pytest.raises(NotFound):
        show_in_folder(tmp_path / "gone" / "gone.html")
    assert desktop.handed == []


def test_what_could_be_a_program_is_never_opened(desktop: FileManager, tmp_path: Path) -> None:
    for name in ("a.desktop", "a.exe", "a.sh", "a.zip", "html"):
        (tmp_path / name).touch()
        with pytest.raises(NotAllowed):
            open_document(tmp_path / name)
    assert desktop.handed == []


@pytest.mark.usefixtures("qapp")
def test_where_no_program_takes_it_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="No program of the desktop"):
        show_in_folder(tmp_path)


def test_a_name_that_qt_would_change_is_not_handed_over(
    desktop: FileManager, tmp_path: Path
) -> None:
    odd = tmp_path / "a\udcff.csv"
    try:
        odd.touch()
    except OSError:
        pytest.skip("such names cannot be had here")
    with pytest.raises(NotAllowed):
        open_document(odd)
    assert desktop.handed == []
