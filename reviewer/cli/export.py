"""``reviewer export``: send tagged passages out."""

from collections.abc import Sequence
from pathlib import Path

import click

from reviewer.cli import endings, sending, targets
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.names import Tags
from reviewer.cli.originals import document_called
from reviewer.cli.printing import complain, say
from reviewer.cli.progress import watched
from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.exporting import chosen_columns
from reviewer.domain.interchange import Sent
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.formats import INTERCHANGE, TABLES
from reviewer.workspace.operations.exports import PASSAGES, TABLE, WORKBOOK
from reviewer.workspace.project import Workspace

_HELP = """\
Write the tagged passages of PROJECT to a file, one row or line a passage, in order of document and
place. Nothing in the project is changed. Works while a window has the project open.

--format is one of “reviewer formats”: csv, tsv, xlsx, ods, json, jsonl, or one of other programs
(interchange); left out, the ending of FILE decides, and a name without an ending gets xlsx. An
ending that says nothing, or something else than --format, is refused. xlsx and ods hold a sheet
that says what the file is and what every column means, the passages, links, events, questions,
figures, actors, sources to be found, and the register of documents with their fingerprints; with
--what, that one table.

--what writes something else, one row or line a thing: actors, documents, events, figures (each in
the question it answers, with why it does not enter the range), links, questions (with the range in
words, and the working figure), sources (those to be found). --what project writes all of it,
passages too, as JSON Lines that “reviewer tag” takes in again.

Other programs get the documents with their passages, or with those of --tag and --document and what
these speak of: actors they name, events and questions they answer, their links. What the format has
no room for is told on standard error, each with how many there were. Where nothing passes, nothing
is written (exit code 1).

--columns takes some columns only, in the order given: passage,document,quote. In a workbook of many
sheets they are those of the passages.

--protect replaces the names of protected actors by their numbers, in whole words, wherever they
stand: [A12]. A quote with a name in it is then no longer exact; the note of a protected actor is
left out.

The file appears whole or not at all. A project is never written over, another file only with
--overwrite. --tag and --document may be given several times; a document is named by its number
(D4), uid, SHA-256, original name or title.

\b
CSV is UTF-8 with a byte order mark. A cell that a spreadsheet would run as a
formula (it begins with = + - @ tab or CR) begins with an apostrophe; so does
a cell that begins with one, so that taking one off gives back every cell.
--exact writes all cells as they are. TSV is written as CSV is, but a row is
always one line: tab, LF, CR and backslash in a cell are \\t, \\n, \\r, \\\\.
XLSX and ODS hold no formulas; a cell longer than 32,767 characters is cut and
says so. JSON and JSON Lines are always exact. XLSX, ODS and JSON name the
project, the time (UTC), the version, what was chosen, and how many rows.

\b
--json prints one object:
  format    1
  key       the format that was written
  output    path of the file
  passages  how many passages it has, of other tables how many rows
  losses    of other programs: objects with count and words, in English

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
  follow_up         yes, or empty

\b
Further columns, with what analysts entered or confirmed; an empty cell is
not known, never 0 and never no:
  record            allegation, response, figure, or empty
  act … venue, low, high, about, …      the fields of the records; dates as
                    EDTF, and their words in a column …_words
  speaker           who says so: the last of the chain
  chain, accused, victims               as printed; …_filed as filed
  unconfirmed       fields in which only a rule read something
  read              what it read, as JSON; it stands nowhere else
  fields            your own fields, as JSON
  events, questions, links              parted by semicolons

\b
Further keys of a JSON line, where there is something:
  record            object of what was entered; "" is settled as empty
  chain, accused, victims               objects with name (as filed),
                    printed, hedge
  unconfirmed, read, fields             as above
  events            objects with event and question
  links             objects with type, to or from, document, words
"""


_COMPLETE = N_(
    "Only its passages are those chosen: links, events, questions, figures, actors, sources and "
    "documents are all of the project’s."
)


@click.command("export", help=_HELP, short_help="Write the tagged passages to a file.")
@click.argument("project", type=GivenPath())
@click.option("--format", "key", metavar="KEY", help="xlsx, csv, json, …; see reviewer formats.")
@click.option(
    "--output",
    required=True,
    type=GivenPath(),
    metavar="FILE",
    help="Where to; - is standard output.",
)
@click.option("--what", metavar="WORD", help="passages, workbook, links, events, …")
@click.option("--columns", default="", metavar="A,B,C", help="Only these columns, in this order.")
@click.option("--exact", is_flag=True, help="Leave formulas in cells as they are.")
@click.option("--protect", is_flag=True, help="Numbers in place of protected names.")
@click.option("--tag", "tags", multiple=True, metavar="NAME", help="Only passages with this tag.")
@click.option("--document", "documents", multiple=True, metavar="NAME", help="Only from this one.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is there.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def export(
    project: Path,
    *,
    key: str | None,
    output: Path,
    what: str | None,
    columns: str,
    tags: tuple[str, ...],
    documents: tuple[str, ...],
    **how: bool,
) -> ExitCode:
    """Export tagged passages."""
    overwrite, as_json = how.pop("overwrite"), how.pop("as_json")
    key = _format_of(output, key)
    if as_json and output == targets.STANDARD_OUTPUT:
        raise CannotStart(N_("--json prints on standard output; name a file with --output."))
    with Workspace.open(project, only_read=True) as workspace:
        if key in {one.key for one in workspace.exports.other_programs()}:
            sending.refuse(what=what, columns=columns, **how)
        else:
            what = what or _what_in(workspace, key)
            _check_format(workspace, key, what, narrowed=bool(tags or documents))
        chosen = _chosen(workspace, tags, documents)
        names = _columns(workspace, what, columns) if what else ()
        if output != targets.STANDARD_OUTPUT:
            targets.check(output, project, overwrite=overwrite)
        with (
            watched(_("Exporting"), targets.stopped(output)) as progress,
            targets.opened(output, overwrite=overwrite) as target,
        ):
            exports = workspace.exports
            if what is None:
                sent = exports.send(key, target, progress, chosen)
            else:
                sent = Sent(
                    exports.write(key, target, progress, chosen, what=what, columns=names, **how)
                )
        sending.complain_of_actors(sent.named)
        if what is not None and not how["protect"]:
            sending.complain_of_names(workspace.exports.protected_names())
    sending.complain_of(sent.losses)
    _tell_of_sheets(what, narrowed=bool(tags or documents))
    if as_json:
        sending.say_sent(key, output, sent)
    elif output != targets.STANDARD_OUTPUT:
        passages = _counted(what, sent.passages)
        say(_("{passages} written to “{name}”.").format(passages=passages, name=output))
    return ExitCode.DONE


def _format_of(output: Path, key: str | None) -> str:
    """Return the format to write; a table is a workbook where nobody said what it is."""
    if output == targets.STANDARD_OUTPUT and key is None:
        raise CannotStart(N_("Say with --format what standard output shall hold."))
    return endings.format_for(output, key, (TABLES, INTERCHANGE), TABLE)


def _what_in(workspace: Workspace, key: str) -> str:
    """Return what is written where nobody said: as much as the format holds."""
    several = [one.key for one in workspace.exports.formats(WORKBOOK)]
    return WORKBOOK if key in several else PASSAGES


def _columns(workspace: Workspace, what: str, columns: str) -> tuple[str, ...]:
    """Return the columns that were named; refuses those there are not before a file is made."""
    wanted = [name.strip() for name in columns.split(",") if name.strip()]
    if not wanted:
        return ()
    try:
        return chosen_columns(wanted, workspace.exports.columns(what))
    except NotAllowed as fault:
        raise CannotStart(fault.template, **fault.values) from fault


def _tell_of_sheets(what: str | None, *, narrowed: bool) -> None:
    """Say that only one sheet of a workbook is narrowed: whoever gets it sees the others too."""
    if what == WORKBOOK and narrowed:
        complain(_(_COMPLETE))


def _counted(what: str | None, count: int) -> str:
    if what in (PASSAGES, WORKBOOK, None):
        return counted("{count} passage", "{count} passages", count)
    return counted("{count} row", "{count} rows", count)


def _check_format(workspace: Workspace, key: str, what: str, *, narrowed: bool) -> None:
    kinds = [PASSAGES, *workspace.exports.kinds()]
    if what not in kinds:
        raise CannotStart(
            N_("“{what}” cannot be written. What can be: {kinds}."),
            what=what,
            kinds=", ".join(kinds),
        )
    keys = [one.key for one in workspace.exports.formats()]
    if key not in keys:
        keys += [one.key for one in workspace.exports.other_programs()]
        raise CannotStart(
            N_("There is no format “{key}”. There are: {keys}."), key=key, keys=", ".join(keys)
        )
    try:
        workspace.exports.check(key, what)
    except NotAllowed as fault:
        raise CannotStart(fault.template, **fault.values) from fault
    if narrowed and what not in (PASSAGES, WORKBOOK):
        raise CannotStart(N_("--tag and --document choose passages; leave them out with --what."))


def _chosen(workspace: Workspace, tags: Sequence[str], documents: Sequence[str]) -> PassageFilter:
    by_name = Tags(workspace)
    try:
        return PassageFilter(
            documents=tuple(document_called(workspace, name) for name in documents),
            tags=tuple(by_name.named(name) for name in tags),
        )
    except (NotFound, NotAllowed) as fault:
        raise CannotStart(fault.template, **fault.values) from fault
