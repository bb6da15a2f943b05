"""The letters of documents: their size by the wheel, their face, apart from the window's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextLayout, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import (
    LINE_SPACING,
    READING_COLUMN,
    READING_FACE,
    READING_SIZE,
    THEME,
    Settings,
)
from reviewer.ui.text.layout import LazyLayout
from reviewer.ui.theme import fonts
from reviewer.ui.theme.themes import DARK, LIGHT
from tests.builders import a_document, a_project
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

LINE = "Twelve people were hurt at the bridge, the spokesman said on the second day.\n"
URDU = "زرویل پل پر فائرنگ میں بارہ افراد زخمی ہوئے"
ARABIC = "أصيب اثنا عشر شخصا عند الجسر"


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    fonts.load_fonts()
    with a_project(tmp_path, "long") as made:
        for text in (LINE * 200, f"The words {URDU} stand here.", f"{URDU}۔\n" * 4, f"{ARABIC}.\n"):
            a_document(made, text)
        path = made.path
    with at_the_desk(qtbot, path) as one:
        one.open_in_panes(one.workspace.documents.ids()[0])
        yield one
        one.window.context.settings.reset(THEME)


def settings(here: AtTheDesk) -> Settings:
    return here.window.context.settings


def text(here: AtTheDesk) -> QAbstractScrollArea:
    found = here.view.panes.focused().reader.focusProxy()
    assert isinstance(found, QAbstractScrollArea)
    return found


def turn(here: AtTheDesk, y: int, by: int) -> None:
    """Turn the wheel with Ctrl over the pane, ``y`` pixels below the top of the text."""
    pane, viewport = here.view.panes.focused(), text(here).viewport()
    where = viewport.mapTo(pane, QPoint(viewport.width() // 2, y))
    event = QWheelEvent(
        QPointF(where),
        QPointF(pane.mapToGlobal(where)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - as Qt has it
    )
    QApplication.sendEvent(pane, event)


def position_at(here: AtTheDesk, y: int) -> int:
    """Return the start of the line that stands ``y`` pixels below the top."""
    page, bar = page_of(here), text(here).verticalScrollBar()
    segment, top = page.find(bar.value() + y)
    return page.laid_out(segment).line_at(bar.value() + y - top).start


def page_of(here: AtTheDesk) -> LazyLayout:
    return here.view.panes.focused().reader._view.page


def faces(here: AtTheDesk) -> set[str]:
    """Return the faces in which the letters of the document's first paragraph are drawn."""
    layout: QTextLayout = page_of(here).laid_out(0).layout
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


@pytest.mark.parametrize("by", [120, -120])
def test_the_line_under_the_pointer_stays_under_it(here: AtTheDesk, by: int) -> None:
    here.view.panes.focused().reader.restore_place((90 * len(LINE), 0.0))
    y = text(here).viewport().height() // 2
    segment = position_at(here, y) // len(LINE)
    for _notch in range(4):
        turn(here, y, by)
    assert settings(here).number(READING_SIZE) == 13 + 4 * by / 120
    assert position_at(here, y) // len(LINE) == segment
    here.run("view.normal")
    assert settings(here).is_default(READING_SIZE)


def test_a_touchpad_turns_by_small_parts(here: AtTheDesk) -> None:
    for _part in range(7):
        turn(here, 10, 30)
    assert settings(here).number(READING_SIZE) == 14.0


def test_face_size_width_and_spacing_are_the_documents_alone_and_take_hold_at_once(
    here: AtTheDesk,
) -> None:
    before = QApplication.font()
    look = page_of(here).look
    settings(here).set(READING_SIZE, 20.0)
    settings(here).set(READING_COLUMN, 50)
    settings(here).set(LINE_SPACING, 2.0)
    settings(here).set(READING_FACE, fonts.SANS)
    now = page_of(here).look
    assert now.left_to_right.pixelSize() == round(20 * 96 / 72)
    assert now.reading.column_characters == 50
    assert now.lead > look.lead
    assert faces(here) == {fonts.SANS}
    assert QApplication.font() == before


def test_the_screening_place_follows_too(here: AtTheDesk) -> None:
    settings(here).set(READING_SIZE, 21.0)
    assert here.view.screening.pane.reader._view.page.look.reading.size == 28.0


@pytest.mark.parametrize(
    ("document", "script"), [(1, fonts.NASTALIQ), (2, fonts.NASTALIQ), (3, fonts.NASKH)]
)
@pytest.mark.parametrize("face", ["", fonts.SANS, "DejaVu Sans"])
def test_arabic_letters_keep_their_face_whatever_is_chosen(
    here: AtTheDesk, document: int, script: str, face: str
) -> None:
    here.desk.panes.open_here(here.workspace.documents.ids()[document])
    settings(here).set(READING_FACE, face)
    layout = page_of(here).laid_out(0).layout
    words = layout.text()
    letters = [at for at, letter in enumerate(words) if "\u0620" <= letter <= "\u06d3"]
    for at in letters:
        (run, *_more) = layout.glyphRuns(at, 1)
        assert run.rawFont().familyName() == script, words[at]


def test_the_theme_follows_the_system_while_that_is_the_choice(here: AtTheDesk) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.property("reviewer-desktop-base")
    told = QGuiApplication.styleHints().colorSchemeChanged
    # Offscreen knows no scheme, and then the ground of the desktop's fields says what is wanted.
    for chosen, theme in (("light", LIGHT), ("system", DARK)):
        settings(here).set(THEME, chosen)
        application.setProperty("reviewer-desktop-base", DARK.page)
        told.emit(Qt.ColorScheme.Dark)
        QTest.qWait(0)
        assert here.window._theme is theme
        assert QApplication.palette().base().color() == theme.page
        assert here.view.panes.focused().reader._theme is theme
    application.setProperty("reviewer-desktop-base", before)
