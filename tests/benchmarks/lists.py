"""The long lists: shown, sorted and filtered, from the wish to the paint of the first page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from time import perf_counter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from reviewer.domain.documents import DocumentSort
from reviewer.domain.passages import PassageSort
from reviewer.ui.bridge import Bridge
from reviewer.ui.guard import guard
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.documents.documents import DocumentsPanel
from reviewer.ui.views.passages.passages import PassagesPage
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, Corpus
from tests.benchmarks.driving import Paints, application, rest, shown, until_painted, wait_until
from tests.benchmarks.floors import PlainFile
from tests.benchmarks.importing import plain_file_of, project_of
from tests.benchmarks.measures import Bench, Figure, Goal, compared
from tests.builders import NOOR, many_documents

GOAL = Goal(0.1)
IN_TITLES, IN_PASSAGES = "harbour", "spokesman"
COLUMNS = 8
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    application()
    with _documents(bench, bench.size(10_000, 50)) as (workspace, plain):
        yield _first_sight(bench, "10,000 documents in the list", workspace, plain)
    with _documents(bench, bench.size(100_000, 300)) as (workspace, plain):
        yield from _of_documents(bench, workspace, plain)
    with _passages(bench) as (workspace, plain):
        yield from _of_passages(bench, workspace, plain)


@contextmanager
def _documents(bench: Bench, count: int) -> Iterator[tuple[Workspace, PlainFile]]:
    plain = PlainFile(bench.fresh("plain") / "plain.db")
    plain.list_documents(count)
    with Workspace.create(bench.fresh("project") / "dossier.review", NOOR) as workspace:
        many_documents(workspace, count)
        workspace.idle()
        yield workspace, plain
    plain.close()


@contextmanager
def _passages(bench: Bench) -> Iterator[tuple[Workspace, PlainFile]]:
    files, corpus = bench.fresh("files"), Corpus()
    corpus.files(files, bench.size(1_000, 20), 20 * KILOBYTE)
    plain = plain_file_of(bench, files, "plain")
    with project_of(bench, files, "project") as workspace:
        tags = [tag.id for tag in workspace.tags.all()]
        for document in workspace.documents.ids():
            text = workspace.documents.text(document)
            spans = corpus.spans(text, bench.size(100, 10))
            plain.tag(text, document, spans)
            workspace.passages.tag_many(
                [Tagging(document, span, tags[span.start % len(tags)]) for span in spans]
            )
        workspace.idle()
        yield workspace, plain
    plain.close()


def _first_sight(bench: Bench, what: str, workspace: Workspace, plain: PlainFile) -> Figure:
    bridge = Bridge(workspace)
    figure = compared(
        bench,
        f"{what}: shown",
        partial(_shown, lambda: DocumentsPanel(workspace, bridge, LIGHT)),
        partial(_shown, lambda: _BareList(plain, "documents").view),
        GOAL,
    )
    bridge.close()
    return figure


def _of_documents(bench: Bench, workspace: Workspace, plain: PlainFile) -> Iterator[Figure]:
    what = "100,000 documents in the list"
    yield _first_sight(bench, what, workspace, plain)
    bridge = Bridge(workspace)
    panel, other = DocumentsPanel(workspace, bridge, LIGHT), _BareList(plain, "documents")
    with shown(panel), shown(other.view):
        paints, bare_paints = Paints(panel.list.viewport()), Paints(other.view.viewport())
        orders = cycle((DocumentSort.TITLE, DocumentSort.POSTED, DocumentSort.WORDS))
        bare_orders = cycle(("title COLLATE NOCASE, id", "posted, id", "words, id"))
        yield compared(
            bench,
            f"{what}: sorted",
            lambda: until_painted(paints, lambda: panel.model.set_order(next(orders))),
            lambda: until_painted(bare_paints, lambda: other.sort(next(bare_orders))),
            GOAL,
        )
        yield _filtered(
            bench,
            what,
            IN_TITLES,
            (panel.filter_field.setText, panel.filter_field.settle),
            paints,
            other,
            bare_paints,
        )
    bridge.close()


def _of_passages(bench: Bench, workspace: Workspace, plain: PlainFile) -> Iterator[Figure]:
    what = "100,000 passages in the table"
    bridge = Bridge(workspace)
    bare = partial(_BareList, plain, "passages")
    yield compared(
        bench,
        f"{what}: shown",
        partial(_shown, lambda: PassagesPage(workspace, bridge, LIGHT)),
        partial(_shown, lambda: bare().view),
        GOAL,
    )
    page, other = PassagesPage(workspace, bridge, LIGHT), bare()
    with shown(page), shown(other.view):
        paints, bare_paints = Paints(page.table.viewport()), Paints(other.view.viewport())
        orders = cycle((PassageSort.WORDS, PassageSort.TAG, PassageSort.CREATED))
        bare_orders = cycle(("quote COLLATE NOCASE, id", "tag, document, start", "at, id"))
        yield compared(
            bench,
            f"{what}: sorted",
            lambda: until_painted(
                paints, lambda: page.table.set_order(next(orders), descending=False)
            ),
            lambda: until_painted(bare_paints, lambda: other.sort(next(bare_orders))),
            GOAL,
        )
        field = page.bar.field
        yield _filtered(
            bench, what, IN_PASSAGES, (field.setText, field.settle), paints, other, bare_paints
        )
    bridge.close()


def _filtered(
    bench: Bench,
    what: str,
    word: str,
    typing: tuple[Callable[[str], object], Callable[[], object]],
    paints: Paints,
    other: "_BareList",
    bare_paints: Paints,
) -> Figure:
    """Filter by a word; between the rounds everything is shown again."""
    write, settle = typing

    def ours() -> float:
        write("")
        settle()
        rest()
        write(word)
        return until_painted(paints, settle)

    def plain() -> float:
        other.filter("")
        rest()
        return until_painted(bare_paints, lambda: other.filter(word))

    remark = "after the pause in typing"
    figure = compared(bench, f"{what}: filtered", ours, plain, GOAL)
    return Figure(figure.what, figure.measured, figure.floor, figure.goal, remark=remark)


def _shown(make: Callable[[], QWidget]) -> float:
    """Make a list and show it in a window; return the seconds to its paint."""
    start = perf_counter()
    with shown(make(), at_once=True) as paints:
        wait_until(lambda: paints.count > 0)
        return paints.ended - start


class _BareModel(QAbstractTableModel):
    """Ids, and the rows of the first page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[int] = []
        self.rows: dict[object, tuple[object, ...]] = {}

    @override
    @guard(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self.ids)

    @override
    @guard(0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return COLUMNS

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self.rows.get(self.ids[index.row()])
        return None if row is None else str(row[index.column()])


class _BareList:
    """A bare table over plain SQL: the same ids, the same first page."""

    def __init__(self, plain: PlainFile, table: str) -> None:
        self._plain, self._table = plain, table
        self._order, self._like = "id", ""
        self._model = _BareModel()
        self.view = QTableView()
        self.view.setModel(self._model)
        self.view.verticalHeader().setDefaultSectionSize(24)
        self._ask()

    def sort(self, order: str) -> None:
        """Show everything in another order."""
        self._order = order
        self._ask()

    def filter(self, like: str) -> None:
        """Show what has these letters in it."""
        self._like = like
        self._ask()

    def _ask(self) -> None:
        ids = self._plain.ids(self._table, self._order, self._like)
        self._model.beginResetModel()
        self._model.ids = ids
        self._model.rows = {row[0]: row for row in self._plain.page(self._table, ids)}
        self._model.endResetModel()
