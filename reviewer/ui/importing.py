"""One import in the window: files are read in a worker, written down here in small steps.

Files whose encoding is a guess wait until a person has looked at them; all others are in the list
while the rest is still being read.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.progress import Progress
from reviewer.environment.translation import N_, _
from reviewer.ui.bridge import Bridge
from reviewer.ui.models.found_files import is_doubtful
from reviewer.ui.prompts import Prompts
from reviewer.workspace.operations.imports import (
    ENCODINGS,
    Outcome,
    ReadFile,
    files_in,
    read_files,
)
from reviewer.workspace.project import Workspace

FILES_IN_A_PART = 20
CHARACTERS_IN_A_PART = 400_000  # about ten milliseconds of writing
NOT_SETTLED = N_("“{name}” was not imported: how it is encoded was not settled.")
NOTHING_TO_IMPORT = N_(
    "There is nothing to import in {names}: no text or Markdown files were found there."
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
            files = files_in(paths)
            if not files:
                names = ", ".join(f"“{path.name or path}”" for path in paths)
                raise NotAllowed(NOTHING_TO_IMPORT, names=names)
            part: list[ReadFile] = []
            for file in read_files(files, progress):
                part.append(file)
                if len(part) >= FILES_IN_A_PART or _characters(part) >= CHARACTERS_IN_A_PART:
                    self.job.hand_over(part)
                    part = []
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
            self._outcomes += self._workspace.imports.write(files, self._group)
        except ReviewerError as problem:
            self.job.cancel()
            self._outcomes += [Outcome(file.path, None, problem) for file in files]

    def _read(self, _result: object) -> None:
        if self._waiting and not self._over:
            chosen = self._prompts.import_options(self._waiting, ENCODINGS, self._bridge.run)
            if self._over:
                return
            self._write(chosen or [])
            taken = {file.path for file in chosen or []}
            self._waiting = [file for file in self._waiting if file.path not in taken]
        self._end(stopped=False)

    def _failed(self, problem: ReviewerError) -> None:
        if not self._over:
            self._prompts.tell(problem)
        self._end(stopped=True)

    def _stopped(self) -> None:
        self._end(stopped=True)

    def _end(self, *, stopped: bool) -> None:
        if self._over:
            return
        self._over = True
        self._workspace.imports.end(self._group)
        self._outcomes += [
            Outcome(file.path, None, NotAllowed(NOT_SETTLED, name=file.path.name))
            for file in self._waiting
        ]
        if self._outcomes:
            self._prompts.imported(self._outcomes, stopped=stopped)
        self.ended.emit()


def _characters(part: Sequence[ReadFile]) -> int:
    return sum(len(file.incoming.text) for file in part if file.incoming)
