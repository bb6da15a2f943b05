"""Writing documents with their passages apart from the window that has the project open."""

from collections.abc import Sequence
from pathlib import Path

from reviewer.domain.progress import Progress
from reviewer.workspace.apart import check_target, writing_to
from reviewer.workspace.operations.annotated import Sent
from reviewer.workspace.project import Workspace
from reviewer.workspace.reporting.reported import ReportWish


def annotated_to_file(
    project: Path,
    documents: Sequence[int],
    key: str,
    target: Path,
    progress: Progress,
    wish: ReportWish | None = None,
    *,
    overwrite: bool = False,
) -> Sent:
    """Write one document, or several into a ZIP, to ``target``, whole or not at all.

    Raises what ``check_target``, ``writing_to`` and ``AnnotatedOperations.write`` raise.
    """
    check_target(target, project, overwrite=overwrite)
    with (
        Workspace.open(project, only_read=True) as workspace,
        writing_to(target, overwrite=overwrite) as file,
    ):
        return workspace.annotated.write_all(documents, key, file, progress, wish)
