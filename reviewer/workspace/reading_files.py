"""Reads files, and what lies in them, and in what lies in those: a stream of what was found.

Computes only, so it may run in any thread; nothing is written down here. What is trusted is read
in this process, all else in a child (``guarded_reading.py``). Every file that is met gets its
place in the stream: as documents, or as a problem that names it.

An archive is read here, so that a file in it that makes its reader crash costs that one file. Of
a file that a child reads, what lies in it (the attachments of a mail) waits until the child is
free. What a person dropped may hold so many files and so many bytes, in all that lies in it
together, and so deep.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from reviewer import importers
from reviewer.domain.columns import ColumnMapping, Table
from reviewer.domain.errors import Cancelled, NotAllowed, ReviewerError, Unreadable
from reviewer.domain.incoming import Enclosed, Incoming, LeftOut, Taken
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.importers import own_tables
from reviewer.importers.paged.pdf_doubts import SCAN, SCAN_TO_RECOGNISE, WITHOUT_TEXT
from reviewer.importers.rows.json_rows import OURS
from reviewer.store.connection import is_open_here
from reviewer.workspace.guarded_reading import GuardedReading

DEEPEST = 10  # archives and mails in each other
MOST_ENCLOSED = 100_000  # files in one that was dropped
MOST_ENCLOSED_BYTES = 1_000_000_000
PART_DOCUMENTS = 50
PART_WEIGHT = 400_000  # about twenty milliseconds of writing

_SEPARATORS = re.compile(r"[/\\]+")
_KEYS = count(1)

TOO_DEEP = N_(
    "“{name}” was not opened: it lies in more than {deepest} files, one in the other. Take it out, "
    "and import it by itself."
)
TOO_MANY = N_(
    "Not all of “{name}” was read: more than {most} files lie in it. What was read until then is "
    "kept; take the others out, and import them by themselves."
)
TOO_LARGE = N_(
    "Not all of “{name}” was read: it unpacks to more than {most} MB. What was read until then is "
    "kept; take the rest out, and import it by itself."
)
OTHER_KIND = N_("“{name}” is not of a kind that can be imported, so it was left out.")
OPEN_HERE = N_("“{name}” is a project that is open. Projects are opened, not imported.")


class OtherKind(NotAllowed):
    """A file in a folder or archive is of a kind that cannot be imported: nobody named it."""


def is_project_lines(problem: ReviewerError | None) -> bool:
    """Say whether a file is refused because it is work on passages, to be taken in as such."""
    return problem is not None and problem.template == OURS


def can_recognise() -> bool:
    """Say whether the program is there that recognises the text of pictures (Tesseract)."""
    from reviewer.importers.paged.pdf_recognition import program  # with all that lays out pages

    return program() is not None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Something that was looked at: the document in it, or why it cannot be taken in.

    ``path`` is the file a person named; ``inside`` names what it lies in, from that file inwards,
    folders too, and is empty for the file itself; ``name`` is its own name, as given. ``parent`` is
    the ``key`` of the mail it came with.
    """

    path: Path
    incoming: Incoming | None
    problem: ReviewerError | None = None
    inside: tuple[str, ...] = ()
    name: str = ""
    key: int = 0
    parent: int = 0

    @property
    def has_pictures_of_pages(self) -> bool:
        """Whether pages of it have no text, so that recognition may find more (``recognise``)."""
        if self.incoming is not None:
            return any(remark.message == WITHOUT_TEXT for remark in self.incoming.remarks)
        return self.problem is not None and self.problem.template in (SCAN, SCAN_TO_RECOGNISE)

    @property
    def called(self) -> str:
        """What it is called in a list: its name, where it lies, and which part of it it is."""
        part = self.incoming.part if self.incoming else ""
        name = "/".join((*self.inside, self.name or self.path.name))
        return f"{name} ({part})" if part else name

    @property
    def place(self) -> tuple[Path, tuple[str, ...], str, str]:
        """Where it was found, the same whenever the file is read."""
        part = self.incoming.part if self.incoming else ""
        return self.path, self.inside, self.name or self.path.name, part


class FileReader:
    """Reads files for one import; close it when the last was read.

    ``look`` is called many times a second while a child is waited for, and may raise. With
    ``recognise`` the text of pages that are pictures is recognised, which takes seconds a page.
    """

    def __init__(
        self,
        encoding: str | None = None,
        columns: ColumnMapping | None = None,
        look: Callable[[], None] = lambda: None,
        *,
        recognise: bool = False,
    ) -> None:
        self._encoding = encoding
        self._columns = columns
        self._recognise = recognise
        self._look = look
        self._guarded = GuardedReading()
        self._stopped = False

    def read(self, path: Path) -> Iterator[ReadFile]:
        """Give what a file is, or what it holds, one after another; raises ``Cancelled``."""
        if is_open_here(path):
            # Closing it again would drop this process's locks on it, and SQLite relies on them.
            problem = NotAllowed(OPEN_HERE, name=importers.shown(path.name))
            yield ReadFile(path, None, problem)
            return
        yield from self._read(_Place(path, importers.storable(path.name)), path, _Room(path.name))

    def read_bytes(self, data: bytes, name: str) -> Iterator[ReadFile]:
        """Give what was pasted, or came by another way than a file; ``name`` says its kind."""
        yield from self._read(_Place(Path(name), name), data, _Room(name))

    def table(self, path: Path) -> Table | None:
        """Return the columns of a table, for a person to say what they are; else ``None``.

        Raises ``Unreadable``.
        """
        name = importers.storable(path.name)
        if not importers.is_table(name):
            return None
        return self._guarded.table(path, name, encoding=self._encoding, look=self._look_about)

    def stop(self) -> None:
        """Let the reading that goes on in another thread end at once, with ``Cancelled``."""
        self._stopped = True

    def close(self) -> None:
        """Let go of the child."""
        self._guarded.close()

    def __enter__(self) -> "FileReader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, place: "_Place", source: Path | bytes, room: "_Room") -> Iterator[ReadFile]:
        waiting = deque[Enclosed]()
        mails: dict[str, int] = {}  # keys by part
        try:
            guarded = importers.importer_for(place.name).guarded
            for taken in self._taken(place, source, guarded=guarded):
                if isinstance(taken, Incoming):
                    key = next(_KEYS)
                    mails |= {taken.part: key} if taken.attached or not taken.part else {}
                    yield place.document(taken, key, mails)
                elif isinstance(taken, LeftOut):
                    yield place.left_out(taken)
                elif guarded:
                    waiting.append(taken)
                else:
                    yield from self._enclosed(place, taken, mails, room)
            while waiting:
                yield from self._enclosed(place, waiting.popleft(), mails, room)
        except Cancelled:
            raise
        except ReviewerError as problem:
            yield place.refused(own_tables.refusal(source, place.name) or problem)

    def _taken(self, place: "_Place", source: Path | bytes, *, guarded: bool) -> Iterator[Taken]:
        if guarded:
            return self._guarded.take(
                source,
                place.name,
                encoding=self._encoding,
                columns=self._columns,
                recognise=self._recognise,
                look=self._look_about,
            )
        if isinstance(source, bytes):
            return importers.take_bytes(source, place.name, encoding=self._encoding)
        return importers.take(source, name=place.name, encoding=self._encoding)

    def _enclosed(
        self, around: "_Place", enclosed: Enclosed, mails: Mapping[str, int], room: "_Room"
    ) -> Iterator[ReadFile]:
        self._look_about()
        place = around.within(enclosed, mails.get(enclosed.of_part, 0))
        room.take(len(enclosed.data))
        if place.is_of_another_kind:
            yield place.refused(OtherKind(OTHER_KIND, name=importers.shown(place.name)))
        elif place.depth > DEEPEST:
            name = importers.shown(place.name)
            yield place.refused(Unreadable(TOO_DEEP, name=name, deepest=DEEPEST))
        else:
            yield from self._read(place, enclosed.data, room)

    def _look_about(self) -> None:
        if self._stopped:
            raise Cancelled(N_("Stopped. What was done until then is kept."))
        self._look()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a file lies that is being read: in which file, and in what in it."""

    path: Path
    name: str
    inside: tuple[str, ...] = ()
    parent: int = 0
    depth: int = 0
    attached: bool = False

    def within(self, enclosed: Enclosed, mail: int) -> "_Place":
        """Return the place of what lies in this file; what is attached belongs to ``mail``."""
        *folders, name = parts_of_name(enclosed.name)
        return _Place(
            self.path,
            name,
            (*self.inside, self.name, *folders),
            mail if enclosed.attached else self.parent,
            self.depth + 1,
            enclosed.attached,
        )

    @property
    def is_of_another_kind(self) -> bool:
        suffix = Path(self.name).suffix
        return not importers.can_read(self.name) and bool(suffix or not self.attached)

    def document(self, incoming: Incoming, key: int, mails: Mapping[str, int]) -> ReadFile:
        """Return a document; it came with what this file came with, or with a mail in it."""
        around = mails.get(incoming.part.rpartition("/")[0], 0)
        parent = around if incoming.attached else self.parent
        return replace(self._file(incoming, None, key), parent=parent)

    def left_out(self, left_out: LeftOut) -> ReadFile:
        *folders, name = parts_of_name(left_out.name)
        inside = (*self.inside, self.name, *folders)
        return ReadFile(self.path, None, left_out.problem, inside, name)

    def refused(self, problem: ReviewerError) -> ReadFile:
        return self._file(None, problem, 0)

    def _file(self, incoming: Incoming | None, problem: ReviewerError | None, key: int) -> ReadFile:
        return ReadFile(self.path, incoming, problem, self.inside, self.name, key, self.parent)


class _Room:
    """How much may still come out of a file that was dropped."""

    def __init__(self, name: str) -> None:
        self._name = importers.shown(importers.storable(name))
        self._files = self._bytes = 0

    def take(self, size: int) -> None:
        """Count a file; raises ``Unreadable`` when there is no room for it."""
        self._files += 1
        self._bytes += size
        if self._files > MOST_ENCLOSED:
            raise Unreadable(TOO_MANY, name=self._name, most=MOST_ENCLOSED)
        if self._bytes > MOST_ENCLOSED_BYTES:
            most = MOST_ENCLOSED_BYTES // 1_000_000
            raise Unreadable(TOO_LARGE, name=self._name, most=most)


def parts_of_name(name: str) -> list[str]:
    """Return the folders of a file in another, and its own name: to be shown, never to be used."""
    kept = importers.storable(name).replace("\0", "\ufffd")
    return [part for part in _SEPARATORS.split(kept) if part] or ["?"]


def read_files(
    paths: Sequence[Path],
    progress: Progress,
    encoding: str | None = None,
    columns: ColumnMapping | None = None,
) -> Iterator[ReadFile]:
    """Read files one after another, saying how far it is; ends its child when it is stopped."""
    done = 0

    def report() -> None:
        progress.report(done, len(paths), paths[done].name)

    with FileReader(encoding, columns, report) as reader:
        for done, path in enumerate(paths):  # noqa: B007 - told by ``report``
            report()
            yield from reader.read(path)
    progress.report(len(paths), len(paths))


def read_again(
    files: Sequence[ReadFile], progress: Progress, encoding: str | None = None
) -> list[ReadFile]:
    """Read again, in another encoding, just what was read of some files; in the same order."""
    paths = list(dict.fromkeys(file.path for file in files))
    wanted = {file.place: file for file in files}
    found = dict(wanted)
    for again in read_files(paths, progress, encoding):
        if again.place in wanted:
            before = wanted[again.place]
            found[again.place] = replace(again, key=before.key, parent=before.parent)
    return [found[file.place] for file in files]


def in_parts(files: Iterable[ReadFile]) -> Iterator[list[ReadFile]]:
    """Give files in parts that are written in a moment."""
    part: list[ReadFile] = []
    weighing = Weighing()
    for file in files:
        part.append(file)
        if len(part) >= PART_DOCUMENTS or weighing.add(file) >= PART_WEIGHT:
            yield part
            part = []
            weighing.begin_anew()
    if part:
        yield part


def weight_of(part: Iterable[ReadFile]) -> int:
    """Return what files weigh together."""
    return sum(map(Weighing().one, part))


class Weighing:
    """What files weigh: characters, and an eighth of the bytes of originals, which cost less.

    An original that many documents come from, one after another, is counted with the first.
    """

    def __init__(self) -> None:
        self._weight = 0
        self._original = ""

    def add(self, file: ReadFile) -> int:
        """Put a file on; returns what all weigh."""
        self._weight += self.one(file)
        return self._weight

    def one(self, file: ReadFile) -> int:
        """Return what a file weighs."""
        if file.incoming is None:
            return 0
        original = file.incoming.original
        if original.sha256 == self._original:
            return len(file.incoming.text)
        self._original = original.sha256
        return len(file.incoming.text) + len(original.data) // 8

    def begin_anew(self) -> None:
        """Take all files off."""
        self._weight = 0
