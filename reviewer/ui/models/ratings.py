"""Ratings in words: the value with what it stands for, why, and who gave it when."""

from collections.abc import Sequence

from reviewer.domain.ratings import VALUE_LABELS, Rating
from reviewer.environment.clock import local_time
from reviewer.environment.translation import _
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace


def rating_words(value: str) -> str:
    """Return a value of a scale with what it stands for, as in "B · usually reliable"."""
    label = VALUE_LABELS.get(value)
    if label is None:
        return isolated(value)
    return _("{value} · {meaning}").format(value=value, meaning=_(label))


def signed(workspace: Workspace, rating: Rating) -> str:
    """Return why a rating was given, by whom and when."""
    people = {one.id: one.name for one in workspace.analysts()}
    name = isolated(people.get(rating.analyst, _("somebody")))
    by = _("{name}, {moment}").format(name=name, moment=isolated(local_time(rating.at)))
    if not rating.reason:
        return by
    return _("{reason} ({signed})").format(reason=isolated(rating.reason), signed=by)


def rating_line(workspace: Workspace, rating: Rating) -> str:
    """Return all of a rating on one line."""
    return _(" · ").join((rating_words(rating.value), signed(workspace, rating)))


def own_rating(workspace: Workspace, ratings: Sequence[Rating]) -> Rating | None:
    """Return the present analyst's rating among these."""
    me = workspace.analyst
    return next((one for one in ratings if me is not None and one.analyst == me.id), None)
