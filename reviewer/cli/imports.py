"""``reviewer import``: take files into a project, made when it is not there yet."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from reviewer.cli.analyst import identity
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.printing import complain, say, say_json, sentence
from reviewer.cli.progress import watched
from reviewer.cli.projects import number_of, numbers_of_project, open_to_write
from reviewer.domain.errors import Cancelled, NotFound, ReviewerError
from reviewer.domain.incoming import EncodingBasis
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.operations.imports import Outcome, files_in
from reviewer.workspace.project import SUFFIX, Identity, Workspace

_HELP = """\
Import each PATH into PROJECT, which is made when it is not there (NAME.review).

A folder is walked through; hidden files and files of other kinds in it are passed over. A file
that cannot be taken in is named with the reason, and the rest is imported: exit code 1. Ctrl+C
stops after the file in hand; what is in stays in.

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
    imported: list[dict[str, object]] = field(default_factory=list)
    refused: list[dict[str, object]] = field(default_factory=list)
    stopped: bool = False

    def refuse(self, path: Path, problem: ReviewerError) -> None:
        complain(sentence(problem))
        self.refused.append({"path": str(path), "problem": str(problem)})


@click.command("import", help=_HELP, short_help="Take files and folders into a project.")
@click.argument("project", type=click.Path(path_type=Path, readable=False))
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
    report = _Report(project)
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
        found = files_in([path])
        if not found:
            report.refuse(path, _nothing_in(path))
        for file in found:
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
    document = workspace.documents.get(outcome.document)
    facts = workspace.documents.facts(outcome.document)
    if facts is None:
        return
    if facts.encoding_basis in _UNSURE:
        complain(
            _(_UNSURE[facts.encoding_basis]).format(
                name=document.original_name, encoding=facts.encoding
            )
        )
    report.imported.append(
        {
            "path": str(outcome.path),
            "document": document.label,
            "uid": document.uid,
            "title": document.title,
            "encoding": facts.encoding,
            "encoding_basis": facts.encoding_basis.value,
        }
    )


def _print(report: _Report, *, as_json: bool) -> None:
    if as_json:
        say_json(
            {
                "format": 1,
                "project": str(report.project),
                "imported": report.imported,
                "refused": report.refused,
                "stopped": report.stopped,
            }
        )
        return
    words = counted("{count} document", "{count} documents", len(report.imported))
    refused = counted("{count} refused", "{count} refused", len(report.refused))
    say(
        _("{documents} imported into “{name}”, {refused}.").format(
            documents=words, name=report.project.name, refused=refused
        )
    )
