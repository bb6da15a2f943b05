"""Events: made of a passage, filled with passages, changed and removed."""

from collections.abc import Mapping, Sequence
from typing import Any

from reviewer.domain.events import NewEvent
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.asking.event_choice import pick_event, pick_parent
from reviewer.ui.commands import Command, Menu, Scope, needs, with_project, with_writable_project
from reviewer.ui.commands.passages import chosen
from reviewer.ui.desk import Context, PageName
from reviewer.ui.telling import newest_step, say_done
from reviewer.ui.wording import isolated


def passages_meant(context: Context) -> list[int]:
    """Return the passages meant: the raised one, those chosen in a table, or among hits."""
    desk = context.desk
    if desk is not None and desk.pages.current() is PageName.SEARCH and desk.searching is not None:
        return desk.searching.passages_chosen()
    return chosen(context)


def show_event(context: Context, *, event: int) -> None:
    """Go to an event in its place."""
    desk = context.desk
    if desk is not None and desk.events is not None:
        desk.pages.show_page(PageName.EVENTS)
        desk.events.show_event(event)


@needs(N_("Choose a passage first."), changes=True)
def with_passages(context: Context) -> bool:
    """Say whether passages are meant, and the project may be changed."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and bool(passages_meant(context))


@needs(N_("Choose a passage first; and put one into an event before."), changes=True)
def with_passages_and_event(context: Context) -> bool:
    """Say whether passages are meant and an event is known that one was put into last."""
    desk = context.desk
    return with_passages(context) and desk is not None and desk.workspace.events.last() is not None


@needs(N_("Go to an event first (Alt+4)."), changes=True)
def at_event(context: Context) -> bool:
    """Say whether an event is shown that may be changed."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and _shown(context) is not None


def make(context: Context) -> None:
    """Make an event of the passages meant: what is likely is filled in, Enter makes it."""
    desk, passages = context.desk, passages_meant(context)
    if desk is None or not passages:
        return
    proposed = desk.workspace.events.proposal(passages[0])
    wanted = context.prompts.event(
        proposed, _("{what} goes into it.").format(what=called(context, passages))
    )
    if wanted is not None:
        since, event = newest_step(context), desk.workspace.events.make_from(passages, wanted)
        _say_put(context, passages, event, since)


def put_last(context: Context) -> None:
    """Put the passages meant into the event that one was put into last."""
    desk, passages = context.desk, passages_meant(context)
    last = desk.workspace.events.last() if desk is not None else None
    if desk is not None and last is not None and passages:
        since = newest_step(context)
        desk.workspace.events.put(passages, last)
        _say_put(context, passages, last, since)


def put(context: Context) -> None:
    """Put the passages meant into an event that is chosen, or made by its name."""
    desk, passages = context.desk, passages_meant(context)
    if desk is None or not passages:
        return
    answer = pick_event(context, called(context, passages))
    since = newest_step(context)
    if isinstance(answer, NewEvent):
        _say_put(context, passages, desk.workspace.events.make_from(passages, answer), since)
    elif answer is not None:
        desk.workspace.events.put(passages, answer)
        _say_put(context, passages, answer, since)


def new(context: Context) -> None:
    """Make an event that nothing stands in yet."""
    desk = context.desk
    wanted = context.prompts.event(NewEvent(""), "") if desk is not None else None
    if desk is not None and wanted is not None:
        event = desk.workspace.events.add(
            wanted.name, wanted.type, wanted.date, wanted.place, parent=wanted.parent
        )
        desk.pages.show_page(PageName.EVENTS)
        if desk.events is not None:
            desk.events.show_event(event)


def remove(context: Context) -> None:
    """Remove the event that is shown, when a person agrees to what goes with it."""
    desk, event = context.desk, _shown(context)
    if desk is None or event is None:
        return
    use, name = desk.workspace.events.use(event), desk.workspace.events.get(event).name
    going = [
        counted("{count} question", "{count} questions", use.questions),
        counted("{count} working figure", "{count} working figures", use.working_figures),
        counted("{count} check", "{count} checks", use.checks),
    ]
    counts = (use.questions, use.working_figures, use.checks)
    lost = [words for words, count in zip(going, counts, strict=True) if count]
    if use.passages or lost:
        question = _("Remove the event {name}? Its passages stay in their documents.").format(
            name=isolated(name)
        )
        if lost:
            question += "\n" + _("With it go: {what}").format(what=_(", ").join(lost))
        if not context.prompts.confirm(question, _("Remove the event")):
            return
    desk.workspace.events.remove([event])
    say_done(context, _("Event removed. Undo brings it back."))


def change(context: Context, event: int, values: Mapping[str, Any]) -> None:
    """Change what is known of an event; ``values`` by the names the operation has."""
    if context.desk is not None:
        context.desk.workspace.events.change(event, **values)


def nest(context: Context) -> None:
    """Let the event that is shown be part of a larger one, or of none."""
    desk, event = context.desk, _shown(context)
    if desk is None or event is None:
        return
    answer = pick_parent(context, event)
    if answer is not None:
        desk.workspace.events.nest(event, answer[0])


def compare(context: Context) -> None:
    """Compare what each document says on the questions of the event that is shown."""
    desk, event = context.desk, _shown(context)
    if desk is not None and desk.compare is not None and event is not None:
        desk.pages.show_page(PageName.COMPARE)
        desk.compare.show_questions(event)


def find(context: Context) -> None:
    """Go to the events with the caret in the field that narrows them."""
    desk = context.desk
    if desk is not None and desk.events is not None:
        desk.pages.show_page(PageName.EVENTS)
        desk.events.focus_filter()


def called(context: Context, passages: Sequence[int]) -> str:
    """Return what passages are called together."""
    desk = context.desk
    if desk is None or len(passages) != 1:
        return counted("{count} passage", "{count} passages", len(passages))
    return desk.workspace.passages.label(passages[0])


def _shown(context: Context) -> int | None:
    desk = context.desk
    if desk is None or desk.events is None or desk.pages.current() is not PageName.EVENTS:
        return None
    return desk.events.event_shown()


@needs(N_("Go to an event first (Alt+4)."))
def with_event(context: Context) -> bool:
    """Say whether an event is shown."""
    return _shown(context) is not None


def _say_put(context: Context, passages: Sequence[int], event: int, since: int) -> None:
    """Say where passages were put; ``since`` is the newest change from before."""
    desk = context.desk
    if desk is None:
        return
    name = isolated(desk.workspace.events.get(event).name)
    said = _("{what} put into {event}").format(what=called(context, passages), event=name)
    if len(passages) == 1:
        asked = [
            one.question
            for one in desk.workspace.events.of(passages[0])
            if one.event == event and one.question is not None
        ]
        if asked:
            wording = isolated(desk.workspace.events.question(asked[-1]).wording)
            said = _("{what} put into {event}: {question}").format(
                what=called(context, passages), event=name, question=wording
            )
    say_done(context, said, since)


COMMANDS = (
    Command(
        "event.make",
        N_("Make an event…"),
        make,
        Menu.EVENT,
        "events",
        ("E",),
        with_passages,
        scope=Scope.PANE,
        help=N_(
            "Makes an event of the passage: name, date and place are filled in, Enter makes it."
        ),
    ),
    Command(
        "event.put_last",
        N_("Put into the last event"),
        put_last,
        Menu.EVENT,
        "",
        ("Shift+E",),
        with_passages_and_event,
        scope=Scope.PANE,
        help=N_("Puts the passage into the event that one was put into last."),
    ),
    Command(
        "event.put",
        N_("Put in event…"),
        put,
        Menu.EVENT,
        "",
        ("Ctrl+Shift+E",),
        with_passages,
        help=N_("Puts the chosen passages into an event: type a few letters, or a new name."),
    ),
    Command(
        "event.new",
        N_("New event…"),
        new,
        Menu.EVENT,
        "add",
        ("Ctrl+Alt+E",),
        with_writable_project,
        starts_group=True,
        help=N_("Makes an event that nothing stands in yet."),
    ),
    Command(
        "event.find",
        N_("Find an event"),
        find,
        Menu.EVENT,
        "",
        (),
        with_project,
        help=N_("Goes to the events with the caret in the field that narrows them."),
    ),
    Command(
        "event.nest",
        N_("Part of a larger event…"),
        nest,
        Menu.EVENT,
        "",
        ("P",),
        at_event,
        scope=Scope.EVENTS,
        help=N_("Lets the event be part of a larger one, or of none."),
    ),
    Command(
        "event.compare",
        N_("Compare the documents"),
        compare,
        Menu.EVENT,
        "compare",
        ("C",),
        with_event,
        scope=Scope.EVENTS,
        short=N_("Compare"),
        help=N_("Shows what each document says on each question of the event."),
    ),
    Command(
        "event.remove",
        N_("Remove the event"),
        remove,
        Menu.EVENT,
        "remove",
        (),
        at_event,
        help=N_("Removes the event that is shown; its passages stay in their documents."),
    ),
)
