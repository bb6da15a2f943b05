"""A second pair of eyes: what was checked, and what wants another look."""

from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.commands import Command, Menu, Scope
from reviewer.ui.commands.passages import can_change_passage, chosen
from reviewer.ui.desk import Context
from reviewer.ui.telling import say_done


def check(context: Context) -> None:
    """Say that one has checked the passages meant."""
    desk, passages = context.desk, chosen(context)
    if desk is None or not passages:
        return
    before = desk.workspace.history.newest()
    desk.workspace.details.check(passages)
    if desk.workspace.history.newest() == before:
        context.prompts.inform(_("Checked already."))
    else:
        count = len(passages)
        say_done(context, counted("{count} passage checked", "{count} passages checked", count))


def uncheck(context: Context) -> None:
    """Take the checks off the passages meant."""
    desk, passages = context.desk, chosen(context)
    if desk is None or not passages:
        return
    before = desk.workspace.history.newest()
    desk.workspace.details.uncheck(passages)
    if desk.workspace.history.newest() == before:
        context.prompts.inform(_("Nobody has checked it."))
    else:
        say_done(context, _("Check taken off. Undo brings it back."))


def another_look(context: Context) -> None:
    """Mark the passages meant for another look; those that want one have had it with this."""
    desk, passages = context.desk, chosen(context)
    if desk is None or not passages:
        return
    wanting = set(desk.workspace.passages.ids(PassageFilter(another_look=True)))
    if wanting.isdisjoint(passages):
        desk.workspace.definitions.put_off(passages)
        say_done(context, _("Marked for another look"))
    else:
        desk.workspace.definitions.looked_at_again(passages)
        say_done(context, _("Looked at again"))


COMMANDS = (
    Command(
        "passage.check",
        N_("Checked"),
        check,
        Menu.PASSAGE,
        "check",
        ("V",),
        can_change_passage,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Says that you have compared the chosen passages with what stands there."),
    ),
    Command(
        "passage.uncheck",
        N_("Not checked"),
        uncheck,
        Menu.PASSAGE,
        "",
        ("Shift+V",),
        can_change_passage,
        scope=Scope.PANE,
        help=N_("Takes the check off the chosen passages, whoever made it."),
    ),
    Command(
        "passage.another_look",
        N_("Wants another look"),
        another_look,
        Menu.PASSAGE,
        "second-look",
        ("F",),
        can_change_passage,
        scope=Scope.PANE,
        help=N_("Marks the chosen passages for another look, or says that they have had it."),
    ),
)
