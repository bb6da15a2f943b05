"""``reviewer register`` and ``reviewer certificate``: pages that can be printed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from reviewer.cli import targets
from reviewer.cli.codes import ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.originals import document_called
from reviewer.cli.printing import say
from reviewer.cli.progress import watched
from reviewer.domain.progress import Progress, Silent
from reviewer.environment.translation import _
from reviewer.workspace.operations.provenance import Proof
from reviewer.workspace.papers import PDF_SUFFIX, as_pdf, certificate_of, register_of
from reviewer.workspace.project import Workspace

_REGISTER = """\
Write a register of all documents of PROJECT with their fingerprints, as a PDF where FILE ends in
.pdf, else as one page of HTML.

Every fingerprint is computed again meanwhile, and what came of that stands beside it. Works while a
window has the project open. --to - is standard output, which gets HTML.

Exit code 1 when a fingerprint is not the same any more.
"""
_CERTIFICATE = """\
Write the certificate of DOCUMENT, as a PDF where FILE ends in .pdf, else as one page of HTML: where
it came from, when and by whom it was imported, how it was read, its versions, their fingerprints,
computed again meanwhile, and where what is known of it was read from.

DOCUMENT is a number (D4), a uid, a SHA-256, an original name or a title. --to - is standard output,
which gets HTML.

Exit code 1 when a fingerprint is not the same any more.
"""
_TO = click.option(
    "--to", "target", required=True, type=GivenPath(), metavar="FILE", help="Where to."
)
_OVERWRITE = click.option("--overwrite", is_flag=True, help="Write over a file that is there.")


@click.command("register", help=_REGISTER, short_help="Write a list of all fingerprints.")
@click.argument("project", type=GivenPath())
@_TO
@_OVERWRITE
def register(project: Path, *, target: Path, overwrite: bool) -> ExitCode:
    """Write the register."""
    with (
        Workspace.open(project, only_read=True) as workspace,
        watched(_("Writing the register"), targets.stopped(target)) as progress,
    ):
        found = list[Proof]()
        parts = register_of(workspace, progress, found.append)
        _write(parts, progress, project, target, overwrite=overwrite)
    return _code(found)


@click.command("certificate", help=_CERTIFICATE, short_help="Write where a document came from.")
@click.argument("project", type=GivenPath())
@click.argument("document")
@_TO
@_OVERWRITE
def certificate(project: Path, document: str, *, target: Path, overwrite: bool) -> ExitCode:
    """Write one document's certificate."""
    with Workspace.open(project, only_read=True) as workspace:
        meant = document_called(workspace, document)
        found = list[Proof]()
        parts = certificate_of(workspace, meant, found.append)
        _write(parts, Silent(), project, target, overwrite=overwrite)
    return _code(found)


def _code(found: Sequence[Proof]) -> ExitCode:
    return ExitCode.REFUSED if any(proof.differs for proof in found) else ExitCode.DONE


def _write(
    parts: Iterable[str], progress: Progress, project: Path, target: Path, *, overwrite: bool
) -> None:
    if target != targets.STANDARD_OUTPUT:
        targets.check(target, project, overwrite=overwrite)
    with targets.opened(target, overwrite=overwrite) as file:
        if target.suffix.casefold() == PDF_SUFFIX:
            file.write(as_pdf(parts, progress))
        else:
            file.writelines(part.encode() for part in parts)
    if target != targets.STANDARD_OUTPUT:
        say(_("Written to “{name}”.").format(name=target))
