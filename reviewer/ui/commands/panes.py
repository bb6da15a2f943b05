"""Documents side by side."""

from functools import partial

from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, Scope, needs
from reviewer.ui.commands.passages import with_pane
from reviewer.ui.commands.registry import commands_in_use
from reviewer.ui.desk import Context, PageName
from reviewer.ui.parts import Scrolling
from reviewer.ui.theme.mirroring import upright


def focus_next(context: Context, *, backwards: bool = False) -> None:
    """Give the keys to the next or the previous pane; from another place, back to the panes."""
    if context.desk is None:
        return
    if context.desk.pages.current() is not PageName.READ:
        context.desk.pages.show_page(PageName.READ)
    else:
        context.desk.panes.focus_next(backwards=backwards)


def close_pane(context: Context) -> None:
    """Close the focused pane."""
    if context.desk is not None:
        context.desk.panes.close_pane()


def swap(context: Context) -> None:
    """Change places with the pane beside."""
    if context.desk is not None:
        context.desk.panes.swap()


def split(context: Context, *, count: int) -> None:
    """Show this many panes."""
    if context.desk is not None:
        context.desk.panes.split(count)


def has_panes(context: Context, *, count: int) -> bool:
    """Say whether there are this many panes."""
    return context.desk is not None and context.desk.panes.count() == count


@needs(N_("The panes are not in sight: go to reading first."))
def in_sight(context: Context) -> bool:
    """Say whether the panes are in sight: what nobody sees is not changed."""
    return context.desk is not None and context.desk.pages.current() is PageName.READ


@needs(N_("There is one pane only; open a second one first."))
def has_several(context: Context) -> bool:
    """Say whether more than one pane is in sight."""
    return context.desk is not None and in_sight(context) and context.desk.panes.count() > 1


def fold_furniture(context: Context) -> None:
    """Fold page furniture in the focused pane, or unfold it."""
    if context.desk is not None:
        panes = context.desk.panes
        panes.fold_furniture(folded=not panes.furniture_folded())


def furniture_is_folded(context: Context) -> bool:
    """Say whether page furniture is folded in the focused pane."""
    return context.desk is not None and context.desk.panes.furniture_folded()


def toggle_quiet(context: Context) -> None:
    """Show underlines and gutter only, or the tint as well."""
    if context.desk is not None:
        context.desk.panes.set_quiet(quiet=not context.desk.panes.is_quiet())


def is_quiet(context: Context) -> bool:
    """Say whether the quiet view is on."""
    return context.desk is not None and context.desk.panes.is_quiet()


def show_only(context: Context) -> None:
    """Choose whose passages are shown in the text, and under which tags."""
    if context.desk is not None and context.desk.shown is not None:
        context.desk.shown.choose()


def leaves_out(context: Context) -> bool:
    """Say whether some passages are left out of the text."""
    desk = context.desk
    return desk is not None and desk.shown is not None and desk.shown.is_on()


def next_scrolling(context: Context) -> None:
    """Go on to the next way of scrolling together: by share, by events, each by itself."""
    if context.desk is not None:
        ways = list(Scrolling)
        now = ways.index(context.desk.panes.scrolling().how())
        choose_scrolling(context, how=ways[(now + 1) % len(ways)])


def choose_scrolling(context: Context, *, how: Scrolling) -> None:
    """Let panes scroll like this; where there is nothing to go by, say how to make it."""
    if context.desk is None:
        return
    scrolling = context.desk.panes.scrolling()
    scrolling.choose(how)
    several = len(context.desk.panes.documents()) > context.desk.panes.documents().count(None) + 1
    if how is Scrolling.BY_EVENTS and several and not scrolling.share_events():
        context.prompts.inform(
            _(
                "These documents share no event. Choose a passage here and make an event of it "
                "({make}); then choose one there and put it into the same event ({put})."
            ).format(make=_key(context, "event.make"), put=_key(context, "event.put_last"))
        )


def scrolls(context: Context, *, how: Scrolling) -> bool:
    """Say whether the focused pane scrolls like this."""
    return context.desk is not None and context.desk.panes.scrolling().how() is how


def _key(context: Context, identity: str) -> str:
    """Return the key of a command as it is now, else what the menu calls it."""
    one = next(each for each in commands_in_use(context.settings) if each.id == identity)
    return upright(one.shortcuts[0]) if one.shortcuts else _(one.title).rstrip("…")


COMMANDS = (
    Command(
        "pane.next",
        N_("Next pane"),
        focus_next,
        Menu.VIEW,
        "chevron-right",
        ("F6",),
        help=N_("Gives the keys to the next pane."),
    ),
    Command(
        "pane.previous",
        N_("Previous pane"),
        partial(focus_next, backwards=True),
        Menu.VIEW,
        "chevron-left",
        ("Shift+F6",),
        help=N_("Gives the keys to the pane before."),
    ),
    Command(
        "pane.swap",
        N_("Swap panes"),
        swap,
        Menu.VIEW,
        "swap",
        ("Ctrl+Shift+X",),
        has_several,
        help=N_("Lets this pane and the next change places."),
    ),
    Command(
        "pane.close",
        N_("Close pane"),
        close_pane,
        Menu.VIEW,
        "close",
        ("Ctrl+F4",),
        in_sight,
        help=N_("Closes the pane that has the keys."),
    ),
    *(
        Command(
            f"pane.split_{count}",
            title,
            partial(split, count=count),
            Menu.VIEW,
            f"split-{count}",
            (f"Ctrl+{count}",),
            in_sight,
            checked=partial(has_panes, count=count),
            starts_group=count == 1,
            help=N_("Shows so many documents side by side."),
        )
        for count, title in enumerate(
            (N_("One pane"), N_("Two panes"), N_("Three panes"), N_("Four panes")), start=1
        )
    ),
    Command(
        "pane.together",
        N_("Scroll panes together: next way"),
        next_scrolling,
        Menu.VIEW,
        "link",
        ("Y",),
        has_several,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Goes on to the next of three: by share of the text, by events, each by itself."),
    ),
    *(
        Command(
            f"pane.scroll_{how.value}",
            title,
            partial(choose_scrolling, how=how),
            Menu.VIEW,
            "",
            (),
            has_several,
            checked=partial(scrolls, how=how),
            one_of="pane.scroll",
            help=said,
        )
        for how, title, said in (
            (
                Scrolling.APART,
                N_("Scroll each pane by itself"),
                N_("Lets no other pane move when one is scrolled."),
            ),
            (
                Scrolling.BY_SHARE,
                N_("Scroll panes by share of the text"),
                N_("Scrolls this pane and the next by the same share of their length."),
            ),
            (
                Scrolling.BY_EVENTS,
                N_("Scroll panes by events"),
                N_("Brings passages of the same event to the same height in every pane."),
            ),
        )
    ),
    Command(
        "pane.show_only",
        N_("Show only…"),
        show_only,
        Menu.VIEW,
        "filter",
        ("Shift+F",),
        with_pane,
        checked=leaves_out,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Shows the passages of some tags or people only; the line over them says so."),
    ),
    Command(
        "pane.furniture",
        N_("Fold page furniture"),
        fold_furniture,
        Menu.VIEW,
        "furniture",
        ("Ctrl+U",),
        in_sight,
        checked=furniture_is_folded,
        help=N_("Folds menus, footers and forms of captured pages away, or back."),
    ),
    Command(
        "pane.quiet",
        N_("Quiet view: underlines only"),
        toggle_quiet,
        Menu.VIEW,
        "quiet",
        ("Q",),
        in_sight,
        checked=is_quiet,
        scope=Scope.PANE,
        help=N_("Shows passages by lines and brackets only, without tints."),
    ),
)
