"""An icon takes the palette's colour of the moment, so a change of theme needs nothing."""

from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from reviewer.ui.views.pieces.glyphs import Glyph, Mark


def inks(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_a_glyph_is_drawn_in_the_colour_of_its_role(qtbot: QtBot) -> None:
    glyph = Glyph("check", 20, QPalette.ColorRole.Accent)
    qtbot.addWidget(glyph)
    for colour in ("#123456", "#fedcba"):
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Accent, QColor(colour))
        glyph.setPalette(palette)
        assert colour in inks(glyph.grab().toImage())


def test_a_glyph_can_become_another(qtbot: QtBot) -> None:
    glyph = Glyph("check", 20, QPalette.ColorRole.Accent)
    qtbot.addWidget(glyph)
    before = glyph.grab().toImage()
    glyph.show_icon("error", QPalette.ColorRole.Accent)
    assert glyph.grab().toImage() != before


def test_the_mark_keeps_its_own_colours(qtbot: QtBot) -> None:
    mark = Mark(64)
    qtbot.addWidget(mark)
    assert len(inks(mark.grab().toImage())) > 4
    assert mark.accessibleName()
