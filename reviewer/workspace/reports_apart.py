"""Writing a report apart from the window that has the project open; see ``apart.py``."""

from pathlib import Path

from reviewer.domain.progress import Progress
from reviewer.workspace.apart import check_target, writing_to
from reviewer.workspace.project import Workspace
from reviewer.workspace.reporting.reported import ReportWish


def report_to_file(
    project: Path,
    key: str,
    target: Path,
    progress: Progress,
    wish: ReportWish,
    *,
    overwrite: bool = False,
) -> int:
    """Write a report to ``target``, whole or not at all; returns how many passages it has.

    Raises what ``check_target``, ``writing_to`` and ``ReportOperations.write`` raise.
    """
    check_target(target, project, overwrite=overwrite)
    with (
        Workspace.open(project, only_read=True) as workspace,
        writing_to(target, overwrite=overwrite) as file,
    ):
        return workspace.reports.write(key, file, progress, wish)
