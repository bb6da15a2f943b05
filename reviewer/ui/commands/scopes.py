"""Which passages an export means when it says: those the table shows, those chosen in it."""

from reviewer.domain.snapshot import PassageFilter
from reviewer.ui.asking.export_questions import Scope
from reviewer.ui.desk import Desk


def filter_of(desk: Desk, scope: Scope) -> PassageFilter:
    """Return which passages a scope means now."""
    if scope is Scope.CHOSEN:
        return PassageFilter(passages=tuple(desk.passages.chosen()))
    return desk.passages.filter() if scope is Scope.SHOWN else PassageFilter()


def counts_of(desk: Desk) -> dict[Scope, int]:
    """Return how many passages each scope has now."""
    passages = desk.workspace.passages
    return {
        Scope.ALL: passages.count(),
        Scope.SHOWN: len(passages.ids(desk.passages.filter())),
        Scope.CHOSEN: len(desk.passages.chosen()),
    }
