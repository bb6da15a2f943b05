"""Reads the work of another program: documents, and what is said of them, as rows of our own.

Computes only, so it may run in any thread; nothing is written down here. A file is read in a child
(``guarded_reading.py``); of one that SQLite keeps the child is given the tables, which the store
reads in this process.
"""

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.errors import Unreadable
from reviewer.domain.interchange import Brought, Doubt, Given
from reviewer.domain.progress import Progress
from reviewer.domain.project_lines import Line, Refused
from reviewer.importers import json_lines, shown, storable
from reviewer.importers.interchange import Parcel, all_projects, importer_of, must_be_read
from reviewer.store.connection import is_open_here
from reviewer.store.other_programs import OPEN_HERE, tables_in, tables_of
from reviewer.workspace.found import is_folder
from reviewer.workspace.guarded_reading import GuardedReading

_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class OtherWork:
    """What a file of another program holds, read and not in any project yet.

    ``lines`` are numbered from 1 in the order of the file; ``at`` says of a number where that stood
    in the file's own terms. ``format`` is the key, ``title`` what a person calls the kind of file.
    """

    path: Path
    format: str
    title: str
    documents: tuple[Brought, ...]
    lines: tuple[Line | Refused, ...]
    doubts: tuple[Doubt, ...]
    places: tuple[str, ...]

    def at(self, number: int) -> str:
        """Return where a line stood, empty where the file has no word for it."""
        return self.places[number - 1] if 0 < number <= len(self.places) else ""


def kind_of_work(path: Path) -> str | None:
    """Return the key of the format, where a file or folder is the work of another program.

    Names and beginnings are looked at, and no more: what is damaged may still be refused later.
    """
    if is_open_here(path):
        return None
    try:
        found = importer_of(_parcel(path))
    except Unreadable:
        return None
    return None if found is None else found.key


def read_work(path: Path, progress: Progress) -> OtherWork:
    """Read the work of another program, whole.

    Raises ``Unreadable``, naming the file, and ``Cancelled`` when asked to stop.
    """
    if is_open_here(path):
        raise Unreadable(OPEN_HERE, name=shown(storable(path.name)))
    parcel = _parcel(path)
    importer = must_be_read(parcel)
    hand = _Hand(progress, storable(path.name))
    with closing(GuardedReading()) as reading:
        for given in reading.work(path, parcel.tables, reader=importer.key, look=hand.look):
            hand.keep(given)
    return OtherWork(path, importer.key, importer.title, *hand.kept())


class _Hand:
    """What was read until now, kind by kind.

    A row becomes a line as soon as it is here: the child reads on meanwhile, and only one of the
    two takes up memory.
    """

    def __init__(self, progress: Progress, name: str) -> None:
        self._progress = progress
        self._name = name
        self._documents: list[Brought] = []
        self._lines: list[Line | Refused] = []
        self._doubts: list[Doubt] = []
        self._places: list[str] = []

    def look(self) -> None:
        """Say how far it is; raises ``Cancelled`` when asked to stop."""
        self._progress.report(len(self._documents) + len(self._lines), None, self._name)

    def keep(self, given: Given) -> None:
        """Keep a part; raises as ``look`` does."""
        if isinstance(given, Brought):
            self._documents.append(given)
        elif isinstance(given, Doubt):
            self._doubts.append(given)
        else:
            self._places.append(given.at)
            self._lines.append(json_lines.row_of(len(self._places), given.values))
        self.look()

    def kept(
        self,
    ) -> tuple[tuple[Brought, ...], tuple[Line | Refused, ...], tuple[Doubt, ...], tuple[str, ...]]:
        """Return documents, lines, doubts, and where the lines stood."""
        doubts, places = tuple(self._doubts), tuple(self._places)
        return tuple(self._documents), tuple(self._lines), doubts, places


def _parcel(path: Path) -> Parcel:
    """Return what lies at a path, with the tables of a file that SQLite keeps.

    A project that is open here is no such file: closing it again would drop the locks on it.
    """
    parcel = Parcel.of(path)
    kept = {one.key: one.tables for one in all_projects() if one.tables}
    endings = tuple({suffix for one in all_projects() if one.tables for suffix in one.suffixes})
    for name in parcel.ending(*endings):
        file = path / name if is_folder(path) else path
        if file.name != Path(name).name:
            if _is_packed_sqlite(parcel, name):
                parcel.tables = tables_in(parcel.read(name), name, kept)
        elif not is_open_here(file) and _is_sqlite(file):
            parcel.tables = tables_of(file, kept)
        if parcel.tables:
            break
    return parcel


def _is_sqlite(file: Path) -> bool:
    with suppress(OSError):
        if file.is_file():  # to open a pipe would wait for whoever writes into it
            with file.open("rb") as opened:
                return opened.read(len(_SQLITE)) == _SQLITE
    return False


def _is_packed_sqlite(parcel: Parcel, name: str) -> bool:
    """Say whether a file in an archive is a database; what cannot be unpacked is none."""
    with suppress(Unreadable), parcel.opened(name) as opened:
        return opened.read(len(_SQLITE)) == _SQLITE
    return False
