"""Saves what can be read of a damaged project into a new one.

Rows are read page by page (``pages.py``, ``cells.py``) and written one by one under the rules of
the new file's tables: a row that breaks them is not taken. Rows that were lost are rebuilt from the
history where it knows them. What others rest on and is gone gets a stand-in, plainly named, so that
a lost page takes nobody's passages with it. The index of the search is made anew.

Pages that no table leads to any more, because an inner page is broken, are offered to the tables
whose rows cannot be mistaken for another's.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from reviewer.domain.errors import NotAProject, ReviewerError
from reviewer.domain.folding import FOLD_VERSION, fold
from reviewer.domain.progress import Progress
from reviewer.domain.rescues import Saved
from reviewer.domain.words import N_
from reviewer.store.cells import LEAF, Allowance, Cell, Cut, Value, cells, leaves
from reviewer.store.connection import Connection
from reviewer.store.journal import JOURNALED, completed, read_image, usual_values
from reviewer.store.migrations import NEWEST
from reviewer.store.pages import Pages
from reviewer.store.project_file import remove_files, reserve
from reviewer.store.schema import lay_out, migrate
from reviewer.store.stand_ins import documents_for_texts, stand_in

_TABLES = (
    *("analysts", "originals", "texts", "metadata", "documents", "tags", "passages", "furniture"),
    *("notes", "queries", "settings", "steps", "changes", "groups", "counters", "ui_state"),
    *("actors", "actor_names", "chain_members", "roles", "allegations", "responses", "figures"),
    *("readings", "fields", "field_values", "events", "questions", "working_figures", "answers"),
    *("event_documents", "links", "ratings"),
)
# In this order: a row of a later one is never taken for one of an earlier.
_UNMISTAKABLE = (
    *("changes", "passages", "documents", "texts", "originals", "furniture", "metadata", "steps"),
    *("links", "ratings", "roles", "figures", "allegations", "responses", "events", "questions"),
    *("answers", "readings", "event_documents", "field_values", "chain_members", "actors"),
    *("tags", "analysts", "queries", "notes"),
)
_CAN_BE_CUT = {"texts": "text", "originals": "data"}
_SCHEMA_ROOT = 1
NOTHING_FOUND = N_("Nothing of a project can be read in “{name}”.")
_BROKEN = 'SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check'
_HIGHEST_ID = 1 << 53
_NUMBERING = (
    "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?",
    (
        "INSERT INTO sqlite_sequence (seq, name) SELECT ?1, ?2 "
        "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?2)"
    ),
)
_COUNTED = {
    "documents": "'documents', max(number) FROM documents HAVING count(*)",
    "passages": "'passages of ' || document, max(number) FROM passages GROUP BY document",
    "tags": "'definition ' || id, definition_version - 1 FROM tags WHERE definition_version > 1",
}


def rescue(
    file: BinaryIO, log: BinaryIO | None, target: Path, now: str, progress: Progress
) -> list[Saved]:
    """Make a project at ``target`` of what can be read in a file, with its log over it.

    Returns how each table came through. Raises ``NotAProject`` where nothing of a project is
    found, and ``CannotSave`` where the new one cannot be written.
    """
    pages = Pages(file, log)
    version = pages.version if 1 <= pages.version <= NEWEST else NEWEST
    reserve(target)
    with ExitStack() as undo:
        undo.callback(remove_files, target)
        with closing(Connection(target, str(target))) as connection:
            lay_out(connection, version)
            connection.execute("PRAGMA foreign_keys = OFF")
            with connection.transaction():
                saved = Rescue(pages, connection, now, progress).save()
            if not any(one.came for one in saved):
                raise NotAProject(NOTHING_FOUND, name=Path(file.name).name)
            migrate(connection, version)
        undo.pop_all()
    return saved


class Rescue:
    """Fills a new project's tables, which have no triggers yet, from the pages of an old one."""

    def __init__(self, pages: Pages, connection: Connection, now: str, progress: Progress) -> None:
        self._pages = pages
        self._connection = connection
        self._now = now
        self._progress = progress
        self._visited: set[int] = set()
        self._tables = {
            name: _Table(connection, name) for name in _TABLES if _is_there(connection, name)
        }

    def save(self) -> list[Saved]:
        """Take over all that can be; returns how each table came through."""
        roots = self._roots()
        for name, table in self._tables.items():
            root = roots.get(name)
            if root is not None:
                self._take_table(table, root)
        self._take_lost_pages()
        for name, table in self._tables.items():
            if name not in roots and not table.saved.came:
                table.saved.unknown += 1
        self._go_on_numbering(roots.get("sqlite_sequence"))
        for name in JOURNALED:
            if name in self._tables:
                self._rebuild(self._tables[name])
        self._show_texts()
        self._mend_references()
        self._count_on()
        self._index()
        return [table.saved for table in self._tables.values()]

    def _roots(self) -> dict[str, int]:
        """Return with which page each table begins, as far as the file still says so."""
        found = {
            name: root
            for kind, name, _table, root, _sql in self._rows(_SCHEMA_ROOT, 5)
            if kind == "table" and isinstance(name, str) and isinstance(root, int)
        }
        for name, root in found.items():
            if name not in self._tables:
                self._visited.update(leaves(self._pages, root))
        return found

    def _cells(self, root: int) -> Iterator[Cell | None]:
        allowance = Allowance(self._pages)
        for number in leaves(self._pages, root):
            self._visited.add(number)
            self._progress.report(len(self._visited), self._pages.count)
            yield from cells(self._pages, number, allowance)

    def _rows(self, root: int, columns: int) -> Iterator[tuple[Value, ...]]:
        for cell in self._cells(root):
            if cell is not None and len(cell.values) == columns:
                yield cell.values

    def _take_table(self, table: "_Table", root: int) -> None:
        for cell in self._cells(root):
            if cell is None:
                table.saved.unknown += 1
            elif not table.take(cell.id, cell.values):
                table.saved.lost.append(cell.id)

    def _take_lost_pages(self) -> None:
        """Offer the rows of pages that nothing leads to, where a page has rows at all."""
        offered = [self._tables[name] for name in _UNMISTAKABLE if name in self._tables]
        allowance = Allowance(self._pages)
        for done, number in enumerate(self._pages.numbers()):
            self._progress.report(done, self._pages.count)
            if number not in self._visited and self._pages.page(number)[0] == LEAF:
                for cell in filter(None, cells(self._pages, number, allowance)):
                    any(table.take(cell.id, cell.values) for table in offered)

    def _go_on_numbering(self, root: int | None) -> None:
        """Let no id be given twice that was ever given, as far as the file still says which."""
        for name, last in () if root is None else self._rows(root, 2):
            if name in self._tables and isinstance(last, int) and last < _HIGHEST_ID:
                for sql in _NUMBERING:
                    self._connection.execute(sql, [last, name])

    def _rebuild(self, table: "_Table") -> None:
        """Put back rows that the history knows and the table does not.

        Where the history is damaged too it may have forgotten that a row was taken away, so it
        is asked only if the table is known to miss rows.
        """
        if table.saved.is_whole and not self._tables["changes"].saved.is_whole:
            return
        usual = usual_values(self._connection, table.name)
        there = set(self._connection.numbers(f"SELECT id FROM {table.name}"))
        rows = self._connection.rows(
            None,
            "SELECT row, uid, action, after FROM changes WHERE table_name = ? ORDER BY row, id",
            [table.name],
        )
        for row, changes in groupby(rows, key=itemgetter(0)):
            if row not in there:
                left = _left(row, [(uid, kind, after) for _, uid, kind, after in changes], usual)
                if left is not None and table.put(left):
                    table.saved.rebuilt += 1
                    if row in table.saved.lost:
                        table.saved.lost.remove(row)

    def _show_texts(self) -> None:
        """Give texts a document where theirs is lost, and the history cannot say otherwise.

        A text may rightly have none: it outlives the undoing of its import.
        """
        documents = self._tables["documents"].saved
        if not documents.is_whole and not self._tables["changes"].saved.is_whole:
            self._connection.execute(*documents_for_texts(self._now))

    def _mend_references(self) -> None:
        """Give every reference that leads nowhere something to lead to."""
        while broken := self._connection.rows(None, _BROKEN):
            for name, row, parent, number in broken:
                self._mend(name, row, parent, number)

    def _mend(self, name: str, row: int, parent: str, number: int) -> None:
        column = self._connection.words(
            f"SELECT \"from\" FROM pragma_foreign_key_list('{name}') WHERE id = ?", [number]
        )
        wanted = self._connection.number(f'SELECT "{column}" FROM {name} WHERE rowid = ?', [row])
        if wanted is None:  # the row was let go for another reference
            return
        # What a stand-in refers to was never there, and is not missed.
        missed = row not in self._tables[name].stood_in
        if not self._stands(self._tables[parent], wanted, missed=missed):
            # Nothing can stand there, so what rests on it goes as well.
            self._connection.execute(f"DELETE FROM {name} WHERE rowid = ?", [row])
            self._tables[name].saved.lost.append(row)

    def _stands(self, table: "_Table", row: int, *, missed: bool) -> bool:
        """Say whether a row is there, if need be as a stand-in made now."""
        if row not in table.stood_in:
            table.stood_in.add(row)
            if missed and row not in table.saved.lost:
                table.saved.lost.append(row)
            with suppress(ReviewerError, KeyError):  # of passages and what hangs on them none
                self._connection.execute(*stand_in(table.name, row, self._now))
        found = self._connection.count(f"SELECT count(*) FROM {table.name} WHERE id = ?", [row])
        return found > 0

    def _count_on(self) -> None:
        """Let no number be given twice, of those that can be seen to have been given."""
        for table, sql in _COUNTED.items():
            if table != "tags" or "definition_version" in self._tables[table].columns:
                self._connection.execute(
                    f"INSERT INTO counters (name, last) SELECT * FROM (SELECT {sql}) WHERE true "
                    "ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)"
                )

    def _index(self) -> None:
        for text in self._connection.numbers("SELECT id FROM texts ORDER BY id"):
            words = self._connection.words("SELECT text FROM texts WHERE id = ?", [text]) or ""
            self._connection.execute(
                "INSERT INTO search (rowid, words) VALUES (?, ?)", [text, fold(words)]
            )
        self._connection.execute("UPDATE texts SET fold_version = ?", [FOLD_VERSION])


class _Table:
    """One table of the new file, and how its rows come through."""

    def __init__(self, connection: Connection, name: str) -> None:
        self.name = name
        self.saved = Saved(name)
        self.stood_in: set[int] = set()
        self._connection = connection
        found = connection.rows(
            None, "SELECT name, type, pk, dflt_value FROM pragma_table_info(?)", [name]
        )
        self.columns = [column for column, *_ in found]
        self._has_id = found[0][1] == "INTEGER" and bool(found[0][2])
        self._defaults = [default or "NULL" for *_, default in found]

    def take(self, identity: int, values: tuple[Value, ...]) -> bool:
        """Write a row down; says whether the table's rules let it."""
        if len(values) > len(self.columns) or not values:
            return False
        given = dict(zip(self.columns, values, strict=False))
        if self._has_id:
            given[self.columns[0]] = identity
        last = values[-1]
        if isinstance(last, Cut) and not self._patch(given, last):
            return False
        if not self.put(given):
            return False
        self.saved.came += 1
        if isinstance(last, Cut):
            self.saved.cut.append(identity)
        return True

    def put(self, given: Mapping[str, object]) -> bool:
        """Write a row down from its columns; one that is not given has its default."""
        marks = [
            "?" if column in given else default
            for column, default in zip(self.columns, self._defaults, strict=True)
        ]
        known = [given[column] for column in self.columns if column in given]
        names = ", ".join(f'"{column}"' for column in self.columns)
        try:
            self._connection.execute(
                f"INSERT INTO {self.name} ({names}) VALUES ({', '.join(marks)})", known
            )
        except ReviewerError:
            return False
        return True

    def _patch(self, given: dict[str, object], cut: Cut) -> bool:
        """Make do with the beginning of a text, or without a file's bytes; says whether it can."""
        if next(reversed(given)) != _CAN_BE_CUT.get(self.name):
            return False
        if self.name == "texts":
            given["text"] = cut.start.decode("utf-8", "ignore")
        else:
            given |= {"recipe": "", "codec": "", "dropped": 1, "data": b""}
        return True


def _is_there(connection: Connection, table: str) -> bool:
    return connection.count("SELECT count(*) FROM sqlite_schema WHERE name = ?", [table]) > 0


def _left(
    row: int, changes: list[tuple[str, str, str]], usual: Mapping[str, object]
) -> Mapping[str, object] | None:
    """Return a row as its history left it; ``None`` where it was taken away or is not known."""
    left: dict[str, object] = {}
    for uid, action, after in changes:
        try:
            image = read_image(after)
        except (ValueError, TypeError, RecursionError):
            return None
        if action == "insert":
            left = completed(image, row, uid, usual)
        elif action == "delete":
            left = {}
        elif left:
            left |= image
    return left or None
