"""What the passages are filtered by that has to do with checks: not checked, by whom, look again.

All of it stands in one list to tick. Its ids are the analysts', and two of their own.
"""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from reviewer.domain.folding import fold
from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.translation import _
from reviewer.ui.models.choices import Choice, Offer
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

NOBODY, AGAIN = -1, -2


def check_offer(workspace: Workspace) -> Offer:
    """Offer the passages nobody checked, those that want another look, and those of a checker."""
    return Offer(partial(_ids, workspace), partial(_read, workspace))


def ticks_of(wanted: PassageFilter) -> tuple[int, ...]:
    """Return what is ticked for a filter."""
    own = [(NOBODY, wanted.nobody_checked), (AGAIN, wanted.another_look)]
    return (*(tick for tick, ticked in own if ticked), *wanted.checked_by)


def checkers(ticks: Collection[int]) -> tuple[int, ...]:
    """Return the analysts among what is ticked."""
    return tuple(tick for tick in ticks if tick > 0)


def without_contradiction(before: Collection[int], ticks: Collection[int]) -> set[int]:
    """Return what is ticked without what can hold of no passage together with the newest tick."""
    if NOBODY not in ticks or not checkers(ticks):
        return set(ticks)
    if NOBODY in before:
        return set(ticks) - {NOBODY}
    return set(ticks) - set(checkers(ticks))


def _all(workspace: Workspace) -> dict[int, Callable[[], str]]:
    own: dict[int, Callable[[], str]] = {
        NOBODY: lambda: _("Not checked"),
        AGAIN: lambda: _("Wants another look"),
    }
    return own | {one.id: partial(_by, one.name) for one in workspace.analysts()}


def _by(name: str) -> str:
    return _("Checked by {name}").format(name=isolated(name))


def _ids(workspace: Workspace, words: str) -> list[int]:
    sought = fold(words.strip())
    return [tick for tick, name in _all(workspace).items() if sought in fold(name())]


def _read(workspace: Workspace, wanted: Sequence[int]) -> dict[int, Choice]:
    names = _all(workspace)
    return {tick: Choice(tick, names[tick]()) for tick in wanted if tick in names}
