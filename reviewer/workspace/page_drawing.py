"""Has pages drawn in a child process, one after the other."""

from collections.abc import Callable
from contextlib import closing

from reviewer.domain.errors import Unreadable
from reviewer.domain.pages import DrawnPage, PageWish
from reviewer.importers.paged import pdf_drawing
from reviewer.workspace.jobs import Child, Lost, Overdue

_PATIENCE = 20.0  # seconds for a page


class PageDrawing:
    """Draws pages in a child that is started with the first; close it after the last."""

    def __init__(self) -> None:
        self._child = Child(pdf_drawing.serve, pdf_drawing.is_last)

    def draw(self, wish: PageWish, look: Callable[[], None]) -> DrawnPage:
        """Return a page's picture; raises ``Unreadable``.

        ``look`` is called many times a second and may raise; the child is ended then.
        """
        try:
            with closing(self._child.ask(_packed(wish), _PATIENCE, look)) as parts:
                return pdf_drawing.drawn(parts)
        except (Overdue, Lost, OSError) as fault:
            raise Unreadable(pdf_drawing.NOT_DRAWN) from fault

    def close(self) -> None:
        """End the child."""
        self._child.close()


def _packed(wish: PageWish) -> bytes:
    import pickle

    return pickle.dumps(wish, pickle.HIGHEST_PROTOCOL)
