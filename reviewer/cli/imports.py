"""``reviewer import``: take files into a project, made when it is not there yet."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from reviewer.cli.analyst import identity
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.imported import Report, compare_all, note, note_kinds, print_report
from reviewer.cli.printing import complain
from reviewer.cli.progress import watched
from reviewer.cli.projects import number_of, numbers_of_project, open_to_write
from reviewer.cli.tag import complain_of
from reviewer.cli.works import take_in_work, values_of_work, works_among
from reviewer.domain.columns import Column, ColumnMapping
from reviewer.domain.errors import Cancelled, NotFound, Unreadable
from reviewer.domain.progress import Progress
from reviewer.domain.words import N_
from reviewer.environment.paths import named
from reviewer.environment.translation import _
from reviewer.workspace.formats import CODEBOOK, readable, writable
from reviewer.workspace.found import look_for
from reviewer.workspace.project import SUFFIX, Identity, Workspace

_HELP = """\
Import each PATH into PROJECT, which is made when it is not there (NAME.review).

A folder is walked through, and so is an archive (ZIP); hidden files and what belongs to a saved
page are passed over, and files of kinds that cannot be imported are counted. What comes with a mail
is imported with it. Of a table (CSV, XLSX, JSON Lines) each row is a document; which column holds
the words, the title, the date is guessed from the headings, unless --column says it. Work exported
from a project as JSON Lines is taken in as “reviewer tag” does. PATH - is text from standard input.

Work of other programs (“reviewer formats”: interchange) comes in with its documents, tags, passages
and links as one change that can be undone; documents that are here already are not doubled. A
passage with other words than stand at its place is “Place not certain”. --column says that a file
is a table and no such work.

A file that cannot be taken in is named with the reason, and the rest is imported: exit code 1.
Once all is in, documents that say nearly the same as earlier ones are named. Where that would take
long it is left out, and said so, unless one asks for it with --compare. Ctrl+C stops soon; what is
in stays in, but a file of work under way does not. No project is made where nothing came in.

\b
--json prints one object:
  format      1
  project     path of the project file
  imported    one object a document, in the order they came:
    path, document (D4), uid, title
    called            its name and what it lies in: “all.zip/a/letter.txt”
    part              which part of the file it is (“row 12”), or empty
    encoding          how the bytes were read
    encoding_basis    mark, zero_pattern, strict, damaged, declared,
                      guessed or chosen
    same_text_as      label of a document with the same text, or empty
    remarks           what else there is to know of how it was read
    came_with         label of the mail it came with, or empty
    near              the earlier document that shares most of its text, where
                      that is a third or more, and eight phrases of five
                      words at least, or null: document (D3), shared and of
                      (so many phrases were compared, at most 64)
  refused     path, called and problem of each file that is not in
  stopped     whether Ctrl+C stopped it
  other_kinds path of each file in a folder or archive that is of a kind that
              cannot be imported; no reason for exit code 1
  hidden      how many files and folders were hidden, the system's own or
              projects
  of_pages    how many folders belong to saved pages
  taken_in    path, passages, rows and refused of each file of our own work
  compared    whether every document was compared with those before it
  works       work of other programs: path, of (the format), documents and
              here_already (labels), passages, rows (what was made, counted),
              not_certain (labels of passages), doubts (at, words), refused
              (at, problem)
"""
_PIPE = Path("-")
_KEPT = N_("Stopped. What came in until then is kept.")
_AT_ONCE = N_("Stopped at once. What came in as a whole until then is kept.")
_NOTHING_CAME = N_("Stopped. Nothing came in.")
_IS_CODEBOOK = N_("“{name}” is a codebook. Take it in so: reviewer codebook PROJECT --import FILE")


@click.command("import", help=_HELP, short_help="Take files and folders into a project.")
@click.argument("project", type=GivenPath())
@click.argument(
    "paths",
    type=click.Path(path_type=Path, readable=False),
    nargs=-1,
    required=True,
    metavar="PATH...",
)
@click.option("--analyst", metavar="NAME", help="Whose work this is.")
@click.option("--encoding", metavar="NAME", help="Read every file in this encoding.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="WHAT=HEADING",
    help=f"Of tables: the column that is {', '.join(Column)} (no HEADING: none is).",
)
@click.option(
    "--recognise",
    is_flag=True,
    help="Of PDFs: recognise the text of pages that are pictures (needs Tesseract).",
)
@click.option("--make-tags", is_flag=True, help="Of our own work: make tags not there yet.")
@click.option(
    "--compare/--no-compare",
    default=None,
    help="Look which documents say nearly the same as earlier ones, however long it takes; or not.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(
    project: Path,
    paths: tuple[Path, ...],
    *,
    analyst: str | None,
    encoding: str | None,
    columns: tuple[str, ...],
    compare: bool | None,
    as_json: bool,
    **how: bool,
) -> ExitCode:
    """Import files and folders."""
    _check_encoding(encoding)
    wanted = _Wanted(encoding, _columns(columns), compare, **how)
    who = identity(analyst)
    report = Report(project, imported={} if as_json else None)
    piped = _piped(paths)
    given = [path for path in paths if path != _PIPE]
    found = [] if wanted.columns else works_among(given)
    files = list(_files([path for path in given if path not in found], found, report))
    report.others = [path for path in report.others if path not in found]
    if files or piped or found:
        with _opened(project, who, report) as workspace:
            if piped:
                for outcome in workspace.imports.take_in_text(piped):
                    note(workspace, outcome, report)
            _take_in(workspace, files, found, wanted, report)
            note_kinds(workspace, report)
    print_report(report, as_json=as_json)
    if report.stopped:
        return ExitCode.STOPPED
    return ExitCode.DONE if report.is_clean else ExitCode.REFUSED


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How files are to be read."""

    encoding: str | None
    columns: ColumnMapping | None
    compare: bool | None
    recognise: bool
    make_tags: bool


def _columns(given: Sequence[str]) -> ColumnMapping | None:
    headings: dict[Column, str] = {}
    for words in given:
        what, equals, heading = words.partition("=")
        if what not in list(Column) or not equals:
            raise CannotStart(
                N_(
                    "“{words}” does not say what a column is. Say it so: text=Body. "
                    "Known are: {known}."
                ),
                words=words,
                known=", ".join(Column),
            )
        headings[Column(what)] = heading.strip()
    return ColumnMapping(headings) if headings else None


def _piped(paths: Sequence[Path]) -> bytes:
    if _PIPE not in paths:
        return b""
    if sys.stdin is None:
        raise CannotStart(N_("Standard input is closed."))
    return sys.stdin.buffer.read()


def _check_encoding(name: str | None) -> None:
    try:
        "".encode(name or "utf-8")
    except (LookupError, ValueError) as fault:
        raise CannotStart(
            N_("There is no encoding “{name}”. Try utf-8, utf-16, windows-1252 or windows-1256."),
            name=name,
        ) from fault


@contextmanager
def _opened(project: Path, who: Identity, report: Report) -> Iterator[Workspace]:
    """Give the project, made where there is none; one into which nothing came is no file after."""
    workspace, made = _opened_or_made(project, who)
    try:
        yield workspace
    finally:
        report.unmade = made and not report.brought and not workspace.documents.count()
        if report.unmade:
            workspace.discard()
        else:
            workspace.close()


def _opened_or_made(project: Path, who: Identity) -> tuple[Workspace, bool]:
    try:
        return open_to_write(project, who), False
    except NotFound:
        if project.suffix.casefold() != SUFFIX:
            raise CannotStart(
                N_("“{name}” is not there, and a new project is called NAME{suffix}."),
                name=project.name,
                suffix=SUFFIX,
            ) from None
        return Workspace.create(project, who), True


def _files(paths: Sequence[Path], works: Sequence[Path], report: Report) -> Iterator[Path]:
    """Give each file once; the project itself never, because reading it would break its locks.

    A folder without documents is no fault where ``works`` lie in it.
    """
    seen: set[Path] = set()
    codebooks = _endings_of_codebooks()
    own = numbers_of_project(report.project)
    for path in paths:
        found = look_for([path])
        report.others += found.others
        report.hidden += found.hidden
        report.of_pages += found.of_pages
        if not found.files and not any(path in work.parents for work in works):
            report.refuse(path, _nothing_in(named(path)))
        for file in found.files:
            if number_of(file) in own:
                report.refuse(file, _project_itself(file))
            elif file.suffix.casefold() in codebooks:
                report.refuse(file, NotFound(_IS_CODEBOOK, name=file.name))
            elif file not in seen:
                seen.add(file)
                yield file


def _endings_of_codebooks() -> set[str]:
    """Return the endings of files that are codebooks and can be nothing else."""
    others = {suffix for one in readable() for suffix in one.suffixes}
    return {suffix for one in writable() if one.of == CODEBOOK for suffix in one.suffixes} - others


def _nothing_in(folder: Path) -> NotFound:
    if not os.access(folder, os.R_OK | os.X_OK):
        return NotFound(N_("The folder “{folder}” may not be read by you."), folder=str(folder))
    return NotFound(
        N_("There is no document in the folder “{folder}”: no file of a kind that can be read."),
        folder=str(folder),
    )


def _project_itself(file: Path) -> NotFound:
    return NotFound(
        N_("“{name}” belongs to the project itself and is not a document."), name=file.name
    )


def _take_in(
    workspace: Workspace,
    files: Sequence[Path],
    found: Sequence[Path],
    wanted: _Wanted,
    report: Report,
) -> None:
    at_hand: Path | None = None
    try:
        with watched(_("Importing")) as progress:
            for outcome in workspace.imports.take_in(
                files, progress, wanted.encoding, wanted.columns, recognise=wanted.recognise
            ):
                note(workspace, outcome, report)
            for at_hand in report.own_work:
                lines = at_hand.read_bytes().splitlines(keepends=True)
                taken = workspace.taking_in.take(lines, progress, make_tags=wanted.make_tags)
                complain_of(taken)
                report.taken.append((at_hand, taken))
            for at_hand in found:
                _take_in_work(workspace, at_hand, progress, report)
            at_hand = None
        compare_all(workspace, report, wanted=wanted.compare)
    except Cancelled:
        report.stopped = True
        for words in _stopped(at_hand, brought=report.brought):
            complain(words)
    except KeyboardInterrupt:
        raise Cancelled(_AT_ONCE if workspace.documents.count() else _NOTHING_CAME) from None


def _stopped(at_hand: Path | None, *, brought: bool) -> Iterator[str]:
    """Give what is true now: work that is under way is taken back, all before it stays."""
    if not brought:
        yield _(_NOTHING_CAME)
        return
    if at_hand is None:
        yield _(_KEPT)
        return
    yield _("Stopped. Nothing of “{name}” came in.").format(name=at_hand.name)
    yield _("What came in before it is kept.")


def _take_in_work(workspace: Workspace, path: Path, progress: Progress, report: Report) -> None:
    try:
        came = take_in_work(workspace, path, progress)
    except Unreadable as problem:
        report.refuse(path, problem)
        return
    report.came += came.documents
    report.works.append((came, values_of_work(workspace, came)))
