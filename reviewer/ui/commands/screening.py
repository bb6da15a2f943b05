"""Screening: one key decides what becomes of a document nobody has read."""

from functools import partial

from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, Scope, needs, with_writable_project
from reviewer.ui.desk import Context, PageName

_BEGIN_FIRST = N_("Begin screening first.")


@needs(_BEGIN_FIRST, changes=True)
def with_screened_document(context: Context) -> bool:
    """Say whether a document is screened just now."""
    desk = context.desk
    return (
        desk is not None
        and desk.workspace.read_only is None
        and desk.pages.current() is PageName.SCREENING
        and desk.screening.document() is not None
    )


@needs(_BEGIN_FIRST)
def while_screening(context: Context) -> bool:
    """Say whether the place is the one for screening."""
    desk = context.desk
    return desk is not None and desk.pages.current() is PageName.SCREENING


def begin(context: Context) -> None:
    """Screen what is not read, in the order of the list."""
    if context.desk is not None:
        context.desk.screening.begin(context.desk.documents.order())
        context.desk.pages.show_page(PageName.SCREENING)


def to_read(context: Context) -> None:
    """Keep the document for reading."""
    if context.desk is not None:
        context.desk.screening.to_read()


def second_look(context: Context) -> None:
    """Keep it, marked for a second look."""
    if context.desk is not None:
        context.desk.screening.second_look()


def skip(context: Context) -> None:
    """Decide later."""
    if context.desk is not None:
        context.desk.screening.skip()


def page_on(context: Context, *, backwards: bool = False) -> None:
    """Go on in the text."""
    if context.desk is not None:
        context.desk.screening.page_on(backwards=backwards)


def set_aside(context: Context) -> None:
    """Set it aside for a reason that is asked for."""
    desk = context.desk
    if desk is None:
        return
    reason = context.prompts.reason(_("Why is it set aside?"), desk.screening.reasons())
    if reason:
        desk.screening.set_aside(reason)


def set_aside_because(context: Context, place: int) -> None:
    """Set it aside for the reason that stands at a place, from 0."""
    desk = context.desk
    if desk is not None and place < len(desk.screening.reasons()):
        desk.screening.set_aside(desk.screening.reasons()[place])


def end(context: Context) -> None:
    """Go back to reading."""
    if context.desk is not None:
        context.desk.pages.show_page(PageName.READ)


_REASONS = (
    N_("Set aside for the first reason"),
    N_("Set aside for the second reason"),
    N_("Set aside for the third reason"),
    N_("Set aside for the fourth reason"),
    N_("Set aside for the fifth reason"),
    N_("Set aside for the sixth reason"),
    N_("Set aside for the seventh reason"),
    N_("Set aside for the eighth reason"),
    N_("Set aside for the ninth reason"),
)

COMMANDS = (
    Command(
        id="screening.begin",
        title=N_("Screen what is not read"),
        run=begin,
        menu=Menu.DOCUMENT,
        icon="unread",
        shortcuts=("F7",),
        enabled=with_writable_project,
        starts_group=True,
        help=N_("Shows one document at a time; one key decides what becomes of it."),
    ),
    Command(
        id="screening.to_read",
        title=N_("To be read"),
        run=to_read,
        menu=Menu.SCREENING,
        icon="read",
        shortcuts=("R",),
        enabled=with_screened_document,
        scope=Scope.SCREENING,
        help=N_("Keeps the document among those not read, and shows the next."),
    ),
    Command(
        id="screening.set_aside",
        title=N_("Set aside for another reason…"),
        run=set_aside,
        menu=Menu.SCREENING,
        icon="set-aside",
        shortcuts=("S",),
        enabled=with_screened_document,
        scope=Scope.SCREENING,
        short=N_("Set aside…"),
        help=N_("Asks for the reason; the reasons used most stand beside the numbers."),
    ),
    *(
        Command(
            id=f"screening.set_aside_{place}",
            title=title,
            run=partial(set_aside_because, place=place - 1),
            menu=Menu.SCREENING,
            shortcuts=(str(place),),
            enabled=with_screened_document,
            scope=Scope.SCREENING,
            help=N_("Sets the document aside for the reason beside this number."),
        )
        for place, title in enumerate(_REASONS, start=1)
    ),
    Command(
        id="screening.second_look",
        title=N_("To be read, second look"),
        run=second_look,
        menu=Menu.SCREENING,
        icon="second-look",
        shortcuts=("M",),
        enabled=with_screened_document,
        scope=Scope.SCREENING,
        short=N_("Second look"),
        help=N_("Keeps the document, marked for a second look, and shows the next."),
    ),
    Command(
        id="screening.skip",
        title=N_("Decide later"),
        run=skip,
        menu=Menu.SCREENING,
        icon="forward",
        shortcuts=("N",),
        enabled=with_screened_document,
        scope=Scope.SCREENING,
        help=N_("Leaves the document for the end."),
    ),
    Command(
        id="screening.page_on",
        title=N_("Page on"),
        run=page_on,
        menu=Menu.SCREENING,
        shortcuts=("Space",),
        enabled=with_screened_document,
        scope=Scope.SCREENING,
        help=N_("Goes on by what is in sight."),
    ),
    Command(
        id="screening.page_back",
        title=N_("Page back"),
        run=partial(page_on, backwards=True),
        menu=Menu.SCREENING,
        shortcuts=("Shift+Space",),
        enabled=with_screened_document,
        scope=Scope.SCREENING,
        help=N_("Goes back by what is in sight."),
    ),
    Command(
        id="screening.end",
        title=N_("End screening"),
        run=end,
        menu=Menu.SCREENING,
        icon="close",
        shortcuts=("Escape",),
        enabled=while_screening,
        scope=Scope.SCREENING,
        help=N_("Goes back to reading; what was decided stays."),
    ),
)
