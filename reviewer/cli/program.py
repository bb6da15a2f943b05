"""The group of commands, and where every fault ends: a sentence and an exit code."""

import logging
import os
import traceback
from collections.abc import Iterator, Sequence

import click

import reviewer
from reviewer.cli import printing
from reviewer.cli.annotated import annotated
from reviewer.cli.codebook import codebook
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.export import export
from reviewer.cli.formats import formats
from reviewer.cli.imports import import_
from reviewer.cli.info import info
from reviewer.cli.originals import original, originals
from reviewer.cli.papers import certificate, register
from reviewer.cli.report import report
from reviewer.cli.rescue import rescue
from reviewer.cli.search import search
from reviewer.cli.tag import tag
from reviewer.cli.verify import verify
from reviewer.domain.errors import Cancelled, NothingChosen, ReviewerError
from reviewer.environment.logs import log_path, start_logging
from reviewer.environment.translation import _

_LOG = logging.getLogger(__name__)

_HELP = """\
Reviewer: who alleges what, who denies it, and how many were harmed.

\b
In a window:
  reviewer                   the welcome page
  reviewer FOLDER-OR-FILES   import them into a new project and open it
  reviewer NAME.review       open a project
  reviewer sample            open a copy of the sample dossier
  reviewer -- NAME           a folder or file that is called like a command

\b
Exit codes: 0 done; 1 done, but something was refused or found wrong;
2 could not start (wrong words here, or nobody's name); 3 could not do it
(file, disk, lock); 130 stopped with Ctrl+C.

\b
REVIEWER_ANALYST  whose name is on the work, where --analyst is not given
REVIEWER_HOME     the folder for settings, locks and logs
"""


@click.group("reviewer", help=_HELP, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(reviewer.__version__, message="Reviewer %(version)s")
def group() -> None:
    """Hold the commands together."""


for command in (import_, info, search, tag, verify, rescue, export, codebook, formats, report):
    group.add_command(command)
for command in (annotated, original, originals, register, certificate):
    group.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code. See ``reviewer.cli.main``."""
    start_logging()
    try:
        code = _invoked(arguments)
        printing.flush()
    except (Exception, KeyboardInterrupt) as fault:  # noqa: BLE001 - this is the command dispatch
        if os.environ.get("REVIEWER_TRACEBACK"):
            traceback.print_exception(fault)
        code, words = _ending(fault)
        if words:
            printing.complain(words)
        if code is not ExitCode.STOPPED:
            _flush_quietly()
    return int(code)


def _invoked(arguments: Sequence[str]) -> ExitCode:
    try:
        with group.make_context("reviewer", list(arguments)) as context:
            return ExitCode(group.invoke(context))
    except click.exceptions.Exit as ended:
        return ExitCode(ended.exit_code)


def _ending(fault: BaseException) -> tuple[ExitCode, str]:
    """Return the exit code that ``fault`` means, and what to say; may be nothing."""
    match fault:
        case BrokenPipeError():
            printing.let_go()
            return ExitCode.REFUSED, ""
        case Cancelled():
            return ExitCode.STOPPED, printing.sentence(fault)
        case KeyboardInterrupt() | click.Abort():
            return ExitCode.STOPPED, _("Stopped.")
        case click.ClickException():
            return ExitCode.NOT_STARTED, _usage(fault)
        case CannotStart() | NothingChosen():
            began = isinstance(fault, NothingChosen)
            return ExitCode.REFUSED if began else ExitCode.NOT_STARTED, printing.sentence(fault)
    return ExitCode.FAILED, _failure(fault)


def _failure(fault: BaseException) -> str:
    if isinstance(fault, ReviewerError):
        return printing.sentence(fault)
    if isinstance(fault, OSError):
        reason = fault.strerror or type(fault).__name__
        if not fault.filename:
            return _("The output cannot be written: {reason}.").format(reason=reason)
        return _("“{name}” cannot be read or written: {reason}.").format(
            name=os.fsdecode(fault.filename), reason=reason
        )
    _LOG.error("unexpected fault\n%s", "".join(_told_without_words(fault)))
    return _(
        "Something went wrong that should not have ({kind}). What was saved is safe. "
        "Details, without a word of your documents, are in {log}."
    ).format(kind=type(fault).__name__, log=log_path())


def _usage(fault: click.ClickException) -> str:
    context = getattr(fault, "ctx", None)
    path = context.command_path if isinstance(context, click.Context) else "reviewer"
    return _("{problem} See: {command} --help").format(problem=fault.format_message(), command=path)


def _told_without_words(fault: BaseException) -> Iterator[str]:
    """Give where a fault and its causes came from; its message may hold a document's words."""
    link: BaseException | None = fault
    told: list[BaseException] = []
    while link is not None and link not in told:
        told.append(link)
        yield f"{type(link).__module__}.{type(link).__qualname__}\n"
        yield from traceback.format_tb(link.__traceback__)
        link = link.__cause__ or link.__context__


def _flush_quietly() -> None:
    try:
        printing.flush()
    except (OSError, ValueError):
        printing.let_go()
