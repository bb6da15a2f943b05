"""Hits painted in their lines, one under the other, whichever way a line is written."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from reviewer.domain.search import Hit, HitKind
from reviewer.domain.spans import Span
from reviewer.ui.delegates.search import ROW_HEIGHT, HitDelegate, HitLine
from reviewer.ui.models.search import Heading, Row, SearchModel
from reviewer.ui.theme.fonts import interface_font, load_fonts
from reviewer.ui.theme.themes import DARK, LIGHT, Theme
from tests.ui.walking import stage

MARKER = QColor(255, 200, 0)
WIDTH = 900


def a_hit(before: str, words: str, after: str, kind: HitKind = HitKind.TEXT) -> Hit:
    place = Span(len(before), len(before) + len(words))
    return Hit(kind, 1, None, None, place, place, before, words, after)


ENGLISH = a_hit("at night they went to the ", "gate", " and closed it behind them")
URDU = a_hit("اتوار کی سہ پہر زرویل ", "پل", " پر جلوس کے دوران گولیاں چلیں")
MIXED = a_hit("رپورٹ میں UNICEF نے ", "2019", " کا سال لکھا ہے")
LONG = a_hit("word " * 60, "gate", "")


def marked(line: HitLine, at: float) -> tuple[int, int]:
    """Return where the hit's ground begins and ends when the line is drawn at a column."""
    paper = QPixmap(WIDTH, 60)
    paper.fill(LIGHT.page)
    with QPainter(paper) as painter:
        line.draw(painter, at, 10, LIGHT.text)
    seen = paper.toImage()
    found = [x for x in range(WIDTH) if any(seen.pixelColor(x, y) == MARKER for y in range(8, 50))]
    return min(found), max(found)


@pytest.fixture
def font(qtbot: QtBot) -> QFont:
    del qtbot
    load_fonts()
    return interface_font()


def test_a_line_written_from_the_left_begins_its_hit_at_the_column(font: QFont) -> None:
    for hit in (ENGLISH, a_hit("", "gate", "")):
        line = HitLine(hit, font, 400, MARKER)
        assert not line.right_to_left
        assert abs(marked(line, 450)[0] - 450) <= 1


def test_a_line_written_from_the_right_begins_its_hit_there_with_its_right_edge(
    font: QFont,
) -> None:
    for hit in (URDU, MIXED):
        line = HitLine(hit, font, 400, MARKER)
        assert line.right_to_left
        assert abs(marked(line, 450)[1] - 450) <= 3


def test_whole_words_are_left_out_before_a_hit_where_there_is_no_room(font: QFont) -> None:
    line = HitLine(LONG, font, 120, MARKER)
    assert abs(marked(line, 140)[0] - 140) <= 1
    assert line._layout.text().startswith("…word")
    assert HitLine(a_hit("x" * 300, "gate", ""), font, 50, MARKER)._layout.text() == "…gate"


@pytest.mark.usefixtures("qapp")
def test_words_behind_a_hit_are_cut_at_a_word_where_there_is_no_room() -> None:
    font = QFont()
    hit = a_hit("At the ", "gate", " of the harbour two men were held until the evening came")
    whole = HitLine(hit, font, 400, MARKER)._layout.text()
    assert whole.endswith("the evening came")
    cut = HitLine(hit, font, 400, MARKER, 150)._layout.text()
    assert cut.endswith("…")
    assert whole.startswith(cut.removesuffix("…") + " ")
    alone = a_hit("", "gate", "x" * 300)
    assert HitLine(alone, font, 50, MARKER, 90)._layout.text() == "gate…"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [420, WIDTH])
@pytest.mark.parametrize("chosen", [False, True])
def test_every_kind_of_row_is_painted_in_the_colours_of_the_theme(
    qtbot: QtBot, theme: Theme, width: int, chosen: bool
) -> None:
    view = QTableView()
    view.setPalette(theme.palette())
    stage(qtbot, view)
    model = SearchModel(view)
    rows: list[Row] = [
        Heading(1, "D1", "At the gate", 2),
        ENGLISH,
        URDU,
        Heading(None, "", "Journal", 1),
        a_hit("ask about the ", "gate", "", HitKind.PROJECT_NOTE),
    ]
    model.add(rows)
    delegate = HitDelegate(view)
    delegate.hovered = 1
    for row in range(model.rowCount()):
        paper = QPixmap(width, ROW_HEIGHT)
        paper.fill(theme.page)
        option = QStyleOptionViewItem()
        option.palette, option.rect = theme.palette(), QRect(0, 0, width, ROW_HEIGHT)
        if chosen and model.hit(row) is not None:
            option.state |= QStyle.StateFlag.State_Selected
        with QPainter(paper) as painter:
            delegate.paint(painter, option, model.index(row, 0))
        seen = paper.toImage()
        colours = {seen.pixelColor(x, ROW_HEIGHT // 2).rgb() for x in range(width)}
        assert len(colours) > 3
        ground = seen.pixelColor(width - 2, 3)
        if model.hit(row) is None:
            assert ground == theme.panel
        elif chosen:
            assert ground == theme.selection
        assert delegate.sizeHint(option, model.index(row, 0)).height() == ROW_HEIGHT
