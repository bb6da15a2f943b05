"""Icons parse, take their colour from the palette, and are sharp on every screen."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from reviewer.environment import resources
from reviewer.ui.theme.icons import icon, icon_pixmap, paint_icon
from reviewer.ui.theme.themes import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

FOLDER = resources.find("icons")
APPLICATION = "reviewer"
LINE_ICONS = sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != APPLICATION)
EVERY_FILE = sorted(FOLDER.rglob("*.svg"))


def _darkest(image: QImage) -> QColor:
    """Return the colour of the most opaque dot."""
    dots = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha()
    ]
    return max(dots, key=QColor.alpha)


def _shown(name: str, mode: QIcon.Mode, state: QIcon.State = QIcon.State.Off) -> QColor:
    return _darkest(icon(name).pixmap(QSize(32, 32), 2.0, mode, state).toImage())


def _near(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= 2 for a, b in pairs)


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.stem)
def test_every_drawing_parses_and_has_a_view_box(path: Path) -> None:
    renderer = QSvgRenderer(path.read_bytes())
    assert renderer.isValid()
    assert "viewBox=" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LINE_ICONS)
def test_a_line_icon_is_drawn_in_the_current_colour_alone(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}
    assert 'stroke="currentColor"' in text
    assert not re.search(r"style=|#[0-9A-Fa-f]{3}|<(?:script|image|use|style)", text)


@pytest.mark.parametrize("name", LINE_ICONS)
def test_a_line_icon_leaves_air_around_itself(name: str) -> None:
    image = icon_pixmap(name, QSize(20, 20), QColor("black"), 4).toImage()
    last = image.width() - 1
    edge = [image.pixelColor(x, y).alpha() for x in range(last + 1) for y in (0, last)]
    assert max(edge) == 0


def test_the_icon_follows_the_theme_without_being_made_again(qapp: QApplication) -> None:
    before = qapp.palette()
    try:
        for theme in (LIGHT, DARK):
            qapp.setPalette(theme.palette())
            assert _near(_shown("reading", QIcon.Mode.Normal), theme.text)
            assert _near(_shown("reading", QIcon.Mode.Disabled), theme.disabled_text())
            assert _near(_shown("reading", QIcon.Mode.Selected), theme.selection_text)
            assert _near(_shown("reading", QIcon.Mode.Normal, QIcon.State.On), theme.accent)
    finally:
        qapp.setPalette(before)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_has_the_dots_of_its_screen(scale: float) -> None:
    pixmap = icon("tag").pixmap(QSize(20, 20), scale)
    assert pixmap.size() == QSize(20, 20) * scale
    assert pixmap.devicePixelRatio() == scale
    assert pixmap.deviceIndependentSize().toSize() == QSize(20, 20)


def test_a_delegate_paints_an_icon_in_its_own_colour() -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        paint_icon(painter, QRect(10, 10, 20, 20), "reading", LIGHT.danger)
    assert _near(_darkest(image), LIGHT.danger)
    assert image.pixelColor(5, 5).alpha() == 0


def test_a_copied_icon_that_is_changed_still_paints() -> None:
    copy = QIcon(icon("tag"))
    copy.setIsMask(True)
    assert not copy.pixmap(QSize(16, 16)).isNull()
    assert not icon("tag").isMask()


def test_an_unknown_name_is_a_fault_at_once() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icon("no-such-icon")
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icon_pixmap("no-such-icon", QSize(16, 16), QColor("black"))
