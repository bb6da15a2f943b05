"""Sending a project to other programs apart from the window that has it open; see ``apart.py``."""

from pathlib import Path

from reviewer.domain.interchange import Sent
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import PassageFilter
from reviewer.workspace.apart import check_target, writing_to
from reviewer.workspace.project import Workspace


def send_to_file(
    project: Path,
    key: str,
    target: Path,
    progress: Progress,
    chosen: PassageFilter | None = None,
    *,
    overwrite: bool = False,
) -> Sent:
    """Write a project for another program to ``target``, whole or not at all.

    Returns what went out and what could not. Raises what ``check_target``, ``writing_to`` and
    ``ExportOperations.send`` raise.
    """
    check_target(target, project, overwrite=overwrite)
    with (
        Workspace.open(project, only_read=True) as workspace,
        writing_to(target, overwrite=overwrite) as file,
    ):
        return workspace.exports.send(key, file, progress, chosen)
