"""Comparing: cells opened in their documents, questions of an event, what was checked in vain."""

from reviewer.domain.comparisons import CellState
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, Scope, needs
from reviewer.ui.desk import Context, Desk, PageName
from reviewer.ui.record_parts import ComparePart

NOTHING_THERE = N_("No passage stands there: {why}.")
_WHY = {
    CellState.NOT_READ: N_("the document is not read yet"),
    CellState.NOT_TO_ITS_END: N_("the document is not read to its end"),
    CellState.READ_BEFORE: N_("the document was read before this event was made"),
    CellState.NO_PASSAGE: N_("the document was read, but it is not known when"),
    CellState.OLDER: N_("the document is older than the event"),
    CellState.NOT_MENTIONED: N_("the document does not mention the event"),
    CellState.NOTHING_ON_THIS: N_("the document says nothing on this"),
    CellState.NOT_CHECKED: N_("whether the document says something on this is not checked"),
}
_UNCHECKED = (
    CellState.NOT_CHECKED,
    CellState.NOT_READ,
    CellState.NOT_TO_ITS_END,
    CellState.READ_BEFORE,
    CellState.NO_PASSAGE,
)


def _here(context: Context) -> tuple[Desk, ComparePart] | None:
    desk = context.desk
    if desk is None or desk.compare is None or desk.pages.current() is not PageName.COMPARE:
        return None
    return desk, desk.compare


@needs(N_("Go to Compare first (Alt+5)."))
def comparing(context: Context) -> bool:
    """Say whether one compares."""
    return _here(context) is not None


@needs(N_("Go to a cell in Compare first (Alt+5)."))
def at_cell(context: Context) -> bool:
    """Say whether one is at a cell."""
    here = _here(context)
    return here is not None and here[1].state() is not None


@needs(N_("Go to an event in Compare first (Alt+5)."))
def at_event(context: Context) -> bool:
    """Say whether one is at an event."""
    here = _here(context)
    return here is not None and here[1].event_at() is not None


@needs(N_("Go to a cell of a document that is not checked on this."), changes=True)
def at_unchecked(context: Context) -> bool:
    """Say whether one is at a cell that may be said to hold nothing."""
    here = _here(context)
    if here is None or here[0].workspace.read_only is not None:
        return False
    return here[1].state() in _UNCHECKED


@needs(N_("Go to a cell that was checked."), changes=True)
def at_checked(context: Context) -> bool:
    """Say whether one is at a cell that was checked in vain."""
    here = _here(context)
    if here is None or here[0].workspace.read_only is not None:
        return False
    return here[1].state() in (CellState.NOTHING_ON_THIS, CellState.NOT_MENTIONED)


def read(context: Context) -> None:
    """Show the passages of the chosen cells side by side; of one alone, another account too."""
    here = _here(context)
    if here is None:
        return
    desk, page = here
    passages = page.passages()
    if not passages:
        state = page.state()
        document = page.document()
        if state is CellState.SAYS or state is None or document is None:
            return
        _say_why(context, desk, state, document, page.event_at())
        return
    desk.pages.show_page(PageName.READ)
    page.read(passages)
    labels = [desk.workspace.passages.label(one) for one in passages]
    context.prompts.inform(_("Side by side: {passages}").format(passages=_(", ").join(labels)))


def _say_why(
    context: Context, desk: Desk, state: CellState, document: int, event: int | None
) -> None:
    """Say why a cell is empty; where nobody is known to have looked, offer to look."""
    why = _(NOTHING_THERE).format(why=_(_WHY[state]))
    if state not in _UNCHECKED or event is None:
        context.prompts.inform(why)
        return

    def look() -> None:
        said = [one.passage for one in desk.workspace.events.answers(event)]
        place = desk.workspace.likeness.likeliest(document, said)
        desk.pages.show_page(PageName.READ)
        desk.panes.open_here(document, place)
        if place is None:
            context.prompts.inform(
                _("No place in it shares the names, numbers, dates or rare words of the event.")
            )

    context.prompts.inform(why, action=_("Look for it there"), run=look)


def questions(context: Context) -> None:
    """Compare what each document says on the questions of the event one is at."""
    here = _here(context)
    event = None if here is None else here[1].event_at()
    if here is not None and event is not None:
        here[1].show_questions(event)


def event_page(context: Context) -> None:
    """Go to the page of the event one is at."""
    here = _here(context)
    event = None if here is None else here[1].event_at()
    if here is not None and event is not None and here[0].events is not None:
        question = here[1].question()
        here[0].pages.show_page(PageName.EVENTS)
        here[0].events.show_event(event, question)


def document(context: Context) -> None:
    """Go to the document one is at."""
    here = _here(context)
    found = None if here is None else here[1].document()
    if here is not None and found is not None:
        here[0].pages.show_page(PageName.READ)
        here[0].panes.open_here(found)


def check(context: Context) -> None:
    """Say that one has checked: the document says nothing there."""
    here = _here(context)
    if here is None:
        return
    event, found = here[1].event_at(), here[1].document()
    if event is not None and found is not None:
        here[0].workspace.events.nothing_on_this(event, found, here[1].question())


def uncheck(context: Context) -> None:
    """Take back that the document says nothing there."""
    here = _here(context)
    if here is None:
        return
    event, found = here[1].event_at(), here[1].document()
    if event is None or found is None:
        return
    events, question = here[0].workspace.events, here[1].question()
    checks = [(one.document, one.question) for one in events.checked(event)]
    for asked in (question, None):
        if (found, asked) in checks:
            events.take_back_nothing(event, found, asked)
            return
    context.prompts.inform(_("Nobody has checked it."))


def up(context: Context) -> None:
    """Go back to all events; from there, to where one was before."""
    here = _here(context)
    if here is not None and not here[1].up():
        here[0].pages.back()


def copy(context: Context) -> None:
    """Copy the chosen cells as text."""
    here = _here(context)
    if here is not None:
        here[1].copy()


COMMANDS = (
    Command(
        "compare.read",
        N_("Read side by side"),
        read,
        Menu.EVENT,
        "open-beside",
        ("Return",),
        at_cell,
        scope=Scope.COMPARE,
        starts_group=True,
        help=N_(
            "Shows the passages of the cell side by side; a single one beside the account it "
            "differs from most plainly."
        ),
    ),
    Command(
        "compare.questions",
        N_("Questions by documents"),
        questions,
        Menu.EVENT,
        "question",
        ("Ctrl+Return", "Ctrl+Enter", "Q"),
        at_event,
        scope=Scope.COMPARE,
        help=N_("Compares what each document says on the questions of the event."),
    ),
    Command(
        "compare.event",
        N_("The event’s page"),
        event_page,
        Menu.EVENT,
        "events",
        ("E",),
        at_event,
        scope=Scope.COMPARE,
        help=N_("Goes to the event with its questions and answers."),
    ),
    Command(
        "compare.document",
        N_("Open the document"),
        document,
        Menu.EVENT,
        "read",
        ("O",),
        at_cell,
        scope=Scope.COMPARE,
        help=N_("Goes to the document of the column."),
    ),
    Command(
        "compare.nothing",
        N_("Checked: nothing there"),
        check,
        Menu.EVENT,
        "check",
        ("V",),
        at_unchecked,
        scope=Scope.COMPARE,
        help=N_("Says that you have read it: the document says nothing on this."),
    ),
    Command(
        "compare.not_checked",
        N_("Take the check back"),
        uncheck,
        Menu.EVENT,
        "",
        ("Shift+V",),
        at_checked,
        scope=Scope.COMPARE,
        help=N_("Takes back that the document says nothing on this."),
    ),
    Command(
        "compare.up",
        N_("Back to all events"),
        up,
        Menu.EVENT,
        "back",
        ("Escape", "Backspace"),
        comparing,
        scope=Scope.COMPARE,
        help=N_("Goes from the questions of an event back to all events."),
    ),
    Command(
        "compare.copy",
        N_("Copy the cells as text"),
        copy,
        Menu.EVENT,
        "copy",
        ("Ctrl+C",),
        at_cell,
        scope=Scope.COMPARE,
        help=N_("Copies the chosen cells with their heads, set apart by tabs."),
    ),
)
