"""The picture of the page beside the text."""

from reviewer.environment.translation import N_
from reviewer.ui.commands import Command, Menu, needs
from reviewer.ui.commands.passages import with_pane
from reviewer.ui.desk import Context


@needs(N_("Open a PDF in a pane first: only its pages have pictures."))
def has_pages(context: Context) -> bool:
    """Say whether the focused pane shows pages, or could."""
    desk = context.desk
    if desk is None or desk.page is None or not with_pane(context):
        return False
    return desk.page.is_on() or desk.page.can_show()


def toggle(context: Context) -> None:
    """Show the page beside the text, or put it away."""
    if context.desk is not None and context.desk.page is not None:
        page = context.desk.page
        page.set_on(on=not page.is_on())


def is_on(context: Context) -> bool:
    """Say whether the focused pane shows pages."""
    desk = context.desk
    return desk is not None and desk.page is not None and desk.page.is_on()


COMMANDS = (
    Command(
        "pane.page",
        N_("Show the page"),
        toggle,
        Menu.VIEW,
        "document",
        ("Ctrl+Shift+P",),
        has_pages,
        checked=is_on,
        help=N_("Shows the page of a PDF beside its text, with the same passages drawn on it."),
    ),
)
