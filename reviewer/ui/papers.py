"""Registers and certificates as files: HTML as it is exported, or PDF.

Both are made in a worker, which opens the project a second time, for reading only.
"""

from pathlib import Path

from reviewer.domain.progress import Progress
from reviewer.environment.translation import N_
from reviewer.workspace.apart import check_target, writing_to
from reviewer.workspace.papers import PDF_SUFFIX, SUFFIX, as_pdf, paper_of
from reviewer.workspace.project import Workspace

PDF, HTML = "pdf", "html"
FORMATS = ((PDF, N_("PDF, to be printed"), PDF_SUFFIX), (HTML, N_("Web page"), SUFFIX))


def save_paper(
    project: Path, document: int | None, target: Path, key: str, progress: Progress
) -> None:
    """Write a document's certificate, or the register without one, whole or not at all.

    A person has agreed to write over what is there. Raises what ``apart`` raises.
    """
    check_target(target, project, overwrite=True)
    with Workspace.open(project, only_read=True) as workspace:
        parts = paper_of(workspace, document, progress)
        data = "".join(parts).encode() if key == HTML else as_pdf(parts, progress)
    with writing_to(target, overwrite=True) as file:
        file.write(data)
