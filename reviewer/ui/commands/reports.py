"""Reports: what is still to settle first, then how and where to."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from reviewer.domain.progress import Progress
from reviewer.domain.report import CheckKind, Voice
from reviewer.domain.report_words import HOLES, STATEMENT
from reviewer.domain.steps import Place
from reviewer.domain.words import Saying
from reviewer.environment.translation import N_, _, counted, filled, right_to_left, spoken
from reviewer.ui.asking.report_prompts import ReportAnswer, ReportQuestion, ReportStep
from reviewer.ui.commands import (
    Command,
    Menu,
    with_project,
    with_writable_project,
    writing,
)
from reviewer.ui.commands.overview import show
from reviewer.ui.commands.scopes import counts_of, filter_of
from reviewer.ui.desk import Context, Desk
from reviewer.ui.models.overview import Section
from reviewer.ui.wording import isolated
from reviewer.workspace.reporting.reported import ReportWish
from reviewer.workspace.reports_apart import report_to_file

_SECTIONS = {
    CheckKind.UNCONFIRMED: Section.UNCONFIRMED,
    CheckKind.UNCHECKED: Section.UNCHECKED,
    CheckKind.NOT_READ: Section.NOT_READ,
    CheckKind.DATES: Section.DATES,
    CheckKind.DOCUMENT_DATES: Section.DOCUMENT_DATES,
    CheckKind.MOVED: Section.MOVED,
}


def report(context: Context) -> None:
    """Show what is still to settle, ask how the report shall be, and write it."""
    desk = context.desk
    if desk is None:
        return
    names = desk.workspace.exports.protected_names()
    answer: ReportAnswer | None = ReportAnswer(protect=names > 0)
    while answer is not None:
        answer = context.prompts.report(_question(desk, answer, names))
        if answer is None or not _settled(context, desk, answer):
            return


def statement(context: Context) -> None:
    """Ask for the words that reports open with."""
    desk = context.desk
    if desk is not None:
        _ask_statement(context, desk)


def method(context: Context) -> None:
    """Ask for the method of reports."""
    desk = context.desk
    if desk is not None:
        _ask_method(context, desk)


def _settled(context: Context, desk: Desk, answer: ReportAnswer) -> bool:
    """Do what is wanted next; says whether to come back to the page before a report."""
    if answer.step is ReportStep.STATEMENT:
        _ask_statement(context, desk)
        return True
    if answer.step is ReportStep.METHOD:
        _ask_method(context, desk)
        return True
    if answer.step is ReportStep.GO:
        _go(context, desk, answer.check)
    else:
        _write(context, desk, answer)
    return False


def _question(desk: Desk, now: ReportAnswer, names: int) -> ReportQuestion:
    def chapters(answer: ReportAnswer) -> Sequence[tuple[str, int]]:
        wish = _wish(desk, answer)
        found = desk.workspace.reports.chapters(wish).chapters
        return [(wish.voice.words(one.title), one.count) for one in found]

    return ReportQuestion(
        checks=desk.workspace.reports.checks(),
        chapters=chapters,
        counts=counts_of(desk),
        protected=names,
        now=now,
    )


def _wish(desk: Desk, answer: ReportAnswer) -> ReportWish:
    voice = Voice(spoken(), _say, right_to_left())
    chosen = filter_of(desk, answer.scope)
    return ReportWish(answer.by, chosen, protect=answer.protect, voice=voice)


def _say(said: Saying) -> str:
    return filled(said.template, said.values)


def _go(context: Context, desk: Desk, check: CheckKind | None) -> None:
    """Go to the list of what is to settle, or to its first passage where it has no list."""
    if check in _SECTIONS:
        show(context, section=_SECTIONS[check])
        return
    found = next((one for one in desk.workspace.reports.checks() if one.kind is check), None)
    if found is None or not found.ids:
        return
    first = found.ids[0]
    if check is CheckKind.INDEPENDENCE:
        first = desk.workspace.links.get(first).from_passage
    passage = desk.workspace.passages.get(first)
    desk.pages.show_place(Place(passage.document, passage.span))


def _write(context: Context, desk: Desk, answer: ReportAnswer) -> None:
    formats = [(one.key, one.title, one.suffix) for one in desk.workspace.reports.formats()]
    place = writing.ask_where(
        context, desk, context.prompts.file_to_export, "report", _("Report").lower(), formats
    )
    if place is not None:
        _start(context, desk, _wish(desk, answer), *place)


def _start(context: Context, desk: Desk, wish: ReportWish, target: Path, key: str) -> None:
    project = desk.workspace.path

    def work(progress: Progress) -> int:
        return report_to_file(project, key, target, progress, wish, overwrite=True)

    def told(count: int) -> None:
        passages = counted("{count} passage", "{count} passages", count)
        said = _("Report with {passages}: {name}")
        done = said.format(passages=passages, name=isolated(target.name))
        writing.tell(context, done, target)

    job = desk.bridge.run(filled(N_("Report to {name}"), {"name": target.name}), work)
    job.failed.connect(context.prompts.tell)
    job.done.connect(told)


def _ask_statement(context: Context, desk: Desk) -> None:
    """Ask for the statement; taking it away is asked about, and what that means is said."""
    reports = desk.workspace.reports
    default = _say(Saying(STATEMENT, {hole: "{" + hole + "}" for hole in HOLES}))
    known = reports.statement()
    words = context.prompts.report_statement(default if known is None else known, default)
    if words is None:
        return
    question = _(
        "Take the opening statement away? Reports made here will say in its place that the "
        "analysts took it away. Reports made by a script open with the default one."
    )
    if words or context.prompts.confirm(question, _("Take it away")):
        context.safely(lambda: reports.set_statement(None if words == default else words))


def _ask_method(context: Context, desk: Desk) -> None:
    reports = desk.workspace.reports
    parts = context.prompts.report_method(reports.method())
    for key, words in (parts or {}).items():
        context.safely(partial(reports.set_method, key, words))


COMMANDS = (
    Command(
        "project.report",
        N_("Report…"),
        report,
        Menu.PROJECT,
        "export",
        enabled=with_project,
        starts_group=True,
        help=N_("Writes who says what, in their words, with figures, method and sources."),
    ),
    Command(
        "project.report_statement",
        N_("Opening statement of reports…"),
        statement,
        Menu.PROJECT,
        enabled=with_writable_project,
        help=N_("The words every report opens with: what it says, and what it does not."),
    ),
    Command(
        "project.report_method",
        N_("Method of reports…"),
        method,
        Menu.PROJECT,
        enabled=with_writable_project,
        help=N_("Scope, search, inclusion and conventions, as every report prints them."),
    ),
)
