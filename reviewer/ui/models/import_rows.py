"""Files that were looked at and wait to come in: what is known of each, and which are wanted.

Their words are kept as far as there is room (``waiting_files.MOST_KEPT``), so that ten thousand
files are no trouble.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from pathlib import Path

from reviewer.domain.columns import ColumnMapping
from reviewer.domain.edtf import WrittenDate
from reviewer.domain.errors import NotAllowed
from reviewer.domain.incoming import Incoming
from reviewer.environment.translation import N_
from reviewer.ui.models.import_words import GUESSED, is_doubtful, to_look_at
from reviewer.ui.wording import sentence
from reviewer.workspace.operations.imports import AlreadyIn, Outcome
from reviewer.workspace.reading_files import ReadFile
from reviewer.workspace.waiting_files import (
    MOST_KEPT,
    Wish,
    check_corrections,
    is_table,
    is_whole,
    kind_of,
    room_of,
    without_words,
)

AGAIN = N_("“{name}” is the very same file as “{other}”, which comes in already.")


Lies = tuple[Path, tuple[str, ...], str]
"""Where a file lies: the one that was dropped, what in it the file is in, and its own name."""


def lies_of(file: ReadFile) -> Lies:
    """Return where a file lies, whatever part of it this is."""
    return file.path, file.inside, file.name or file.path.name


class Weight(IntEnum):
    """How much a file asks for being looked at; the least first."""

    BROKEN = 0
    UNSURE = 1  # its encoding
    REMARKED = 2
    FINE = 3
    KNOWN = 4


@dataclass(slots=True)
class ImportRow:
    """One file, or a part of one: as it was read, and what a person said of it.

    ``number`` counts them as they were found; ``document`` is what it became; ``wrong`` is what
    is wrong with what a person wrote; ``older`` is a document it may be a newer version of;
    ``came_with`` is what the mail is called that it was attached to.
    """

    number: int
    file: ReadFile
    outcome: Outcome
    ticked: bool
    encoding: str | None = None
    columns: ColumnMapping | None = None
    recognise: bool = False
    corrected: dict[str, str] = field(default_factory=dict)
    near: str = ""
    came_with: str = ""
    older: int | None = None
    older_label: str = ""
    document: int | None = None
    label: str = ""
    wrong: str = ""
    weight: Weight = Weight.FINE

    @property
    def incoming(self) -> Incoming | None:
        """What would come in; its words may be missing."""
        return self.file.incoming

    @property
    def title(self) -> str:
        """The title it would have."""
        known = self.incoming.title if self.incoming else ""
        return self.corrected.get("title", known)

    @property
    def kind(self) -> str:
        """What a person calls its kind, marked for translation."""
        return kind_of(self.file.name or self.file.path.name)

    @property
    def lies(self) -> Lies:
        """Where the file lies that it is, or is a part of."""
        return lies_of(self.file)

    @property
    def is_of_table(self) -> bool:
        """Whether it is a row of a table, in an archive too, or that table itself."""
        name = self.file.name or self.file.path.name
        return self.file.path.is_absolute() and is_table(Path(name))

    @property
    def can_be_recognised(self) -> bool:
        """Whether pages of it are pictures whose text was not recognised yet."""
        waits = self.document is None and not self.recognise
        return waits and self.file.path.is_absolute() and self.file.has_pictures_of_pages

    @property
    def is_known(self) -> bool:
        """Whether the very same file is in the project already, or stands above in the list."""
        return isinstance(self.outcome.problem, AlreadyIn)

    @property
    def is_readable(self) -> bool:
        """Whether it may come in."""
        return self.outcome.problem is None and self.incoming is not None

    def correct(self, field: str, written: str) -> None:
        """Keep what a person wrote of a field; what is as it was read is no correction."""
        if written.strip() == self.as_read(field):
            self.corrected.pop(field, None)
        else:
            self.corrected[field] = written
        try:
            check_corrections(self.corrected)
        except NotAllowed as fault:
            self.wrong = sentence(fault)
        else:
            self.wrong = ""
        self.weigh()

    def as_read(self, field: str) -> str:
        """Return a field as it was read; a date as EDTF."""
        value = getattr(self.incoming, field) if self.incoming else ""
        return value.edtf if isinstance(value, WrittenDate) else str(value)

    def weigh(self) -> None:
        """Settle how much it asks for being looked at, after it was changed."""
        self.weight = self._weighed()

    def _weighed(self) -> Weight:
        if self.is_known:
            return Weight.KNOWN
        if self.incoming is None or self.outcome.problem is not None:
            return Weight.BROKEN
        if self.wrong or is_doubtful(self.file):
            return Weight.UNSURE
        said = self.near or self.older or self.outcome.same_text_as or to_look_at(self.incoming)
        return Weight.REMARKED if said else Weight.FINE

    def wish(self, *, keep_bytes: bool) -> Wish:
        """Return how it shall come in."""
        return Wish(
            self.file,
            self.encoding,
            self.columns,
            dict(self.corrected),
            keep_bytes,
            self.recognise,
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files were found, and what is to be said of them."""

    found: int = 0
    coming: int = 0
    known: int = 0
    broken: int = 0
    unsure: int = 0
    wrong: int = 0
    imported: int = 0


class ImportRows:
    """All files of one import, in the order in which they were found."""

    def __init__(self, most_kept: int = MOST_KEPT) -> None:
        self.rows: list[ImportRow] = []
        self._most_kept = most_kept
        self._kept = 0
        self._mails: dict[int, str] = {}  # what each is called, by its key
        self._files: dict[tuple[str, str], tuple[object, str]] = {}
        self._texts: dict[str, tuple[object, str]] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def add(
        self,
        files: Sequence[ReadFile],
        outcomes: Sequence[Outcome],
        encoding: str | None = None,
        columns: ColumnMapping | None = None,
    ) -> list[ImportRow]:
        """Take in files that were read, with what writing them would say; returns their rows."""
        made = []
        for file, told in zip(files, outcomes, strict=True):
            outcome = self._among_themselves(file, told)
            row = ImportRow(len(self.rows), self._fitting(file), outcome, ticked=False)
            row.encoding, row.columns = encoding, columns
            row.ticked = row.is_readable
            row.came_with = self._mails.get(file.parent, "") if file.parent else ""
            if file.key:
                self._mails[file.key] = file.name or file.path.name
            row.weigh()
            self.rows.append(row)
            made.append(row)
        return made

    def replace(self, row: ImportRow, file: ReadFile, outcome: Outcome) -> None:
        """Put in place what was read of a file anew; one that can now be read is ticked."""
        was_readable = row.is_readable
        self._let_go(row.file)
        row.file, row.outcome = self._fitting(file), outcome
        row.weigh()
        if not row.is_readable:
            row.ticked = False
        elif not was_readable:
            row.ticked = True

    def take_away(self, rows: Iterable[ImportRow]) -> None:
        """Take rows out, because their file is read anew as others."""
        gone = {id(row) for row in rows}
        for row in self.rows:
            if id(row) in gone:
                self._let_go(row.file)
                self._forget(row)
        self.rows = [row for row in self.rows if id(row) not in gone]
        for number, row in enumerate(self.rows):
            row.number = number

    def ticked(self) -> list[ImportRow]:
        """Return the rows that shall come in."""
        return [row for row in self.rows if row.ticked and row.document is None]

    def of_file(self, lies: Lies) -> list[ImportRow]:
        """Return the rows that came of one file, which may lie in another."""
        return [row for row in self.rows if row.lies == lies]

    def unrecognised(self) -> list[ImportRow]:
        """Return the rows that have pages whose text could be recognised."""
        return [row for row in self.rows if row.can_be_recognised]

    def guessed(self) -> list[ImportRow]:
        """Return the rows whose encoding was guessed."""
        return [row for row in self.rows if is_doubtful(row.file, GUESSED)]

    def note(self, row: ImportRow, outcome: Outcome) -> None:
        """Note what became of a row; its words are needed no more."""
        self._let_go(row.file)
        row.file = without_words(row.file)
        row.outcome, row.document = outcome, outcome.document
        row.ticked = False
        row.weigh()

    def is_clean(self) -> bool:
        """Say whether every file can come in, and none asks for a person's look."""
        return all(row.is_readable and row.weight is not Weight.UNSURE for row in self.rows)

    def counts(self) -> Counts:
        """Return how many there are of each."""
        weights = Counter(row.weight for row in self.rows if row.document is None)
        imported = sum(row.document is not None for row in self.rows)
        return Counts(
            found=len(self.rows),
            coming=len(self.ticked()),
            known=weights[Weight.KNOWN],
            broken=weights[Weight.BROKEN],
            unsure=sum(row.ticked and row.weight is Weight.UNSURE for row in self.rows),
            wrong=sum(row.ticked and bool(row.wrong) for row in self.rows),
            imported=imported,
        )

    def _fitting(self, file: ReadFile) -> ReadFile:
        room = room_of(file)
        is_full = self._kept + room > self._most_kept
        if not is_whole(file) or (is_full and file.path.is_absolute()):
            return without_words(file)  # what was pasted could not be read again
        self._kept += room
        return file

    def _let_go(self, file: ReadFile) -> None:
        self._kept -= room_of(file)

    def _forget(self, row: ImportRow) -> None:
        if row.incoming is not None and row.is_readable:
            self._files.pop((row.incoming.original.sha256, row.incoming.part), None)

    def _among_themselves(self, file: ReadFile, told: Outcome) -> Outcome:
        """Return what is to be said of a file, those of this import that came before included."""
        incoming = file.incoming
        if incoming is None or told.problem is not None:
            return told
        origin = incoming.original.sha256, incoming.part
        place, before = self._files.setdefault(origin, (file.place, file.called))
        if place != file.place:
            problem = AlreadyIn(AGAIN, name=file.called, other=before)
            return replace(told, problem=problem)
        place, twin = self._texts.setdefault(incoming.text_sha256, (file.place, file.called))
        if place != file.place and not told.same_text_as:
            return replace(told, same_text_as=twin)
        return told
