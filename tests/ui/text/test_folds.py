"""The thin line of folded furniture says all its kinds, in the tip where the pane is narrow."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from reviewer.domain.incoming import Furniture, FurnitureKind
from reviewer.domain.spans import Span
from reviewer.ui.text.reader import Reader


def test_the_tip_of_a_fold_says_every_kind(qtbot: QtBot) -> None:
    kinds = list(FurnitureKind)[:6]
    line = "Home About us"
    text = f"{line}\n" * len(kinds) + "Twelve were hurt."
    pieces = [
        Furniture(Span(at, at + len(line)), kind)
        for kind, at in zip(kinds, range(0, len(text), len(line) + 1), strict=False)
    ]
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(420, 300)
    reader.show_text(text, [], pieces, right_to_left=None, name="A page")
    reader.fold_furniture(folded=True)
    reader.show()
    qtbot.waitExposed(reader)
    view = reader._view
    (fold,) = view.page.furniture.folds
    at = QPoint(view.viewport().width() // 2, round(view.page.top(fold.first)) + 6)
    view.pointer.tool_tip(QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    qtbot.waitUntil(lambda: fold.label() in QToolTip.text())
