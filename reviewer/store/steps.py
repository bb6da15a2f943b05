"""The history in the project file: steps and the changes they made, never altered afterwards.

A step is open while its digest is empty. Sealing it stores a SHA-256 over the step, its changes
and the digest before it: a chain in which an accident or a clumsy hand shows. Whoever can write
the file can also compute a new chain; it proves no more than that.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from uuid import uuid4

from reviewer.domain.errors import Damaged, NotFound
from reviewer.domain.steps import STOPPED, Action, Change, Step, StepKind, Touched
from reviewer.domain.words import N_
from reviewer.store.connection import Connection
from reviewer.store.journal import (
    JOURNALED,
    Image,
    completed,
    read_image,
    read_object,
    usual_values,
)
from reviewer.store.shapes import MAYBE_NUMBER, MAYBE_TEXT, NUMBER, TEXT, Row, Shape

_COLUMNS = (
    'steps.id, steps.kind, steps.of, steps."group", steps.name, steps.arguments, '
    "steps.analyst, analysts.name, steps.at"
)
_STEP = Shape(
    NUMBER, TEXT, MAYBE_NUMBER, TEXT, TEXT, TEXT, NUMBER, TEXT, TEXT, MAYBE_NUMBER
)  # and whether it was undone
_LAST_WORD = (
    "(SELECT kind FROM steps AS later WHERE later.of = steps.id ORDER BY later.id DESC LIMIT 1)"
)
_NOT_STOPPED = f"json_extract(arguments, '$.{STOPPED}') IS NULL"
_FROM = "FROM steps JOIN analysts ON analysts.id = steps.analyst"
_UNDOABLE = "('do', 'import')"

_CHANGED = "step, table_name, row, uid, action, before, after"
_CHANGE = Shape(NUMBER, TEXT, NUMBER, TEXT, TEXT, TEXT, TEXT)
_HEAD = 'id, uid, kind, of, "group", name, arguments, analyst, at, program'
_LINK = Shape(
    NUMBER, TEXT, TEXT, MAYBE_NUMBER, TEXT, TEXT, TEXT, NUMBER, TEXT, TEXT, MAYBE_TEXT
)  # and the digest
_GROUP = Shape(TEXT, NUMBER, NUMBER, NUMBER)  # and whether any of it stands
_TOUCHED = Shape(TEXT, TEXT, NUMBER)
_CARRIED = (
    *("allegations", "responses", "figures", "chain_members", "roles", "readings"),
    *("field_values", "answers"),
)
_LAST = "table_name IN ('furniture', 'readings')"  # which say least
_OF_GROUP = 'step = ?1 OR step IN (SELECT id FROM steps WHERE "group" = ?2 AND "group" <> \'\')'

# A name from the file stands for a template, or is shown as it is: it must not be one itself.
_NAME = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")


class StepStore:
    """Writes steps and finds them again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._usual: dict[str, Image] = {}

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
        if group:
            self._connection.execute("INSERT OR IGNORE INTO groups (name) VALUES (?)", [group])
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

    def seal(self, step: int) -> dict[str, frozenset[int]]:
        """Close the open step with its digest; returns the rows it touched, by table.

        A step that touched nothing is taken away again.
        """
        changes = self._connection.rows(
            _CHANGE, f"SELECT {_CHANGED} FROM changes WHERE step = ? ORDER BY id", [step]
        )
        if not changes:
            self._connection.execute("DELETE FROM steps WHERE id = ?", [step])
            return {}
        before = self._connection.words(
            "SELECT digest FROM steps WHERE id < ? ORDER BY id DESC LIMIT 1", [step]
        )
        (head,) = self._connection.rows(
            _LINK, f"SELECT {_HEAD}, digest FROM steps WHERE id = ?", [step]
        )
        self._connection.execute(
            "UPDATE steps SET digest = ? WHERE id = ?",
            [_digest(before or "", head[:-1], changes), step],
        )
        touched: dict[str, set[int]] = {}
        for change in changes:
            touched.setdefault(change[1], set()).add(change[2])
        return {table: frozenset(rows) for table, rows in touched.items()}

    def end_group(self, group: str, at: str) -> None:
        """Say that a long operation came to its end, or was stopped by the person."""
        self._connection.execute("UPDATE groups SET ended_at = ? WHERE name = ?", [at, group])

    def get(self, step: int) -> Step:
        """Return one step; raises ``NotFound``."""
        found = self.listed([step])
        if not found:
            raise NotFound(N_("There is no change {step} in the history."), step=step)
        return found[0]

    def ids(self) -> list[int]:
        """Return the steps newest first; a group is one entry, by its newest step."""
        return self._connection.numbers(
            "SELECT id FROM steps WHERE \"group\" = '' UNION ALL "
            'SELECT max(id) FROM steps WHERE "group" <> \'\' GROUP BY "group" ORDER BY 1 DESC'
        )

    def newest(self) -> int:
        """Return the newest step, 0 where there is none."""
        return self._connection.count("SELECT coalesce(max(id), 0) FROM steps")

    def newest_of(self, kind: StepKind) -> Step | None:
        """Return the newest step of a kind, if any, as its whole group is told."""
        found = self._connection.number(
            "SELECT id FROM steps WHERE kind = ? ORDER BY id DESC LIMIT 1", [kind]
        )
        return None if found is None else self.get(found)

    def newest_in(self, group: str) -> Step | None:
        """Return the newest step of a long operation, if it did anything yet."""
        found = self._connection.number('SELECT max(id) FROM steps WHERE "group" = ?', [group])
        return None if found is None else self.get(found)

    def listed(self, ids: Sequence[int]) -> list[Step]:
        """Return the steps with these ids, newest first, each as its whole group is told.

        ``count`` is then that of the group, and ``interrupted`` says that it never came to its
        end.
        """
        return self._as_groups(
            self._steps("steps.id IN (SELECT value FROM json_each(?))", [json.dumps(list(ids))])
        )

    def to_undo(self) -> Step | None:
        """Return the newest step that still stands, if any."""
        found = self._connection.number(
            f"SELECT id FROM steps WHERE kind IN {_UNDOABLE} "
            f"AND {_LAST_WORD} IS NOT 'undo' ORDER BY id DESC LIMIT 1"
        )
        return None if found is None else self.get(found)

    def to_redo(self) -> Step | None:
        """Return the step undone last, if nothing new was done since.

        What was stopped on its way, and so taken back, is none to be done again: it is a half.
        """
        found = self._connection.number(
            f"SELECT of FROM steps AS undone WHERE kind = 'undo' AND {_NOT_STOPPED} "
            "AND id = (SELECT max(id) FROM steps AS later WHERE later.of = undone.of) AND id > "
            f"coalesce((SELECT id FROM steps WHERE kind IN {_UNDOABLE} AND NOT EXISTS "
            f"(SELECT 1 FROM steps AS later WHERE later.of = steps.id AND NOT ({_NOT_STOPPED})) "
            "ORDER BY id DESC LIMIT 1), 0) ORDER BY id DESC LIMIT 1"
        )
        return None if found is None else self.get(found)

    def together_with(self, step: Step, *, undone: bool) -> list[Step]:
        """Return the steps of a step's group that stand, or that do not; newest first."""
        if not step.group:
            return [step] if step.undone is undone else []
        found = self._steps(f'steps."group" = ? AND steps.kind IN {_UNDOABLE}', [step.group])
        return [one for one in found if one.undone is undone]

    def changes(self, step: int, *, backwards: bool = False) -> list[Change]:
        """Return what a step did, row by row, in order or backwards."""
        order = "DESC" if backwards else "ASC"
        return self._changes(f"step = ? ORDER BY id {order}", [step])

    def first_changes(self, step: Step, most: int) -> list[Change]:
        """Return the first so many rows that a step, with its whole group, did something to.

        Page furniture and readings, of which there may be many, come last.
        """
        return self._changes(
            f"{_OF_GROUP} ORDER BY {_LAST}, id LIMIT ?3", [step.id, step.group, most]
        )

    def touched(self, step: Step) -> list[Touched]:
        """Return how many rows of which tables a step, with its whole group, did what to."""
        rows = self._connection.rows(
            _TOUCHED,
            f"SELECT table_name, action, count(*) FROM changes WHERE {_OF_GROUP} "
            f"GROUP BY table_name, action ORDER BY {_LAST}, min(id)",
            [step.id, step.group],
        )
        try:
            return [Touched(table, Action(action), count) for table, action, count in rows]
        except ValueError as fault:
            raise self._damaged(step.id) from fault

    def of_row(self, table: str, row: int) -> list[Change]:
        """Return everything that ever happened to one row, oldest first."""
        return self._changes("table_name = ? AND row = ? ORDER BY id", [table, row])

    def about_passage(self, passage: int) -> list[int]:
        """Return the steps that did something to a passage or to what it carries, oldest first."""
        standing = " UNION ALL ".join(
            f"SELECT '{table}', id FROM {table} WHERE passage = ?1" for table in _CARRIED
        )
        tables = ", ".join(f"'{table}'" for table in _CARRIED)
        return self._connection.numbers(
            "SELECT DISTINCT step FROM changes WHERE (table_name, row) IN "
            f"(SELECT 'passages', ?1 UNION ALL {standing} UNION ALL "
            f"SELECT table_name, row FROM changes WHERE table_name IN ({tables}) "
            "AND action = 'delete' AND json_extract(before, '$.passage') = ?1) ORDER BY step",
            [passage],
        )

    def each_of(self, table: str) -> Iterator[tuple[int, list[Change]]]:
        """Give each row of a table that ever was, with everything that happened to it."""
        rows = self._connection.each(
            _CHANGE,
            f"SELECT {_CHANGED} FROM changes WHERE table_name = ? ORDER BY row, id",
            [table],
        )
        for row, several in groupby(rows, key=itemgetter(2)):
            yield row, [self._change(change) for change in several]

    def broken_links(self) -> Iterator[int]:
        """Give every step whose digest does not follow from its changes and the one before."""
        by_step = groupby(
            self._connection.each(_CHANGE, f"SELECT {_CHANGED} FROM changes ORDER BY step, id"),
            key=itemgetter(0),
        )
        at_hand = next(by_step, None)
        before = ""
        for *head, digest in self._connection.each(
            _LINK, f"SELECT {_HEAD}, digest FROM steps ORDER BY id"
        ):
            while at_hand is not None and at_hand[0] < head[0]:
                yield at_hand[0]
                at_hand = next(by_step, None)
            mine: Iterable[Row] = ()
            if at_hand is not None and at_hand[0] == head[0]:
                mine = list(at_hand[1])
                at_hand = next(by_step, None)
            if digest != _digest(before, head, mine):
                yield head[0]
            before = digest or ""
        if at_hand is not None:
            yield at_hand[0]

    def _steps(self, condition: str, values: Sequence[object]) -> list[Step]:
        rows = self._connection.rows(
            _STEP,
            f"SELECT {_COLUMNS}, {_LAST_WORD} = 'undo' {_FROM} WHERE {condition} "
            "ORDER BY steps.id DESC",
            values,
        )
        return [self._step(row) for row in rows]

    def _as_groups(self, steps: list[Step]) -> list[Step]:
        groups = sorted({step.group for step in steps if step.group})
        if not groups:
            return steps
        found = self._connection.rows(
            _GROUP,
            "SELECT steps.\"group\", coalesce(sum(json_extract(arguments, '$.count')), 0), "
            f"groups.ended_at = '', coalesce(max({_LAST_WORD} IS NOT 'undo'), 0) "
            'FROM steps JOIN groups ON groups.name = steps."group" '
            'WHERE steps."group" IN (SELECT value FROM json_each(?)) GROUP BY 1',
            [json.dumps(groups)],
        )
        facts = {group: several for group, *several in found}
        return [
            _as_group(step, *facts[step.group]) if step.group in facts else step for step in steps
        ]

    def _step(self, row: Row) -> Step:
        identity, kind, of, group, name, arguments, analyst, analyst_name, at, undone = row
        try:
            return Step(
                id=identity,
                kind=StepKind(kind),
                of=of,
                group=group,
                name=_name(name),
                arguments=read_object(arguments),
                analyst=analyst,
                analyst_name=analyst_name,
                at=_moment(at),
                undone=bool(undone),
            )
        except (ValueError, TypeError, RecursionError) as fault:
            raise self._damaged(identity) from fault

    def _changes(self, condition: str, values: Sequence[object]) -> list[Change]:
        rows = self._connection.rows(
            _CHANGE, f"SELECT {_CHANGED} FROM changes WHERE {condition}", values
        )
        return [self._change(row) for row in rows]

    def _change(self, row: Row) -> Change:
        step, table, identity, uid, *images = row
        try:
            action, before, after = Action(images[0]), read_image(images[1]), read_image(images[2])
        except (ValueError, TypeError, RecursionError) as fault:
            raise self._damaged(step) from fault
        if action is Action.INSERT:
            after = completed(after, identity, uid, self._usual_of(table))
        elif action is Action.DELETE:
            before = completed(before, identity, uid, self._usual_of(table))
        return Change(step, table, identity, uid, action, before, after)

    def _usual_of(self, table: str) -> Image:
        """Return what goes without saying of a row; nothing where the table is not known."""
        if table not in self._usual:
            known = table in JOURNALED
            self._usual[table] = usual_values(self._connection, table) if known else {}
        return self._usual[table]

    def _damaged(self, step: int) -> Damaged:
        return self._connection.misshapen(f"the history, at change {step}")


def _as_group(step: Step, count: int, cut_short: int, stands: int) -> Step:
    told = dict(step.arguments)
    if count:
        told["count"] = count
    if cut_short:
        told["interrupted"] = True
    alone = count == 1 and step.name == "documents.import_many" and "name" in told
    name = "documents.import" if alone else step.name
    return replace(step, name=name, arguments=told, undone=step.undone and not stands)


def _json(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _name(words: str) -> str:
    if not _NAME.fullmatch(words):
        raise ValueError(words)
    return words


def _moment(words: str) -> str:
    if datetime.fromisoformat(words).tzinfo is None:
        raise ValueError(words)
    return words


def _digest(before: str, head: Sequence[object], changes: Iterable[Row]) -> str:
    """Return what seals a step: JSON holds no control characters, so the parts stay apart."""
    digest = hashlib.sha256(before.encode())
    digest.update(json.dumps(head, ensure_ascii=False).encode())
    for _step, table, row, uid, action, image_before, image_after in changes:
        line = f"\x1e{table}\x1f{row}\x1f{uid}\x1f{action}\x1f{image_before}\x1f{image_after}"
        digest.update(line.encode())
    return digest.hexdigest()
