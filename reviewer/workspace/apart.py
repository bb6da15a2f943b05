"""Long reading of a project, apart from the window that has it open.

SQLite connections stay in the thread that made them, so a worker opens the project a second time,
for reading only. The command line uses the same functions.
"""

from pathlib import Path
from tempfile import NamedTemporaryFile

from reviewer.domain.errors import CannotSave, NotAllowed
from reviewer.domain.findings import Finding
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_
from reviewer.workspace.project import SUFFIX, Workspace


def export_to_file(
    project: Path,
    key: str,
    target: Path,
    progress: Progress,
    chosen: PassageFilter | None = None,
    *,
    exact: bool = False,
) -> int:
    """Export passages to ``target``, whole or not at all; returns how many.

    Written beside and moved into place. Raises ``NotAllowed`` instead of writing over a project,
    ``CannotSave`` when the place cannot be written.
    """
    if target.suffix == SUFFIX or target.resolve() == project.resolve():
        raise NotAllowed(
            N_("“{name}” is the name of a project; an export would destroy it."), name=target.name
        )
    try:
        with NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name[:80]}.", delete=False
        ) as beside:
            try:
                with Workspace.open(project, only_read=True) as workspace:
                    count = workspace.exports.write(key, beside.file, progress, chosen, exact=exact)
                beside.close()
                Path(beside.name).replace(target)
            except BaseException:
                beside.close()
                Path(beside.name).unlink(missing_ok=True)
                raise
    except OSError as fault:
        raise CannotSave(
            N_("“{name}” could not be written: {reason}. Nothing was changed."),
            name=target.name,
            reason=fault.strerror,
        ) from fault
    return count


def findings_of(project: Path, progress: Progress) -> list[Finding]:
    """Return everything in a project that differs from what it should be."""
    with Workspace.open(project, only_read=True) as workspace:
        return list(workspace.verify(progress))
