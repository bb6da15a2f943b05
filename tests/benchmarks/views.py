"""Another theme, another document in a pane, another size: beside a bare window, a bare edit."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle

from PySide6.QtWidgets import QTextEdit

from reviewer.environment.settings import READING_SIZE, THEME
from reviewer.ui.theme.fonts import reading_font
from reviewer.ui.theme.sheet import style_sheet
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from reviewer.ui.window import Window
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from tests.benchmarks.corpus import KILOBYTE, Corpus
from tests.benchmarks.driving import (
    Paints,
    application,
    rest,
    session_of,
    shown,
    until_painted,
    window,
)
from tests.benchmarks.measures import Bench, Figure, Goal, in_turn, spread
from tests.benchmarks.opening import show_bare, view_of
from tests.builders import NOOR, a_document

THEME_SWITCH, OPENED, ANOTHER_SIZE = Goal(0.150), Goal(0.030), Goal(0.100)
PASSAGES = 200


def figures(bench: Bench) -> Iterator[Figure]:
    """Give the figures of this group."""
    application()
    texts = _texts(bench)
    with Workspace.create(bench.fresh("project") / "dossier.review", NOOR) as workspace:
        for text in texts:
            _tagged(bench, workspace, text)
        path = workspace.path
    with window(path) as opened:
        yield _documents(bench, opened, texts)
        sizes = _sizes(bench, opened)
        themes = _theme(bench, opened)
    yield spread("two panes of 200 KB: letters of another size", *sizes, ANOTHER_SIZE)
    yield spread("another theme of the window", themes, _bare_theme(bench), THEME_SWITCH)


def _texts(bench: Bench) -> list[str]:
    size = bench.size(200 * KILOBYTE, 10 * KILOBYTE)
    return [Corpus(seed).text(size) for seed in range(3)]


def _tagged(bench: Bench, workspace: Workspace, text: str) -> None:
    document = a_document(workspace, text)
    tags = [tag.id for tag in workspace.tags.all()]
    spans = Corpus().spans(text, bench.size(PASSAGES, 20))
    workspace.passages.tag_many(
        [Tagging(document, span, tags[n % len(tags)]) for n, span in enumerate(spans)]
    )


def _documents(bench: Bench, opened: Window, texts: list[str]) -> Figure:
    """Go from one document to the next, as Ctrl+Page Down does; each is read from the project."""
    panes = session_of(opened).view.panes
    panes.split(1)
    documents = cycle(session_of(opened).workspace.documents.ids())
    panes.open_here(next(documents))
    paints = Paints(view_of(panes.focused().reader).viewport())
    edit, pages = QTextEdit(), cycle(texts)
    edit.setReadOnly(True)
    mine, floor = list[float](), list[float]()
    with shown(edit):
        bare = Paints(edit.viewport())

        def ours() -> float:
            rest()
            mine.append(until_painted(paints, partial(panes.open_here, next(documents))))
            return mine[-1]

        def plain() -> float:
            rest()
            floor.append(until_painted(bare, partial(show_bare, edit, next(pages), [])))
            return floor[-1]

        for _turn in range(bench.size(4, 1)):
            in_turn(bench, ours, plain)
    return spread("200 KB, 200 passages: another document in a pane", mine, floor, OPENED)


def _sizes(bench: Bench, opened: Window) -> tuple[list[float], list[float]]:
    """Make the letters of two documents larger and smaller, and those of a bare edit."""
    panes = session_of(opened).view.panes
    panes.split(2)
    first, second = session_of(opened).workspace.documents.ids()[:2]
    panes.open_here(first)
    panes.open_beside(second)
    settings, points = opened.context.settings, cycle((15.0, 13.0))
    paints = Paints(view_of(panes.focused().reader).viewport())
    edit, pixels = QTextEdit(), cycle((20, 17))
    text = session_of(opened).workspace.documents.text(first)
    mine, floor = list[float](), list[float]()
    with shown(edit):
        show_bare(edit, text, [])
        bare = Paints(edit.viewport())
        for _turn in range(bench.size(20, 2)):
            rest()
            change = partial(settings.set, READING_SIZE, next(points))
            mine.append(until_painted(paints, change))
            rest()
            face = reading_font(next(pixels))
            floor.append(until_painted(bare, partial(edit.setFont, face)))
    return mine, floor


def _theme(bench: Bench, opened: Window) -> list[float]:
    """Change the theme of the whole window with two documents in it."""
    settings, names = opened.context.settings, cycle(("dark", "light"))
    paints, taken = Paints(session_of(opened).view.top), list[float]()
    for _turn in range(bench.size(20, 2)):
        rest()
        taken.append(until_painted(paints, lambda: settings.set(THEME, next(names))))
    return taken


def _bare_theme(bench: Bench) -> list[float]:
    """Put the same palette and sheet on the application while it has one bare window.

    Only when the real one is gone: a sheet is the whole application's.
    """
    edit, themes, taken = QTextEdit("Words to paint."), cycle((DARK, LIGHT)), list[float]()
    with shown(edit):
        paints = Paints(edit.viewport())
        for _turn in range(bench.size(20, 2)):
            rest()
            taken.append(until_painted(paints, lambda: _put_on(next(themes))))
    return taken


def _put_on(theme: Theme) -> None:
    application().setPalette(theme.palette())
    application().setStyleSheet(style_sheet(theme))
