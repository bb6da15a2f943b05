"""The fields of a tag: made, changed, put in order, and taken away with a warning."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain.fields import FieldKind, FieldWish
from reviewer.ui.asking.record_prompts import FieldsQuestion
from reviewer.ui.dialogs.tag_fields import FieldsDialog

SHIFT = FieldWish(1, "Shift", FieldKind.CHOICE, ("day", "night"), "When in the day")
WARD = FieldWish(2, "Ward")


def opened(qtbot: QtBot, *fields: FieldWish, use: dict[int, int] | None = None) -> FieldsDialog:
    made = FieldsDialog(FieldsQuestion("Casualty figure", fields, use or {}))
    qtbot.addWidget(made)
    made.show()
    return made


def words(dialog: FieldsDialog) -> str:
    said = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    return "\n".join(said).translate(dict.fromkeys((0x2068, 0x2069)))


def test_without_fields_it_says_what_they_are_for(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    assert "Fields of your own stand below the details" in words(dialog)
    assert dialog.fields() == ()
    assert not dialog.remove.isEnabled()


def test_a_field_is_made_by_keys(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.add.click()
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.name, "Shift")
    dialog.kind.setCurrentIndex(dialog.kind.findData("choice"))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    assert dialog.choices.isVisible()
    assert not dialog.agree.isEnabled()
    dialog.choices.setPlainText("day\nnight")
    QTest.keyClicks(dialog.help, "When")
    assert dialog.agree.isEnabled()
    wanted = FieldWish(None, "Shift", FieldKind.CHOICE, ("day", "night"), "When")
    assert dialog.fields() == (wanted,)


def test_fields_there_already_are_shown_and_their_kind_stays(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SHIFT, WARD)
    assert dialog.name.text() == "Shift"
    assert dialog.choices.toPlainText() == "day\nnight"
    assert not dialog.kind.isEnabled()
    assert dialog.fields() == (SHIFT, WARD)


def test_they_are_put_in_order(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SHIFT, WARD)
    dialog.down.click()
    assert dialog.fields() == (WARD, SHIFT)
    dialog.up.click()
    assert dialog.fields() == (SHIFT, WARD)
    assert not dialog.up.isEnabled()


def test_a_name_that_stands_twice_is_said(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SHIFT, WARD)
    dialog.list.setCurrentRow(1)
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "shift")
    assert "Two fields have the name shift." in words(dialog)
    assert not dialog.agree.isEnabled()


def test_a_field_with_something_entered_is_taken_away_at_the_second_press(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SHIFT, WARD, use={1: 12})
    dialog.remove.click()
    assert "In 12 passages something is entered here" in words(dialog)
    assert dialog.fields() == (SHIFT, WARD)
    dialog.remove.click()
    assert dialog.fields() == (WARD,)
    dialog.remove.click()
    assert dialog.fields() == ()


def test_the_warning_goes_when_another_field_is_chosen(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SHIFT, WARD, use={1: 12})
    dialog.remove.click()
    dialog.list.setCurrentRow(1)
    assert "something is entered" not in words(dialog)
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    assert dialog.fields() == (SHIFT, WARD)


def test_two_names_change_places_while_one_types(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SHIFT, WARD)
    for row, name in ((0, "Ward"), (1, "Shift")):
        assert dialog.agree.isEnabled() is (row == 0)
        dialog.list.setCurrentRow(row)
        dialog.name.selectAll()
        QTest.keyClicks(dialog.name, name)
    assert dialog.agree.isEnabled()
    assert [(one.id, one.name) for one in dialog.fields()] == [(1, "Ward"), (2, "Shift")]
