"""What is painted by hand stands on the other side where the window begins at the right."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QTextLayout,
    QTextLine,
    QTextOption,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.theme import mirroring
from reviewer.ui.theme.icons import icon_pixmap
from reviewer.ui.theme.sheet import style_sheet
from reviewer.ui.theme.themes import LIGHT
from reviewer.ui.views.pieces.elided import ElidedLabel

WHOLE = QRect(10, 0, 100, 20)


@pytest.fixture
def leftward(qapp: QApplication) -> Iterator[None]:
    """Let windows begin at the right meanwhile."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("qapp")
def test_nothing_is_turned_where_the_window_begins_at_the_left() -> None:
    assert mirroring.placed(WHOLE, QRect(12, 3, 16, 16)) == QRect(12, 3, 16, 16)
    assert mirroring.sided("padding-left: 3px;") == "padding-left: 3px;"
    assert mirroring.upright("]") == "]"
    assert not mirroring.runs_leftward("پل پر")
    assert mirroring.leading() & Qt.AlignmentFlag.AlignLeft


@pytest.mark.usefixtures("leftward")
def test_a_part_is_as_far_from_the_right_as_it_was_from_the_left() -> None:
    assert mirroring.placed(WHOLE, QRect(12, 3, 16, 16)) == QRect(92, 3, 16, 16)
    turned = mirroring.placed_f(QRectF(WHOLE), QRectF(12, 3, 16.5, 16))
    assert turned == QRectF(91.5, 3, 16.5, 16)
    assert mirroring.leading() & Qt.AlignmentFlag.AlignRight


@given(
    st.integers(0, 50), st.integers(1, 500), st.integers(0, 50), st.integers(1, 500), st.booleans()
)
def test_what_is_turned_twice_stands_where_it_stood(
    left: int, width: int, inside: int, part: int, turn: bool
) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    ways = Qt.LayoutDirection
    application.setLayoutDirection(ways.RightToLeft if turn else ways.LeftToRight)
    try:
        whole, place = QRectF(left, 0, width, 9), QRectF(left + inside, 0, part, 9)
        assert mirroring.placed_f(whole, mirroring.placed_f(whole, place)) == place
        whole_pixels, pixels = whole.toRect(), place.toRect()
        once = mirroring.placed(whole_pixels, pixels)
        assert mirroring.placed(whole_pixels, once) == pixels
    finally:
        application.setLayoutDirection(ways.LeftToRight)


@pytest.mark.usefixtures("leftward")
def test_edges_of_the_sheet_are_turned_and_nothing_else_in_it() -> None:
    rules = "padding-left: 1px; margin-right: 2px; border-top-left-radius: 3px; border-left: 4px;"
    assert mirroring.sided(rules) == (
        "padding-right: 1px; margin-left: 2px; border-top-right-radius: 3px; border-right: 4px;"
    )
    arrow = "subcontrol-position: center right; right: 3px; text-align: left;"
    assert mirroring.sided(arrow) == arrow
    assert "border-top-right-radius" in style_sheet(LIGHT).partition('segment="first"')[2][:120]


@pytest.mark.usefixtures("leftward")
def test_margins_begin_at_the_right(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    row = QHBoxLayout(widget)
    mirroring.inset(row, 12, 1, 4, 2)
    margins = row.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (4, 1, 12, 2)


@pytest.mark.usefixtures("leftward")
def test_a_sentence_of_ours_runs_left_however_long_the_name_in_it_is() -> None:
    assert mirroring.runs_leftward("D2·7 کو Casualty figure of the whole year کا ٹیگ دیں")
    assert not mirroring.runs_leftward("Casualty figure, 27")


@pytest.mark.usefixtures("leftward")
def test_one_line_of_words_stands_at_the_right(qtbot: QtBot) -> None:
    label = ElidedLabel("SHM")
    qtbot.addWidget(label)
    label.resize(300, label.sizeHint().height())
    ground = label.grab().toImage()
    halves = [
        {ground.pixelColor(x, y).name() for x in part for y in range(ground.height())}
        for part in (range(150), range(150, 300))
    ]
    assert len(halves[0]) == 1 < len(halves[1])


def test_an_arrow_to_the_side_points_the_other_way_and_a_tick_stays_a_tick(
    qapp: QApplication,
) -> None:
    size, ink = QSize(20, 20), QColor("black")
    names = ("chevron-left", "chevron-right", "check")
    left, right, tick = (icon_pixmap(name, size, ink).toImage() for name in names)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        turned, same = (icon_pixmap(name, size, ink).toImage() for name in names[1:])
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert turned == right.transformed(QTransform.fromScale(-1, 1))
    assert turned != right
    assert left != right
    assert same == tick


LATIN, URDU = ("Courier", "Sattar", "League"), ("کوریئر", "ستار", "لیگ")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("rest", [LATIN[1:], URDU[1:], (LATIN[1], URDU[2]), (URDU[1], LATIN[2])])
@pytest.mark.parametrize("first", [LATIN[0], URDU[0]])
def test_an_arrow_between_names_leads_on_as_the_first_name_runs(
    first: str, rest: tuple[str, ...]
) -> None:
    names = (first, *rest)
    leftward = first in URDU
    assert mirroring.onward("".join(names)).strip("\u200e\u200f") == ("←" if leftward else "→")
    places = _places(names)
    assert places == sorted(places, reverse=leftward)


@pytest.mark.usefixtures("qapp")
def test_names_that_run_one_way_need_no_marks() -> None:
    assert mirroring.onward("Courier 27 Sattar") == "→"
    assert mirroring.onward("کوریئر") == "←"
    assert mirroring.onward("27") == "→"


def _places(names: tuple[str, ...]) -> list[float]:
    """Return where the middles of names stand in a line that runs as its first letter."""
    words = f" {mirroring.onward(''.join(names))} ".join(names)
    layout = QTextLayout(words)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1_000)
    layout.endLayout()
    found = []
    for name in names:
        start = words.index(name)
        ends = [_x(line, at) for at in (start + 1, start + len(name) - 1)]
        found.append(sum(ends) / 2)
    return found


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    if isinstance(found, tuple):
        found = found[0]
    assert isinstance(found, float)
    return found
