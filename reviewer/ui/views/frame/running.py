"""How a view does what a person asked for: whoever made the view tells what goes wrong."""

import logging
from collections.abc import Callable

from reviewer.domain.errors import ReviewerError

_LOG = logging.getLogger(__name__)

Runner = Callable[[Callable[[], object]], object]
"""Does what a person asked for, and tells a person what was wrong with it."""


def at_once(deed: Callable[[], object]) -> None:
    """Do it, and let whatever is wrong go on to the caller."""
    deed()


GONE = (ReviewerError, LookupError)
UNUSABLE = (*GONE, TypeError, ValueError, AttributeError, OverflowError)
"""What taking up a state may end in that no window of this version wrote."""


def attempt(deed: Callable[[], object], but: tuple[type[Exception], ...] = GONE) -> object:
    """Do what nobody asked for just now; where it cannot be done the work goes on without."""
    try:
        return deed()
    except but as problem:
        _LOG.warning("the window's state: %s", type(problem).__name__)
        return None
