"""Has passages marked on the pages of PDFs in a child process, one file after the other."""

import pickle
from contextlib import closing

from reviewer.domain.annotated import MarkWish
from reviewer.domain.errors import Unreadable
from reviewer.workspace import page_marks
from reviewer.workspace.jobs import Child, Lost, Overdue

_PATIENCE = 60.0  # seconds for a file


class PageMarking:
    """Marks pages in a child that is started with the first file, and ended with the context."""

    def __init__(self) -> None:
        self._child = Child(page_marks.serve, page_marks.is_last)

    def __enter__(self) -> "PageMarking":
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close()

    def marked(self, wish: MarkWish) -> bytes:
        """Return a file with marks on its pages; raises ``Unreadable``."""
        try:
            packed = pickle.dumps(wish, pickle.HIGHEST_PROTOCOL)
            with closing(self._child.ask(packed, _PATIENCE, _look)) as parts:
                return page_marks.made_of(parts)
        except (Overdue, Lost, OSError) as fault:
            raise Unreadable(page_marks.NOT_MARKED) from fault


def _look() -> None:
    """Look at nothing: a file is short work."""
