"""Telling what was done, with a button that takes back just that."""

from functools import partial

from reviewer.environment.translation import _
from reviewer.ui.commands.history import take_back
from reviewer.ui.desk import Context

NOTHING_BEFORE = -1


def newest_step(context: Context) -> int:
    """Return the newest change there is, to be given to ``say_done`` when more is done."""
    return NOTHING_BEFORE if context.desk is None else context.desk.workspace.history.newest()


def say_done(context: Context, words: str, since: int = NOTHING_BEFORE) -> None:
    """Say what the newest change did; its Undo takes back this change, whatever was done later.

    Where ``since`` is the newest still, nothing was changed, and there is nothing to take back.
    """
    step = newest_step(context)
    if context.desk is None or step == since:
        context.prompts.inform(words)
    else:
        undo = partial(context.safely, partial(take_back, context, step))
        context.prompts.inform(words, action=_("Undo"), run=partial(_run, undo))


def _run(undo: "partial[object]") -> None:
    undo()
