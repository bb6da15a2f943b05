"""Taking files in: found, read one at a time anywhere, written in chunks on the main thread.

A long import is many steps of one group, so that a crash leaves whole documents and one undo takes
all of it back. In the window a chunk is at most 50 documents and some twenty milliseconds (a longer
one would be felt while typing); where nobody types it is larger, because each one costs a wait for
the disk, and the next files are read meanwhile.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from reviewer import importers
from reviewer.domain.columns import ColumnMapping
from reviewer.domain.errors import Cancelled, NotAllowed, ReviewerError
from reviewer.domain.folding import FOLD_VERSION
from reviewer.domain.incoming import EncodingBasis, Incoming, Remark
from reviewer.domain.passages import first_words
from reviewer.domain.progress import Progress
from reviewer.domain.steps import StepKind
from reviewer.domain.words import N_
from reviewer.importers import decoding
from reviewer.store.documents import Arrival
from reviewer.store.project_file import ProjectFile
from reviewer.store.uids import new_uids
from reviewer.workspace.found import Found, look_for
from reviewer.workspace.history import History
from reviewer.workspace.jobs import made_ahead
from reviewer.workspace.reading_files import (
    FileReader,
    OtherKind,
    ReadFile,
    Weighing,
    in_parts,
    weight_of,
)

LARGE_CHUNK_DOCUMENTS = 500
LARGE_CHUNK_SECONDS = 1.0
LARGE_CHUNK_WEIGHT = 5_000_000

# What a person may choose from: the name a decoder knows, and what it is called on screen.
ENCODINGS = tuple((encoding.name, encoding.label) for encoding in decoding.ENCODINGS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a document, or a problem that names the file and the way out.

    ``called`` is its name with what it lies in, ``part`` which part of the file it is. Of a
    document it is told how its bytes were read, what a person should know of that (``remarks``),
    and the label of the document that has the same text, where there is one
    (``same_text_as``).
    """

    path: Path
    document: int | None
    problem: ReviewerError | None = None
    encoding: str = ""
    encoding_basis: EncodingBasis | None = None
    called: str = ""
    part: str = ""
    same_text_as: str = ""
    remarks: tuple[Remark, ...] = ()


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
        self._mails: dict[str, dict[int, int]] = {}  # documents by the keys of files, by import

    def take_in(
        self,
        paths: Sequence[Path],
        progress: Progress,
        encoding: str | None = None,
        columns: ColumnMapping | None = None,
        *,
        recognise: bool = False,
    ) -> Iterator[Outcome]:
        """Import files and folders from start to end; for the command line and for tests.

        ``encoding`` overrules what the bytes say, ``columns`` what tables' headings seem to mean;
        with ``recognise`` the text of pages that are pictures is recognised.
        Gives an outcome for each file as soon as it is written down. Raises ``Cancelled`` after
        what was read until then is in.
        """
        group = self.new_group()
        chunk = _Chunk()
        files = look_for(paths).files
        try:
            with FileReader(encoding, columns, recognise=recognise) as reader:
                for read in self._read_ahead(files, progress, reader):
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

    def take_in_text(self, words: str | bytes, title: str = "") -> list[Outcome]:
        """Import words that were pasted, or piped in, as a document of their own."""
        return self._take_in_pasted(words, title, N_("Pasted text {moment}"), ".txt")

    def take_in_page(self, html: str, title: str = "") -> list[Outcome]:
        """Import a page that was pasted, as a document of its own."""
        return self._take_in_pasted(html, title, N_("Pasted page {moment}"), ".html")

    def new_group(self) -> str:
        """Return a name that ties the chunks of one import together; see ``end``."""
        return self._history.begin_group()

    def end(self, group: str) -> None:
        """Say that an import has come to its end, or was stopped by the person.

        One that a crash cut short has none, and is told as interrupted in the history.
        """
        self._history.end_group(group)
        self._mails.pop(group, None)

    def before(self, files: Sequence[ReadFile]) -> list[Outcome]:
        """Return what ``write`` would say of each file alone: is it in already, has it a twin.

        Which of them come in is not settled yet, so none is compared with the others.
        """
        arriving = [file.incoming for file in files if file.incoming is not None]
        known, twins = self._known(arriving), self._twins(arriving)
        return [_told(file, known, twins) for file in files]

    def write(self, files: Sequence[ReadFile], group: str = "") -> list[Outcome]:
        """Write a chunk of files down as one step; returns what became of each, in order.

        Without a ``group`` it is part of the step that is open.
        """
        mails = self._mails.setdefault(group, {})
        outcomes, fresh = self._sorted_out(files, mails)
        if not fresh:
            return outcomes
        with self._history.step("documents.import_many", kind=StepKind.IMPORT, group=group) as step:
            written = self._add_all([files[at] for at in fresh], mails)
            for at, (document, problem) in zip(fresh, written, strict=True):
                outcomes[at] = replace(outcomes[at], document=document, problem=problem)
            taken = [one.document for one in outcomes if one.document is not None]
            step.describe(count=len(taken), name=first_words(_title(files[fresh[0]]), 40))
        return self._with_labels(outcomes, {at: _words_of(files[at]) for at in fresh})

    def _take_in_pasted(
        self, words: str | bytes, title: str, named: str, suffix: str
    ) -> list[Outcome]:
        moment = self._now()[:19].replace("T", " ").replace(":", ".")
        name = named.format(moment=moment) + suffix
        with FileReader() as reader:
            data = words if isinstance(words, bytes) else words.encode("utf-8", "replace")
            files = list(reader.read_bytes(data, name))
        if title:
            files = [
                replace(one, incoming=one.incoming and replace(one.incoming, title=title))
                for one in files
            ]
        group = self.new_group()
        outcomes = self.write(files, group)
        self.end(group)
        return outcomes

    def _read_ahead(
        self, files: Sequence[Path], progress: Progress, reader: FileReader
    ) -> Iterator[ReadFile]:
        """Read files while those before are written; says how far it is where it is asked."""
        read = in_parts(file for path in files for file in reader.read(path))
        done, path = 0, None
        with closing(made_ahead(read, weight_of, LARGE_CHUNK_WEIGHT)) as parts:
            try:
                for file in chain.from_iterable(parts):
                    done += path not in (None, file.path)
                    path = file.path
                    progress.report(done, len(files), path.name)
                    yield file
            finally:
                reader.stop()  # else the child would be waited for
        progress.report(len(files), len(files))

    def _sorted_out(
        self, files: Sequence[ReadFile], mails: dict[int, int]
    ) -> tuple[list[Outcome], list[int]]:
        """Return what is known of each file, and the places of those to be written down."""
        arriving = [file.incoming for file in files if file.incoming is not None]
        known = self._known(arriving)
        twins = self._twins(arriving)
        outcomes: list[Outcome] = []
        fresh: list[int] = []
        for at, file in enumerate(files):
            outcomes.append(_told(file, known, twins))
            if file.incoming is None:
                continue
            origin = _origin(file.incoming)
            if origin in known:
                document = known[origin][0]
                if file.key and document:
                    mails[file.key] = document
                continue
            known[origin] = 0, file.incoming.title
            twins.setdefault(file.incoming.text_sha256, file.called)
            fresh.append(at)
        return outcomes, fresh

    def _with_labels(self, outcomes: list[Outcome], words: Mapping[int, str]) -> list[Outcome]:
        """Return the outcomes with labels for the names of files that were written with them.

        ``words`` are the SHA-256s of the texts, by the places of those files: files in different
        folders may have one name.
        """
        first = {words[at]: outcomes[at] for at in sorted(words, reverse=True)}
        twins = {
            at: document
            for at, sha256 in words.items()
            if (document := first[sha256].document) is not None
            and outcomes[at].same_text_as
            and not first[sha256].same_text_as
        }
        labels = self._project.documents.labels(list(twins.values())) if twins else {}
        return [
            replace(one, same_text_as=labels[twins[at]]) if at in twins else one
            for at, one in enumerate(outcomes)
        ]

    def _known(self, arriving: Sequence[Incoming]) -> dict[tuple[str, str], tuple[int, str]]:
        """Return the documents that are here already, by their files and parts of them."""
        wanted = {incoming.original.sha256 for incoming in arriving}
        return self._project.documents.of_files(wanted) if wanted else {}

    def _twins(self, arriving: Sequence[Incoming]) -> dict[str, str]:
        """Return what the documents are called that have the same words, by their SHA-256."""
        wanted = {incoming.text_sha256 for incoming in arriving}
        found = self._project.documents.of_texts(wanted) if wanted else {}
        return {sha256: f"D{number}" for sha256, number in found.items()}

    def _add_all(self, files: Sequence[ReadFile], mails: dict[int, int]) -> "list[_Written]":
        """Write files down all at once; one by one when the project refuses one of them."""
        try:
            with self._project.connection.part():
                return [(document, None) for document in self._add(files, mails)]
        except NotAllowed:
            return [self._add_one(file, mails) for file in files]

    def _add_one(self, file: ReadFile, mails: dict[int, int]) -> "_Written":
        try:
            with self._project.connection.part():
                (document,) = self._add([file], mails)
        except NotAllowed as fault:
            mails.pop(file.key, None)
            problem = NotAllowed(
                N_("“{name}” cannot be kept as it was read: {reason}"),
                name=importers.shown(file.name or file.path.name),
                reason=str(fault),
            )
            return None, problem
        return document, None

    def _add(self, files: Sequence[ReadFile], mails: dict[int, int]) -> list[int]:
        arriving = [file.incoming for file in files if file.incoming is not None]
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
        first = self._project.documents.next_id()
        mails |= {file.key: first + at for at, file in enumerate(files) if file.key}
        return self._project.documents.add(
            [
                Arrival(incoming, uid, text, "/".join(file.inside), mails.get(file.parent or -1))
                for file, incoming, uid, text in zip(files, arriving, uids, texts, strict=True)
            ],
            analyst=self._analyst(),
            now=now,
        )


_Written = tuple[int | None, ReviewerError | None]


def _outcome(file: ReadFile, problem: ReviewerError | None, same_text_as: str = "") -> Outcome:
    if file.incoming is None:
        return Outcome(file.path, None, problem, called=file.called)
    return Outcome(
        file.path,
        None,
        problem,
        file.incoming.encoding,
        file.incoming.encoding_basis,
        file.called,
        file.incoming.part,
        same_text_as,
        file.incoming.remarks,
    )


def _told(
    file: ReadFile, known: Mapping[tuple[str, str], tuple[int, str]], twins: Mapping[str, str]
) -> Outcome:
    """Return what is to be said of a file beside those that are known, and texts that are."""
    incoming = file.incoming
    if incoming is None:
        return _outcome(file, file.problem)
    if _origin(incoming) in known:
        title = known[_origin(incoming)][1]
        return _outcome(file, _already_in(incoming, title))
    return _outcome(file, None, twins.get(incoming.text_sha256, ""))


def _origin(incoming: Incoming) -> tuple[str, str]:
    return incoming.original.sha256, incoming.part


def _title(file: ReadFile) -> str:
    return file.incoming.title if file.incoming else ""


def _words_of(file: ReadFile) -> str:
    return file.incoming.text_sha256 if file.incoming else ""


def _already_in(incoming: Incoming, title: str) -> AlreadyIn:
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
        self._weighing = Weighing()
        self._weight = 0
        self._since = time.monotonic()

    def add(self, file: ReadFile) -> None:
        self.files.append(file)
        self._weight = self._weighing.add(file)

    def is_full(self) -> bool:
        return (
            len(self.files) >= LARGE_CHUNK_DOCUMENTS
            or self._weight >= LARGE_CHUNK_WEIGHT
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
