"""Has files read in a child process, and says in a sentence what became of one that it died of.

The child reads one file at a time (``importers/guarded.py``). It is started with the first, kept
for the next, and ended with the import, or when a file makes it crash, hang or swell: that costs
this one file, and the next has a fresh child.
"""

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from reviewer import importers
from reviewer.domain.columns import ColumnMapping, Table
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Taken
from reviewer.domain.interchange import Given
from reviewer.domain.words import N_
from reviewer.importers import guarded
from reviewer.importers.interchange import Tables
from reviewer.workspace.jobs import Child, Lost, Overdue

_Made = TypeVar("_Made")
_LOG = logging.getLogger(__name__)

PATIENCE = 10.0  # seconds without news
PATIENCE_PER_MEGABYTE = 1.0

TOO_LONG = N_(
    "“{name}” took too long to read: nothing came of it for {seconds} seconds. It may be damaged; "
    "save it anew with the program it was made with, or as plain text."
)
CRASHED = N_(
    "“{name}” made its reader crash, so it was left out. It may be damaged; save it anew with the "
    "program it was made with, or as plain text."
)
TOO_MUCH_MEMORY = N_(
    "“{name}” needs more than {most} GB of memory to be read, so it was left out. Split it, or "
    "save its text in plain."
)
NOT_WHOLE = N_(
    "“{name}” was not read, because a part of this program is missing. Nothing is the matter with "
    "the file: install the program once more, and import it again."
)
NOT_STARTED = N_(
    "“{name}” was not read, because no process could be started for it: {reason}. Close other "
    "programs, and try again."
)


class GuardedReading:
    """Reads files in a child; close it when the last was read."""

    def __init__(self) -> None:
        self._child = Child(guarded.serve, _is_last)

    def take(
        self,
        source: Path | bytes,
        name: str,
        *,
        encoding: str | None = None,
        columns: ColumnMapping | None = None,
        recognise: bool = False,
        look: Callable[[], None],
    ) -> Iterator[Taken]:
        """Give what a file holds as it is found, as ``importers.take`` does.

        Raises ``Unreadable``, also for a file that its reader did not survive. ``look`` is called
        many times a second and may raise; the child is ended then.
        """
        wish = guarded.Wish(source, name, encoding, columns, _patience(source), recognise=recognise)
        unpacker = guarded.Unpacker()
        with closing(self._answer(wish, look, unpacker)) as parts:
            for kind, packed in parts:
                if kind == guarded.TAKEN:
                    yield self._sense(unpacker.taken, packed, name)

    def work(
        self,
        source: Path,
        tables: Tables | None = None,
        *,
        reader: str = "",
        look: Callable[[], None],
    ) -> Iterator[Given]:
        """Give the work of another program, a file or a folder; raises as ``take`` does.

        ``tables`` are those of the database in it, where there is one; ``reader`` is the key of
        what reads it, where that is known.
        """
        name = importers.storable(source.name)
        wish = guarded.Wish(
            source, name, patience=_patience(source), as_work=True, tables=tables, reader=reader
        )
        unpacker = guarded.Unpacker()
        with closing(self._answer(wish, look, unpacker)) as parts:
            for kind, packed in parts:
                if kind == guarded.GIVEN:
                    yield from self._sense(unpacker.given, packed, name)

    def table(
        self,
        source: Path | bytes,
        name: str,
        *,
        encoding: str | None = None,
        look: Callable[[], None],
    ) -> Table:
        """Return what a person sees of a table before it is imported; raises as ``take`` does."""
        wish = guarded.Wish(source, name, encoding, None, _patience(source), only_looked_at=True)
        unpacker = guarded.Unpacker()
        tables = [
            self._sense(unpacker.table, packed, name)
            for kind, packed in self._answer(wish, look, unpacker)
            if kind == guarded.TABLE
        ]
        if not tables:
            raise Unreadable(CRASHED, name=importers.shown(name))
        return tables[0]

    def close(self) -> None:
        """End the child."""
        self._child.close()

    def _answer(
        self, wish: guarded.Wish, look: Callable[[], None], unpacker: guarded.Unpacker
    ) -> Generator[tuple[bytes, bytes], None, None]:
        """Give the parts of an answer by their kinds; raises ``Unreadable`` where it is none."""
        shown = importers.shown(wish.name)
        try:
            with closing(self._child.ask(wish.packed(), wish.patience, look)) as parts:
                for part in parts:
                    kind, packed = part[:1], part[1:]
                    if kind == guarded.PROBLEM:
                        raise self._sense(unpacker.problem, packed, wish.name)
                    if kind in (guarded.NO_MEMORY, guarded.FAULT):
                        raise self._given_up(kind, packed, shown)
                    yield kind, packed
        except Overdue as fault:
            raise Unreadable(TOO_LONG, name=shown, seconds=int(wish.patience)) from fault
        except Lost as fault:
            raise Unreadable(CRASHED, name=shown) from fault
        except OSError as fault:
            reason = fault.strerror or str(fault)
            raise Unreadable(NOT_STARTED, name=shown, reason=reason) from fault

    def _sense(self, made_of: Callable[[bytes], _Made], packed: bytes, name: str) -> _Made:
        """Return what a part of an answer means; where it means nothing, the child is ended."""
        try:
            return made_of(packed)
        except ValueError as fault:
            _LOG.warning("what an importer sent makes no sense: %s", fault)
            self._child.kill()
            raise Unreadable(CRASHED, name=importers.shown(name)) from fault

    def _given_up(self, kind: bytes, told: bytes, name: str) -> Unreadable:
        """Return why an importer gave a file up in a way it should not; a fresh child follows."""
        self._child.kill()
        if kind == guarded.NO_MEMORY:
            return Unreadable(TOO_MUCH_MEMORY, name=name, most=guarded.MOST_MEMORY // 10**9)
        fault = told.decode("ascii", "replace")
        _LOG.warning("an importer failed: %s", fault)
        missing = fault.startswith(("ImportError", "ModuleNotFoundError"))
        return Unreadable(NOT_WHOLE if missing else CRASHED, name=name)


def _is_last(part: bytes) -> bool:
    return part[:1] not in (guarded.TAKEN, guarded.TABLE, guarded.GIVEN, guarded.BEAT)


def _patience(source: Path | bytes) -> float:
    return PATIENCE + PATIENCE_PER_MEGABYTE * _size(source) / 1_000_000


def _size(source: Path | bytes) -> int:
    """Return how many bytes a file has; a file that is not there has none."""
    if isinstance(source, bytes):
        return len(source)
    try:
        return source.stat().st_size
    except (OSError, ValueError):
        return 0
