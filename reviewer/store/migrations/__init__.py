"""How a project file came to have its tables: one step a file, numbered, run in order.

A migration imports nothing of ours (the rules of today must not change the past), has
``apply(db)`` and runs in a transaction with its ``user_version``. Triggers are dropped before and
made again after, from ``journal.py``, all in one transaction, so that a crash leaves the file as it
was. A migration that renames, drops or retypes a column of a
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

NAMES = ("m0001_first", "m0002_codebook_and_notes", "m0003_records", "m0004_imports")
NEWEST = len(NAMES)


def migrations_after(
    version: int, up_to: int | None = None
) -> list[tuple[int, "Callable[[Database], None]"]]:
    """Return the steps from ``version`` to the newest (or ``up_to``), by version reached."""
    return [
        (number, _module(name).apply)
        for number, name in enumerate(NAMES[:up_to], start=1)
        if number > version
    ]


def _module(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name}")
