"""A format whose files say what its reader shall do: crash, hang, swell, or hold other files.

It lies where the program does not look, and is put before it in this process and in the child.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reviewer import importers
from reviewer.importers import guarded

FORMATS = str(Path(__file__).with_name("formats"))
_serve = guarded.serve


def serve(line: Connection) -> None:
    """Do what the real child does, with the format at hand."""
    importers.__path__.append(FORMATS)
    _serve(line)


@contextmanager
def at_hand() -> Iterator[None]:
    """Put the format before the program, and take it away again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importers, "__path__", [*importers.__path__, FORMATS])
        patch.setattr(guarded, "serve", serve)
        importers._by_suffix.cache_clear()
        yield
    importers._by_suffix.cache_clear()
