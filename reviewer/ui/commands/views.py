"""Places, panels and the look."""

from functools import partial

from reviewer.environment.settings import READING_SIZE, THEME
from reviewer.environment.translation import N_
from reviewer.ui.commands import Command, Menu, always
from reviewer.ui.desk import Context, PageName

SMALLEST, LARGEST = 8.0, 40.0


def go_to(context: Context, *, page: PageName) -> None:
    """Go to a place of the top row."""
    if context.desk is not None:
        context.desk.pages.show_page(page)


def is_at(context: Context, *, page: PageName) -> bool:
    """Say whether one is at a place."""
    return context.desk is not None and context.desk.pages.current() is page


def go_back(context: Context) -> None:
    """Go back to where one was."""
    if context.desk is not None:
        context.desk.pages.back()


def search(context: Context) -> None:
    """Open the palette: any command, document, tag, setting or help page by a few letters."""
    context.shell.show_palette()


def toggle(context: Context, *, panel: str) -> None:
    """Show or hide a panel."""
    if context.desk is not None:
        context.desk.pages.toggle(panel)


def toggle_alone(context: Context) -> None:
    """Show nothing but the panes, or everything again."""
    if context.desk is not None:
        pages = context.desk.pages
        pages.set_alone(alone=not pages.is_alone())


def is_alone(context: Context) -> bool:
    """Say whether nothing but the panes is in sight."""
    return context.desk is not None and context.desk.pages.is_alone()


def use_theme(context: Context, *, name: str) -> None:
    """Use a theme; the window follows the setting."""
    context.settings.set(THEME, name)


def uses_theme(context: Context, *, name: str) -> bool:
    """Say whether a theme is in use."""
    return context.settings.text(THEME) == name


def change_size(context: Context, *, by: float) -> None:
    """Make the reading text larger or smaller; 0 sets it back."""
    size = READING_SIZE.default if by == 0 else context.settings.number(READING_SIZE) + by
    context.settings.set(READING_SIZE, min(max(float(size), SMALLEST), LARGEST))


COMMANDS = (
    Command(
        "view.read",
        N_("Read"),
        partial(go_to, page=PageName.READ),
        Menu.VIEW,
        "read",
        ("Alt+1",),
        checked=partial(is_at, page=PageName.READ),
        starts_group=True,
        help=N_("The documents side by side."),
    ),
    Command(
        "view.passages",
        N_("Passages"),
        partial(go_to, page=PageName.PASSAGES),
        Menu.VIEW,
        "passages",
        ("Alt+2",),
        checked=partial(is_at, page=PageName.PASSAGES),
        help=N_("Every tagged passage in one table."),
    ),
    *(
        Command(
            f"view.{page}",
            title,
            partial(go_to, page=page),
            Menu.VIEW,
            page.value,
            (keys,),
            checked=partial(is_at, page=page),
            help=words,
        )
        for page, title, keys, words in (
            (
                PageName.EVENTS,
                N_("Events"),
                "Alt+4",
                N_("What several documents speak of, with its questions and their answers."),
            ),
            (
                PageName.COMPARE,
                N_("Compare"),
                "Alt+5",
                N_("What each document says of each event, side by side."),
            ),
            (
                PageName.OVERVIEW,
                N_("Overview"),
                "Alt+6",
                N_("What the project holds, what is open, and what is still to do."),
            ),
        )
    ),
    Command(
        "view.back",
        N_("Back"),
        go_back,
        Menu.VIEW,
        "back",
        ("Alt+Left",),
        help=N_("To where you were before the last jump: a hit, a passage, another document."),
    ),
    Command(
        "view.search",
        N_("Find anything…"),
        search,
        Menu.VIEW,
        "search",
        ("Ctrl+K",),
        always,
        help=N_("Any command, document, tag, setting or help page by a few of its letters."),
    ),
    Command(
        "view.documents",
        N_("Documents panel"),
        partial(toggle, panel="documents"),
        Menu.VIEW,
        "documents-panel",
        ("F9",),
        starts_group=True,
        help=N_("Shows or hides the list of documents."),
    ),
    Command(
        "view.details",
        N_("Details panel"),
        partial(toggle, panel="details"),
        Menu.VIEW,
        "details",
        ("F10",),
        help=N_("Shows or hides what is known of the document and the passage."),
    ),
    Command(
        "view.journal",
        N_("Journal"),
        partial(toggle, panel="journal"),
        Menu.VIEW,
        "journal",
        ("Ctrl+J",),
        help=N_("Shows the project’s own notes with the caret in a new one, or puts them away."),
    ),
    Command(
        "view.focus",
        N_("Only the panes"),
        toggle_alone,
        Menu.VIEW,
        "",
        ("F11",),
        checked=is_alone,
        help=N_("Puts everything but the documents away; F11 or Escape brings it back."),
    ),
    Command(
        "view.larger",
        N_("Larger text"),
        partial(change_size, by=1.0),
        Menu.VIEW,
        "",
        ("Ctrl++", "Ctrl+="),
        always,
        starts_group=True,
        help=N_("Makes the documents’ letters larger, not those of the window."),
    ),
    Command(
        "view.smaller",
        N_("Smaller text"),
        partial(change_size, by=-1.0),
        Menu.VIEW,
        "",
        ("Ctrl+-",),
        always,
        help=N_("Makes the documents’ letters smaller."),
    ),
    Command(
        "view.normal",
        N_("Text as it was"),
        partial(change_size, by=0.0),
        Menu.VIEW,
        "",
        ("Ctrl+0",),
        always,
        help=N_("Gives the documents’ letters the size they began with."),
    ),
    *(
        Command(
            f"view.theme_{name}",
            title,
            partial(use_theme, name=name),
            Menu.VIEW,
            icon,
            enabled=always,
            checked=partial(uses_theme, name=name),
            starts_group=name == "light",
            help=words,
        )
        for name, title, icon, words in (
            ("light", N_("Light"), "theme-light", N_("Dark letters on a light ground.")),
            ("dark", N_("Dark"), "theme-dark", N_("Light letters on a dark ground.")),
            ("system", N_("As the system"), "", N_("Light or dark, whichever the system has.")),
        )
    ),
)
