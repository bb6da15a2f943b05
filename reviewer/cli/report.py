"""``reviewer report``: write a report to be read."""

from pathlib import Path

import click

from reviewer.cli import endings, sending, targets
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.names import Tags
from reviewer.cli.originals import document_called
from reviewer.cli.printing import say
from reviewer.cli.progress import watched
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.folding import folded_line
from reviewer.domain.report import ReportBy
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.formats import REPORT
from reviewer.workspace.project import Workspace
from reviewer.workspace.reporting.reported import ReportWish

Names = tuple[str, ...]

_HELP = """\
Write a report of PROJECT to a file, for people to read: who says what, in their words, with
document, day and place; questions with their figures and what is not in the range and why; the
method; what is still to settle; all sources with their fingerprints. Nothing in the project is
changed.

A report opens with the project's statement that it repeats what sources say. Where it was taken
away in a window, a report made here opens with the default one.

--format is html, docx, pdf, md or obsidian; left out, the ending of FILE decides (.html, .docx,
.pdf, .md, .zip), and a name without an ending, and standard output, get html. An ending that says
nothing, or something else than --format, is refused.

--by makes a chapter for each event (the default), tag or document. --tag, --document and --event
narrow the passages and may be given several times. --protect replaces the names of protected actors
by their numbers.

A PDF is laid out on pages, with an outline and links within it; it has no tags for screen readers,
who are better served by the web page. Words can be copied from it as they are in Latin, Arabic,
Persian and Urdu; vowel marks may be copied apart from their letters, and letters that Pashto,
Sindhi and Kurdish have for themselves are copied wrong, though they are drawn right.

The file appears whole or not at all. A project is never written over, another file only with
--overwrite.
"""


_MOST_NAMED = 20  # events


@click.command("report", help=_HELP, short_help="Write a report to be read.")
@click.argument("project", type=GivenPath())
@click.option(
    "--format", "key", metavar="KEY", help="html, docx, pdf, md or obsidian; else by the ending."
)
@click.option(
    "--output",
    required=True,
    type=GivenPath(),
    metavar="FILE",
    help="Where to; - is standard output.",
)
@click.option(
    "--by",
    default=ReportBy.EVENT.value,
    type=click.Choice([one.value for one in ReportBy]),
    help="What there is a chapter for.",
)
@click.option("--tag", "tags", multiple=True, metavar="NAME", help="Only passages with this tag.")
@click.option("--document", "documents", multiple=True, metavar="NAME", help="Only from this one.")
@click.option("--event", "events", multiple=True, metavar="NAME", help="Only in this event.")
@click.option("--protect", is_flag=True, help="Numbers in place of protected names.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there.")
def report(
    project: Path,
    *,
    key: str | None,
    output: Path,
    by: str,
    protect: bool,
    overwrite: bool,
    **only: Names,
) -> ExitCode:
    """Write a report."""
    with Workspace.open(project, only_read=True) as workspace:
        key = endings.format_for(output, key, (REPORT,), "html")
        _check_format(workspace, key)
        chosen = _chosen(workspace, only)
        wish = ReportWish(ReportBy(by), chosen, protect=protect, strict=True)
        if output != targets.STANDARD_OUTPUT:
            targets.check(output, project, overwrite=overwrite)
        with (
            watched(_("Writing the report"), targets.stopped(output)) as progress,
            targets.opened(output, overwrite=overwrite) as target,
        ):
            count = workspace.reports.write(key, target, progress, wish)
        if not protect:
            sending.complain_of_names(workspace.exports.protected_names())
    if output != targets.STANDARD_OUTPUT:
        passages = counted("{count} passage", "{count} passages", count)
        say(_("A report with {passages} is in “{name}”.").format(passages=passages, name=output))
    return ExitCode.DONE


def _check_format(workspace: Workspace, key: str) -> None:
    keys = [one.key for one in workspace.reports.formats()]
    if key not in keys:
        raise CannotStart(
            N_("There is no format “{key}”. There are: {keys}."), key=key, keys=", ".join(keys)
        )


def _chosen(workspace: Workspace, only: dict[str, Names]) -> PassageFilter:
    tags = Tags(workspace)
    try:
        return PassageFilter(
            documents=tuple(document_called(workspace, name) for name in only["documents"]),
            tags=tuple(tags.named(name) for name in only["tags"]),
            events=tuple(_event(workspace, name) for name in only["events"]),
        )
    except (NotFound, NotAllowed) as fault:
        raise CannotStart(fault.template, **fault.values) from fault


def _event(workspace: Workspace, name: str) -> int:
    found = [one for one in workspace.events.all() if folded_line(one.name) == folded_line(name)]
    if not found:
        raise _no_event(workspace, name)
    if len(found) > 1:
        raise NotAllowed(N_("There are several events “{name}”."), name=name)
    return found[0].id


def _no_event(workspace: Workspace, name: str) -> NotFound:
    names = [one.name for one in workspace.events.all()]
    if not names:
        return NotFound(N_("There is no event “{name}”, nor any other."), name=name)
    more = ["…"] if len(names) > _MOST_NAMED else []
    return NotFound(
        N_("There is no event “{name}”. There are: {names}."),
        name=name,
        names=", ".join(names[:_MOST_NAMED] + more),
    )
