"""One import in the window: files are read in a worker, written down here in small steps.

Files whose encoding is a guess wait until a person has looked at them; all others are in the list
while the rest is still being read.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.errors import Cancelled, NotAllowed, ReviewerError
from reviewer.domain.progress import Progress
from reviewer.environment.paths import named
from reviewer.environment.translation import N_, _, counted
from reviewer.ui import sample
from reviewer.ui.bridge import Bridge
from reviewer.ui.dialogs.import_report import kinds_in_words, refused, taken_in
from reviewer.ui.models.found_files import is_doubtful
from reviewer.ui.prompts import Prompts
from reviewer.workspace.found import Found, look_for
from reviewer.workspace.operations.imports import ENCODINGS, AlreadyIn, Outcome, passed_over
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile, in_parts, read_files

NOT_SETTLED = N_("“{name}” was not imported: how it is encoded was not settled.")
NOTHING_TO_IMPORT = N_(
    "There is nothing to import in {names}: no text or Markdown files were found there."
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
    DOUBTFUL = "doubtful"
    ALL = "all"


class Import(QObject):
    """Begins at once; tells ``ended`` when everything is written and reported."""

    ended = Signal()

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        prompts: Prompts,
        paths: Sequence[Path],
        *,
        look: Look = Look.DOUBTFUL,
    ) -> None:
        super().__init__(bridge)
        self._workspace = workspace
        self._bridge = bridge
        self._prompts = prompts
        self._look = look
        self._group = workspace.imports.new_group()
        self._found = Found()
        self._outcomes: list[Outcome] = []
        self._waiting: list[ReadFile] = []
        self._over = False
        self.job = bridge.run(_("Import"), self._work(tuple(paths)))
        self.job.part.connect(self._take)
        self.job.done.connect(self._read)
        self.job.failed.connect(self._failed)
        self.job.stopped.connect(self._stopped)

    def leave(self) -> None:
        """Stop for good, because the project closes: what is written stays, nothing is told."""
        if not self._over:
            self._over = True
            self.job.cancel()
            self._workspace.imports.end(self._group)

    def is_over(self) -> bool:
        """Say whether nothing will be written any more."""
        return self._over

    def _work(self, paths: tuple[Path, ...]) -> Callable[[Progress], None]:
        def read(progress: Progress) -> None:
            self._found = look_for(paths)
            if not self._found.files:
                raise _nothing_in(paths, self._found)
            for part in in_parts(read_files(self._found.files, progress)):
                self.job.hand_over(part)

        return read

    def _take(self, part: list[ReadFile]) -> None:
        if self._over:
            return
        now = [file for file in part if not self._must_be_seen(file)]
        self._waiting += [file for file in part if self._must_be_seen(file)]
        self._write(now)

    def _must_be_seen(self, file: ReadFile) -> bool:
        if file.incoming is None:
            return False
        return self._look is Look.ALL or (self._look is Look.DOUBTFUL and is_doubtful(file))

    def _write(self, files: Sequence[ReadFile]) -> None:
        try:
            outcomes = self._workspace.imports.write(files, self._group)
        except ReviewerError as problem:
            self.job.cancel()
            outcomes = [Outcome(file.path, None, problem) for file in files]
        if self._look is Look.NONE:  # what is in already was there to stay
            outcomes = [one for one in outcomes if not isinstance(one.problem, AlreadyIn)]
        self._outcomes += outcomes

    def _read(self, _result: object) -> None:
        if self._waiting and not self._over:
            chosen = self._prompts.import_options(self._waiting, ENCODINGS, self._bridge.run)
            if self._over:
                return
            self._write(chosen or [])
            taken = {file.place for file in chosen or []}
            self._waiting = [file for file in self._waiting if file.place not in taken]
        self._end()

    def _failed(self, problem: ReviewerError) -> None:
        if not self._over:
            self._prompts.tell(problem)
        self._end(stopped=True)

    def _stopped(self) -> None:
        self._end(stopped=True, by_person=True)

    def _end(self, *, stopped: bool = False, by_person: bool = False) -> None:
        if self._over:
            return
        self._over = True
        self._workspace.imports.end(self._group)
        self._outcomes += [
            Outcome(file.path, None, NotAllowed(NOT_SETTLED, name=file.path.name))
            for file in self._waiting
        ]
        if self._look is Look.NONE and not stopped:
            sample.complete(self._workspace)
        if by_person and not refused(self._outcomes):
            self._prompts.tell(self._stop_told())
        elif self._outcomes:
            told = [*self._outcomes, *passed_over(self._found)]
            self._prompts.imported(told, stopped=stopped)
        self.ended.emit()

    def _stop_told(self) -> Cancelled:
        taken = taken_in(self._outcomes)
        if not taken:
            return Cancelled(STOPPED_BEFORE)
        return Cancelled(
            STOPPED,
            documents=counted("{count} document", "{count} documents", taken),
            files=counted("{count} file", "{count} files", len(self._found.files)),
        )


def _nothing_in(paths: Sequence[Path], found: Found) -> NotAllowed:
    names = _(", ").join(f"“{path.name or path}”" for path in map(named, paths))
    if not found.others:
        return NotAllowed(NOTHING_TO_IMPORT, names=names)
    return NotAllowed(OTHER_KINDS_ONLY, names=names, kinds=kinds_in_words(found.others))
