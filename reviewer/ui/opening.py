"""Opening and making projects: what the window does before and between projects."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain.analysts import analyst_name
from reviewer.environment import paths
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.environment.translation import _
from reviewer.ui import sample
from reviewer.ui.prompts import Prompts
from reviewer.workspace.project import SUFFIX, Identity, Workspace

if TYPE_CHECKING:
    from reviewer.ui.session import Session

ALL_SOON_MILLISECONDS = 50  # the first picture is painted by then; nobody has clicked yet
SAMPLE = "sample"


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
        """Open a project; without a name it can be read, and the first change asks for one."""
        return Workspace.open(path, self.identity())

    def created(self, path: Path, name: str) -> Workspace:
        """Make a project and open it."""
        return Workspace.create(path, self._identity(name))

    def remember(self, workspace: Workspace) -> None:
        """Put a project that was opened at the head of the recent ones."""
        self._settings.remember(workspace.path.resolve())

    def sample(
        self, target: Path | None, *, practice: bool = False
    ) -> tuple[Workspace, bool] | None:
        """Open the copy of the sample dossier, made when there is none.

        The one for ``practice`` is another file, in which nothing is tagged.
        Says whether its documents are still to be imported: the copy is new, or its making was
        cut short.
        """
        identity = self.identity()
        if identity is None:
            return None
        path = target or self.sample_place(practice=practice)
        if target is None and path.exists() and not path.stat().st_size:
            path.unlink()  # its making was cut short before anything was written
        if target is not None or not path.exists():
            made = self.created(path, identity.name)
            sample.begin(made, practice=practice)
            return made, True
        workspace = self.opened(path)
        return workspace, not sample.is_whole(workspace) and workspace.read_only is None

    def sample_place(self, *, practice: bool = False) -> Path:
        """Return where the person's copy of the sample dossier lies, or will."""
        name = _("Sample dossier for practice") if practice else _("Sample dossier")
        return paths.projects_folder() / f"{name}{SUFFIX}"

    def _identity(self, name: str) -> Identity:
        name = analyst_name(name)
        self._settings.set(ANALYST_NAME, name)
        return Identity(self._settings.analyst_uid(), name)


def all_for_a_project() -> "type[Session]":
    """Read the files that only an open project needs, which the first picture would wait for.

    Where nothing was asked for they are read once the window is there, before the first click.
    """
    from reviewer.ui.session import Session

    return Session
