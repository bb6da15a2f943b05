"""One tagging, from the key to the paint, with the passage on disk: in the real window."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from reviewer.domain.spans import Span
from reviewer.domain.steps import News
from reviewer.ui.session import Session
from reviewer.ui.text.reader import Reader
from tests.benchmarks.driving import Paints, rest, session_of, until_painted, window
from tests.benchmarks.floors import PlainFile
from tests.benchmarks.measures import (
    Bench,
    Figure,
    Goal,
    in_turn,
    spread,
    syncs_of_child,
)
from tests.benchmarks.opening import (
    Page,
    bare_shown,
    pages,
    project_with,
    show_bare,
    units_of,
    view_of,
)

KEYS_A_ROUND = 40
KEYS_COUNTED, QUICKLY_COUNTED = 20, 3
_MARKER = "/the-keys-are-counted-from-here-to-here"
_GOALS = (Goal(0.010, slow_ones=True), Goal(0.025, slow_ones=True))


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    for page, goal in zip(pages(bench), _GOALS, strict=False):
        project = project_with(bench, page)
        ours, bare = _keys(bench, page, project)
        yield spread(f"{page.name}: one key to painted and on disk", ours, bare, goal)
        if goal is _GOALS[0]:
            yield _syncs(bench, project)


@dataclass(slots=True)
class _Hand:
    """A person at the window: selects words and presses A."""

    session: Session
    paints: Paints
    at_commit: int = -1

    @property
    def reader(self) -> Reader:
        """Return the focused pane's text."""
        return self.session.view.panes.focused().reader

    def notice(self, _news: News) -> None:
        """Keep how often the text had been painted when a step was on disk."""
        self.at_commit = self.paints.count

    def tag(self, span: Span) -> float:
        """Go to some words, rest, press A; return the seconds to the paint after the commit."""
        self.reader.reveal(span, flash=False)
        self.reader.select(span)
        rest()
        self.at_commit = -1
        view = view_of(self.reader)
        taken = until_painted(self.paints, lambda: QTest.keyClick(view, Qt.Key.Key_A))
        if not 0 <= self.at_commit < self.paints.count:
            raise AssertionError("the key did not tag, or it was painted before it was on disk")
        return taken


@contextmanager
def _hand(project: Path) -> Iterator[_Hand]:
    with window(project) as opened:
        session = session_of(opened)
        pane = session.view.panes.focused()
        pane.take_keys()
        rest()
        hand = _Hand(session, Paints(view_of(pane.reader).viewport()))
        session.workspace.news.listen(hand.notice)
        yield hand


def new_spans(page: Page, count: int) -> list[Span]:
    """Return places that are not tagged yet, all over the text."""
    known, step = set(page.spans), (len(page.text) - 400) // count
    found = [Span(200 + step * number, 260 + step * number) for number in range(count)]
    return [span if span not in known else Span(span.start, span.end + 1) for span in found]


def _keys(bench: Bench, page: Page, project: Path) -> tuple[list[float], list[float]]:
    """Press the key in turn with the floor; each round goes to places all over the text."""
    count = bench.size(KEYS_A_ROUND, 3)
    spans = new_spans(page, count * bench.rounds)
    rounds = [spans[start :: bench.rounds] for start in range(bench.rounds)]
    here, there = iter(rounds), iter(rounds)
    ours: list[float] = []
    bare: list[float] = []
    with _hand(project) as hand, _floor(bench, page) as floor:

        def mine() -> float:
            ours.extend(hand.tag(span) for span in next(here))
            return median(ours)

        def plain() -> float:
            bare.extend(floor.tag(span) for span in next(there))
            return median(bare)

        in_turn(bench, mine, plain)
    return ours, bare


@dataclass(slots=True)
class _Floor:
    """A bare ``QTextEdit`` and a bare database: a row, a commit, a format, a paint."""

    page: Page
    plain: PlainFile
    edit: QTextEdit
    paints: Paints

    def tag(self, span: Span) -> float:
        """Do the same work with nothing around it."""
        units = units_of(self.page.text[: span.end])
        first, last = units(span.start), units(span.end)
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(first)
        self.edit.setTextCursor(cursor)
        self.edit.ensureCursorVisible()
        rest()
        return until_painted(self.paints, partial(self._tag, cursor, span, last))

    def _tag(self, cursor: QTextCursor, span: Span, last: int) -> None:
        self.plain.tag(self.page.text, 1, [span])
        look = QTextCharFormat()
        look.setBackground(QColor("khaki"))
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)


@contextmanager
def _floor(bench: Bench, page: Page) -> Iterator[_Floor]:
    plain = PlainFile(bench.fresh("plain") / "plain.db")
    plain.tag(page.text, 1, page.spans)
    with bare_shown() as (edit, paints):
        show_bare(edit, page.text, page.spans)
        rest()
        yield _Floor(page, plain, edit, paints)
    plain.close()


def _syncs(bench: Bench, project: Path) -> Figure:
    """Count the disk syncs of a few keys in a child that is traced."""
    code = "from tests.benchmarks.tagging import press; import sys; press(*sys.argv[1:])"
    keys = bench.size(KEYS_COUNTED, QUICKLY_COUNTED)
    trace = bench.fresh("trace") / "calls"
    count = syncs_of_child(code, _MARKER, trace, str(project), str(keys))
    each = None if count is None else count / keys
    return Figure("one key: disk syncs", each, 1.0, Goal(1.0), unit="syncs")


def press(project: str, keys: str) -> None:
    """Tag a few times in the window, marked for whoever traces this process."""
    import os

    with _hand(Path(project)) as hand:
        document = hand.session.view.panes.document()
        text = hand.session.workspace.documents.text(document or 0)
        spans: Sequence[Span] = new_spans(Page("", text, (), Goal()), int(keys))
        os.access(_MARKER, os.F_OK)
        for span in spans:
            hand.tag(Span(span.start + 7, span.end + 9))
        os.access(_MARKER, os.F_OK)
