"""The history in the project file: steps and the changes they made, never altered afterwards.

A step is open while its digest is empty. Closing it stores a SHA-256 over the step, its changes
and the digest before it: a chain in which an accident or a clumsy hand shows. Whoever can write
the file can also compute a new chain; it proves no more than that.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import uuid4

from reviewer.domain.errors import Damaged, NotFound
from reviewer.domain.steps import Action, Change, Step, StepKind
from reviewer.domain.words import N_
from reviewer.store.connection import Connection, Row

_COLUMNS = (
    'steps.id, steps.kind, steps.of, steps."group", steps.name, steps.arguments, '
    "steps.analyst, analysts.name, steps.at"
)
_LAST_WORD = "(SELECT kind FROM steps AS later WHERE later.of = steps.id ORDER BY id DESC LIMIT 1)"
_FROM = "FROM steps JOIN analysts ON analysts.id = steps.analyst"
_UNDOABLE = "('do', 'import')"


class StepStore:
    """Writes steps and finds them again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(
        self,
        kind: StepKind,
        name: str,
        arguments: Mapping[str, object],
        *,
        analyst: int,
        at: str,
        program: str,
        of: int | None = None,
        group: str = "",
    ) -> int:
        """Begin a step inside a transaction; returns its id."""
        return self._connection.execute(
            'INSERT INTO steps (uid, kind, of, "group", name, arguments, analyst, at, program) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [str(uuid4()), kind, of, group, name, _json(arguments), analyst, at, program],
        )

    def rename(self, step: int, arguments: Mapping[str, object]) -> None:
        """Give the open step the arguments that were only known once the work was done."""
        self._connection.execute(
            "UPDATE steps SET arguments = ? WHERE id = ? AND digest IS NULL",
            [_json(arguments), step],
        )

    def close(self, step: int) -> None:
        """Seal the open step with its digest."""
        self._connection.execute(
            "UPDATE steps SET digest = ? WHERE id = ?", [self._digest(step), step]
        )

    def drop_empty(self, step: int) -> bool:
        """Take an open step away again when it changed nothing; says whether it did."""
        if self._connection.value("SELECT 1 FROM changes WHERE step = ? LIMIT 1", [step]):
            return False
        self._connection.execute("DELETE FROM steps WHERE id = ? AND digest IS NULL", [step])
        return True

    def get(self, step: int) -> Step:
        """Return one step; raises ``NotFound``."""
        row = self._connection.row(
            f"SELECT {_COLUMNS}, {_LAST_WORD} = 'undo' {_FROM} WHERE steps.id = ?", [step]
        )
        if row is None:
            raise NotFound(N_("There is no change {step} in the history."), step=step)
        return self._step(row)

    def ids(self) -> list[int]:
        """Return the steps newest first; a group is one entry, by its newest step."""
        return [
            step
            for (step,) in self._connection.rows(
                "SELECT max(id) FROM steps "
                'GROUP BY CASE WHEN "group" = \'\' THEN id ELSE "group" END ORDER BY 1 DESC'
            )
        ]

    def listed(self, ids: Sequence[int]) -> list[Step]:
        """Return the steps with these ids, newest first; ``count`` is a whole group's."""
        marks = ",".join("?" * len(ids))
        rows = self._connection.rows(
            f"SELECT {_COLUMNS}, {_LAST_WORD} = 'undo' {_FROM} WHERE steps.id IN ({marks}) "
            "ORDER BY steps.id DESC",
            list(ids),
        )
        return [self._whole_group(self._step(row)) for row in rows]

    def to_undo(self) -> Step | None:
        """Return the newest step that still stands, if any."""
        row = self._connection.row(
            f"SELECT {_COLUMNS}, 0 {_FROM} WHERE steps.kind IN {_UNDOABLE} "
            f"AND {_LAST_WORD} IS NOT 'undo' ORDER BY steps.id DESC LIMIT 1"
        )
        return None if row is None else self._step(row)

    def to_redo(self) -> Step | None:
        """Return the step undone last, if nothing new was done since."""
        row = self._connection.row(
            "SELECT of FROM steps AS undone WHERE kind = 'undo' AND id > coalesce("
            f"(SELECT max(id) FROM steps WHERE kind IN {_UNDOABLE}), 0) "
            "AND id = (SELECT max(id) FROM steps AS later WHERE later.of = undone.of) "
            "ORDER BY id DESC LIMIT 1"
        )
        return None if row is None else self.get(row[0])

    def group(self, name: str, *, undone: bool) -> list[int]:
        """Return the steps of a group that are (or are not) undone, newest first."""
        rows = self._connection.rows(
            f'SELECT id FROM steps WHERE "group" = ? AND kind IN {_UNDOABLE} '
            f"AND ({_LAST_WORD} IS 'undo') = ? ORDER BY id DESC",
            [name, undone],
        )
        return [step for (step,) in rows]

    def changes(self, step: int, *, backwards: bool = False) -> list[Change]:
        """Return what a step did, row by row, in order or backwards."""
        order = "DESC" if backwards else "ASC"
        return [
            self._change(row)
            for row in self._connection.rows(
                "SELECT step, table_name, row, uid, action, before, after FROM changes "
                f"WHERE step = ? ORDER BY id {order}",
                [step],
            )
        ]

    def touched(self, step: int) -> dict[str, frozenset[int]]:
        """Return the rows a step touched, by table."""
        found: dict[str, set[int]] = {}
        for table, row in self._connection.each(
            "SELECT table_name, row FROM changes WHERE step = ?", [step]
        ):
            found.setdefault(table, set()).add(row)
        return {table: frozenset(rows) for table, rows in found.items()}

    def of_row(self, table: str, row: int) -> list[Change]:
        """Return everything that ever happened to one row, oldest first."""
        return [
            self._change(found)
            for found in self._connection.rows(
                "SELECT step, table_name, row, uid, action, before, after FROM changes "
                "WHERE table_name = ? AND row = ? ORDER BY id",
                [table, row],
            )
        ]

    def broken_links(self) -> Iterator[int]:
        """Give every step whose digest does not follow from its changes and the one before."""
        for step, digest in self._connection.rows("SELECT id, digest FROM steps ORDER BY id"):
            if digest != self._digest(step):
                yield step

    def _whole_group(self, step: Step) -> Step:
        if not step.group or "count" not in step.arguments:
            return step
        count = self._connection.value(
            "SELECT sum(json_extract(arguments, '$.count')) FROM steps WHERE \"group\" = ?",
            [step.group],
        )
        return replace(step, arguments={**step.arguments, "count": count})

    def _digest(self, step: int) -> str:
        before = self._connection.value(
            "SELECT digest FROM steps WHERE id < ? ORDER BY id DESC LIMIT 1", [step]
        )
        digest = hashlib.sha256((before or "").encode())
        head = self._connection.row(
            'SELECT uid, kind, of, "group", name, arguments, analyst, at, program '
            "FROM steps WHERE id = ?",
            [step],
        )
        digest.update(repr(head).encode())
        for change in self._connection.each(
            "SELECT table_name, row, uid, action, before, after FROM changes "
            "WHERE step = ? ORDER BY id",
            [step],
        ):
            digest.update(repr(change).encode())
        return digest.hexdigest()

    def _step(self, row: Row) -> Step:
        identity, kind, of, group, name, arguments, analyst, analyst_name, at, undone = row
        try:
            return Step(
                id=identity,
                kind=StepKind(kind),
                of=of,
                group=group,
                name=name,
                arguments=json.loads(arguments),
                analyst=analyst,
                analyst_name=analyst_name,
                at=at,
                undone=bool(undone),
            )
        except ValueError as fault:
            raise self._damaged(identity) from fault

    def _change(self, row: Row) -> Change:
        step, table, identity, uid, action, before, after = row
        try:
            return Change(
                step, table, identity, uid, Action(action), json.loads(before), json.loads(after)
            )
        except ValueError as fault:
            raise self._damaged(step) from fault

    def _damaged(self, step: int) -> Damaged:
        return Damaged(
            N_("The history of “{name}” is damaged at change {step}."),
            name=self._connection.path.name,
            step=step,
        )


def _json(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)
