"""Opening, making and filling projects: what the window does before and between projects."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.domain.analysts import analyst_name
from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.progress import Progress
from reviewer.environment import paths
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.environment.translation import N_, _
from reviewer.ui.bridge import Bridge
from reviewer.ui.prompts import Prompts
from reviewer.workspace.operations.imports import Outcome, ReadFile, files_in, read_files
from reviewer.workspace.project import SUFFIX, Identity, Workspace

SAMPLE = "sample"
FILES_IN_A_PART = 20


class Opener:
    """Opens and makes projects, asking for what it must know first."""

    def __init__(self, settings: Settings, prompts: Prompts) -> None:
        self._settings = settings
        self._prompts = prompts

    def identity(self) -> Identity | None:
        """Return whose name stands with the work; asked when not known, ``None`` when declined."""
        name = self._settings.text(ANALYST_NAME)
        if not name:
            asked = self._prompts.analyst_name("")
            if asked is None:
                return None
            name = asked
        return self._identity(name)

    def known_name(self) -> str:
        """Return the analyst's name, empty when it was never given."""
        return self._settings.text(ANALYST_NAME)

    def suggested(self, files: Sequence[Path] = ()) -> Path:
        """Return a good place and name for a new project, named after what goes into it."""
        name = files[0].stem if files else _("New project")
        return paths.projects_folder() / f"{name}{SUFFIX}"

    def opened(self, path: Path) -> Workspace:
        """Open a project; without a name it can be read, and a name is asked for again later."""
        workspace = Workspace.open(path, self.identity())
        self._settings.remember(workspace.path.resolve())
        return workspace

    def created(self, path: Path, name: str) -> Workspace:
        """Make a project and open it."""
        workspace = Workspace.create(path, self._identity(name))
        self._settings.remember(workspace.path.resolve())
        return workspace

    def sample(self, target: Path | None) -> tuple[Workspace, bool] | None:
        """Open the copy of the sample dossier, made when there is none; says whether it is new."""
        identity = self.identity()
        if identity is None:
            return None
        path = target or paths.projects_folder() / f"{_('Sample dossier')}{SUFFIX}"
        if target is None and path.exists():
            return self.opened(path), False
        return self.created(path, identity.name), True

    def _identity(self, name: str) -> Identity:
        name = analyst_name(name)
        self._settings.set(ANALYST_NAME, name)
        return Identity(self._settings.analyst_uid(), name)


class Import(QObject):
    """One import in the window: files are read in a worker, written down here in small steps."""

    ended = Signal(object)  # list[Outcome]

    def __init__(self, workspace: Workspace, bridge: Bridge, paths: Sequence[Path]) -> None:
        super().__init__(bridge)
        self._workspace = workspace
        self._group = workspace.imports.new_group()
        self._outcomes: list[Outcome] = []
        self.job = bridge.run(_("Import"), self._work(tuple(paths)))
        self.job.part.connect(self._write)
        for ending in (self.job.done, self.job.failed, self.job.stopped):
            ending.connect(self._end)

    def _work(self, paths: tuple[Path, ...]) -> Callable[[Progress], None]:
        def read(progress: Progress) -> None:
            files = files_in(paths)
            if not files:
                raise NotAllowed(NOTHING_TO_IMPORT, names=", ".join(path.name for path in paths))
            part: list[ReadFile] = []
            try:
                for file in read_files(files, progress):
                    part.append(file)
                    if len(part) >= FILES_IN_A_PART:
                        self.job.part.emit(part)
                        part = []
            finally:
                if part:
                    self.job.part.emit(part)

        return read

    def _write(self, part: list[ReadFile]) -> None:
        try:
            self._outcomes += self._workspace.imports.write(part, self._group)
        except ReviewerError as problem:
            self.job.cancel()
            self._outcomes += [Outcome(file.path, None, problem) for file in part]

    def _end(self, result: object = None) -> None:
        if isinstance(result, ReviewerError):
            self._outcomes.append(Outcome(Path(), None, result))
        self.ended.emit(self._outcomes)


NOTHING_TO_IMPORT = N_(
    "There is nothing to import in {names}: no text or Markdown files were found there."
)
