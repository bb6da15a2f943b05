"""Finding one's way: the keys, the help pages, what is new, and what program this is."""

from functools import partial

from PySide6.QtWidgets import QApplication

from reviewer.domain.errors import Damaged
from reviewer.domain.progress import Progress
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.commands import Command, Menu, always, with_project
from reviewer.ui.desk import Context, PageName
from reviewer.ui.models.help_pages import FIRST, KEYBOARD, WHATS_NEW
from reviewer.workspace.apart import findings_of
from reviewer.workspace.project import sqlite_version

# The page about a part of the window, by the class of the part.
PAGES = {
    "DocumentsPanel": "documents",
    "PassagesPage": "passages",
    "HistoryPanel": "history",
    "DetailsPanel": "notes",
    "Pane": "reading",
    "VerbStrip": "tagging",
    "CodebookTree": "codebook",
    "EventsPage": "events",
    "ComparePage": "comparing",
    "ScreeningPage": "documents",
    "JournalPanel": "notes",
    "WelcomePage": "getting-started",
}
HELP_PAGE = "help_page"
"""The property of a widget that names its page, for parts that are not listed above."""


def legend(context: Context) -> None:
    """Show every key; from there one may go on to print them, or to change them."""
    from reviewer.ui.commands.settings import change_keys

    wanted = context.prompts.legend(_all(context))
    if wanted == "page":
        open_help(context, page=KEYBOARD)
    elif wanted == "keys":
        change_keys(context)


def open_help(context: Context, *, page: str = "", at: str = "") -> None:
    """Show a page of the help beside the work, at a heading; else that of where one is."""
    context.prompts.help(page or page_of_place(context), at, _all(context))


def page_of_place(context: Context) -> str:
    """Return the page about the part of the window that has the keys."""
    here = QApplication.focusWidget()
    while here is not None:
        named = here.property(HELP_PAGE) or PAGES.get(type(here).__name__)
        if isinstance(named, str):
            return named
        here = here.parentWidget()
    if context.desk is None:
        return FIRST
    return "passages" if context.desk.pages.current() is PageName.PASSAGES else "reading"


def _all(context: Context) -> list[Command]:
    from reviewer.ui.commands.passages import tag_commands
    from reviewer.ui.commands.registry import commands_in_use  # the registry reads this file

    return [*commands_in_use(context.settings), *tag_commands(context)]


def take_tour(context: Context) -> None:
    """Begin the tour."""
    context.shell.take_tour()


def about(context: Context) -> None:
    """Say what program this is, its version and where things lie."""
    path = context.desk.workspace.path if context.desk is not None else None
    context.prompts.about(sqlite_version(), path)


def _dropped(count: int) -> tuple[str, ...]:
    """Return what is said of originals of which there is nothing to compare."""
    if not count:
        return ()
    words = counted(
        "The bytes of {count} original were dropped: only size and fingerprint are held.",
        "The bytes of {count} originals were dropped: only sizes and fingerprints are held.",
        count,
    )
    return (words,)


def verify(context: Context) -> None:
    """Compare every fingerprint and every quote with its place, and say what differs."""
    desk = context.desk
    if desk is None:
        return
    path = desk.workspace.path

    def work(progress: Progress) -> list[str]:
        return [finding.sentence for finding in findings_of(path, progress)]

    job = desk.bridge.run(_("Check project"), work)
    job.failed.connect(context.prompts.tell)

    def tell(findings: list[str]) -> None:
        if findings:
            context.prompts.tell(
                Damaged(
                    N_("“{name}” differs from what was saved:\n{findings}"),
                    name=path.name,
                    findings="\n".join(findings),
                )
            )
        else:
            words = _("Checked: every fingerprint and every quote is in its place.")
            context.prompts.inform(" ".join((words, *_dropped(desk.workspace.compared().dropped))))

    job.done.connect(tell)


COMMANDS = (
    Command(
        "help.open",
        N_("Help"),
        open_help,
        Menu.HELP,
        "help",
        ("F1",),
        always,
        help=N_("The help page about the part of the window you are in."),
    ),
    Command(
        "help.start",
        N_("Getting started"),
        partial(open_help, page=FIRST),
        Menu.HELP,
        "read",
        (),
        always,
        help=N_("From the first document to the first export, on one page."),
    ),
    Command(
        "help.tour",
        N_("Take the tour"),
        take_tour,
        Menu.HELP,
        "",
        (),
        always,
        help=N_("Six things to try, one after the other; without a project, on the sample."),
    ),
    Command(
        "help.legend",
        N_("Keys"),
        legend,
        Menu.HELP,
        "command",
        ("?", "Shift+F1"),
        always,
        help=N_("Every key there is, by menu, with a search."),
        starts_group=True,
    ),
    Command(
        "help.keyboard",
        N_("Keys, to be printed"),
        partial(open_help, page=KEYBOARD),
        Menu.HELP,
        "",
        (),
        always,
        help=N_("The help page of all keys; it prints on two or three sheets."),
    ),
    Command(
        "help.news",
        N_("What’s new"),
        partial(open_help, page=WHATS_NEW),
        Menu.HELP,
        "info",
        (),
        always,
        help=N_("What this version can do that the one before could not."),
        starts_group=True,
    ),
    Command(
        "help.verify",
        N_("Check project"),
        verify,
        Menu.PROJECT,
        "verify",
        (),
        with_project,
        starts_group=True,
        help=N_("Compares every fingerprint and every quote with its place."),
    ),
    Command(
        "help.about",
        N_("About Reviewer"),
        about,
        Menu.HELP,
        "info",
        (),
        always,
        help=N_("Version, licences, and where the log lies."),
    ),
)
