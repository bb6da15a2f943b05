"""Links between passages, and to sources that are not in the project."""

from reviewer.environment.translation import N_
from reviewer.ui.commands import Command, Menu, Scope, needs, with_project
from reviewer.ui.commands.passages import with_pane
from reviewer.ui.desk import Context
from reviewer.ui.link_parts import LinkingPart


def part(context: Context) -> LinkingPart | None:
    """Return what links."""
    return None if context.desk is None else context.desk.linking


@needs(N_("Put the caret on a passage first."))
def with_passage(context: Context) -> bool:
    """Say whether a passage is chosen in the focused pane."""
    desk = context.desk
    return desk is not None and with_pane(context) and desk.panes.chosen_passage() is not None


@needs(N_("Put the caret on a passage first."), changes=True)
def can_link(context: Context) -> bool:
    """Say whether a passage is chosen that may be linked."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and with_passage(context)


def link(context: Context) -> None:
    """Link the passages chosen in two panes; with one chosen list its counterparts."""
    found = part(context)
    if found is not None:
        found.link_or_list()


def list_counterparts(context: Context) -> None:
    """List the likely counterparts of the passage chosen."""
    found = part(context)
    if found is not None:
        found.list_counterparts()


def link_to_source(context: Context) -> None:
    """Link the passage chosen to a source that is not in the project."""
    found = part(context)
    if found is not None:
        found.link_to_source()


def go_to_other_end(context: Context) -> None:
    """Go where the link of the passage chosen leads."""
    found = part(context)
    if found is not None:
        found.go_to_other_end()


def show_sources(context: Context) -> None:
    """Show the sources to find, or put them away."""
    found = part(context)
    if found is not None:
        found.show_sources()


def toggle_curves(context: Context) -> None:
    """Draw links between panes, or mark them in the gutter alone."""
    found = part(context)
    if found is not None:
        found.show_curves(shown=not found.curves_shown())


def curves_shown(context: Context) -> bool:
    """Say whether links are drawn between panes."""
    found = part(context)
    return found is not None and found.curves_shown()


COMMANDS = (
    Command(
        "link.link",
        N_("Link…"),
        link,
        Menu.PASSAGE,
        "link",
        ("L",),
        can_link,
        scope=Scope.PANE,
        short=N_("Link"),
        starts_group=True,
        help=N_("Links the passages chosen in two panes; with one chosen lists likely ones."),
    ),
    Command(
        "link.counterparts",
        N_("Likely counterparts"),
        list_counterparts,
        Menu.PASSAGE,
        "link-list",
        ("Ctrl+Shift+L",),
        can_link,
        scope=Scope.PANE,
        help=N_("Lists passages that may answer or repeat the one chosen, with the reasons."),
    ),
    Command(
        "link.source",
        N_("Link to a source not in this project…"),
        link_to_source,
        Menu.PASSAGE,
        "source",
        ("Shift+L",),
        can_link,
        scope=Scope.PANE,
        help=N_("Writes down what, who and when; it is listed under Sources to find."),
    ),
    Command(
        "link.go",
        N_("Other end of the link"),
        go_to_other_end,
        Menu.GO,
        "link-go",
        ("G",),
        with_passage,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Goes where the link of the passage chosen leads; of several it lists them."),
    ),
    Command(
        "link.sources",
        N_("Sources to find"),
        show_sources,
        Menu.GO,
        "source",
        (),
        with_project,
        help=N_("Lists sources that passages name and that are not in this project."),
    ),
    Command(
        "link.curves",
        N_("Links between panes"),
        toggle_curves,
        Menu.VIEW,
        "link-curves",
        (),
        with_project,
        checked=curves_shown,
        help=N_("Draws links from pane to pane; else they are marked in the gutter alone."),
    ),
)
