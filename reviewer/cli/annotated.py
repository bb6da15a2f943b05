"""``reviewer annotated``: write documents with their passages."""

from pathlib import Path

import click

from reviewer.cli import endings, targets
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.names import Tags
from reviewer.cli.originals import document_called
from reviewer.cli.printing import complain, say, sentence
from reviewer.cli.progress import watched
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.formats import ANNOTATED
from reviewer.workspace.operations.annotated import ZIP
from reviewer.workspace.project import Workspace
from reviewer.workspace.reporting.reported import ReportWish

_HELP = """\
Write documents of PROJECT with their passages: the document's own words, marks over what is tagged,
and for each passage who says so, the note, the details and the links. Nothing in the project is
changed.

\b
--format html  a web page: marks, labels, and a list below
--format docx  a text document: a comment at each passage
--format pdf   a document that came in as PDF: highlights on its own pages

Without --format the ending of FILE decides; a name without an ending, standard output and a ZIP get
html. An ending that says nothing, or something else than what is written, is refused.

--document is a number (D4), a uid, a SHA-256, an original name or a title, and may be given several
times; without it all documents are meant. One document is written as it is, several into a ZIP,
each named by its number and title. What cannot be had in the format is named: exit code 1.

--tag narrows the passages and may be given several times. --protect replaces the names of
protected actors by their numbers, in the document's words too; not on the pages of a PDF.

The file appears whole or not at all. A project is never written over, another file only with
--overwrite.
"""
_NONE = N_("There is no document in the project.")
_INTO_ZIP = N_(
    "{count} documents go into a ZIP: name a file that ends in .zip, or one --document only."
)
_AS_IT_IS = N_("One document is written as it is: name a file that ends in {ending}.")


@click.command("annotated", help=_HELP, short_help="Write documents with their passages.")
@click.argument("project", type=GivenPath())
@click.option("--format", "key", metavar="KEY", help="html, docx or pdf; else by the ending.")
@click.option("--document", "documents", multiple=True, metavar="NAME", help="Which document.")
@click.option(
    "--output",
    required=True,
    type=GivenPath(),
    metavar="FILE",
    help="Where to; - is standard output.",
)
@click.option("--tag", "tags", multiple=True, metavar="NAME", help="Only passages with this tag.")
@click.option("--protect", is_flag=True, help="Replace the names of protected actors.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there.")
def annotated(
    project: Path,
    *,
    key: str | None,
    documents: tuple[str, ...],
    output: Path,
    tags: tuple[str, ...],
    protect: bool,
    overwrite: bool,
) -> ExitCode:
    """Write documents with their passages."""
    with Workspace.open(project, only_read=True) as workspace:
        key = endings.format_for(output, key, (ANNOTATED,), "html", also=(ZIP,))
        _check_format(workspace, key)
        meant, wish = _meant(workspace, documents, tags, protect=protect)
        _check_ending(workspace, output, key, len(meant))
        if output != targets.STANDARD_OUTPUT:
            targets.check(output, project, overwrite=overwrite)
        with (
            watched(_("Writing documents with passages"), targets.stopped(output)) as progress,
            targets.opened(output, overwrite=overwrite) as target,
        ):
            sent = workspace.annotated.write_all(meant, key, target, progress, wish)
    for name, problem in sent.left:
        complain(f"{name}: {sentence(problem)}")
    if output != targets.STANDARD_OUTPUT:
        several = counted("{count} document", "{count} documents", sent.documents)
        passages = counted("{count} passage", "{count} passages", sent.passages)
        told = _("{documents} with {passages} in “{name}”.")
        say(told.format(documents=several, passages=passages, name=output))
    return ExitCode.REFUSED if sent.left else ExitCode.DONE


def _check_format(workspace: Workspace, key: str) -> None:
    keys = [one.key for one in workspace.annotated.formats()]
    if key not in keys:
        raise CannotStart(
            N_("There is no format “{key}”. There are: {keys}."), key=key, keys=", ".join(keys)
        )


def _check_ending(workspace: Workspace, output: Path, key: str, documents: int) -> None:
    """Refuse a name that says one document where several go into a ZIP, or the other way."""
    suffix, ending = workspace.annotated.suffix_of(key, documents), output.suffix.casefold()
    if suffix == ZIP and ending in [one.suffix for one in workspace.annotated.formats()]:
        raise CannotStart(_INTO_ZIP, count=documents)
    if suffix != ZIP == ending:
        raise CannotStart(_AS_IT_IS, ending=suffix)


def _meant(
    workspace: Workspace, documents: tuple[str, ...], tags: tuple[str, ...], *, protect: bool
) -> tuple[list[int], ReportWish]:
    """Return which documents are meant, each once, and how; raises ``CannotStart``."""
    known = Tags(workspace)
    try:
        chosen = PassageFilter(tags=tuple(known.named(name) for name in tags))
        meant = list(dict.fromkeys(document_called(workspace, name) for name in documents))
    except (NotFound, NotAllowed) as fault:
        raise CannotStart(fault.template, **fault.values) from fault
    meant = meant or list(workspace.documents.ids())
    if not meant:
        raise CannotStart(_NONE)
    return meant, ReportWish(chosen=chosen, protect=protect)
