"""Questions of an event: asked, put in order, answered, and checked in vain."""

from functools import partial

from reviewer.domain.events import Asked
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.asking.event_choice import pick_question
from reviewer.ui.asking.event_prompts import Working
from reviewer.ui.asking.rating import ask_rating_of_question
from reviewer.ui.commands import Command, Menu, Scope, needs
from reviewer.ui.commands.events import at_event, called
from reviewer.ui.desk import Context, Desk, PageName
from reviewer.ui.models.event_page import RowKind, range_words
from reviewer.ui.record_parts import EventsPart
from reviewer.ui.telling import say_done
from reviewer.ui.wording import isolated

_OF_PASSAGES = (RowKind.ANSWER, RowKind.BELOW, RowKind.PASSAGE)


def _here(context: Context) -> tuple[Desk, EventsPart, int] | None:
    """Return the desk, the place of events and the event that is shown there."""
    desk = context.desk
    if desk is None or desk.events is None or desk.pages.current() is not PageName.EVENTS:
        return None
    event = desk.events.event_shown()
    return None if event is None else (desk, desk.events, event)


def _kind(context: Context) -> RowKind | None:
    here = _here(context)
    return None if here is None else here[1].row_kind()


def _may_write(context: Context) -> bool:
    return context.desk is not None and context.desk.workspace.read_only is None


@needs(N_("Go to a question of an event first."), changes=True)
def at_question(context: Context) -> bool:
    """Say whether one is at a question, or at something below it."""
    here = _here(context)
    return here is not None and here[1].question() is not None and _may_write(context)


@needs(N_("Choose a passage of an event first."), changes=True)
def at_passage(context: Context) -> bool:
    """Say whether passages of the event are chosen."""
    here = _here(context)
    return here is not None and bool(here[1].passages()) and _may_write(context)


@needs(N_("Go to a question, a passage or a working figure of an event first."), changes=True)
def at_something(context: Context) -> bool:
    """Say whether one is at what can be taken out."""
    kind = _kind(context)
    fits = kind in (*_OF_PASSAGES, RowKind.QUESTION, RowKind.WORKING, RowKind.CHECKED)
    return fits and _may_write(context)


@needs(N_("Go to a row of an event first."))
def at_row(context: Context) -> bool:
    """Say whether one is at a row of an event."""
    return _kind(context) is not None


@needs(N_("Go to a document that mentions the event and is not checked on this."), changes=True)
def at_unchecked(context: Context) -> bool:
    """Say whether one is at a document that may be said to say nothing on a question."""
    return _kind(context) is RowKind.NOT_CHECKED and _may_write(context)


@needs(N_("Go to a document that was checked and says nothing on this."), changes=True)
def at_checked(context: Context) -> bool:
    """Say whether one is at a document that was checked in vain."""
    return _kind(context) is RowKind.CHECKED and _may_write(context)


def ask(context: Context) -> None:
    """Ask something of the event that is shown."""
    here = _here(context)
    if here is None:
        return
    desk, page, event = here
    name = desk.workspace.events.get(event).name
    asked = context.prompts.question_asked(Asked(""), name)
    if asked is not None:
        question = desk.workspace.events.ask(
            event, asked.wording, asked.harm, asked.group, asked.period
        )
        page.show_event(event, question)


def change(context: Context) -> None:
    """Change what the question asks."""
    here = _here(context)
    question = None if here is None else here[1].question()
    if here is None or question is None:
        return
    desk, _page, event = here
    found = desk.workspace.events.question(question)
    now = Asked(found.wording, found.harm, found.group, found.period)
    asked = context.prompts.question_asked(now, desk.workspace.events.get(event).name)
    if asked is not None:
        desk.workspace.events.change_question(
            question,
            wording=asked.wording,
            harm=asked.harm,
            group=asked.group,
            period=asked.period,
        )


def move(context: Context, *, by: int) -> None:
    """Move the question among the others of its event."""
    here = _here(context)
    question = None if here is None else here[1].question()
    if here is None or question is None:
        return
    desk, page, event = here
    order = [one.id for one in desk.workspace.events.questions(event)]
    place = order.index(question) + by
    if 0 <= place < len(order):
        desk.workspace.events.move_question(question, place)
        page.show_event(event, question)


def put_under(context: Context) -> None:
    """Put the chosen passages under a question that is chosen, or asked anew."""
    here = _here(context)
    placed = [] if here is None else here[1].placed()
    if here is None or not placed:
        return
    desk, _page, event = here
    about = called(context, [passage for passage, _question in placed])
    answer = pick_question(context, event, about)
    if answer is not None:
        desk.workspace.events.move(placed, event, answer)


def take_out(context: Context) -> None:
    """Take out what one is at: passages, a question, a working figure, a check."""
    here = _here(context)
    kind = _kind(context)
    if here is None or kind is None:
        return
    desk, page, event = here
    events, question = desk.workspace.events, page.question()
    if kind in _OF_PASSAGES:
        if question is None:
            events.take_out(page.passages(), event)
            say_done(context, _("Taken out of the event. Undo brings it back."))
        else:
            events.move(page.placed(), event, None)
            say_done(context, _("Taken out of the question; it stays in the event."))
    elif kind is RowKind.CHECKED:
        uncheck(context)
    elif kind is RowKind.WORKING and question is not None:
        events.drop_working(question)
    elif question is not None:
        _remove_question(context, desk, question)


def _remove_question(context: Context, desk: Desk, question: int) -> None:
    use = desk.workspace.events.question_use(question)
    going = (
        (use.working_figures, _("the working figure")),
        (use.checks, counted("{count} check", "{count} checks", use.checks)),
        (use.ratings, counted("{count} rating", "{count} ratings", use.ratings)),
    )
    lost = [words for count, words in going if count]
    if lost:
        wording = isolated(desk.workspace.events.question(question).wording)
        words = _("Remove the question {question}? With it go: {what}.").format(
            question=wording, what=_(", ").join(lost)
        )
        if not context.prompts.confirm(words, _("Remove the question")):
            return
    desk.workspace.events.remove_question(question)
    say_done(context, _("Question removed; what answered it stays in the event."))


def work_with(context: Context) -> None:
    """Ask for the figure to work with, and why."""
    here = _here(context)
    question = None if here is None else here[1].question()
    if here is None or question is None:
        return
    events = here[0].workspace.events
    found = events.question(question)
    compared = here[0].workspace.comparison.figures(question)
    said = range_words(compared) if compared.entering or compared.below else ""
    answer = context.prompts.working_figure(found.wording, found.working, said)
    if answer is None:
        return
    if answer == Working():
        events.drop_working(question)
    else:
        events.set_working(question, answer.low, answer.high, answer.reason)


def check(context: Context) -> None:
    """Say that one has checked: the document says nothing on the question."""
    here = _here(context)
    if here is not None:
        desk, page, event = here
        document, question = page.document(), page.question()
        if document is not None and question is not None:
            desk.workspace.events.nothing_on_this(event, document, question)


def uncheck(context: Context) -> None:
    """Take back that the document says nothing on the question."""
    here = _here(context)
    if here is not None:
        desk, page, event = here
        document, question = page.document(), page.question()
        if document is not None and question is not None:
            desk.workspace.events.take_back_nothing(event, document, question)


def show(context: Context) -> None:
    """Go to the passage in its document, or to the document; at a question, change it."""
    here = _here(context)
    if here is None:
        return
    desk, page, _event = here
    passages, document = page.passages(), page.document()
    if passages:
        desk.pages.show_page(PageName.READ)
        desk.panes.show_passage(passages[0])
    elif document is not None:
        desk.pages.show_page(PageName.READ)
        desk.panes.open_here(document)
    elif page.row_kind() is RowKind.WORKING:
        work_with(context)
    elif page.row_kind() is RowKind.RATING and at_question(context):
        ask_rating_of_question(context, page.question() or 0)
    elif page.question() is not None and at_question(context):
        change(context)


COMMANDS = (
    Command(
        "question.ask",
        N_("Ask a question…"),
        ask,
        Menu.EVENT,
        "question",
        ("Q", "Ins"),
        at_event,
        scope=Scope.EVENTS,
        short=N_("Ask a question…"),
        starts_group=True,
        help=N_("Asks something of the event: how many were killed, or who ordered it."),
    ),
    Command(
        "question.change",
        N_("Change the question…"),
        change,
        Menu.EVENT,
        "edit",
        ("F2",),
        at_question,
        scope=Scope.EVENTS,
        help=N_("Changes what is asked: its words, and for figures what happened, whom and when."),
    ),
    Command(
        "question.up",
        N_("Question further up"),
        partial(move, by=-1),
        Menu.EVENT,
        "chevron-up",
        ("Alt+Up",),
        at_question,
        scope=Scope.EVENTS,
        help=N_("Moves the question up among the others."),
    ),
    Command(
        "question.down",
        N_("Question further down"),
        partial(move, by=1),
        Menu.EVENT,
        "chevron-down",
        ("Alt+Down",),
        at_question,
        scope=Scope.EVENTS,
        help=N_("Moves the question down among the others."),
    ),
    Command(
        "question.work_with",
        N_("Our working figure…"),
        work_with,
        Menu.EVENT,
        "figure",
        ("W",),
        at_question,
        scope=Scope.EVENTS,
        short=N_("Working figure…"),
        help=N_("Sets the figure to work with, typed with a reason; never computed."),
    ),
    Command(
        "answer.put_under",
        N_("Put under a question…"),
        put_under,
        Menu.EVENT,
        "",
        ("M",),
        at_passage,
        scope=Scope.EVENTS,
        short=N_("Put under…"),
        starts_group=True,
        help=N_("Lets the chosen passages answer another question; this also merges questions."),
    ),
    Command(
        "answer.take_out",
        N_("Take out"),
        take_out,
        Menu.EVENT,
        "",
        ("Delete", "Backspace"),
        at_something,
        scope=Scope.EVENTS,
        help=N_(
            "Takes the passages out of the question, then out of the event; at a question, the "
            "question."
        ),
    ),
    Command(
        "answer.nothing",
        N_("Checked: says nothing on this"),
        check,
        Menu.EVENT,
        "check",
        ("V",),
        at_unchecked,
        scope=Scope.EVENTS,
        short=N_("Nothing on this"),
        help=N_(
            "Says that you have read it: the document mentions the event and says nothing here."
        ),
    ),
    Command(
        "answer.not_checked",
        N_("Not checked after all"),
        uncheck,
        Menu.EVENT,
        "",
        ("Shift+V",),
        at_checked,
        scope=Scope.EVENTS,
        help=N_("Takes back that the document says nothing on this."),
    ),
    Command(
        "answer.show",
        N_("Open what one is at"),
        show,
        Menu.EVENT,
        "read",
        ("Return",),
        at_row,
        scope=Scope.EVENTS,
        help=N_("Goes to the passage in its document, or changes the question."),
    ),
)
