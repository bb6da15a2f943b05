"""Settings, and the keys of the commands."""

from reviewer.environment.translation import N_
from reviewer.ui.commands import Command, Menu, always
from reviewer.ui.commands.passages import tag_commands
from reviewer.ui.desk import Context


def open_settings(context: Context, *, at: str = "") -> None:
    """Show the settings, beginning at the one of that key."""
    if context.prompts.settings(context.settings, at):
        change_keys(context)


def change_keys(context: Context, *, at: str = "") -> None:
    """Show the keys of all commands, to be changed, beginning at the command of that id."""
    context.prompts.shortcuts(context.settings, tag_commands(context), at)


COMMANDS = (
    Command(
        "settings.open",
        N_("Settings…"),
        open_settings,
        Menu.EDIT,
        "settings",
        ("Ctrl+,",),
        always,
        starts_group=True,
        help=N_("Colours, letters, your name: everything that can be set, with a search."),
    ),
    Command(
        "settings.keys",
        N_("Change keys…"),
        change_keys,
        Menu.EDIT,
        "command",
        (),
        always,
        help=N_("Give commands the keys you like; what is taken already is shown."),
    ),
)
