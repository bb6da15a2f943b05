"""Opening documents and scrolling in them, beside a bare ``QTextEdit`` with the same formats."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reviewer.domain.spans import Span
from reviewer.ui.text.marks import Mark
from reviewer.ui.text.reader import Reader
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, MEGABYTE, Corpus
from tests.benchmarks.driving import (
    Paints,
    application,
    rest,
    session_of,
    shown,
    until_painted,
    window,
)
from tests.benchmarks.floors import PlainFile
from tests.benchmarks.measures import Bench, Figure, Goal, compared, in_turn, spread
from tests.builders import NOOR, a_document

FRAME = Goal(0.008, slow_ones=True)
FRAMES = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A text and its passages, and how long it may take to open."""

    name: str
    text: str
    spans: Sequence[Span]
    goal: Goal


def pages(bench: Bench) -> list[Page]:
    """Return the documents that are opened and tagged in."""
    corpus = Corpus()
    small = corpus.text(bench.size(200 * KILOBYTE, 10 * KILOBYTE))
    big = corpus.text(bench.size(5 * MEGABYTE, 20 * KILOBYTE))
    line = corpus.line(bench.size(MEGABYTE, 20 * KILOBYTE))
    few, many = bench.size(2_000, 20), bench.size(20_000, 40)
    return [
        Page("200 KB, 2,000 passages", small, corpus.spans(small, few), Goal(0.1)),
        Page("5 MB, 20,000 passages", big, corpus.spans(big, many), Goal(0.3)),
        Page("one line of 1 MB, 2,000 passages", line, corpus.spans(line, few), Goal(0.2)),
    ]


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    for page in pages(bench):
        yield _pane(bench, page)
        yield from _reader(bench, page)


def _pane(bench: Bench, page: Page) -> Figure:
    """Measure the way from the list to the words: read from the project, shown in a pane."""
    project = project_with(bench, page)
    plain = PlainFile(bench.fresh("plain") / "plain.db")
    plain.take_in([_written(bench, page)])
    plain.tag(page.text, 1, page.spans)
    with window(project) as opened, bare_shown() as (edit, bare_paints):
        session = session_of(opened)
        workspace, panes = session.workspace, session.view.panes
        (document,) = workspace.documents.ids()
        other = a_document(workspace, "A short page to come from.")
        paints = Paints(view_of(panes.focused().reader).viewport())

        def ours() -> float:
            panes.open_here(other)
            rest()
            return until_painted(paints, lambda: panes.open_here(document))

        def bare() -> float:
            edit.clear()
            rest()
            return until_painted(bare_paints, read)

        def read() -> None:
            text, rows = plain.read_document(1)
            show_bare(edit, text, [Span(start, end) for start, end, _tag in rows])

        figure = compared(bench, f"{page.name}: opened in a pane", ours, bare, page.goal)
    plain.close()
    return figure


def _written(bench: Bench, page: Page) -> Path:
    file = bench.fresh("files") / "page.txt"
    file.write_text(page.text, "utf-8")
    return file


def project_with(bench: Bench, page: Page) -> Path:
    """Return a closed project that holds one document with its passages."""
    with Workspace.create(bench.fresh("project") / "dossier.review", NOOR) as workspace:
        document = a_document(workspace, page.text)
        tags = [tag.id for tag in workspace.tags.all()]
        workspace.passages.tag_many(
            [
                Tagging(document, span, tags[number % len(tags)])
                for number, span in enumerate(page.spans)
            ]
        )
        return workspace.path


def _reader(bench: Bench, page: Page) -> Iterator[Figure]:
    """Measure the text view by itself."""
    marks = marks_of(page.spans)
    yield compared(
        bench,
        f"{page.name}: opened in the text view",
        partial(_opened, page, marks),
        partial(_opened_bare, page),
        page.goal,
    )
    frames, bare = _frames(bench, page, marks)
    yield spread(f"{page.name}: a frame while scrolling", frames, bare, FRAME)


def marks_of(spans: Sequence[Span]) -> list[Mark]:
    """Return passages as the text view takes them, in three colours."""
    return [
        Mark(number, span, str(number % 3 + 1), "ADC"[number % 3], "Allegation", f"D1·{number}")
        for number, span in enumerate(spans, 1)
    ]


def show(reader: Reader, text: str, marks: Sequence[Mark]) -> None:
    """Show a text in a reader."""
    reader.show_text(text, marks, [], right_to_left=None, name="benchmark")


def show_bare(edit: QTextEdit, text: str, spans: Sequence[Span]) -> None:
    """Show a text with its passages as Qt would have it: a format on each, in one edit block."""
    edit.setPlainText(text)
    units = units_of(text)
    cursor = QTextCursor(edit.document())
    cursor.beginEditBlock()
    look = QTextCharFormat()
    look.setBackground(QColor("khaki"))
    for span in spans:
        cursor.setPosition(units(span.start))
        cursor.setPosition(units(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)
    cursor.endEditBlock()


def units_of(text: str) -> Callable[[int], int]:
    """Return what turns code points into Qt's units, a few thousand characters at a time."""
    step = 4_096
    sums = [0]
    for start in range(0, len(text), step):
        part = text[start : start + step]
        sums.append(sums[-1] + len(part.encode("utf-16-le")) // 2)

    def units(place: int) -> int:
        part = text[place - place % step : place]
        return sums[place // step] + len(part.encode("utf-16-le")) // 2

    return units


@contextmanager
def reader_shown() -> Iterator[tuple[Reader, Paints]]:
    """Show an empty reader; its text's paints are counted."""
    application()
    reader = Reader()
    with shown(reader):
        yield reader, Paints(view_of(reader).viewport())


@contextmanager
def bare_shown() -> Iterator[tuple[QTextEdit, Paints]]:
    """Show an empty, bare, read-only ``QTextEdit``."""
    application()
    edit = QTextEdit()
    edit.setReadOnly(True)
    edit.setUndoRedoEnabled(False)
    with shown(edit):
        yield edit, Paints(edit.viewport())


def view_of(reader: Reader) -> QTextEdit:
    """Return the widget in a reader that has the keys, and on whose viewport words are painted."""
    view = reader.focusProxy()
    if not isinstance(view, QTextEdit):
        raise TypeError(type(view))
    return view


def _opened(page: Page, marks: Sequence[Mark]) -> float:
    with reader_shown() as (reader, paints):
        return until_painted(paints, lambda: show(reader, page.text, marks))


def _opened_bare(page: Page) -> float:
    with bare_shown() as (edit, paints):
        return until_painted(paints, lambda: show_bare(edit, page.text, page.spans))


def _frames(bench: Bench, page: Page, marks: Sequence[Mark]) -> tuple[list[float], list[float]]:
    """Scroll both by half a page at a time, in turn, from a tenth of the text on."""
    with reader_shown() as (reader, paints), bare_shown() as (edit, bare_paints):
        show(reader, page.text, marks)
        show_bare(edit, page.text, page.spans)
        rest()
        ours: list[float] = []
        bare: list[float] = []

        def many(text: QTextEdit, seen: Paints, kept: list[float]) -> float:
            kept += _scrolled(text, seen, bench.size(FRAMES, 3))
            return median(kept)

        in_turn(
            bench,
            partial(many, view_of(reader), paints, ours),
            partial(many, edit, bare_paints, bare),
        )
    return ours, bare


def _scrolled(view: QTextEdit, paints: Paints, frames: int) -> Iterator[float]:
    bar = view.verticalScrollBar()
    step = view.viewport().height() // 2
    bar.setValue(bar.maximum() // 10)
    rest()
    for _ in range(frames):
        if bar.value() == bar.maximum():
            bar.setValue(0)
            rest()
        yield until_painted(paints, lambda: bar.setValue(bar.value() + step))
