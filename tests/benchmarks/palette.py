"""The palette: from the key to the painted card, and from each letter to the painted rows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import accumulate

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from reviewer.ui.window import Window
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.driving import Paints, application, rest, until_painted, wait_until, window
from tests.benchmarks.measures import Bench, Figure, Goal, spread
from tests.builders import NOOR, many_documents

OPENED, TYPED = Goal(0.050), Goal(0.016)
WORDS = ("bridge", "notice 7", "export", "dntr", "zzqx")
SHOWN = 50


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    application()
    for count in (bench.size(1_000, 30), bench.size(10_000, 60)):
        project = bench.fresh(f"project-{count}") / "dossier.review"
        with Workspace.create(project, NOOR) as workspace:
            many_documents(workspace, count)
            workspace.idle()
        with window(project) as opened:
            yield _opening(bench, count, opened)
            yield _typing(bench, count, opened)


def _opening(bench: Bench, count: int, opened: Window) -> Figure:
    card = opened.palette_card
    paints = Paints(card.list.viewport())
    with _bare_list(opened, count) as (bare, bare_list, _filter):
        bare_paints = Paints(bare_list.viewport())
        mine, floor = list[float](), list[float]()
        for _turn in range(bench.size(20, 2)):
            mine.append(until_painted(paints, opened.commands.action("view.search").trigger))
            wait_until(lambda: not card._reading.isActive())
            card.leave()
            rest()
            floor.append(until_painted(bare_paints, bare.show))
            bare.hide()
            rest()
    return spread(f"palette over {count:,} documents: opened", mine, floor, OPENED)


def _typing(bench: Bench, count: int, opened: Window) -> Figure:
    """Type words letter by letter; every letter is one measurement."""
    card = opened.palette_card
    mine, floor = list[float](), list[float]()
    with _bare_list(opened, count) as (bare, bare_list, filter_by):
        bare.show()
        bare_paints = Paints(bare_list.viewport())
        opened.commands.action("view.search").trigger()
        rest()
        wait_until(lambda: not card._reading.isActive())
        paints = Paints(card.field)
        for word in WORDS * bench.size(4, 1):
            card.field.clear()
            for typed in accumulate(word):
                rest()
                mine.append(until_painted(paints, partial(card.field.setText, typed)))
        card.leave()
        for word in WORDS * bench.size(4, 1):
            filter_by("")
            for typed in accumulate(word):
                rest()
                floor.append(until_painted(bare_paints, partial(filter_by, typed)))
    return spread(f"palette over {count:,} documents: a letter", mine, floor, TYPED)


@contextmanager
def _bare_list(
    over: QWidget, count: int
) -> Iterator[tuple[QFrame, QListView, Callable[[str], None]]]:
    """Give a bare frame with a field and a list of titles, filtered by plain ``in``."""
    titles = [title.lower() for title in Corpus().titles(count)]
    frame = QFrame(over)
    frame.setGeometry(200, 40, 680, 430)
    field, rows, model = QLineEdit(frame), QListView(frame), QStringListModel(titles[:SHOWN])
    rows.setModel(model)
    rows.setUniformItemSizes(True)
    column = QVBoxLayout(frame)
    column.addWidget(field)
    column.addWidget(rows)

    def filter_by(typed: str) -> None:
        field.setText(typed)
        model.setStringList([title for title in titles if typed in title][:SHOWN])
        rows.viewport().update()

    frame.hide()
    try:
        yield frame, rows, filter_by
    finally:
        frame.setParent(None)
        frame.deleteLater()
