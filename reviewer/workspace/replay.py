"""Puts rows back as a step found them, or as it left them.

Rows are compared with the image the step left before anything is written, so that later work is
never overwritten. When a row was last touched is bookkeeping, not work: it is not compared, and
it is put back only where nobody touched the row since. Nor does a row come back beside another
that has taken its place meanwhile, even where the tables would let it.
"""

from collections.abc import Iterator, Mapping, Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.steps import Action, Change
from reviewer.store.project_file import ProjectFile

Image = Mapping[str, object]
BOOKKEEPING = "modified_at"

# In which columns a row may come to clash with another; see ``store/rows.py``.
_MAY_CLASH = {
    "passages": frozenset({"document", "start", "end", "tag"}),
    "tags": frozenset({"shortcut", "parent"}),
    "events": frozenset({"parent"}),
    "links": frozenset({"type", "from_passage", "to_passage"}),
}
_INVERSE = {
    Action.INSERT: Action.DELETE,
    Action.UPDATE: Action.UPDATE,
    Action.DELETE: Action.INSERT,
}


class ChangedSince(NotAllowed):
    """A row is not as the step left it; ``change`` is what cannot be turned."""

    def __init__(self, change: Change) -> None:
        super().__init__("It was changed since.")
        self.change = change


class Replay:
    """Turns changes back or does them again."""

    def __init__(self, project: ProjectFile) -> None:
        self._rows = project.rows
        self._connection = project.connection

    def turn(self, changes: Sequence[Change], *, undoing: bool) -> None:
        """Turn changes, given in the order they are to be turned; raises ``ChangedSince``."""
        standing = self._clashing(changes)
        self._turn(changes, undoing=undoing)
        clashing = self._clashing(changes) - standing
        for change in changes:
            if (change.table, change.row) in clashing:
                raise ChangedSince(change)

    def _clashing(self, changes: Sequence[Change]) -> set[tuple[str, int]]:
        rows: dict[str, set[int]] = {}
        for change in changes:
            columns = _MAY_CLASH.get(change.table, frozenset())
            if columns & {*change.before, *change.after}:
                rows.setdefault(change.table, set()).add(change.row)
        return {
            (table, row)
            for table, several in rows.items()
            for row in self._rows.clashing(table, sorted(several))
        }

    def _turn(self, changes: Sequence[Change], *, undoing: bool) -> None:
        for run in _runs(changes):
            self._check(run, undoing=undoing)
            try:
                with self._connection.part():
                    self._put(run, undoing=undoing)
            except NotAllowed as fault:
                if len(run) == 1:
                    raise ChangedSince(run[0]) from fault
                # One by one, to learn which of them something else rests on.
                for change in run:
                    self._turn([change], undoing=undoing)

    def _check(self, run: Sequence[Change], *, undoing: bool) -> None:
        current = self._rows.current(run[0].table, [change.row for change in run])
        gone = Action.DELETE if undoing else Action.INSERT
        for change in run:
            left = change.after if undoing else change.before
            expected = None if change.action is gone else left
            if not _same(current.get(change.row), expected):
                raise ChangedSince(change)

    def _put(self, run: Sequence[Change], *, undoing: bool) -> None:
        table = run[0].table
        action = _INVERSE[run[0].action] if undoing else run[0].action
        wanted = {change.row: change.before if undoing else change.after for change in run}
        if action is Action.INSERT:
            self._rows.insert(table, wanted)
        elif action is Action.DELETE:
            self._rows.delete(table, list(wanted))
        else:
            self._rows.update(table, self._kept_up(run, wanted, undoing=undoing))

    def _kept_up(
        self, run: Sequence[Change], wanted: Mapping[int, Image], *, undoing: bool
    ) -> dict[int, Image]:
        """Return the images without the time of rows that were touched again since."""
        current = self._rows.current(run[0].table, list(wanted))
        left = {change.row: change.after if undoing else change.before for change in run}
        return {
            row: image
            if current[row].get(BOOKKEEPING) == left[row].get(BOOKKEEPING)
            else {column: value for column, value in image.items() if column != BOOKKEEPING}
            for row, image in wanted.items()
        }


def _runs(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Give stretches of changes of one kind to one table, no row twice in a stretch."""
    run: list[Change] = []
    rows: set[int] = set()
    for change in changes:
        fits = run and (change.table, change.action) == (run[0].table, run[0].action)
        if run and (not fits or change.row in rows):
            yield run
            run, rows = [], set()
        run.append(change)
        rows.add(change.row)
    if run:
        yield run


def _same(current: Image | None, expected: Image | None) -> bool:
    if current is None or expected is None:
        return current is None and expected is None
    return all(
        current.get(column) == value for column, value in expected.items() if column != BOOKKEEPING
    )
