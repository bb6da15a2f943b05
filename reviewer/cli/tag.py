"""``reviewer tag``: tag passages from a JSON Lines file, the good lines as one step."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from reviewer.cli.analyst import identity
from reviewer.cli.came import refusals
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.printing import complain, say, say_json
from reviewer.cli.progress import watched
from reviewer.cli.projects import open_to_write
from reviewer.domain.project_lines import Refused
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.project import Workspace
from reviewer.workspace.taking.outcome import Taken

_HELP = """\
Tag passages of PROJECT as FILE says (- is standard input), and take in what else it holds: actors,
events, questions, links. The good lines are one change, which one undo takes back; a bad line is
reported with its number and leaves the others be: exit code 1.

\b
FILE is JSON Lines in UTF-8, one thing a line. "row" says what; without it a
line is a passage:
  document      uid, SHA-256 of the text or of the file, original name, or
                title, tried in that order; it must mean one document
  start, end    the place in code points, the end not included
  quote         the words; alone where they stand once in the document,
                or with start and end, and then they must stand there
  tag           name of the tag
  note          your own words, if you like
  statement     what the passage says, in plain words, if you like
  translation, translation_language, translator
                a translation, its language (a code as ur, or a name), and
                whose it is, if you like
  follow_up     true, to mark it for following up
  key           what links call it
  chain         who says so, from the page back to the speaker: a list of
                objects with name (an actor's), printed, hedge
  accused, victims      lists of objects with name, printed
  record        an object with the details, by the keys of an export; what
                is empty there is settled as empty
  settled       true: details not given are settled as empty too
  fields        an object with your own fields, by name
  events        a list of objects with event and question, by name
\b
Other rows, with their keys:
  actor     name, kind, side, protected, names, note
  document  title, publisher, author, url, posted: a source not held; or
            document with review_status, second_look, publisher_actor
  tag       name, record, definition, colour, key, parent (see --make-tags)
  field     tag, name, kind, choices, help
  event     name, type, date, place, place_precision, parent, description,
            status
  question  event, wording, harm, group, period, working (low, high, reason)
  link      type, from, to (keys, uids or numbers such as D4·12) or
            to_document, independent, note
  nothing   event, document, question: it says nothing on this
  rating    document, actor, or event and question; value, reason

“reviewer export --what project” writes all of these, and so can be taken in again. Dates are EDTF,
or objects with words, edtf and basis. Names of events, and of tags, must be known; actors that
nobody knows are made.

Other keys are passed over. Places are kept exactly, and it is said where one cuts a character
that is made of several code points.

\b
--json prints one object:
  format      1
  project     path of the project file
  tagged      one object a passage, in order of line:
    line, passage (D4·12), uid
    cuts      whether it begins or ends inside a character
  refused     line and problem of each line that was not used
  made_tags   names of the tags that were made
  made        how many of each row came in, by row, passages left out
"""


_STOPPED = N_("Stopped. Nothing of the file was taken in.")


@click.command("tag", help=_HELP, short_help="Tag passages from a JSON Lines file.")
@click.argument("project", type=GivenPath())
@click.argument("file", type=GivenPath())
@click.option("--analyst", metavar="NAME", help="Whose work this is.")
@click.option("--make-tags", is_flag=True, help="Make the tags that are not there yet.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def tag(
    project: Path, file: Path, *, analyst: str | None, make_tags: bool, as_json: bool
) -> ExitCode:
    """Tag passages from a file."""
    who = identity(analyst)
    lines = _lines(file)
    with open_to_write(project, who) as workspace:
        with watched(_("Looking up"), _STOPPED) as progress:
            taken = workspace.taking_in.take(lines, progress, make_tags=make_tags)
        values = _object(workspace, project, taken) if as_json else {}
    complain_of(taken)
    if as_json:
        say_json(values)
    else:
        _report(project, taken)
    return ExitCode.REFUSED if taken.refused else ExitCode.DONE


def _lines(file: Path) -> list[bytes]:
    """Read the file before the project is opened, in case it is the project."""
    if str(file) == "-":
        if sys.stdin is None:
            raise CannotStart(N_("Standard input is closed."))
        return sys.stdin.buffer.readlines()
    with file.open("rb") as lines:
        return lines.readlines()


def complain_of(taken: Taken) -> None:
    """Name each line that was not used, and each that cuts a character."""
    for words in refusals(taken.refused, _place):
        complain(words)
    for passage in taken.passages:
        if passage.cuts:
            complain(
                _("Line {number}: tagged as it says, but it cuts a character in two.").format(
                    number=passage.number
                )
            )


def _place(one: Refused) -> str:
    if not one.field:
        return _("Line {number}").format(number=one.number)
    return _("Line {number}, “{field}”").format(number=one.number, field=one.field)


def _report(project: Path, taken: Taken) -> None:
    say(
        _("{passages} tagged in “{name}”, {refused}.").format(
            passages=counted("{count} passage", "{count} passages", len(taken.passages)),
            name=project.name,
            refused=counted("{count} line refused", "{count} lines refused", len(taken.refused)),
        )
    )
    if taken.made_tags:
        say(_("Tags made: {names}").format(names=", ".join(taken.made_tags)))
    rows = rows_of(taken)
    if rows:
        say(
            _("Taken in beside them: {rows}").format(
                rows=", ".join(f"{row} {count:,}" for row, count in rows.items())
            )
        )


def rows_of(taken: Taken) -> Mapping[str, int]:
    """Return how many of each row came in, passages and tags left out."""
    return {row: count for row, count in taken.made.items() if row not in ("passage", "tag")}


def _object(workspace: Workspace, project: Path, taken: Taken) -> dict[str, object]:
    return {
        "format": 1,
        "project": str(project),
        "tagged": [
            {
                "line": one.number,
                "passage": workspace.passages.label(one.passage),
                "uid": workspace.passages.get(one.passage).uid,
                "cuts": one.cuts,
            }
            for one in taken.passages
        ],
        "refused": [_refused(one) for one in taken.refused],
        "made_tags": taken.made_tags,
        "made": rows_of(taken),
    }


def _refused(one: Refused) -> dict[str, object]:
    about = {"field": one.field} if one.field else {}
    return {"line": one.number, **about, "problem": str(one.problem)}
