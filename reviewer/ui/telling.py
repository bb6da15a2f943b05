"""Telling what was done, with a button that takes back just that."""

from functools import partial

from reviewer.environment.translation import _
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.history import take_back
from reviewer.ui.desk import Context


def say_done(context: Context, actions: CommandActions, words: str) -> None:
    """Say what the newest change did; its Undo takes back this change, whatever was done since."""
    if context.desk is None:
        return
    step = context.desk.workspace.history.newest()
    undo = partial(actions.safely, partial(take_back, context, step))
    context.prompts.inform(words, action=_("Undo"), run=partial(_run, undo))


def _run(undo: "partial[bool]") -> None:
    undo()
