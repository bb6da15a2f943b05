"""How a view does what a person asked for: whoever made the view tells what goes wrong."""

from collections.abc import Callable

Runner = Callable[[Callable[[], object]], object]
"""Does what a person asked for, and tells a person what was wrong with it."""


def at_once(deed: Callable[[], object]) -> None:
    """Do it, and let whatever is wrong go on to the caller."""
    deed()
