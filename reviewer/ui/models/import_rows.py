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

AGAIN = N_("“{name}” is the same file as “{other}” in this list, which comes in.")


class Again(AlreadyIn):
    """The very same file is in the list of this import, and that one comes in."""


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
    ``came_with`` is what the mail is called that it was attached to. ``told`` is what writing it
    would say of it alone, ``outcome`` that with the other rows in mind; ``left_out`` says that a
    person took its tick off.
    """

    number: int
    file: ReadFile
    outcome: Outcome
    ticked: bool
    told: Outcome
    left_out: bool = False
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
        """Whether the very same file is in the project already, or comes in with this list."""
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
        self._files: dict[tuple[str, str], list[ImportRow]] = {}
        self._texts: dict[str, list[ImportRow]] = {}

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
            row = ImportRow(len(self.rows), self._fitting(file), told, ticked=False, told=told)
            row.encoding, row.columns = encoding, columns
            row.ticked = row.is_readable
            row.came_with = self._mails.get(file.parent, "") if file.parent else ""
            if file.key:
                self._mails[file.key] = file.name or file.path.name
            row.weigh()
            self.rows.append(row)
            made.append(row)
            for alike in self._alike(row):
                alike.append(row)
        self._settle(made)
        return made

    def replace(self, row: ImportRow, file: ReadFile, outcome: Outcome) -> None:
        """Put in place what was read of a file anew; one that can now be read is ticked."""
        was_readable = row.told.problem is None and row.incoming is not None
        self._let_go(row.file)
        left = self._forget(row)
        row.file, row.outcome, row.told = self._fitting(file), outcome, outcome
        row.weigh()
        if not row.is_readable:
            row.ticked = False
        elif not was_readable:
            row.ticked = True
        for alike in self._alike(row):
            alike.append(row)
            alike.sort(key=lambda one: one.number)
        self._settle([*left, row])

    def tick(self, rows: Iterable[ImportRow], *, ticked: bool) -> None:
        """Tick rows, or take their ticks off; those that cannot come in have none.

        Of files that are the same one comes in: the next, where the tick of one is taken off.
        """
        changed = [row for row in rows if row.document is None]
        for row in changed:
            row.left_out = not ticked
            if row.is_readable:
                row.ticked = ticked
        self._settle(changed)

    def take_away(self, rows: Iterable[ImportRow]) -> None:
        """Take rows out, because their file is read anew as others."""
        gone = {id(row) for row in rows}
        left: dict[int, ImportRow] = {}
        for row in self.rows:
            if id(row) in gone:
                self._let_go(row.file)
                left |= {id(one): one for one in self._forget(row)}
        self.rows = [row for row in self.rows if id(row) not in gone]
        for number, row in enumerate(self.rows):
            row.number = number
        self._settle(row for row in left.values() if id(row) not in gone)

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
        if outcome.document is None:
            self._forget(row)
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

    def _alike(self, row: ImportRow) -> list[list[ImportRow]]:
        """Return the rows that are the same file, and those that have the same words."""
        if row.incoming is None or row.told.problem is not None:
            return []
        origin = row.incoming.original.sha256, row.incoming.part
        texts = self._texts.setdefault(row.incoming.text_sha256, [])
        return [self._files.setdefault(origin, []), texts]

    def _forget(self, row: ImportRow) -> list[ImportRow]:
        """Compare a row with the others no more; returns those that were like it."""
        left = []
        for alike in self._alike(row):
            alike[:] = [one for one in alike if one is not row]
            left += alike
        return left

    def _settle(self, rows: Iterable[ImportRow]) -> None:
        """Settle of rows, and of those like them, what is to be said beside the others."""
        files = {id(several): several for row in rows for several in self._alike(row)[:1]}
        for several in files.values():
            _settle_file(several)
        alike = [row for several in files.values() for row in several]
        texts = {id(several): several for row in alike for several in self._alike(row)[1:]}
        for several in texts.values():
            _settle_words(several)
        for row in alike:
            row.weigh()


def _settle_file(rows: Sequence[ImportRow]) -> None:
    """Let one of the rows come in that are the same file, unless a person wants none of them."""
    coming = _coming(rows) or next((row for row in rows if not row.left_out), None)
    for row in rows:
        if row.document is not None:
            continue
        if coming is None or row is coming:
            row.ticked, row.outcome = row is coming, row.told
        else:
            problem = Again(AGAIN, name=row.file.called, other=coming.file.called)
            row.ticked, row.outcome = False, replace(row.told, problem=problem)


def _settle_words(rows: Sequence[ImportRow]) -> None:
    """Say of rows that come after one with the same words which one that is."""
    coming = _coming(rows)
    for row in rows:
        if row.document is None and row.is_readable:
            is_after = coming is not None and row.number > coming.number
            twin = coming.file.called if coming is not None and is_after else ""
            row.outcome = replace(row.told, same_text_as=row.told.same_text_as or twin)
        row.weigh()


def _coming(rows: Iterable[ImportRow]) -> ImportRow | None:
    """Return the first row that is in or shall come in."""
    return next((row for row in rows if row.ticked or row.document is not None), None)
