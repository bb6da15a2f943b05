"""The passages table paints what nobody confirmed in slanted letters, and says so aloud."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QIdentityProxyModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reviewer.ui.bridge import Bridge
from reviewer.ui.delegates.passages import PassageDelegate
from reviewer.ui.models import ONLY_READ_ROLE
from reviewer.ui.models.passage_columns import PassageColumn
from reviewer.ui.models.passages import PassagesModel
from reviewer.ui.theme.fonts import load_fonts
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
WORDS = "At least 27 people were killed"


class Upright(QIdentityProxyModel):
    """The same words, none of them only read."""

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return False if role == ONLY_READ_ROLE else super().data(index, role)


@pytest.fixture
def model(workspace: Workspace, qapp: QApplication) -> Iterator[PassagesModel]:
    load_fonts()
    bridge = Bridge(workspace, qapp)
    made = PassagesModel(workspace, bridge, bridge)
    made.set_awake(awake=True)
    yield made
    bridge.close()


@pytest.fixture
def figure(workspace: Workspace) -> int:
    return a_passage(workspace, a_document(workspace, f"{WORDS}."), WORDS, tag="Casualty figure")


def painted(index: QModelIndex, qtbot: QtBot) -> QImage:
    view = QWidget()
    qtbot.addWidget(view)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, 48)
    option.palette = view.palette()
    image = QImage(200, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        PassageDelegate(view).paint(painter, option, index)
    return image


@pytest.mark.usefixtures("figure")
def test_what_was_only_read_is_slanted_and_other_words_are_not(
    model: PassagesModel, qtbot: QtBot
) -> None:
    upright = Upright()
    upright.setSourceModel(model)
    for column, slanted in ((PassageColumn.HARM, True), (PassageColumn.CONFIRMED, False)):
        one, other = (of.index(0, column) for of in (model, upright))
        assert one.data() == other.data()
        assert (painted(one, qtbot) != painted(other, qtbot)) is slanted


def test_a_screen_reader_says_what_nobody_confirmed(
    workspace: Workspace, model: PassagesModel, figure: int
) -> None:
    low, words = (model.index(0, column) for column in (PassageColumn.LOW, PassageColumn.WORDS))
    assert low.data(SPOKEN) == "27 (not confirmed)"
    assert low.data(ONLY_READ_ROLE)
    assert words.data(SPOKEN) is None
    assert not words.data(ONLY_READ_ROLE)
    workspace.records.enter(figure, {"low": 27})
    assert low.data(SPOKEN) == low.data() == "27"
    assert not low.data(ONLY_READ_ROLE)
