"""Taking files in: found, read one at a time anywhere, written in chunks on the main thread.

A long import is many steps of one group, so that a crash leaves whole documents and one undo takes
all of it back. In the window a chunk is at most 50 documents and some twenty milliseconds (a longer
one would be felt while typing); where nobody types it is larger, because each one costs a wait for
the disk, and the next files are read meanwhile.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from reviewer import importers
from reviewer.domain.errors import Cancelled, NotAllowed, ReviewerError
from reviewer.domain.folding import FOLD_VERSION
from reviewer.domain.incoming import EncodingBasis, Incoming
from reviewer.domain.passages import first_words
from reviewer.domain.progress import Progress
from reviewer.domain.steps import StepKind
from reviewer.domain.words import N_
from reviewer.importers import decoding
from reviewer.store.connection import is_open_here
from reviewer.store.project_file import ProjectFile
from reviewer.store.uids import new_uids
from reviewer.workspace.found import Found, look_for
from reviewer.workspace.history import History
from reviewer.workspace.jobs import made_ahead

PART_DOCUMENTS = 50
PART_CHARACTERS = 400_000  # about twenty milliseconds of writing
LARGE_CHUNK_DOCUMENTS = 500
LARGE_CHUNK_SECONDS = 1.0
LARGE_CHUNK_CHARACTERS = 5_000_000

# What a person may choose from: the name a decoder knows, and what it is called on screen.
ENCODINGS = tuple((encoding.name, encoding.label) for encoding in decoding.ENCODINGS)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was looked at: what is in it, or why it cannot be taken in."""

    path: Path
    incoming: Incoming | None
    problem: ReviewerError | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a document, or a problem that names the file and the way out.

    Of a document it is told how its bytes were read.
    """

    path: Path
    document: int | None
    problem: ReviewerError | None = None
    encoding: str = ""
    encoding_basis: EncodingBasis | None = None


class OtherKind(NotAllowed):
    """A file in a folder is of a kind that cannot be imported yet: nobody asked for it by name."""


class AlreadyIn(NotAllowed):
    """The very same file is in the project already."""


class ImportOperations:
    """Imports into an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._history = history
        self._analyst = analyst
        self._now = now

    def take_in(
        self, paths: Sequence[Path], progress: Progress, encoding: str | None = None
    ) -> Iterator[Outcome]:
        """Import files and folders from start to end; for the command line and for tests.

        ``encoding`` overrules what the bytes say.
        Gives an outcome for each file as soon as it is written down. Raises ``Cancelled`` after
        what was read until then is in.
        """
        group = self.new_group()
        chunk = _Chunk()
        files = look_for(paths).files
        try:
            for read in self._read_ahead(files, progress, encoding):
                chunk.add(read)
                if chunk.is_full():
                    yield from self.write(chunk.files, group)
                    chunk = _Chunk()
        except Cancelled:
            yield from self.write(chunk.files, group)
            self.end(group)
            raise
        yield from self.write(chunk.files, group)
        self.end(group)

    def new_group(self) -> str:
        """Return a name that ties the chunks of one import together; see ``end``."""
        return self._history.begin_group()

    def end(self, group: str) -> None:
        """Say that an import has come to its end, or was stopped by the person.

        One that a crash cut short has none, and is told as interrupted in the history.
        """
        self._history.end_group(group)

    def write(self, files: Sequence[ReadFile], group: str) -> list[Outcome]:
        """Write a chunk of files down as one step; returns what became of each, in order."""
        fresh: dict[int, tuple[Path, Incoming]] = {}
        outcomes: list[Outcome] = []
        titles = self._titles_of(files)
        for at, file in enumerate(files):
            problem = file.problem
            if file.incoming is not None:
                problem = _known(file.incoming, titles)
            if file.incoming is not None and problem is None:
                fresh[at] = (file.path, file.incoming)
                titles[file.incoming.original.sha256] = file.incoming.title
            outcomes.append(Outcome(file.path, None, problem))
        if not fresh:
            return outcomes
        with self._history.step("documents.import_many", kind=StepKind.IMPORT, group=group) as step:
            for at, outcome in zip(fresh, self._add_all(list(fresh.values())), strict=True):
                outcomes[at] = outcome
            taken = [one.document for one in outcomes if one.document is not None]
            title = next(incoming.title for _path, incoming in fresh.values())
            step.describe(count=len(taken), name=first_words(title, 40))
        return outcomes

    def _read_ahead(
        self, files: Sequence[Path], progress: Progress, encoding: str | None
    ) -> Iterator[ReadFile]:
        """Read files while those before are written; says how far it is where it is asked."""
        read = in_parts(_read(path, encoding) for path in files)
        with closing(made_ahead(read, _characters, LARGE_CHUNK_CHARACTERS)) as parts:
            for done, file in enumerate(chain.from_iterable(parts)):
                progress.report(done, len(files), file.path.name)
                yield file
        progress.report(len(files), len(files))

    def _titles_of(self, files: Iterable[ReadFile]) -> dict[str, str]:
        """Return what the files are called that are in the project already, by their SHA-256."""
        wanted = [file.incoming.original.sha256 for file in files if file.incoming is not None]
        return self._project.documents.titles_of_files(wanted) if wanted else {}

    def _add_all(self, files: Sequence[tuple[Path, Incoming]]) -> list[Outcome]:
        """Write files down all at once; one by one when the project refuses one of them."""
        try:
            with self._project.connection.part():
                documents = self._add([incoming for _path, incoming in files])
        except NotAllowed:
            return [self._add_one(path, incoming) for path, incoming in files]
        return [
            _taken(path, incoming, document)
            for (path, incoming), document in zip(files, documents, strict=True)
        ]

    def _add_one(self, path: Path, incoming: Incoming) -> Outcome:
        try:
            with self._project.connection.part():
                (document,) = self._add([incoming])
        except NotAllowed as fault:
            problem = NotAllowed(
                N_("“{name}” cannot be kept as it was read: {reason}"),
                name=importers.shown(path.name),
                reason=str(fault),
            )
            return Outcome(path, None, problem)
        return _taken(path, incoming, document)

    def _add(self, arriving: Sequence[Incoming]) -> list[int]:
        now = self._now()
        uids = new_uids(len(arriving))
        texts = self._project.texts.add(list(zip(arriving, uids, strict=True)), FOLD_VERSION, now)
        self._project.furniture.add(
            (text, piece)
            for text, incoming in zip(texts, arriving, strict=True)
            for piece in incoming.furniture
        )
        self._project.parts.add(
            (text, part)
            for text, incoming in zip(texts, arriving, strict=True)
            for part in incoming.parts
        )
        return self._project.documents.add(
            list(zip(arriving, uids, texts, strict=True)), analyst=self._analyst(), now=now
        )


def _taken(path: Path, incoming: Incoming, document: int) -> Outcome:
    return Outcome(
        path, document, encoding=incoming.encoding, encoding_basis=incoming.encoding_basis
    )


def _known(incoming: Incoming, titles: Mapping[str, str]) -> AlreadyIn | None:
    title = titles.get(incoming.original.sha256)
    if title is None:
        return None
    return AlreadyIn(
        N_(
            "“{name}” is in the project already, byte for byte, as “{title}”. There is nothing to "
            "be done."
        ),
        name=incoming.original_name,
        title=title,
    )


class _Chunk:
    """Files that were read and wait to be written down together."""

    def __init__(self) -> None:
        self.files: list[ReadFile] = []
        self._characters = 0
        self._since = time.monotonic()

    def add(self, file: ReadFile) -> None:
        self.files.append(file)
        self._characters += _length(file)

    def is_full(self) -> bool:
        return (
            len(self.files) >= LARGE_CHUNK_DOCUMENTS
            or self._characters >= LARGE_CHUNK_CHARACTERS
            or time.monotonic() - self._since >= LARGE_CHUNK_SECONDS
        )


def passed_over(found: Found) -> list[Outcome]:
    """Return an outcome for each file that is of another kind."""
    return [
        Outcome(
            path,
            None,
            OtherKind(
                N_(
                    "“{name}” is not of a kind that can be imported yet. Save its text as .txt, "
                    "and import that."
                ),
                name=importers.shown(path.name),
            ),
        )
        for path in found.others
    ]


def in_parts(files: Iterable[ReadFile]) -> Iterator[list[ReadFile]]:
    """Give files in parts that are written in a moment."""
    part: list[ReadFile] = []
    characters = 0
    for file in files:
        part.append(file)
        characters += _length(file)
        if len(part) >= PART_DOCUMENTS or characters >= PART_CHARACTERS:
            yield part
            part, characters = [], 0
    if part:
        yield part


def _characters(part: Iterable[ReadFile]) -> int:
    return sum(map(_length, part))


def _length(file: ReadFile) -> int:
    return len(file.incoming.text) if file.incoming else 0


def read_files(
    paths: Sequence[Path], progress: Progress, encoding: str | None = None
) -> Iterator[ReadFile]:
    """Read files one after another; computes only, so it may run in any thread."""
    for done, path in enumerate(paths):
        progress.report(done, len(paths), path.name)
        yield _read(path, encoding)
    progress.report(len(paths), len(paths))


def _read(path: Path, encoding: str | None) -> ReadFile:
    if is_open_here(path):
        # Closing it again would drop this process's locks on it, and SQLite relies on them.
        problem = NotAllowed(
            N_("“{name}” is a project that is open. Projects are opened, not imported."),
            name=importers.shown(path.name),
        )
        return ReadFile(path, None, problem)
    try:
        return ReadFile(path, importers.read(path, encoding=encoding))
    except ReviewerError as problem:
        return ReadFile(path, None, problem)
