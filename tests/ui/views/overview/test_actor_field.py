"""The field of actors' names: completed in any spelling, new ones kept as written."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.actors import ActorKind, Named
from reviewer.ui.views.overview.actor_field import ActorField
from reviewer.workspace.project import Workspace
from tests.ui.walking import nameless

LEAGUE = "Concord League"


@pytest.fixture
def league(workspace: Workspace) -> int:
    return workspace.actors.add(
        LEAGUE, ActorKind.ORGANISATION, names=("CL", "کانکورڈ لیگ", "Ligue de la Concórdia")
    )


def a_field(qtbot: QtBot, workspace: Workspace, *, many: bool = False) -> ActorField:
    field = ActorField(workspace, many)
    qtbot.addWidget(field)
    field.line.setAccessibleName("Accused")
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    return field


def offers(field: ActorField) -> QAbstractItemView:
    """Return the list of whom the name may mean."""
    completer = field.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def take_first(qtbot: QtBot, field: ActorField) -> None:
    """Take the first that is offered."""
    popup = offers(field)
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)


def type_in(field: ActorField, words: str) -> None:
    """Type letters of any script; QTest knows Latin ones only."""
    for letter in words:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field.line, press)


@pytest.mark.parametrize("typed", ["conc", "cl", "کانکورڈ", "concordia", "LEAGUE"])
def test_any_spelling_completes_to_the_name_it_is_filed_under(
    qtbot: QtBot, workspace: Workspace, league: int, typed: str
) -> None:
    field = a_field(qtbot, workspace)
    type_in(field, typed)
    take_first(qtbot, field)
    assert field.line.text() == LEAGUE
    assert field.names() == (Named(league),)


def test_a_second_name_stands_behind_the_first(
    qtbot: QtBot, workspace: Workspace, league: int
) -> None:
    army = workspace.actors.add("The Army")
    field = a_field(qtbot, workspace, many=True)
    QTest.keyClicks(field.line, "The Army; conc")
    take_first(qtbot, field)
    assert field.line.text() == "The Army; Concord League"
    assert field.names() == (Named(army), Named(league))


def test_one_field_for_one_name_keeps_a_semicolon(qtbot: QtBot, workspace: Workspace) -> None:
    field = a_field(qtbot, workspace)
    QTest.keyClicks(field.line, "Smith; Jones")
    assert field.names() == (Named(None, "Smith; Jones"),)


def test_a_name_nobody_has_comes_back_as_words_and_makes_nothing(
    qtbot: QtBot, workspace: Workspace
) -> None:
    field = a_field(qtbot, workspace, many=True)
    type_in(field, "Dara Minhal؛ a guard")
    assert field.names() == (Named(None, "Dara Minhal"), Named(None, "a guard"))
    assert workspace.actors.all() == []


def test_a_new_actor_that_is_picked_is_made_at_once(qtbot: QtBot, workspace: Workspace) -> None:
    field = a_field(qtbot, workspace)
    QTest.keyClicks(field.line, "al-Minhal")
    take_first(qtbot, field)
    (made,) = workspace.actors.all()
    assert made.name == "al-Minhal"
    assert field.names() == (Named(made.id),)


def test_what_was_shown_comes_back_as_it_was(
    qtbot: QtBot, workspace: Workspace, league: int
) -> None:
    field = a_field(qtbot, workspace, many=True)
    shown = (Named(league, "the party"), Named(None, "sources"), Named(None), Named(league))
    field.show_names(shown)
    assert field.line.text() == "the party; sources; not named; Concord League"
    assert field.names() == shown
    QTest.keyClick(field.line, Qt.Key.Key_End)
    QTest.keyClicks(field.line, "; Dara")
    assert field.names() == (*shown, Named(None, "Dara"))


def test_under_which_name_printed_words_are_filed_is_said(
    qtbot: QtBot, workspace: Workspace, league: int
) -> None:
    field = a_field(qtbot, workspace)
    field.show_names([Named(league, "the party")])
    assert LEAGUE in field.line.accessibleDescription()
    assert LEAGUE in field.line.toolTip()


def test_only_a_person_edits(qtbot: QtBot, workspace: Workspace) -> None:
    field = a_field(qtbot, workspace)
    told: list[str] = []
    field.edited.connect(lambda: told.append(field.line.text()))
    field.show_names([Named(None, "Dara")])
    assert told == []
    QTest.keyClick(field.line, Qt.Key.Key_End)
    QTest.keyClicks(field.line, "s")
    assert told == ["Daras"]


def test_enter_is_a_wish_only_where_no_list_is_in_sight(
    qtbot: QtBot, workspace: Workspace, league: int
) -> None:
    field = a_field(qtbot, workspace)
    entered: list[bool] = []
    field.entered.connect(lambda: entered.append(True))
    QTest.keyClicks(field.line, "conc")
    take_first(qtbot, field)
    assert entered == []
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert entered == [True]
    assert field.names() == (Named(league),)


def test_it_is_emptied(qtbot: QtBot, workspace: Workspace) -> None:
    field = a_field(qtbot, workspace)
    assert field.is_empty()
    field.show_names([Named(None, "Dara")])
    assert not field.is_empty()
    field.clear()
    assert field.names() == ()
    assert nameless(field) == []
