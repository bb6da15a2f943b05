"""What a person wants imported: files and folders, or what was pasted; and reading it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QDateTime, QMimeData

from reviewer.domain.columns import ColumnMapping
from reviewer.domain.errors import Unreadable
from reviewer.environment.translation import _
from reviewer.workspace.found import Found, look_for
from reviewer.workspace.jobs import JobProgress
from reviewer.workspace.reading_files import FileReader, ReadFile
from reviewer.workspace.waiting_files import is_plain

_MOST_NAMES = 2_000
_ARCHIVE = ".zip"

KnownColumns = Mapping[tuple[str, ...], ColumnMapping]
"""What the columns of tables mean, by their headings."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Words or a page that were pasted or dropped; ``name`` says what they are."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sources:
    """Where an import takes its files from."""

    paths: tuple[Path, ...] = ()
    pasted: tuple[Pasted, ...] = ()

    @classmethod
    def of(cls, paths: Sequence[Path]) -> "Sources":
        """Return files and folders as sources; what was pasted is told by its name alone."""
        return cls(tuple(path.absolute() for path in paths))

    def look(self) -> Found:
        """Return which files that means."""
        return look_for(self.paths)

    def are_plain(self, most: int) -> bool:
        """Say whether that means files of plain text alone, at most so many; looks no further."""
        for count, file in enumerate(_files(self.paths), 1):
            if count > most or not (is_plain(file) and file.is_file()):
                return False
        return True

    def are_documents(self) -> bool:
        """Say whether that means plain texts alone, by their first names; looks no further."""
        names = islice(_files(self.paths), _MOST_NAMES)
        return all(is_plain(name) and name.suffix.casefold() != _ARCHIVE for name in names)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            for root, _folders, names in os.walk(path):
                yield from (Path(root, name) for name in names)
        else:
            yield path


def sources_in(data: QMimeData) -> Sources | None:
    """Return what can be imported of what was dropped or copied; ``None`` where nothing can.

    A page goes before its words: it says what it is called and where it comes from.
    """
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if paths:
        return Sources.of(paths)
    moment = QDateTime.currentDateTime().toString("yyyy-MM-dd hh.mm.ss")
    if data.hasHtml() and data.html().strip():
        name = _("Pasted page {moment}").format(moment=moment) + ".html"
        return Sources(pasted=(Pasted(name, _as_page(data.html())),))
    if data.hasText() and data.text().strip():
        name = _("Pasted text {moment}").format(moment=moment) + ".txt"
        return Sources(pasted=(Pasted(name, data.text().encode("utf-8", "replace")),))
    return None


def read_sources(
    sources: Sources, found: Found, progress: JobProgress, known: KnownColumns
) -> Iterator[tuple[ColumnMapping | None, ReadFile]]:
    """Read what was pasted, then the files that were found, one after another.

    ``known`` says by their headings what the columns of tables meant before; each file comes with
    the columns it was read by.
    """
    with FileReader(look=progress.stop_if_asked) as reader:
        for pasted in sources.pasted:
            for file in reader.read_bytes(pasted.data, pasted.name):
                yield None, file
        for done, path in enumerate(found.files):
            progress.wait_if_paused()
            progress.report(done, len(found.files), path.name)
            columns = _meant_before(path, reader, known)
            if columns is None:
                for file in reader.read(path):
                    yield None, file
            else:
                for file in read_anew(path, None, columns, progress):
                    yield columns, file
        progress.report(len(found.files), len(found.files))


def read_anew(
    path: Path, encoding: str | None, columns: ColumnMapping | None, progress: JobProgress
) -> list[ReadFile]:
    """Read a file and all in it once more, in another way."""
    with FileReader(encoding, columns, progress.stop_if_asked) as reader:
        return list(reader.read(path))


def _meant_before(path: Path, reader: FileReader, known: KnownColumns) -> ColumnMapping | None:
    if not known:
        return None
    try:
        table = reader.table(path)
    except Unreadable:
        return None  # reading it says why
    return None if table is None else known.get(table.header)


def _as_page(html: str) -> bytes:
    """Return a page's bytes; what it says of its encoding would be wrong by now."""
    return b"\xef\xbb\xbf" + html.encode("utf-8", "replace")
