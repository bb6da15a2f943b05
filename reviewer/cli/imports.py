"""``reviewer import``: take files into a project, made when it is not there yet."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from reviewer.cli.analyst import identity
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.printing import complain, say, say_json, sentence
from reviewer.cli.progress import watched
from reviewer.cli.projects import number_of, numbers_of_project, open_to_write
from reviewer.cli.tag import complain_of, rows_of
from reviewer.domain.columns import Column, ColumnMapping
from reviewer.domain.errors import Cancelled, NotFound, ReviewerError
from reviewer.domain.incoming import EncodingBasis
from reviewer.domain.words import N_
from reviewer.environment.paths import named
from reviewer.environment.translation import _, counted, filled
from reviewer.workspace.found import kinds_of, look_for
from reviewer.workspace.operations.imports import AlreadyIn, Outcome
from reviewer.workspace.project import SUFFIX, Identity, Workspace
from reviewer.workspace.reading_files import OtherKind, is_project_lines
from reviewer.workspace.taken_lines import Taken

_HELP = """\
Import each PATH into PROJECT, which is made when it is not there (NAME.review).

A folder is walked through, and so is an archive (ZIP); hidden files and what belongs to a saved
page are passed over, and files of kinds that cannot be imported are counted. What comes with a mail
is imported with it. Of a table (CSV, XLSX, JSON Lines) each row is a document; which column holds
the words, the title, the date is guessed from the headings, unless --column says it. Work exported
from a project as JSON Lines is taken in as “reviewer tag” does. PATH - is text from standard input.

A file that cannot be taken in is named with the reason, and the rest is imported: exit code 1.
Ctrl+C stops soon; what is in stays in.

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
  refused     path, called and problem of each file that is not in
  stopped     whether Ctrl+C stopped it
  other_kinds path of each file in a folder or archive that is of a kind that
              cannot be imported; no reason for exit code 1
  hidden      how many files and folders were hidden, the system's own or
              projects
  of_pages    how many folders belong to saved pages
  taken_in    path, passages, rows and refused of each file of our own work
"""
_PIPE = Path("-")
_UNSURE = {
    EncodingBasis.GUESSED: N_(
        "“{name}” was read as {encoding}, a guess from its bytes. If it reads wrong, undo and "
        "import it with --encoding."
    ),
    EncodingBasis.DAMAGED: N_(
        "“{name}” was read as {encoding}, but some of its bytes are none; they show as �."
    ),
}


SAME_TEXT = N_("it has the same words as {label}, which came in another file.")


@dataclass(slots=True)
class _Report:
    """What became of the import until now."""

    project: Path
    count: int = 0
    imported: list[dict[str, object]] | None = None  # only where it is printed: it asks for each
    refused: list[dict[str, object]] = field(default_factory=list)
    known: int = 0  # of those refused: the very same file is in the project already
    others: list[Path] = field(default_factory=list)
    hidden: int = 0
    of_pages: int = 0
    own_work: list[Path] = field(default_factory=list)
    taken: list[tuple[Path, Taken]] = field(default_factory=list)
    stopped: bool = False

    @property
    def is_clean(self) -> bool:
        """Whether nothing was refused."""
        return not self.refused and not any(taken.refused for _path, taken in self.taken)

    def refuse(self, path: Path, problem: ReviewerError, called: str = "") -> None:
        complain(sentence(problem))
        self.refused.append(
            {"path": str(path), "called": called or path.name, "problem": str(problem)}
        )


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
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(
    project: Path,
    paths: tuple[Path, ...],
    *,
    analyst: str | None,
    encoding: str | None,
    columns: tuple[str, ...],
    recognise: bool,
    make_tags: bool,
    as_json: bool,
) -> ExitCode:
    """Import files and folders."""
    _check_encoding(encoding)
    wanted = _Wanted(encoding, _columns(columns), recognise, make_tags)
    who = identity(analyst)
    report = _Report(project, imported=[] if as_json else None)
    piped = _piped(paths)
    files = list(_files([path for path in paths if path != _PIPE], report))
    if files or piped:
        with _opened(project, who) as workspace:
            if piped:
                for outcome in workspace.imports.take_in_text(piped):
                    _note(workspace, outcome, report)
            _take_in(workspace, files, wanted, report)
    _print(report, as_json=as_json)
    if report.stopped:
        return ExitCode.STOPPED
    return ExitCode.DONE if report.is_clean else ExitCode.REFUSED


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How files are to be read."""

    encoding: str | None
    columns: ColumnMapping | None
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


def _opened(project: Path, who: Identity) -> Workspace:
    try:
        return open_to_write(project, who)
    except NotFound:
        if project.suffix.casefold() != SUFFIX:
            raise CannotStart(
                N_("“{name}” is not there, and a new project is called NAME{suffix}."),
                name=project.name,
                suffix=SUFFIX,
            ) from None
        return Workspace.create(project, who)


def _files(paths: Sequence[Path], report: _Report) -> Iterator[Path]:
    """Give each file once; the project itself never, because reading it would break its locks."""
    seen: set[Path] = set()
    own = numbers_of_project(report.project)
    for path in paths:
        found = look_for([path])
        report.others += found.others
        report.hidden += found.hidden
        report.of_pages += found.of_pages
        if not found.files:
            report.refuse(path, _nothing_in(named(path)))
        for file in found.files:
            if number_of(file) in own:
                report.refuse(file, _project_itself(file))
            elif file not in seen:
                seen.add(file)
                yield file


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


def _take_in(workspace: Workspace, files: Sequence[Path], wanted: _Wanted, report: _Report) -> None:
    try:
        with watched(_("Importing")) as progress:
            for outcome in workspace.imports.take_in(
                files, progress, wanted.encoding, wanted.columns, recognise=wanted.recognise
            ):
                _note(workspace, outcome, report)
            for path in report.own_work:
                lines = path.read_bytes().splitlines(keepends=True)
                taken = workspace.taking_in.take(lines, progress, make_tags=wanted.make_tags)
                complain_of(taken)
                report.taken.append((path, taken))
    except Cancelled as stopped:
        report.stopped = True
        complain(sentence(stopped))


def _note(workspace: Workspace, outcome: Outcome, report: _Report) -> None:
    if outcome.document is None:
        _note_problem(outcome, report)
        return
    report.count += 1
    if outcome.encoding_basis in _UNSURE:
        words = _(_UNSURE[outcome.encoding_basis])
        complain(words.format(name=outcome.called, encoding=outcome.encoding))
    remarks = [filled(remark.message, remark.values) for remark in outcome.remarks]
    if outcome.same_text_as:
        remarks.append(_(SAME_TEXT).format(label=outcome.same_text_as))
    for remark in remarks:
        complain(_("“{name}”: {remark}").format(name=outcome.called, remark=remark))
    if report.imported is not None:
        document = workspace.documents.get(outcome.document)
        report.imported.append(
            {
                "path": str(outcome.path),
                "called": outcome.called,
                "part": outcome.part,
                "document": document.label,
                "uid": document.uid,
                "title": document.title,
                "encoding": outcome.encoding,
                "encoding_basis": outcome.encoding_basis,
                "same_text_as": outcome.same_text_as,
                "remarks": [one.message.format(**one.values) for one in outcome.remarks],
            }
        )


def _note_problem(outcome: Outcome, report: _Report) -> None:
    if isinstance(outcome.problem, OtherKind):
        report.others.append(outcome.path.parent / outcome.called)
    elif is_project_lines(outcome.problem) and outcome.called == outcome.path.name:
        report.own_work.append(outcome.path)
    elif outcome.problem is not None:
        report.known += isinstance(outcome.problem, AlreadyIn)
        report.refuse(outcome.path, outcome.problem, outcome.called)


def _print(report: _Report, *, as_json: bool) -> None:
    if report.others:
        complain(_others(report.others))
    if as_json:
        say_json(
            {
                "format": 1,
                "project": str(report.project),
                "imported": report.imported,
                "refused": report.refused,
                "stopped": report.stopped,
                "other_kinds": [str(path) for path in report.others],
                "hidden": report.hidden,
                "of_pages": report.of_pages,
                "taken_in": [_taken_in(path, taken) for path, taken in report.taken],
            }
        )
        return
    words = counted("{count} document", "{count} documents", report.count)
    refused = len(report.refused) - report.known
    told = [counted("{count} refused", "{count} refused", refused)]
    if report.known:
        told.append(counted("{count} known already", "{count} known already", report.known))
    say(
        _("{documents} imported into “{name}”, {refused}.").format(
            documents=words, name=report.project.name, refused=", ".join(told)
        )
    )


def _taken_in(path: Path, taken: Taken) -> dict[str, object]:
    return {
        "path": str(path),
        "passages": len(taken.passages),
        "rows": rows_of(taken),
        "refused": [{"line": one.number, "problem": str(one.problem)} for one in taken.refused],
    }


def _others(files: Sequence[Path]) -> str:
    kinds = ", ".join(
        f"{count:,} {ending or _('without an ending')}" for ending, count in kinds_of(files)
    )
    words = counted(
        "{count} file is not of a kind that can be imported yet:",
        "{count} files are not of a kind that can be imported yet:",
        len(files),
    )
    return f"{words} {kinds}."
