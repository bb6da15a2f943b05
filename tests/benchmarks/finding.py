"""Finding at the window: every place marked in a long text, and the first lines of a search.

The floor of the first is the bare search in the same text, that of the second the same query asked
of a plain index. The longest turn of the event loop while one finds is a figure of its own, for in
it nothing can be typed; its floor is the longest turn while nothing is done.
"""

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTextEdit, QWidget

from reviewer.domain.finding import Finder
from reviewer.domain.spans import Span
from reviewer.ui.desk import PageName
from reviewer.ui.session import Session
from reviewer.ui.text.reader import Reader
from reviewer.ui.window import Window
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, PHRASE, Corpus
from tests.benchmarks.driving import Paints, application, rest, session_of, wait_until, window
from tests.benchmarks.importing import plain_file_of, project_of
from tests.benchmarks.measures import Bench, Figure, Goal
from tests.benchmarks.searching import _first_hits_plainly, _found_plainly, _text_with_hits
from tests.builders import NOOR, a_document

MARKED, TURN, FIRST = Goal(0.300), Goal(0.050), Goal(0.050, times_floor=2)


class Turns:
    """The longest time in which the event loop did not turn."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def begin(self) -> None:
        """Count from now on."""
        self.longest, self._last = 0.0, perf_counter()

    def _turn(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    application()
    yield from _in_one_text(bench)
    yield from _in_all(bench)


def _in_one_text(bench: Bench) -> Iterator[Figure]:
    project = bench.fresh("long") / "long.review"
    text = _text_with_hits(bench)
    with Workspace.create(project, NOOR) as workspace:
        document = a_document(workspace, text, title="Long")
        workspace.idle()
    floor = [_found_plainly(text, "salt") for _ in range(bench.rounds)]
    marked, turned, idle = list[float](), list[float](), list[float]()
    with window(project) as opened:
        session = session_of(opened)
        session.view.panes.open_here(document)
        pane = session.view.panes.focused()
        wait_until(lambda: pane.reader.caret() >= 0)
        for _ in range(20):
            rest()
        for _turn in range(bench.rounds):
            seen, turn = _all_marked(session)
            marked.append(seen)
            turned.append(turn)
            idle.append(_idle_turn())
    what = "5 MB, 20,000 places marked"
    yield Figure(f"{what}: until painted", median(marked), median(floor), MARKED)
    yield Figure(f"{what}: longest turn", median(turned), median(idle), TURN)


def _all_marked(session: Session) -> tuple[float, float]:
    """Find in a text that nobody has searched; returns the time, and the longest turn."""
    find, reader = session.searching.find, session.view.panes.focused().reader
    reader.choose(Span(0, 1))
    reader.set_caret(0)
    find._text, find._finder = "", Finder("")
    find.open()
    bar = find.bar()
    if bar is None:
        raise AssertionError("there is no bar")
    for _ in range(20):
        rest()
    paints, turns = Paints(_painted(reader)), Turns()
    turns.begin()
    before, start = paints.count, perf_counter()
    bar.field.setText("salt")
    find._search()
    wait_until(lambda: find.count() > 0 and paints.count > before)
    taken = perf_counter() - start
    for _ in range(3):
        rest()
    longest = turns.longest
    bar.field.clear()
    find.close()
    return taken, longest


def _painted(reader: Reader) -> QWidget:
    text = reader.focusProxy()
    if not isinstance(text, QTextEdit):
        raise TypeError("the text is no text")
    return text.viewport()


def _idle_turn() -> float:
    """Return the longest turn of the event loop while nothing is done."""
    turns = Turns()
    turns.begin()
    for _ in range(5):
        rest()
    return turns.longest


def _in_all(bench: Bench) -> Iterator[Figure]:
    files = bench.fresh("files")
    Corpus().files(files, bench.size(10_000, 30), 5 * KILOBYTE)
    with project_of(bench, files, "project") as made:
        path = made.path
        made.idle()
    plain = plain_file_of(bench, files, "plain")
    first, turned, idle = list[float](), list[float](), list[float]()
    with window(path) as opened:
        for _turn in range(bench.rounds):
            seen, turn = _first_lines(opened)
            first.append(seen)
            turned.append(turn)
            idle.append(_idle_turn())
    floor = [_first_hits_plainly(plain, PHRASE) for _ in range(bench.rounds)]
    plain.close()
    yield Figure("10,000 x 5 KB: first lines seen", median(first), median(floor), FIRST)
    yield Figure("10,000 x 5 KB: longest turn", median(turned), median(idle), TURN)


def _first_lines(opened: Window) -> tuple[float, float]:
    session = session_of(opened)
    page = session.searching.page
    session.view.show_page(PageName.SEARCH)
    page.head.field.setText("")
    page.search()
    for _ in range(5):
        rest()
    paints, turns = Paints(page.table.viewport()), Turns()
    page.head.field.setText(f'"{PHRASE}"')
    turns.begin()
    before, start = paints.count, perf_counter()
    page.search()
    wait_until(lambda: page.model.hits > 0 and paints.count > before)
    first = paints.ended - start
    wait_until(lambda: not page.is_searching())
    return first, turns.longest
