"""The columns of a table, for a person to say what they are before each of its rows is a document.

The table may lie in an archive, or be attached to a mail; then it is looked for there first. Read
in a child where a reader is not trusted, as all files are (``guarded_reading.py``).
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from reviewer import importers
from reviewer.domain.columns import Table
from reviewer.domain.incoming import Enclosed, Taken
from reviewer.domain.progress import Progress
from reviewer.workspace.guarded_reading import GuardedReading
from reviewer.workspace.reading_files import DEEPEST, ReadFile, parts_of_name

Names = tuple[str, ...]


def columns_of(file: ReadFile, progress: Progress, encoding: str | None = None) -> Table | None:
    """Return the columns and first rows of a table; ``None`` for a file that is none.

    Work for a worker. Raises ``Unreadable`` and ``Cancelled``.
    """
    name = file.name or importers.storable(file.path.name)
    if not importers.is_table(name):
        return None

    def look() -> None:
        progress.report(0, 1, name)

    with closing(GuardedReading()) as reading:
        source = _Search(reading, look).source(file, name)
        if source is None:
            return None
        return reading.table(source, name, encoding=encoding, look=look)


class _Search:
    """Finds what lies in a file, by the names it was found under."""

    def __init__(self, reading: GuardedReading, look: Callable[[], None]) -> None:
        self._reading = reading
        self._look = look

    def source(self, file: ReadFile, name: str) -> Path | bytes | None:
        """Return the file itself, or the bytes of what lies in it; ``None`` where it is gone."""
        if not file.inside:
            return file.path
        outermost, *names = (*file.inside, name)
        return self._within(file.path, outermost, tuple(names), 0)

    def _within(self, source: Path | bytes, name: str, wanted: Names, depth: int) -> bytes | None:
        for enclosed in self._enclosed(source, name):
            there = tuple(parts_of_name(enclosed.name))
            if there == wanted:
                return enclosed.data
            if there == wanted[: len(there)] and depth < DEEPEST:
                return self._within(enclosed.data, there[-1], wanted[len(there) :], depth + 1)
        return None

    def _enclosed(self, source: Path | bytes, name: str) -> list[Enclosed]:
        return [one for one in self._taken(source, name) if isinstance(one, Enclosed)]

    def _taken(self, source: Path | bytes, name: str) -> Iterator[Taken]:
        if importers.importer_for(name).guarded:
            return self._reading.take(source, name, look=self._look)
        if isinstance(source, bytes):
            return importers.take_bytes(source, name)
        return importers.take(source, name=name)
