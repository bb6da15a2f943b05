"""``reviewer export``: send tagged passages out."""

from collections.abc import Sequence
from pathlib import Path

import click

from reviewer.cli import targets
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.names import Tags
from reviewer.cli.printing import say
from reviewer.cli.progress import watched
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.project import Workspace
from reviewer.workspace.taken_names import DocumentNames

_HELP = """\
Write the tagged passages of PROJECT to a file, one row or line a passage, in order of document and
place. Nothing in the project is changed. Works while a window has the project open.

The file appears whole or not at all. A project is never written over, another file only with
--overwrite. --tag and --document may be given several times; a document is named by its uid,
SHA-256, original name or title.

\b
CSV is UTF-8 with a byte order mark. A cell that a spreadsheet would run as a
formula (it begins with = + - @ tab or CR) begins with an apostrophe; so does
a cell that begins with one, so that taking one off gives back every cell.
--exact writes all cells as they are. JSON Lines are always exact.

\b
Columns, and keys of each line after "format": 1
  project, passage (D4·12), uid, tag
  start, end        code points, the end not included
  paragraph         number of the paragraph, from 1
  quote, sentence   the words, and the sentence around them
  note              the analyst's own words
  statement         what the passage says, in plain words
  translation, translation_language, translator
  translation_checked_by, translation_checked_at
  checked_by, checked_at                 by a second pair of eyes, if at all
  anchor            sure, or not_certain
  analyst, created, modified             times are UTC
  document (its title), document_uid, original_name, author, publisher, url
  posted, posted_edtf, posted_basis      words as printed, reading, basis
  captured, captured_edtf, captured_basis
  text_sha256, original_sha256
"""


@click.command("export", help=_HELP, short_help="Write the tagged passages to a file.")
@click.argument("project", type=GivenPath())
@click.option("--format", "key", required=True, metavar="csv|jsonl", help="What to write.")
@click.option(
    "--output",
    required=True,
    type=GivenPath(),
    metavar="FILE",
    help="Where to; - is standard output.",
)
@click.option("--exact", is_flag=True, help="Leave formulas in cells as they are.")
@click.option("--tag", "tags", multiple=True, metavar="NAME", help="Only passages with this tag.")
@click.option("--document", "documents", multiple=True, metavar="NAME", help="Only from this one.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there.")
def export(
    project: Path,
    *,
    key: str,
    output: Path,
    exact: bool,
    tags: tuple[str, ...],
    documents: tuple[str, ...],
    overwrite: bool,
) -> ExitCode:
    """Export tagged passages."""
    with Workspace.open(project, only_read=True) as workspace:
        _check_format(workspace, key)
        chosen = _chosen(workspace, tags, documents)
        if output != targets.STANDARD_OUTPUT:
            targets.check(output, project, overwrite=overwrite)
        with (
            watched(_("Exporting")) as progress,
            targets.opened(output, overwrite=overwrite) as target,
        ):
            count = workspace.exports.write(key, target, progress, chosen, exact=exact)
    if output != targets.STANDARD_OUTPUT:
        passages = counted("{count} passage", "{count} passages", count)
        say(_("{passages} written to “{name}”.").format(passages=passages, name=output))
    return ExitCode.DONE


def _check_format(workspace: Workspace, key: str) -> None:
    keys = [one.key for one in workspace.exports.formats()]
    if key not in keys:
        raise CannotStart(
            N_("There is no format “{key}”. There are: {keys}."), key=key, keys=", ".join(keys)
        )


def _chosen(workspace: Workspace, tags: Sequence[str], documents: Sequence[str]) -> PassageFilter:
    by_name, known = Tags(workspace), DocumentNames(workspace.documents, documents)
    try:
        return PassageFilter(
            documents=tuple(known.called(name) for name in documents),
            tags=tuple(by_name.named(name) for name in tags),
        )
    except (NotFound, NotAllowed) as fault:
        raise CannotStart(fault.template, **fault.values) from fault
