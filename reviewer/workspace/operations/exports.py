"""Sending tagged passages out, from one moment of the project."""

from typing import IO

from reviewer import exporters
from reviewer.domain.pictures import Picture
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import PassageFilter
from reviewer.exporters import Exporter
from reviewer.exporters.svg import write_svg
from reviewer.store.project_file import ProjectFile
from reviewer.store.snapshot import StoredSnapshot


class ExportOperations:
    """Exports of an open project; they read, and change nothing."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project

    def formats(self) -> list[Exporter]:
        """Return every format there is, in the order people should meet them."""
        return exporters.all_formats()

    def write_drawing(self, picture: Picture, title: str, size: float, target: IO[bytes]) -> None:
        """Write a picture as SVG, words as words; its letters are ``size`` pixels high."""
        write_svg(picture, title, size, target)

    def write(
        self,
        key: str,
        target: IO[bytes],
        progress: Progress,
        chosen: PassageFilter | None = None,
        *,
        exact: bool = False,
    ) -> int:
        """Write the chosen passages to ``target``; returns how many.

        ``exact`` leaves spreadsheet formulas in cells as they are. Raises ``NotFound`` for a
        format there is not, ``Cancelled`` when asked to stop.
        """
        exporter = exporters.named(key)
        with self._project.connection.reading():
            snapshot = StoredSnapshot(
                self._project.connection, self._project.path.stem, chosen or PassageFilter()
            )
            exporter.write(snapshot, target, progress, exact=exact)
            return snapshot.count()
