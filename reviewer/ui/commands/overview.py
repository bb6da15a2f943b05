"""The overview: gone to at its lists, without a way through the page."""

from functools import partial

from reviewer.environment.translation import N_
from reviewer.ui.commands import Command, Menu
from reviewer.ui.commands.help import open_help
from reviewer.ui.desk import Context
from reviewer.ui.models.overview import Section


def show(context: Context, *, section: Section) -> None:
    """Go to a list of the overview."""
    if context.desk is not None and context.desk.overview is not None:
        context.desk.overview.show_section(section)


COMMANDS = (
    Command(
        "overview.unanswered",
        N_("Allegations with no answer found"),
        partial(show, section=Section.UNANSWERED),
        Menu.GO,
        "overview",
        help=N_("What is to be followed up and has no answer in these documents."),
        starts_group=True,
    ),
    Command(
        "overview.unconfirmed",
        N_("Values not confirmed"),
        partial(show, section=Section.UNCONFIRMED),
        Menu.GO,
        "overview",
        help=N_("Passages with values that were read and that nobody confirmed."),
    ),
    Command(
        "overview.unchecked",
        N_("Passages not checked"),
        partial(show, section=Section.UNCHECKED),
        Menu.GO,
        "check",
        help=N_("Passages that no second pair of eyes has checked."),
    ),
    Command(
        "overview.timeline",
        N_("Timeline"),
        partial(show, section=Section.TIMELINE),
        Menu.GO,
        "timeline",
        help=N_("Events and what is said of them, in order of time."),
    ),
    Command(
        "overview.help",
        N_("How the overview works"),
        partial(open_help, page="overview"),
        Menu.HELP,
        "help",
        help=N_("The page of the help about the overview."),
    ),
)
