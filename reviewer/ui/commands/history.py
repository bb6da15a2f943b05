"""Undo, redo, and the History panel."""

from functools import partial

from reviewer.domain.steps import EarlierWork, News, NothingToUndo, Place, Step, StepKind
from reviewer.environment.translation import N_, _, filled
from reviewer.ui.commands import Command, Menu, needs, with_project
from reviewer.ui.desk import Context, Desk, PageName
from reviewer.ui.wording import isolated_values

_OF_EVENTS = frozenset(
    ("events", "questions", "answers", "event_documents", "working_figures", "ratings")
)


_REGISTER = "actors."


@needs(N_("There is nothing to take back."), changes=True)
def can_undo(context: Context) -> bool:
    """Say whether there is a change to take back."""
    desk = context.desk
    return (
        desk is not None
        and desk.workspace.read_only is None
        and desk.workspace.history.to_undo() is not None
    )


@needs(N_("Nothing was taken back that could be done again."), changes=True)
def can_redo(context: Context) -> bool:
    """Say whether there is a change to do again."""
    desk = context.desk
    return (
        desk is not None
        and desk.workspace.read_only is None
        and desk.workspace.history.to_redo() is not None
    )


def undo(context: Context) -> None:
    """Take back the last change, say what it was, and go there."""
    if context.desk is None:
        return
    try:
        step = context.desk.workspace.history.wanted_undo()
    except (EarlierWork, NothingToUndo) as stop:
        context.prompts.tell(stop)
        return
    _turn(context, step, StepKind.UNDO)


def redo(context: Context) -> None:
    """Do again what was undone last, and go there."""
    if context.desk is None:
        return
    try:
        step = context.desk.workspace.history.wanted_redo()
    except NothingToUndo as stop:
        context.prompts.tell(stop)
        return
    _turn(context, step, StepKind.REDO)


def take_back(context: Context, step: int) -> None:
    """Take back one step chosen in the History panel."""
    if context.desk is not None:
        _turn(context, context.desk.workspace.history.wanted_back(step), StepKind.UNDO)


def _turn(context: Context, step: Step, kind: StepKind) -> None:
    if context.desk is not None and context.desk.turnings is not None:
        context.desk.turnings.turn(step, kind, partial(tell, context))


def tell(context: Context, news: News) -> None:
    """Say what was undone or redone, and show the place where it acted."""
    desk = context.desk
    if desk is None:
        return
    step = desk.workspace.history.listed([news.step])[0]
    done = _("Undone: {what}") if news.kind is StepKind.UNDO else _("Done again: {what}")
    context.prompts.inform(done.format(what=filled(step.words, isolated_values(step.arguments))))
    if step.name.startswith(_REGISTER) and desk.panes.document() is not None:
        return  # who somebody is holds of many documents: the one that is read stays in its pane
    place = _place(desk, news)
    if place is not None and not _seen_here(desk, news):
        desk.pages.show_place(place)


def _seen_here(desk: Desk, news: News) -> bool:
    """Say whether the change is seen where one is: of events alone, where events are shown."""
    here = desk.pages.current()
    return here in (PageName.EVENTS, PageName.COMPARE) and news.tables <= _OF_EVENTS


def _place(desk: Desk, news: News) -> Place | None:
    """Return where to go: what is read stays in sight where the change was seen there as well."""
    shown = [one for one in (desk.panes.document(), *desk.panes.documents()) if one is not None]
    place = news.place
    if place is None or place.span is None or place.document == desk.panes.document():
        return place
    return desk.workspace.history.place(news.step, among=shown)


def toggle_history(context: Context) -> None:
    """Show or hide who did what, when."""
    if context.desk is not None:
        context.desk.pages.toggle("history")


COMMANDS = (
    Command(
        "history.undo",
        N_("Undo"),
        undo,
        Menu.EDIT,
        "undo",
        ("Ctrl+Z",),
        can_undo,
        help=N_("Takes back the last change and shows where it was."),
    ),
    Command(
        "history.redo",
        N_("Redo"),
        redo,
        Menu.EDIT,
        "redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        can_redo,
        help=N_("Does again what was taken back last."),
    ),
    Command(
        "history.show",
        N_("History"),
        toggle_history,
        Menu.EDIT,
        "history",
        ("Ctrl+H",),
        with_project,
        help=N_("Shows or hides who did what, when."),
    ),
)
