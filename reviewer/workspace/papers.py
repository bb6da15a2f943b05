"""What is printed of where documents came from: the register of all, the certificate of one."""

from collections.abc import Callable, Iterable, Iterator

import reviewer
from reviewer.domain.errors import NotAllowed
from reviewer.domain.progress import Progress
from reviewer.domain.provenance import DocumentRecord, Measured
from reviewer.environment import clock
from reviewer.environment.translation import right_to_left, spoken
from reviewer.exporters.pdf.about import About, told_behind
from reviewer.exporters.printed import sheets
from reviewer.exporters.reports.report_pdf import NO_PRINTER
from reviewer.exporters.tables import register as pages
from reviewer.exporters.tables.register import Made
from reviewer.workspace.operations.provenance import Proof
from reviewer.workspace.printing import printer
from reviewer.workspace.project import Workspace

SUFFIX, PDF_SUFFIX = ".html", ".pdf"

Note = Callable[[Proof], None]
"""Is told of every version what was measured of it."""


def _nothing(_proof: Proof) -> None:
    pass


def register_of(
    workspace: Workspace,
    progress: Progress,
    note: Note = _nothing,
    now: Callable[[], str] = clock.now,
) -> Iterator[str]:
    """Give the register of all documents as HTML, a part at a time.

    Every fingerprint is computed again meanwhile. Raises ``Cancelled`` and ``Damaged``.
    """

    def measured() -> Iterator[tuple[DocumentRecord, tuple[Measured, Measured]]]:
        for found, proof in workspace.provenance.proven(progress):
            note(proof)
            yield found, (proof.text, proof.original)

    return pages.register(_made(workspace, now), measured())


def certificate_of(
    workspace: Workspace,
    document: int,
    note: Note = _nothing,
    now: Callable[[], str] = clock.now,
) -> Iterator[str]:
    """Give the certificate of one document as HTML, a part at a time.

    Raises ``NotAllowed`` for a source that is not held.
    """
    found = workspace.provenance.record(document)
    measured = {}
    for version in found.versions:
        proof = workspace.provenance.proof(version)
        note(proof)
        measured[version.text] = proof.text, proof.original
    return pages.certificate(_made(workspace, now), found, measured)


def paper_of(workspace: Workspace, document: int | None, progress: Progress) -> Iterator[str]:
    """Give the certificate of a document, or the register of all without one.

    Raises what ``certificate_of`` and ``register_of`` raise.
    """
    if document is None:
        return register_of(workspace, progress)
    return certificate_of(workspace, document)


def as_pdf(parts: Iterable[str], progress: Progress) -> bytes:
    """Return a page as PDF; raises ``NotAllowed`` where nothing prints, and ``Cancelled``."""
    prints = printer()
    if prints is None:
        raise NotAllowed(NO_PRINTER)
    data = prints(sheets(parts), progress)
    return data + told_behind(data, About(spoken(), right_to_left()))


def _made(workspace: Workspace, now: Callable[[], str]) -> Made:
    return Made(now(), workspace.name, reviewer.__version__, spoken(), right_to_left())
