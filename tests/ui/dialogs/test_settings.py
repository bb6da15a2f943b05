"""The settings dialog is made from the records: every kind, a search, and the way back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import (
    ANALYST_NAME,
    DECLARED,
    OWN_KEYS,
    READING_COLUMN,
    READING_FACE,
    READING_SIZE,
    TELL_NEWS,
    THEME,
    Setting,
    Settings,
)
from reviewer.ui.dialogs.settings import SettingsDialog, fitting
from tests.ui.walking import nameless, spoken, stage


@pytest.fixture
def settings() -> Settings:
    made = Settings()
    made.set(ANALYST_NAME, "Noor")
    return made


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(settings)
    stage(qtbot, made)
    return made


def choose(dialog: SettingsDialog, setting: Setting, value: str) -> None:
    box = dialog.control(setting).widget
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def test_every_setting_that_is_shown_has_a_control_with_its_name(dialog: SettingsDialog) -> None:
    assert dialog.shown() == [one for one in DECLARED if one.shown]
    for setting in dialog.shown():
        assert spoken(dialog.control(setting).widget)
    assert nameless(dialog) == []


def test_what_is_changed_holds_at_once(dialog: SettingsDialog, settings: Settings) -> None:
    choose(dialog, THEME, "dark")
    spin = dialog.control(READING_COLUMN).widget
    assert isinstance(spin, QDoubleSpinBox)
    spin.setValue(60)
    switch = dialog.control(TELL_NEWS).widget
    assert isinstance(switch, QCheckBox)
    switch.click()
    assert settings.text(THEME) == "dark"
    assert settings.number(READING_COLUMN) == 60
    assert isinstance(settings.get(READING_COLUMN), int)
    assert settings.flag(TELL_NEWS) is False
    assert Settings().text(THEME) == "dark"


def test_a_name_is_taken_when_the_field_is_left_and_never_empty(
    dialog: SettingsDialog, settings: Settings
) -> None:
    field = dialog.control(ANALYST_NAME).widget
    assert isinstance(field, QLineEdit)
    field.setText("  Mirela   Novak ")
    field.editingFinished.emit()
    assert settings.text(ANALYST_NAME) == "Mirela Novak"
    field.setText("  ")
    field.editingFinished.emit()
    assert settings.text(ANALYST_NAME) == "Mirela Novak"
    assert field.text() == "Mirela Novak"


def test_each_is_set_back_by_one_press_and_only_where_it_differs(
    dialog: SettingsDialog, settings: Settings
) -> None:
    back = dialog._rows[READING_SIZE.key]._back
    assert back.isHidden()
    settings.set(READING_SIZE, 20.0)
    assert not back.isHidden()
    back.click()
    assert settings.is_default(READING_SIZE)
    assert back.isHidden()


def test_what_others_change_is_shown(dialog: SettingsDialog, settings: Settings) -> None:
    settings.set(THEME, "dark")
    box = dialog.control(THEME).widget
    assert isinstance(box, QComboBox)
    assert box.currentData() == "dark"


def test_a_face_of_another_machine_is_kept(settings: Settings, qtbot: QtBot) -> None:
    settings.set(READING_FACE, "Nobody’s Face")
    dialog = SettingsDialog(settings)
    stage(qtbot, dialog)
    box = dialog.control(READING_FACE).widget
    assert isinstance(box, QComboBox)
    assert box.currentData() == "Nobody’s Face"
    assert settings.text(READING_FACE) == "Nobody’s Face"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("dark", [THEME]), ("KEYS", [OWN_KEYS]), ("reading wide", [READING_COLUMN]), ("zzqx", [])],
)
def test_typing_finds_by_label_group_help_and_choice(
    dialog: SettingsDialog, typed: str, found: list[Setting]
) -> None:
    assert fitting(DECLARED, typed) == found
    QTest.keyClicks(dialog._field, typed)
    assert dialog.shown() == found
    assert dialog._nothing.isHidden() is bool(found)


def test_it_opens_at_the_setting_asked_for(settings: Settings, qtbot: QtBot) -> None:
    dialog = SettingsDialog(settings, READING_COLUMN.key)
    stage(qtbot, dialog)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    qtbot.waitUntil(dialog.control(READING_COLUMN).widget.hasFocus)


def test_the_wheel_scrolls_past_a_number_without_changing_it(
    dialog: SettingsDialog, settings: Settings
) -> None:
    spin = dialog.control(READING_SIZE).widget
    dialog._field.setFocus()
    place = QPointF(spin.rect().center())
    event = QWheelEvent(
        place,
        QPointF(spin.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - as Qt has it
    )
    QApplication.sendEvent(spin, event)
    assert settings.is_default(READING_SIZE)


def test_the_keys_are_another_dialog_and_are_set_back_here(
    dialog: SettingsDialog, settings: Settings
) -> None:
    settings.set_own_keys({"view.read": ("Alt+9",)})
    row = dialog._rows[OWN_KEYS.key]
    assert not row._back.isHidden()
    row._back.click()
    assert settings.own_keys() == {}
    button = dialog.control(OWN_KEYS).widget
    assert isinstance(button, QPushButton)
    button.click()
    assert dialog.keys_wanted
    assert dialog.isHidden()
