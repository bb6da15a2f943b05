"""``reviewer original`` and ``reviewer originals``: files as they came in, byte for byte."""

import re
from pathlib import Path

import click

from reviewer.cli import targets
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.printing import complain, say, sentence
from reviewer.cli.progress import watched
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.operations.provenance import OriginalSaver
from reviewer.workspace.project import Workspace
from reviewer.workspace.taking.names import DocumentNames

_LABEL = re.compile(r"[Dd]([1-9]\d{0,8})")
_STOPPED = N_(
    "Stopped. The originals saved until then stay in the folder, without SHA256SUMS and "
    "manifest.json."
)
_ONE = """\
Save the file that DOCUMENT came in, byte for byte, as FILE; - is standard output.

DOCUMENT is a number (D4), a uid, a SHA-256, an original name or a title. --version says which of
several versions; without it the one that is read now. A file that is there is never written over.
Works while a window has the project open.
"""
_ALL = """\
Save the original of every document, of every version, into FOLDER, which is empty or not there yet.

Each file is saved once, byte for byte, under its document's number and its own name, made safe.
SHA256SUMS beside them is what “sha256sum --check” reads; manifest.json says which document each
file is of. Originals that were dropped by choice are named: exit code 1.
"""


@click.command("original", help=_ONE, short_help="Save a document's own file, byte for byte.")
@click.argument("project", type=GivenPath())
@click.argument("document")
@click.option("--to", "target", required=True, type=GivenPath(), metavar="FILE", help="Where to.")
@click.option("--version", type=click.IntRange(min=1), metavar="NUMBER", help="Which version.")
def original(project: Path, document: str, *, target: Path, version: int | None) -> ExitCode:
    """Save one original."""
    with Workspace.open(project, only_read=True) as workspace:
        meant = document_called(workspace, document)
        text = None if version is None else _text_of(workspace, meant, version)
        file = workspace.provenance.original(meant, text)
        if target != targets.STANDARD_OUTPUT:
            targets.check(target, project, overwrite=False)
        with targets.opened(target, overwrite=False) as place:
            place.write(file.data)
    if target != targets.STANDARD_OUTPUT:
        say(
            _("{size} written to “{name}”. SHA-256: {sha256}").format(
                size=counted("{count} byte", "{count} bytes", len(file.data)),
                name=target,
                sha256=file.sha256,
            )
        )
    return ExitCode.DONE


@click.command("originals", help=_ALL, short_help="Save all files as they came in.")
@click.argument("project", type=GivenPath())
@click.option("--to", "folder", required=True, type=GivenPath(), metavar="FOLDER", help="Where to.")
def originals(project: Path, *, folder: Path) -> ExitCode:
    """Save all originals."""
    with (
        Workspace.open(project, only_read=True) as workspace,
        watched(_("Saving originals"), _STOPPED) as progress,
    ):
        saved = OriginalSaver(workspace.provenance).save(folder, progress)
    for _label, problem in saved.left:
        complain(sentence(problem))
    files = counted("{count} original", "{count} originals", saved.saved)
    say(_("{files} saved into “{name}”.").format(files=files, name=folder))
    return ExitCode.REFUSED if saved.left else ExitCode.DONE


def document_called(workspace: Workspace, name: str) -> int:
    """Return the document meant by a number, uid, SHA-256, original name or title.

    Raises ``CannotStart`` where there is none, or where several may be meant.
    """
    label = _LABEL.fullmatch(name)
    numbered = workspace.provenance.numbered(int(label[1])) if label else None
    if numbered is not None:
        return numbered
    try:
        return DocumentNames(workspace.documents, [name]).called(name)
    except (NotFound, NotAllowed) as fault:
        raise CannotStart(fault.template, **fault.values) from fault


def _text_of(workspace: Workspace, document: int, number: int) -> int:
    versions = workspace.versions.of(document)
    for version in versions:
        if version.number == number:
            return version.text
    raise CannotStart(
        N_("There is no version {number}. There are: {known}."),
        number=number,
        known=", ".join(str(one.number) for one in versions),
    )
