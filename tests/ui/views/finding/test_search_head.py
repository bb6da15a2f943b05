"""What is asked on the place "Search", in wide and narrow windows."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from reviewer.ui.views.finding.search_head import SearchHead
from tests.ui.walking import stage

FOUND = "1,200 hits in 900 documents, and the first 500"


def test_where_it_is_narrow_all_places_to_look_in_can_be_read(qtbot: QtBot) -> None:
    head = SearchHead()
    head.say(FOUND, searching=False, stale=False)
    stage(qtbot, head)
    (found,) = (one for one in head.findChildren(QLabel) if one.text() == FOUND)
    for width in (1_100, 420):
        head.resize(width, 400)
        QApplication.processEvents()
        said = QRect(found.mapTo(head, QPoint(0, 0)), found.size())
        for switch in head.findChildren(QCheckBox):
            place = QRect(switch.mapTo(head, QPoint(0, 0)), switch.size())
            assert switch.width() >= switch.sizeHint().width()
            assert head.rect().contains(place)
            assert not place.intersects(said)
