"""One import in the window: looked at first, then written down in small steps.

Files are read in a worker and shown as they come (``models/import_rows.py``); a person may untick
and correct them, and then has them written. A few plain files that raise no question come in at
once, with nothing in the way; so does the program's own sample.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reviewer.domain.columns import ColumnMapping
from reviewer.domain.errors import Cancelled, NotAllowed, ReviewerError
from reviewer.domain.progress import Progress
from reviewer.environment.paths import named
from reviewer.environment.translation import N_, _, counted
from reviewer.ui import sample
from reviewer.ui.bridge import Bridge
from reviewer.ui.import_likeness import note_older
from reviewer.ui.import_sources import KnownColumns, Sources, read_sources
from reviewer.ui.models.import_rows import ImportRow, ImportRows
from reviewer.ui.models.import_words import kinds_in_words, refused, taken_in
from reviewer.ui.prompts import Prompts
from reviewer.workspace.found import Found
from reviewer.workspace.operations.imports import AlreadyIn, Outcome, passed_over
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import (
    PART_DOCUMENTS,
    PART_WEIGHT,
    ReadFile,
    Weighing,
)
from reviewer.workspace.waiting_files import granted

MOST_AT_ONCE = 500
"""Plain files that come in without being looked at, where they raise no question."""

NOTHING_TO_IMPORT = N_(
    "There is nothing to import in {names}: no file of a kind that can be read was found there."
)
OTHER_KINDS_ONLY = N_(
    "There is nothing to import in {names}: the files there are not of a kind that can be imported "
    "yet ({kinds})."
)
STOPPED_BEFORE = N_("The import was stopped before anything was written; nothing was imported.")
STOPPED = N_(
    "The import was stopped: {documents} of the {files} found came in and stay. Undo takes them "
    "off again."
)


class Look(StrEnum):
    """Which files a person looks at before they are written."""

    NONE = "none"  # the program's own sample
    AT_ONCE = "at_once"  # whoever asked knows the files
    DOUBTFUL = "doubtful"
    ALL = "all"


class Stage(StrEnum):
    """How far an import has come."""

    READING = "reading"
    READY = "ready"  # a person looks at what was found
    WRITING = "writing"
    OVER = "over"


_Part = list[tuple[ImportRow, ReadFile]]
_Row = TypeVar("_Row")
PART_SECONDS = 0.25
WRITTEN_AT_ONCE = 0.4
"""Of a part: beside a list of all the files a frame has less room for writing."""


class Import(QObject):
    """Begins at once; tells ``ended`` when everything is written and reported, or left."""

    ended = Signal()
    look_wanted = Signal()  # a person has to look at what was found
    added = Signal(object)  # rows that were found
    changed = Signal()  # rows or the stage are others now
    progressed = Signal(int, int, str)

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        prompts: Prompts,
        sources: Sources | Sequence[Path],
        *,
        look: Look = Look.DOUBTFUL,
        known_columns: KnownColumns | None = None,
    ) -> None:
        super().__init__(bridge)
        self._workspace = workspace
        self._bridge = bridge
        self._prompts = prompts
        self._look = look
        self._sources = sources if isinstance(sources, Sources) else Sources.of(sources)
        self._known_columns = known_columns or {}
        self._group = ""
        self._outcomes: list[Outcome] = []
        self.found = Found()
        self.rows = ImportRows()
        self.stage = Stage.READING
        self.keep_bytes = True
        self.was_stopped = False
        self.needs_look = not self._is_quick()
        self.job = bridge.run(_("Import"), self._reading())
        self.job.part.connect(self._take)
        self.job.progressed.connect(self.progressed)
        self.job.done.connect(self._read)
        self.job.failed.connect(self._failed)
        self.job.stopped.connect(self._reading_stopped)

    def leave(self) -> None:
        """Stop for good, because the project closes: what is written stays, nothing is told."""
        if self.stage is not Stage.OVER:
            self._go_to(Stage.OVER)
            self.job.cancel()
            self._end_group()

    def is_over(self) -> bool:
        """Say whether nothing will be written any more."""
        return self.stage is Stage.OVER

    def is_working(self) -> bool:
        """Say whether anything is being read or written just now."""
        return self.stage in (Stage.READING, Stage.WRITING)

    def is_paused(self) -> bool:
        """Say whether the work waits because a person wanted it to."""
        return self.is_working() and self.job.progress.is_paused()

    def pause(self, *, wanted: bool) -> None:
        """Let the work wait, or go on."""
        if wanted:
            self.job.progress.pause()
        else:
            self.job.progress.go_on()
        self.changed.emit()

    def stop(self) -> None:
        """Read or write no more; what was read can be looked at, what is in stays."""
        self.job.cancel()

    def discard(self) -> None:
        """Leave what was found alone, because a person wants none of it."""
        if self.stage in (Stage.READING, Stage.READY):
            self.leave()
            self.ended.emit()

    def before(self, files: Sequence[ReadFile]) -> list[Outcome]:
        """Return what writing would say of files; raises what reading the project raises."""
        return self._workspace.imports.before(files)

    def write(self) -> None:
        """Have the ticked rows written down."""
        wanted = self.rows.ticked()
        if self.stage is not Stage.READY or not wanted:
            return
        try:
            self._workspace.history.must_be_free()
        except NotAllowed as problem:
            self._prompts.tell(problem)
            if not self.needs_look:
                self._want_look()
            return
        self._go_to(Stage.WRITING)
        self.job = self._bridge.run(_("Import"), self._writing(wanted))
        self.job.part.connect(self._write)
        self.job.progressed.connect(self.progressed)
        self.job.done.connect(self._written)
        self.job.failed.connect(self._failed)
        self.job.stopped.connect(self._writing_stopped)

    # Reading.

    def _is_quick(self) -> bool:
        if self._look in (Look.NONE, Look.AT_ONCE):
            return True
        return self._look is Look.DOUBTFUL and self._sources.are_plain(MOST_AT_ONCE)

    def _reading(self) -> Callable[[Progress], None]:
        def read(_progress: Progress) -> None:
            self.found = self._sources.look()
            if not self.found.files and not self._sources.pasted:
                raise _nothing_in(self._sources.paths, self.found)
            known = self._known_columns
            files = read_sources(self._sources, self.found, self.job.progress, known)
            for part in _in_parts(files):
                self.job.hand_over(part)

        return read

    def _take(self, part: list[tuple[ColumnMapping | None, ReadFile]]) -> None:
        if self.stage is not Stage.READING:
            return
        files = [file for _columns, file in part]
        if self._look in (Look.NONE, Look.AT_ONCE):
            self._write_at_once(files)
            return
        made = self.rows.add(files, self.before(files))
        for row, (columns, _file) in zip(made, part, strict=True):
            row.columns = columns
        self.added.emit(made)

    def _write_at_once(self, part: list[ReadFile]) -> None:
        outcomes = self._written_down(part)
        if self._look is Look.NONE:  # what is in already was there to stay
            outcomes = [one for one in outcomes if not isinstance(one.problem, AlreadyIn)]
        self._outcomes += outcomes

    def _read(self, _result: object) -> None:
        if self.stage is not Stage.READING:
            return
        if self._look in (Look.NONE, Look.AT_ONCE):
            self._end()
            return
        self._go_to(Stage.READY)
        if self.needs_look:
            return
        older = note_older(self._workspace, self.rows.rows)
        if self.rows.is_clean() and not older:
            self.write()
        elif len(self.rows) == 1 and not self.rows.ticked():
            self._outcomes = [self.rows.rows[0].outcome]
            self._end()
        else:
            self._want_look()

    def _want_look(self) -> None:
        self.needs_look = True
        self.look_wanted.emit()

    def _reading_stopped(self) -> None:
        self.was_stopped = True
        if self.stage is not Stage.READING:
            return
        if len(self.rows):
            self._go_to(Stage.READY)
            if not self.needs_look:
                self._want_look()
        else:
            self._end(by_person=True)

    def _failed(self, problem: ReviewerError) -> None:
        if self.stage is Stage.OVER:
            return
        self._prompts.tell(problem)
        if self.stage is Stage.READING and len(self.rows):
            self._go_to(Stage.READY)
            self._want_look()
        else:
            self._end(stopped=True)

    # Writing.

    def _writing(self, wanted: Sequence[ImportRow]) -> Callable[[Progress], None]:
        wishes = [row.wish(keep_bytes=self.keep_bytes) for row in wanted]

        def write(progress: Progress) -> None:
            files = granted(wishes, progress, self.job.progress.wait_if_paused)
            rows = ((wanted[number], file) for number, file in files)
            for part in _in_parts(rows, WRITTEN_AT_ONCE):
                self.job.hand_over(part)

        return write

    def _write(self, part: _Part) -> None:
        if self.stage is not Stage.WRITING:
            return
        outcomes = self._written_down([file for _row, file in part])
        taken = [one.document for one in outcomes if one.document is not None]
        listed = self._workspace.documents.listed(taken)
        for (row, _file), outcome in zip(part, outcomes, strict=True):
            self.rows.note(row, outcome)
            found = listed.get(outcome.document or 0)
            row.label = found.label if found else ""
        self.changed.emit()

    def _written_down(self, files: Sequence[ReadFile]) -> list[Outcome]:
        try:
            self._group = self._group or self._workspace.imports.new_group()
            return self._workspace.imports.write(files, self._group)
        except ReviewerError as problem:
            self.job.cancel()
            return [Outcome(file.path, None, problem, called=file.called) for file in files]

    def _written(self, _result: object) -> None:
        self._end()

    def _writing_stopped(self) -> None:
        self.was_stopped = True
        self._end(by_person=True)

    def _end(self, *, stopped: bool = False, by_person: bool = False) -> None:
        if self.stage is Stage.OVER:
            return
        self._go_to(Stage.OVER)
        self._end_group()
        outcomes = self._outcomes or [row.outcome for row in self.rows.rows if _is_told(row)]
        if self._look is Look.NONE and not (stopped or by_person):
            sample.complete(self._workspace)
        if by_person and not refused(outcomes):
            self._prompts.tell(self._stop_told(outcomes))
        elif outcomes:
            told = [*outcomes, *passed_over(self.found)]
            self._prompts.imported(told, stopped=stopped or by_person, details=self._details())
        self.ended.emit()

    def _details(self) -> Callable[[], None] | None:
        return self.look_wanted.emit if len(self.rows) else None

    def _end_group(self) -> None:
        if self._group:
            self._workspace.imports.end(self._group)

    def _go_to(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()

    def _stop_told(self, outcomes: Sequence[Outcome]) -> Cancelled:
        taken = taken_in(outcomes)
        if not taken:
            return Cancelled(STOPPED_BEFORE)
        return Cancelled(
            STOPPED,
            documents=counted("{count} document", "{count} documents", taken),
            files=counted("{count} file", "{count} files", len(self.found.files)),
        )


def _is_told(row: ImportRow) -> bool:
    """Say whether a row came in, or could not; what was only unticked needs no word."""
    return row.document is not None or row.outcome.problem is not None


def _in_parts(
    files: Iterator[tuple[_Row, ReadFile]], share: float = 1.0
) -> Iterator[list[tuple[_Row, ReadFile]]]:
    """Give files in parts that are shown or written in a moment, and at least a few a second."""
    part: list[tuple[_Row, ReadFile]] = []
    weighing, begun = Weighing(), time.monotonic()
    for row, file in files:
        part.append((row, file))
        weight = weighing.add(file)
        is_full = len(part) >= share * PART_DOCUMENTS or weight >= share * PART_WEIGHT
        if is_full or time.monotonic() - begun >= PART_SECONDS:
            yield part
            part, begun = [], time.monotonic()
            weighing.begin_anew()
    if part:
        yield part


def _nothing_in(paths: Sequence[Path], found: Found) -> NotAllowed:
    names = _(", ").join(f"“{path.name or path}”" for path in map(named, paths))
    if not found.others:
        return NotAllowed(NOTHING_TO_IMPORT, names=names)
    return NotAllowed(OTHER_KINDS_ONLY, names=names, kinds=kinds_in_words(found.others))
