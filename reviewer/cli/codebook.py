"""``reviewer codebook``: send the codebook out, or take one in as one step."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from reviewer.cli import endings, targets
from reviewer.cli.analyst import identity
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.printing import complain, say, say_json, sentence
from reviewer.cli.projects import open_to_write
from reviewer.domain.codebooks import Complaint, Meeting, Standing
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.formats import CODEBOOK
from reviewer.workspace.operations.codebooks import TakenIn
from reviewer.workspace.project import Workspace

_HELP = """\
Write the codebook of PROJECT to a file, or take one in.

With --output nothing in the project is changed; the file's ending, or --format, says whether it is
CSV or JSON. With --import the tags that are new are added, as one change which one undo takes back.
A tag that is there already, by its uid or else by its name, is left as it is; with --update it
becomes what the file says. Other words of a definition mark its passages for another look. What
cannot be taken over as it stands is reported with the tag's number in the file: exit code 1.

\b
Columns of the CSV, and keys of each tag in the JSON:
  name         unlike every other, capitals aside
  parent       name of the tag it stands under
  colour       1 to 24, a place in the palette, or #RRGGBB
  key          the letter or digit that tags with it
  definition   what it means
  record       none, allegation, response or figure
  uid          the same in every project it was taken to

What a file has no column for is left as it is. The JSON is one object: format (1) and tags. In CSV,
a cell that a spreadsheet would run as a formula begins with an apostrophe; it is taken off again.

\b
--json prints, after --import, one object:
  format       1
  project      path of the project file
  added, updated   names of the tags
  left         name and differs (columns) of each tag that was left as it is
  complaints   tag (its number in the file) and problem
"""


@click.command("codebook", help=_HELP, short_help="Write the codebook to a file, or take one in.")
@click.argument("project", type=GivenPath())
@click.option(
    "--output",
    type=GivenPath(),
    metavar="FILE",
    help="Where to write it; - is standard output.",
)
@click.option("--format", "key", metavar="csv|json", help="What to write.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there.")
@click.option(
    "--import",
    "source",
    type=GivenPath(),
    metavar="FILE",
    help="What to take in.",
)
@click.option("--update", is_flag=True, help="Change tags that are there and differ.")
@click.option("--analyst", metavar="NAME", help="Whose work this is.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def codebook(
    project: Path,
    *,
    output: Path | None,
    key: str | None,
    overwrite: bool,
    source: Path | None,
    update: bool,
    analyst: str | None,
    as_json: bool,
) -> ExitCode:
    """Send a codebook out or take one in."""
    if output is not None and source is None:
        _refuse("--output", {"--update": update, "--analyst": analyst, "--json": as_json})
        return _write(project, output, key, overwrite=overwrite)
    if source is not None and output is None:
        _refuse("--import", {"--format": key, "--overwrite": overwrite})
        return _take_in(project, source, analyst, update=update, as_json=as_json)
    raise CannotStart(N_("Give either --output FILE or --import FILE."))


def _refuse(chosen: str, others: Mapping[str, object]) -> None:
    """Refuse options that say nothing about what is done."""
    given = [option for option, value in others.items() if value not in (None, False)]
    if given:
        raise CannotStart(
            N_("{options} cannot be given with {chosen}."), options=", ".join(given), chosen=chosen
        )


def _write(project: Path, output: Path, key: str | None, *, overwrite: bool) -> ExitCode:
    with Workspace.open(project, only_read=True) as workspace:
        key = _format(workspace, output, key)
        if output != targets.STANDARD_OUTPUT:
            targets.check(output, project, overwrite=overwrite)
        with targets.opened(output, overwrite=overwrite) as target:
            count = workspace.codebooks.write(key, target)
    if output != targets.STANDARD_OUTPUT:
        tags = counted("{count} tag", "{count} tags", count)
        say(_("{tags} written to “{name}”.").format(tags=tags, name=output))
    return ExitCode.DONE


def _format(workspace: Workspace, output: Path, key: str | None) -> str:
    formats = workspace.codebooks.formats()
    wanted = key or output.suffix.casefold().removeprefix(".")
    if wanted not in [one.key for one in formats]:
        raise CannotStart(
            N_("Say with --format what to write: {keys}."),
            keys=", ".join(one.key for one in formats),
        )
    return endings.format_for(output, wanted, (CODEBOOK,), wanted)


def _take_in(
    project: Path, source: Path, analyst: str | None, *, update: bool, as_json: bool
) -> ExitCode:
    who = identity(analyst)
    with open_to_write(project, who) as workspace:
        found = workspace.codebooks.read(source)
        differing = workspace.codebooks.preview(found).those(Standing.DIFFERS)
        chosen = {one.tag.id for one in differing if update and one.tag is not None}
        taken = workspace.codebooks.take_in(found, chosen)
        left = [] if update else differing
        names = {tag.id: tag.name for tag in workspace.tags.all()}
    _complain(taken.complaints)
    if as_json:
        say_json(_object(project, taken, left, names))
    else:
        _report(project, taken, left)
    return ExitCode.REFUSED if taken.complaints else ExitCode.DONE


def _complain(complaints: Sequence[Complaint]) -> None:
    for one in complaints:
        complain(
            _("Tag {number}: {problem}").format(number=one.place, problem=sentence(one.problem))
        )


def _report(project: Path, taken: TakenIn, left: Sequence[Meeting]) -> None:
    say(
        _("{added} added to “{name}”, {updated} changed.").format(
            added=counted("{count} tag", "{count} tags", len(taken.added)),
            name=project.name,
            updated=len(taken.updated),
        )
    )
    for one in left:
        say(
            _("Left as it is, though it differs ({columns}): {name}").format(
                columns=", ".join(one.differs), name=one.entry.name
            )
        )


def _object(
    project: Path, taken: TakenIn, left: Sequence[Meeting], names: dict[int, str]
) -> dict[str, object]:
    return {
        "format": 1,
        "project": str(project),
        "added": [names[tag] for tag in taken.added],
        "updated": [names[tag] for tag in taken.updated],
        "left": [{"name": one.entry.name, "differs": list(one.differs)} for one in left],
        "complaints": [{"tag": one.place, "problem": str(one.problem)} for one in taken.complaints],
    }
