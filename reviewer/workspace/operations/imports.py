"""Taking files in: found, read one at a time anywhere, written in chunks on the main thread.

A long import is many steps of one group, so that a crash leaves whole documents and one undo takes
all of it back. A chunk is at most 50 documents or 10 ms (a longer one would be felt while typing,
measured with readers at work).
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from reviewer import importers
from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.folding import FOLD_VERSION
from reviewer.domain.incoming import Incoming
from reviewer.domain.progress import Progress
from reviewer.domain.steps import StepKind
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History

CHUNK_DOCUMENTS = 50
CHUNK_SECONDS = 0.010


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was looked at: what is in it, or why it cannot be taken in."""

    path: Path
    incoming: Incoming | None
    problem: ReviewerError | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a document, or a problem that names the file and the way out."""

    path: Path
    document: int | None
    problem: ReviewerError | None = None


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
        waiting: list[ReadFile] = []
        since = time.monotonic()
        try:
            for read in read_files(files_in(paths), progress, encoding):
                waiting.append(read)
                full = len(waiting) >= CHUNK_DOCUMENTS
                if full or time.monotonic() - since >= CHUNK_SECONDS * CHUNK_DOCUMENTS:
                    yield from self.write(waiting, group)
                    waiting, since = [], time.monotonic()
        finally:
            if waiting:
                yield from self.write(waiting, group)

    def new_group(self) -> str:
        """Return a name that ties the chunks of one import together."""
        return str(uuid4())

    def write(self, files: Iterable[ReadFile], group: str) -> list[Outcome]:
        """Write a chunk of files down as one step; returns what became of each, in order."""
        known = self._project.texts.known_originals()
        with self._history.step("documents.import_many", kind=StepKind.IMPORT, group=group) as step:
            outcomes = [self._write(file, known) for file in files]
            taken = [one for one in outcomes if one.document is not None]
            step.describe(count=len(taken))
        return outcomes

    def _write(self, file: ReadFile, known: dict[str, str]) -> Outcome:
        incoming = file.incoming
        if incoming is None:
            return Outcome(file.path, None, file.problem)
        sha256 = incoming.original.sha256
        if sha256 in known:
            problem = NotAllowed(
                N_("“{name}” is in the project already, byte for byte, as “{title}”."),
                name=incoming.original_name,
                title=known[sha256],
            )
            return Outcome(file.path, None, problem)
        known[sha256] = incoming.title
        return Outcome(file.path, self._add(incoming))

    def _add(self, incoming: Incoming) -> int:
        now = self._now()
        uid = str(uuid4())
        text = self._project.texts.add(incoming, uid, FOLD_VERSION, now)
        self._project.furniture.add(text, incoming.furniture)
        document, _number = self._project.documents.add(
            incoming, text, uid, analyst=self._analyst(), now=now
        )
        return document


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files meant by paths: folders are walked, in order of name, links not followed.

    Hidden files and files of other kinds inside a folder are passed over; a file that was named
    outright is always in the list, so that it gets its sentence.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += _walk(path)
        else:
            found.append(path)
    return found


def _walk(folder: Path) -> Iterator[Path]:
    known = importers.suffixes()
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.suffix.casefold() in known:
                yield path


def read_files(
    paths: Sequence[Path], progress: Progress, encoding: str | None = None
) -> Iterator[ReadFile]:
    """Read files one after another; computes only, so it may run in any thread."""
    for done, path in enumerate(paths):
        progress.report(done, len(paths), path.name)
        try:
            yield ReadFile(path, importers.read(path, encoding=encoding))
        except ReviewerError as problem:
            yield ReadFile(path, None, problem)
    progress.report(len(paths), len(paths))
