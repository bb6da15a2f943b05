"""How a project file came to have its tables: one step a file, numbered, run in order.

A migration imports nothing of ours (the rules of today must not change the past), has
``apply(db)`` and runs in a transaction with its ``user_version``. Triggers are dropped before and
made again after, from ``journal.py``. A migration that renames, drops or retypes a column of a
journaled table rewrites ``changes`` too.

``sqlite_utils.migrations`` is not used for the record of what ran: ``user_version`` is the only
truth of the version, readable before any table is trusted.
"""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAMES = ("m0001_first",)
NEWEST = len(NAMES)


def migrations_after(version: int) -> list[tuple[int, "Callable[[Database], None]"]]:
    """Return the steps a file of ``version`` still needs, as (version reached, step)."""
    return [
        (number, _module(name).apply)
        for number, name in enumerate(NAMES, start=1)
        if number > version
    ]


def _module(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name}")
