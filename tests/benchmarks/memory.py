"""How much memory a whole session takes, with ten thousand documents."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.corpus import KILOBYTE, Corpus
from tests.benchmarks.measures import (
    MEGABYTE,
    Bench,
    Figure,
    Goal,
    in_turn,
    memory_of_child,
)

_SESSION = "from tests.benchmarks.memory import session; import sys; session(*sys.argv[1:])"
_IMPORT = (
    "from tests.benchmarks.memory import look_and_import; import sys; "
    "look_and_import(*sys.argv[1:])"
)
_BARE = (
    "from PySide6.QtWidgets import QApplication, QLabel, QMainWindow;"
    "app = QApplication([]); window = QMainWindow(); window.setCentralWidget(QLabel('bare'));"
    "window.resize(1440, 900); window.show(); app.processEvents()"
)
_OPENED, _TAGGED = 20, 5
"""How many documents are opened, and how many passages are tagged in each."""


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    files = bench.fresh("files")
    Corpus().files(files, bench.size(10_000, 30), 5 * KILOBYTE)
    ours, bare = in_turn(
        bench, partial(_session_memory, bench, files), lambda: memory_of_child(_BARE)
    )
    what = "a whole session with 10,000 documents"
    yield Figure(what, median(ours), median(bare), Goal(200 * MEGABYTE), unit="B")
    ours, bare = in_turn(
        bench, partial(_import_memory, bench, files), lambda: memory_of_child(_BARE)
    )
    what = "10,000 files looked at in the window, then imported"
    yield Figure(what, median(ours), median(bare), Goal(300 * MEGABYTE), unit="B")


def _session_memory(bench: Bench, files: Path) -> float:
    opened = bench.size(_OPENED, 2)
    return memory_of_child(_SESSION, str(files), str(bench.fresh("session")), str(opened))


def _import_memory(bench: Bench, files: Path) -> float:
    return memory_of_child(_IMPORT, str(files), str(bench.fresh("looked")))


def look_and_import(files: str, folder: str) -> None:
    """Look at what was found, as a page lists it, and have all of it come in."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from reviewer.ui.importing import Look, Stage
    from tests.benchmarks.driving import rest, session_of, wait_until, window

    with window() as opened:
        opened.create_project(Path(folder, "dossier.review"), "Noor")
        opened.import_paths([Path(files)], look=Look.ALL)
        page = session_of(opened).importing.page

        def is_ready() -> bool:
            one = page.current_import()
            return one is not None and one.stage is Stage.READY

        wait_until(is_ready)
        rest()
        importing = page.current_import()
        QTest.mouseClick(page.go, Qt.MouseButton.LeftButton)
        wait_until(lambda: importing is not None and importing.is_over())
        if not session_of(opened).workspace.documents.count():
            sys.exit("nothing came in")


def session(files: str, folder: str, opened_documents: str) -> None:
    """Import, read, tag, look things up, take back, export: what a person does in a day."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from reviewer.domain.documents import DocumentSort
    from reviewer.domain.progress import Silent
    from reviewer.ui.desk import PageName
    from reviewer.ui.importing import Look
    from reviewer.workspace.apart import export_to_file
    from tests.benchmarks.driving import rest, scripted, session_of, wait_until, window
    from tests.benchmarks.opening import view_of

    project = Path(folder, "dossier.review")
    with window() as opened:
        opened.create_project(project, "Noor")
        opened.import_paths([Path(files)], look=Look.AT_ONCE)
        wait_until(lambda: bool(scripted(opened).reports))
        view = session_of(opened).view
        workspace = session_of(opened).workspace
        for document in workspace.documents.ids()[: int(opened_documents)]:
            view.panes.open_here(document)
            view.panes.open_beside(document + 1)
            reader = view.panes.focused().reader
            for place in range(_TAGGED):
                reader.set_caret(400 * place + 300)
                QTest.keyClick(view_of(reader), Qt.Key.Key_A)
                rest()
        view.show_page(PageName.PASSAGES)
        rest()
        view.show_page(PageName.READ)
        view.documents.model.set_order(DocumentSort.TITLE)
        view.documents.filter_field.setText("the")
        view.documents.filter_field.settle()
        rest()
        view.toggle("history")
        rest()
        workspace.history.undo()
        export_to_file(project, "csv", Path(folder, "passages.csv"), Silent())
        if workspace.passages.count() < _TAGGED:
            sys.exit("nothing was tagged")
