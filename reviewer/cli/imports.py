"""``reviewer import``: take files into a project, made when it is not there yet."""

import os
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
from reviewer.domain.errors import Cancelled, NotFound, ReviewerError
from reviewer.domain.incoming import EncodingBasis
from reviewer.domain.words import N_
from reviewer.environment.paths import named
from reviewer.environment.translation import _, counted
from reviewer.workspace.found import kinds_of, look_for
from reviewer.workspace.operations.imports import Outcome
from reviewer.workspace.project import SUFFIX, Identity, Workspace

_HELP = """\
Import each PATH into PROJECT, which is made when it is not there (NAME.review).

A folder is walked through; hidden files in it are passed over, and files of kinds that cannot be
imported yet are counted. A file that cannot be taken in is named with the reason, and the rest is
imported: exit code 1. Ctrl+C stops soon; what is in stays in.

\b
--json prints one object:
  format      1
  project     path of the project file
  imported    one object a document, in the order they came:
    path, document (D4), uid, title
    encoding          how the bytes were read
    encoding_basis    mark, zero_pattern, strict, damaged, declared,
                      guessed or chosen
  refused     path and problem of each file that is not in
  stopped     whether Ctrl+C stopped it
  other_kinds path of each file in a folder that is of a kind that cannot be
              imported yet; no reason for exit code 1
  hidden      how many files and folders were hidden, the system's own or
              projects
"""
_UNSURE = {
    EncodingBasis.GUESSED: N_(
        "“{name}” was read as {encoding}, a guess from its bytes. If it reads wrong, undo and "
        "import it with --encoding."
    ),
    EncodingBasis.DAMAGED: N_(
        "“{name}” was read as {encoding}, but some of its bytes are none; they show as �."
    ),
}


@dataclass(slots=True)
class _Report:
    """What became of the import until now."""

    project: Path
    count: int = 0
    imported: list[dict[str, object]] | None = None  # only where it is printed: it asks for each
    refused: list[dict[str, object]] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    hidden: int = 0
    stopped: bool = False

    def refuse(self, path: Path, problem: ReviewerError) -> None:
        complain(sentence(problem))
        self.refused.append({"path": str(path), "problem": str(problem)})


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
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(
    project: Path,
    paths: tuple[Path, ...],
    *,
    analyst: str | None,
    encoding: str | None,
    as_json: bool,
) -> ExitCode:
    """Import files and folders."""
    _check_encoding(encoding)
    who = identity(analyst)
    report = _Report(project, imported=[] if as_json else None)
    files = list(_files(paths, report))
    if files:
        with _opened(project, who) as workspace:
            _take_in(workspace, files, encoding, report)
    _print(report, as_json=as_json)
    if report.stopped:
        return ExitCode.STOPPED
    return ExitCode.REFUSED if report.refused else ExitCode.DONE


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


def _take_in(
    workspace: Workspace, files: Sequence[Path], encoding: str | None, report: _Report
) -> None:
    try:
        with watched(_("Importing")) as progress:
            for outcome in workspace.imports.take_in(files, progress, encoding):
                _note(workspace, outcome, report)
    except Cancelled as stopped:
        report.stopped = True
        complain(sentence(stopped))


def _note(workspace: Workspace, outcome: Outcome, report: _Report) -> None:
    if outcome.document is None:
        if outcome.problem is not None:
            report.refuse(outcome.path, outcome.problem)
        return
    report.count += 1
    if outcome.encoding_basis in _UNSURE:
        words = _(_UNSURE[outcome.encoding_basis])
        complain(words.format(name=outcome.path.name, encoding=outcome.encoding))
    if report.imported is not None:
        document = workspace.documents.get(outcome.document)
        report.imported.append(
            {
                "path": str(outcome.path),
                "document": document.label,
                "uid": document.uid,
                "title": document.title,
                "encoding": outcome.encoding,
                "encoding_basis": outcome.encoding_basis,
            }
        )


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
            }
        )
        return
    words = counted("{count} document", "{count} documents", report.count)
    refused = counted("{count} refused", "{count} refused", len(report.refused))
    say(
        _("{documents} imported into “{name}”, {refused}.").format(
            documents=words, name=report.project.name, refused=refused
        )
    )


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
