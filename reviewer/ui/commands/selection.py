"""Choosing words by keys. Growing and shrinking by what a reader sees stands with tagging."""

from functools import partial

from reviewer.domain.boundaries import Edge
from reviewer.domain.selections import Unit
from reviewer.environment.translation import N_
from reviewer.ui.commands import Command, Menu, Scope, needs
from reviewer.ui.commands.passages import with_pane
from reviewer.ui.desk import Context


@needs(N_("Select words, or choose a passage, first."))
def with_ends(context: Context) -> bool:
    """Say whether something has two ends: a selection or a raised passage."""
    desk = context.desk
    return desk is not None and with_pane(context) and desk.panes.text().moving_edge() is not None


@needs(N_("Nothing is selected and no passage is chosen."))
def can_let_go(context: Context) -> bool:
    """Say whether there is something to let go of."""
    desk = context.desk
    if desk is None or not with_pane(context):
        return False
    return desk.panes.text().can_let_go() or (
        desk.searching is not None and desk.searching.find.is_open()
    )


def extend(context: Context, *, unit: Unit, earlier: bool) -> None:
    """Let the selection go on by a sentence or a paragraph; nothing at the edge of the text."""
    if context.desk is not None:
        context.desk.panes.text().extend(unit, earlier=earlier)


def change_ends(context: Context) -> Edge | None:
    """Let the other end move from now on; the status bar says which."""
    return None if context.desk is None else context.desk.panes.text().change_ends()


def let_go(context: Context) -> None:
    """Let go of what is dragged or selected, else of what was found, else of the raised passage."""
    desk = context.desk
    if desk is None:
        return
    if desk.panes.text().let_go_of_words():
        return
    if desk.searching is None or not desk.searching.find.close():
        desk.panes.text().let_go_of_passage()


COMMANDS = (
    Command(
        "select.next_sentence",
        N_("Select to the end of the next sentence"),
        partial(extend, unit=Unit.SENTENCE, earlier=False),
        Menu.EDIT,
        "",
        ("Shift+J",),
        with_pane,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Moves an end of the selection on by a sentence."),
    ),
    Command(
        "select.previous_sentence",
        N_("Select back by a sentence"),
        partial(extend, unit=Unit.SENTENCE, earlier=True),
        Menu.EDIT,
        "",
        ("Shift+K",),
        with_pane,
        scope=Scope.PANE,
        help=N_("Moves an end of the selection back by a sentence."),
    ),
    Command(
        "select.next_paragraph",
        N_("Select to the end of the paragraph"),
        partial(extend, unit=Unit.PARAGRAPH, earlier=False),
        Menu.EDIT,
        "",
        ("Ctrl+Shift+Down",),
        with_pane,
        scope=Scope.PANE,
        help=N_("Moves an end of the selection on by a paragraph."),
    ),
    Command(
        "select.previous_paragraph",
        N_("Select back by a paragraph"),
        partial(extend, unit=Unit.PARAGRAPH, earlier=True),
        Menu.EDIT,
        "",
        ("Ctrl+Shift+Up",),
        with_pane,
        scope=Scope.PANE,
        help=N_("Moves an end of the selection back by a paragraph."),
    ),
    Command(
        "select.other_end",
        N_("Move the other end"),
        change_ends,
        Menu.EDIT,
        "swap",
        ("O",),
        with_ends,
        scope=Scope.PANE,
        help=N_("Lets keys move the other end of the selection, or of the chosen passage."),
    ),
    Command(
        "select.let_go",
        N_("Select nothing"),
        let_go,
        Menu.EDIT,
        "",
        ("Escape",),
        can_let_go,
        scope=Scope.PANE,
        help=N_("Lets go of the selection, then of what was found, then of the chosen passage."),
    ),
)
