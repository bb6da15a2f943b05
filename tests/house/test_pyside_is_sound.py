"""The PySide6 that is installed counts references as it should.

One release drops a reference to ``None`` in every call that returns nothing, and ends the process
after some five thousand of them on Python 3.11.
"""

import sys

from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument

CALLS = 20_000


def test_calls_that_return_nothing_keep_the_references_to_none() -> None:
    document = QTextDocument("a few words")
    cursor = QTextCursor(document)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)
    with QPainter(image) as painter:
        for step in range(CALLS // 4):
            cursor.setPosition(step % 5)
            painter.fillRect(0, 0, 2, 2, 0)
            painter.drawLine(0, 0, 1, 1)
            painter.setPen(0)
    # Other things come and go meanwhile, by the hundred; a bad release loses every one.
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
