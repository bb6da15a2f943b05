"""Two wordings beside each other; what differs is marked on a ground that fits the colours."""

from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from reviewer.ui.views.versions.compared_words import ComparedWords, Wording
from tests.ui.walking import stage


def grounds(wording: Wording) -> set[str]:
    """Return the grounds of the words that are marked."""
    found = set()
    cursor = wording.textCursor()
    for place in range(1, len(wording.toPlainText()) + 1):
        cursor.setPosition(place)
        if cursor.charFormat().fontUnderline():
            found.add(cursor.charFormat().background().color().name())
    return found


def test_marks_take_the_ground_of_the_colours_as_soon_as_these_change(qtbot: QtBot) -> None:
    compared = ComparedWords()
    stage(qtbot, compared)
    compared.show_words("At least 25 were hurt", "At least 30 were hurt")
    for ground in ("#112233", "#ddeeff"):
        palette = QPalette(compared.palette())
        palette.setColor(QPalette.ColorRole.AlternateBase, QColor(ground))
        compared.setPalette(palette)
        assert (grounds(compared.before), grounds(compared.now)) == ({ground}, {ground})
    assert compared.now.toPlainText() == "At least 30 were hurt"
