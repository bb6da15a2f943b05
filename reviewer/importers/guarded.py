"""Reads one file after another in a process of its own, where a parser may crash, hang or swell.

What lives here runs in the child, but for ``Wish`` and ``Unpacker``: the one who asks is
``workspace/guarded_reading.py``, the process itself is started by ``workspace/jobs.py``. A wish
comes in, and each thing the file holds goes back as soon as it is found; then how it ended. The
child keeps itself within its memory and writes nothing anywhere.

Decided: what comes back is believed to be data and no more. A parser that a hostile file has taken
over can send whatever it likes, so only the few classes that describe a read file, and words of
closed lists, are made of it. An importer that works long on one document says ``beat`` now and
then, a page at a time, else it is taken to hang.
"""

import io
import os
import pickle
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from traceback import walk_tb
from typing import Protocol

from typing_extensions import override

from reviewer import importers
from reviewer.domain import edtf, errors, incoming, interchange, spans
from reviewer.domain.columns import ColumnMapping, Table
from reviewer.domain.errors import Unreadable
from reviewer.domain.incoming import Enclosed, Incoming, LeftOut, Original, Taken
from reviewer.domain.interchange import Brought, Doubt, Given, GivenRow

MOST_MEMORY = 2_000_000_000  # bytes of addresses; where the system counts them (Linux)
SECONDS_BETWEEN_BEATS = 0.5
ROWS_AT_ONCE = 200  # of another program's work
CHARACTERS_AT_ONCE = 250_000  # of the documents among them
SPARE_SECONDS = 180  # of processor time, before the system ends a child that nobody watches

TAKEN, TABLE, GIVEN, ENDED, PROBLEM = b"t", b"c", b"g", b"e", b"p"
NO_MEMORY, FAULT, BEAT = b"m", b"f", b"b"

_ONE_OF_OURS = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (
        *(incoming.Incoming, incoming.Enclosed, incoming.LeftOut, incoming.Original),
        *(incoming.Reading, incoming.Remark, incoming.Part, incoming.PartKind),
        *(incoming.Furniture, incoming.FurnitureKind, incoming.EncodingBasis),
        *(edtf.WrittenDate, edtf.DateBasis, spans.Span),
        *(errors.Unreadable, errors.made_again, ColumnMapping, Table),
        *(interchange.Brought, interchange.GivenRow, interchange.Doubt),
    )
}
_NO_SENSE = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
    errors.ReviewerError,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A file to be read: where it lies, or its bytes; ``patience`` is seconds without news.

    With ``only_looked_at`` it is a table of which a person is to see the columns first, with
    ``recognise`` the text of pages that are pictures is recognised. With ``as_work`` it is the work
    of another program, a file or a folder, with the ``tables`` of a database in it; ``reader`` is
    the key of what reads it, where that is known.
    """

    source: Path | bytes
    name: str
    encoding: str | None = None
    columns: ColumnMapping | None = None
    patience: float = 10.0
    only_looked_at: bool = False
    recognise: bool = False
    as_work: bool = False
    tables: Mapping[str, Sequence[Mapping[str, str | int | float | bytes | None]]] | None = None
    reader: str = ""

    def packed(self) -> bytes:
        """Return the wish as it goes to the child."""
        return pickle.dumps(self, pickle.HIGHEST_PROTOCOL)

    def taken(self) -> Iterator[Taken]:
        """Give what the file holds, in this very process; raises ``Unreadable``."""
        if isinstance(self.source, bytes):
            return importers.take_bytes(
                self.source,
                self.name,
                encoding=self.encoding,
                columns=self.columns,
                recognise=self.recognise,
            )
        return importers.take(
            self.source,
            name=self.name,
            encoding=self.encoding,
            columns=self.columns,
            recognise=self.recognise,
        )

    def given(self) -> Iterator[Given]:
        """Give the work of another program; raises ``Unreadable``."""
        from reviewer.importers.interchange import Parcel, importer_called, must_be_read

        assert isinstance(self.source, Path)
        parcel = Parcel.of(self.source)
        parcel.tables = self.tables or {}
        return (importer_called(self.reader) or must_be_read(parcel)).take(parcel)

    def table(self) -> Table:
        """Return the columns and first rows of a table; raises ``Unreadable``."""
        if isinstance(self.source, bytes):
            return importers.table_of_bytes(self.source, self.name, encoding=self.encoding)
        return importers.table_of(self.source, encoding=self.encoding)


class Line(Protocol):
    """A connection to another process; each message is a piece of its own."""

    def send_bytes(self, buf: bytes, /) -> None:
        """Send a message; raises ``OSError`` when nobody is there."""
        ...

    def recv_bytes(self) -> bytes:
        """Wait for a message; raises ``EOFError`` when nobody is there."""
        ...


def beat() -> None:
    """Say that the reading goes on; where nobody waits for it, nothing is said."""
    _alive()


def serve(line: Line) -> None:
    """Read files as they are wished for, until the line ends; for a process of its own."""
    be_quiet()
    keep_within_limits()
    while True:
        try:
            wish = pickle.loads(line.recv_bytes())
        except EOFError:
            return
        answer(wish, line)


def answer(wish: Wish, line: Line) -> None:
    """Send what a file holds, piece by piece, and how the reading ended.

    Whatever an importer raises ends the reading of this one file only.
    """
    packer = Packer()
    _beating_on(line, wish.patience)
    try:
        if wish.only_looked_at:
            line.send_bytes(TABLE + pickle.dumps(wish.table(), pickle.HIGHEST_PROTOCOL))
        elif wish.as_work:
            for several in _in_parts(wish.given()):
                _let_run(wish.patience)
                line.send_bytes(GIVEN + pickle.dumps(several, pickle.HIGHEST_PROTOCOL))
        else:
            for taken in wish.taken():
                _let_run(wish.patience)
                line.send_bytes(TAKEN + packer.pack(taken))
        line.send_bytes(ENDED)
    except Unreadable as problem:
        line.send_bytes(PROBLEM + packer.pack(problem))
    except MemoryError:
        line.send_bytes(NO_MEMORY)
    except Exception as fault:  # noqa: BLE001 - the job runner of this process
        line.send_bytes(FAULT + _place_of(fault).encode("ascii", "replace"))


class Packer:
    """Packs what one file holds; an original that many documents share goes out once."""

    def __init__(self) -> None:
        self._sent: set[str] = set()

    def pack(self, found: Taken | Unreadable) -> bytes:
        """Return a document, a file or a problem as bytes."""
        if isinstance(found, LeftOut):
            found = LeftOut(found.name, _in_plain_values(found.problem))
        elif isinstance(found, Unreadable):
            found = _in_plain_values(found)
        elif isinstance(found, Incoming):
            found = self._without_what_was_sent(found)
        return pickle.dumps(found, pickle.HIGHEST_PROTOCOL)

    def _without_what_was_sent(self, found: Incoming) -> Incoming:
        original = found.original
        if original.sha256 not in self._sent:
            self._sent.add(original.sha256)
            return found
        return replace(found, original=replace(original, codec=_SENT, data=b""))


class Unpacker:
    """Makes of bytes what ``Packer`` packed, and nothing else."""

    def __init__(self) -> None:
        self._originals: dict[str, Original] = {}

    def taken(self, packed: bytes) -> Taken:
        """Return what was found in a file; raises ``ValueError`` for anything else."""
        found = _unpacked(packed)
        if isinstance(found, Incoming):
            return self._whole(found)
        if isinstance(found, Enclosed | LeftOut):
            return found
        raise ValueError(type(found).__name__)

    def given(self, packed: bytes) -> list[Given]:
        """Return parts of another program's work; raises ``ValueError`` for anything else."""
        found = _unpacked(packed)
        if isinstance(found, list) and all(map(_is_given, found)):
            return found
        raise ValueError(type(found).__name__)

    def table(self, packed: bytes) -> Table:
        """Return what a person sees of a table; raises ``ValueError`` for anything else."""
        found = _unpacked(packed)
        if isinstance(found, Table):
            return found
        raise ValueError(type(found).__name__)

    def problem(self, packed: bytes) -> Unreadable:
        """Return why a file was not read; raises ``ValueError`` for anything else."""
        found = _unpacked(packed)
        if isinstance(found, Unreadable):
            return found
        raise ValueError(type(found).__name__)

    def _whole(self, found: Incoming) -> Incoming:
        original = found.original
        known = self._originals.setdefault(original.sha256, original)
        if known is original:
            return found
        return replace(found, original=known)


_SENT = "sent"


class _Careful(pickle.Unpickler):
    @override
    def find_class(self, module_name: str, global_name: str) -> object:
        found = _ONE_OF_OURS.get((module_name, global_name))
        if found is not None:
            return found
        if module_name.startswith("reviewer.domain.") and global_name.isidentifier():
            listed: object = super().find_class(module_name, global_name)
            if isinstance(listed, type) and issubclass(listed, StrEnum) and list(listed):
                return listed
        raise pickle.UnpicklingError(f"{module_name}.{global_name}"[:80])


def _is_given(found: object) -> bool:
    if isinstance(found, Brought):
        return _are((found.incoming, Incoming), (found.key, str))
    if isinstance(found, GivenRow | Doubt):
        return _are((found.values, dict), (found.at, str))
    return False


def _are(*values: tuple[object, type]) -> bool:
    """Say whether values are of their types: what was unpacked need not be what it is called."""
    return all(isinstance(value, kind) for value, kind in values)


def _in_parts(given: Iterator[Given]) -> Iterator[list[Given]]:
    """Give rows in hundreds, and short documents in dozens: each part that is sent costs time."""
    part: list[Given] = []
    characters = 0
    for one in given:
        part.append(one)
        if isinstance(one, Brought):
            characters += len(one.incoming.text)
        if len(part) >= ROWS_AT_ONCE or characters >= CHARACTERS_AT_ONCE:
            yield part
            part, characters = [], 0
    if part:
        yield part


def _unpacked(packed: bytes) -> object:
    try:
        return _Careful(io.BytesIO(packed)).load()
    except _NO_SENSE as fault:
        reason = str(fault) if isinstance(fault, pickle.UnpicklingError) else ""
        raise ValueError(f"{type(fault).__name__} {reason}") from fault


def _in_plain_values(problem: Unreadable) -> Unreadable:
    """Return a problem whose values are words and numbers, not a library's own exceptions."""
    values = {
        key: value if type(value) in (str, int, float) else str(value)
        for key, value in problem.values.items()
    }
    return Unreadable(problem.template, **values)


def _place_of(fault: BaseException) -> str:
    """Return what went wrong and where in the code, without a word of the file."""
    frames = [
        f"{frame.f_globals.get('__name__')}:{line}" for frame, line in walk_tb(fault.__traceback__)
    ]
    return " ".join([type(fault).__name__, *frames[-4:]])


def _nothing() -> None:
    """Say nothing: nobody waits."""


_alive: Callable[[], None] = _nothing


def _beating_on(line: Line, patience: float) -> None:
    """Let beats go out on a line, at most a few a second."""
    last = time.monotonic()
    _let_run(patience)

    def send() -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN_BEATS:
            last = time.monotonic()
            _let_run(patience)
            line.send_bytes(BEAT)

    global _alive  # noqa: PLW0603 - one file is read at a time in this process
    _alive = send


def be_quiet() -> None:
    """Let no library write to the terminal, and no Ctrl+C meant for the other process end this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def keep_within_limits() -> None:
    """Let the system refuse more memory than is right, and keep no image of a crash.

    Windows has no such limits, macOS does not heed that of memory.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _let_run(patience: float) -> None:
    """Give the process time for one more piece: more than whoever waits for it has patience.

    So a parser that never comes back ends even when nobody is left to end it.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        most = int(time.process_time() + patience + SPARE_SECONDS)
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
