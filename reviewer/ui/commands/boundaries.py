"""Where passages begin and end: moved by keys, cut in two, merged. Grips do it by the mouse."""

from functools import partial

from reviewer.domain.boundaries import Edge, Stride
from reviewer.domain.errors import NotAllowed
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, Scope, needs
from reviewer.ui.commands.passages import can_change_passage, chosen, with_pane
from reviewer.ui.desk import Context, Desk
from reviewer.ui.telling import say_done
from reviewer.ui.wording import isolated


@needs(N_("Choose a passage first, or select words."), changes=True)
def can_move(context: Context) -> bool:
    """Say whether there is an edge to move: a selection's, or a raised passage's."""
    desk = context.desk
    if desk is None or not with_pane(context):
        return False
    return desk.panes.text().has_selection() or can_change_raised(context)


@needs(N_("Choose a passage in the document first."), changes=True)
def can_change_raised(context: Context) -> bool:
    """Say whether a passage is raised in the pane that may be changed."""
    desk = context.desk
    if desk is None or desk.workspace.read_only is not None or not with_pane(context):
        return False
    return desk.panes.chosen_passage() is not None


def move_by_word(context: Context, *, to_the_left: bool) -> None:
    """Move the edge that moves by a word, to the side that is asked for as it is seen."""
    if context.desk is not None:
        earlier = to_the_left is not context.desk.panes.text().runs_to_the_left()
        _move(context.desk, Stride.WORD, earlier=earlier)


def move_by_character(context: Context, *, earlier: bool) -> None:
    """Move the edge that moves by one character."""
    if context.desk is not None:
        _move(context.desk, Stride.CHARACTER, earlier=earlier)


def _move(desk: Desk, stride: Stride, *, earlier: bool) -> None:
    text, passage = desk.panes.text(), desk.panes.chosen_passage()
    if text.has_selection():
        text.step(stride, earlier=earlier)
    elif passage is not None:
        edge = text.moving_edge() or Edge.END
        desk.workspace.boundaries.move_edge(passage, edge, stride, earlier=earlier)
        text.show_edge()


def split(context: Context) -> None:
    """Cut the raised passage in two at the caret; the second part is raised."""
    desk = context.desk
    passage = desk.panes.chosen_passage() if desk is not None else None
    if desk is None or passage is None:
        return
    made = desk.workspace.boundaries.split(passage, desk.panes.text().caret())
    desk.panes.tagged(made)
    label = desk.workspace.passages.label(made)
    say_done(context, _("Cut in two: {passage} is new.").format(passage=isolated(label)))


def merge(context: Context) -> None:
    """Make one passage of those chosen, or of the raised one and the nearest that touches it."""
    desk, passages = context.desk, chosen(context)
    if desk is None or not passages:
        return
    if len(passages) == 1:
        near = desk.workspace.boundaries.touching(passages[0])
        if near is None:
            raise NotAllowed(N_("No other passage of this tag touches this one."))
        passages = [passages[0], near]
    merged = desk.workspace.boundaries.merge(passages)
    if with_pane(context):
        desk.panes.tagged(merged)
    label = desk.workspace.passages.label(merged)
    say_done(context, _("Merged into {passage}.").format(passage=isolated(label)))


COMMANDS = (
    Command(
        "passage.edge_right",
        N_("Move the edge to the right by a word"),
        partial(move_by_word, to_the_left=False),
        Menu.PASSAGE,
        "",
        ("Alt+Shift+Right",),
        can_move,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Moves the end of the passage, or the edge chosen before, by a word."),
    ),
    Command(
        "passage.edge_left",
        N_("Move the edge to the left by a word"),
        partial(move_by_word, to_the_left=True),
        Menu.PASSAGE,
        "",
        ("Alt+Shift+Left",),
        can_move,
        scope=Scope.PANE,
        help=N_("Moves the end of the passage, or the edge chosen before, by a word."),
    ),
    Command(
        "passage.edge_on",
        N_("Move the edge on by a character"),
        partial(move_by_character, earlier=False),
        Menu.PASSAGE,
        "",
        ("Alt+Shift+Down",),
        can_move,
        scope=Scope.PANE,
        help=N_("Moves the edge of the passage on by one letter or sign."),
    ),
    Command(
        "passage.edge_back",
        N_("Move the edge back by a character"),
        partial(move_by_character, earlier=True),
        Menu.PASSAGE,
        "",
        ("Alt+Shift+Up",),
        can_move,
        scope=Scope.PANE,
        help=N_("Moves the edge of the passage back by one letter or sign."),
    ),
    Command(
        "passage.split",
        N_("Cut in two at the caret"),
        split,
        Menu.PASSAGE,
        "",
        ("S",),
        can_change_raised,
        scope=Scope.PANE,
        help=N_("Makes two passages of one; number and note stay with the first."),
    ),
    Command(
        "passage.merge",
        N_("Merge with the passage beside"),
        merge,
        Menu.PASSAGE,
        "",
        ("M",),
        can_change_passage,
        scope=Scope.PANE,
        help=N_("Makes one passage of two of the same tag that touch."),
    ),
)
