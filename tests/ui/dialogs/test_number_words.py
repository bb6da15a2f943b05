"""The table of number words: seen, tried, changed, and put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableWidgetItem
from pytestqt.qtbot import QtBot

from reviewer.domain.reading.conventions import Convention
from reviewer.domain.reading.number_tables import (
    NumberTable,
    NumberWord,
    Wording,
    default_table,
    table_of,
)
from reviewer.ui.dialogs.number_words import NumberWordsDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> NumberWordsDialog:
    return opened(qtbot, default_table())


def opened(qtbot: QtBot, table: NumberTable) -> NumberWordsDialog:
    made = NumberWordsDialog(table)
    qtbot.addWidget(made)
    made.show()
    return made


def press(dialog: NumberWordsDialog, words: str) -> None:
    buttons = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    next(one for one in buttons if one.isVisible()).click()


def cell(dialog: NumberWordsDialog, row: int, column: int) -> QTableWidgetItem:
    found = dialog.words.item(row, column)
    assert found is not None
    return found


def row_of(dialog: NumberWordsDialog, word: str) -> int:
    rows = range(dialog.words.rowCount())
    return next(row for row in rows if cell(dialog, row, 0).text() == word)


def test_the_table_is_shown_as_it_is_and_comes_back_unchanged(dialog: NumberWordsDialog) -> None:
    assert dialog.words.rowCount() == len(default_table().words)
    assert dialog.wordings.rowCount() == len(default_table().wordings)
    assert dialog.table() == default_table()


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("at least two dozen", "read as: 24 or more"),
        ("more than 300", "read as: more than 300"),
        ("8 to 10", "read as: 8 to 10"),
        ("about 30", "read as: about 30"),
        ("up to 12", "read as: up to 12"),
        ("exactly 4", "read as: exactly 4"),
        ("no one was killed", "read as: 0"),
        ("the day before", "No number in it."),
    ],
)
def test_a_phrase_is_read_while_it_is_typed(
    dialog: NumberWordsDialog, phrase: str, said: str
) -> None:
    dialog.example.setText(phrase)
    assert dialog.read_as.text() == said


def test_words_without_a_number_stay_words(dialog: NumberWordsDialog) -> None:
    dialog.example.setText("several people were hurt")
    assert dialog.read_as.text().endswith("no number")


def test_another_count_is_read_at_once(dialog: NumberWordsDialog, qtbot: QtBot) -> None:
    dialog.example.setText("two score")
    cell(dialog, row_of(dialog, "score"), 1).setText("25")
    qtbot.waitUntil(lambda: dialog.read_as.text() == "read as: 50")
    assert NumberWord("score", 25, unit=True) in dialog.table().words


def test_what_cannot_be_is_said_and_cannot_be_saved(
    dialog: NumberWordsDialog, qtbot: QtBot
) -> None:
    cell(dialog, row_of(dialog, "score"), 1).setText("many")
    qtbot.waitUntil(lambda: not dialog.agree.isEnabled())
    assert dialog.table() == default_table()
    cell(dialog, row_of(dialog, "score"), 1).setText("20")
    qtbot.waitUntil(dialog.agree.isEnabled)


def test_a_row_is_added_and_removed(dialog: NumberWordsDialog, qtbot: QtBot) -> None:
    count = dialog.words.rowCount()
    press(dialog, "Add a row")
    qtbot.waitUntil(lambda: not dialog.agree.isEnabled())
    cell(dialog, count, 0).setText("gross")
    cell(dialog, count, 1).setText("144")
    cell(dialog, count, 2).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(dialog.agree.isEnabled)
    assert NumberWord("gross", 144, unit=True) in dialog.table().words
    dialog.words.setCurrentCell(count, 0)
    press(dialog, "Remove the row")
    qtbot.waitUntil(lambda: dialog.table() == default_table())


def test_what_a_wording_says_is_chosen_from_a_list(dialog: NumberWordsDialog, qtbot: QtBot) -> None:
    dialog.pages.setCurrentIndex(1)
    press(dialog, "Add a row")
    row = dialog.wordings.rowCount() - 1
    words = dialog.wordings.item(row, 0)
    assert words is not None
    words.setText("a good …")
    delegate = dialog.wordings.itemDelegateForColumn(1)
    index = dialog.wordings.model().index(row, 1)
    editor = delegate.createEditor(dialog.wordings, None, index)  # type: ignore[arg-type]
    delegate.setEditorData(editor, index)
    editor.setCurrentIndex(editor.findData(str(Wording.AT_LEAST)))  # type: ignore[attr-defined]
    delegate.setModelData(editor, dialog.wordings.model(), index)
    qtbot.waitUntil(lambda: ("a good …", Wording.AT_LEAST) in said(dialog.table()))


def said(table: NumberTable) -> list[tuple[str, Wording]]:
    return [(one.words, one.says) for one in table.wordings]


def test_the_default_comes_back_by_one_press(qtbot: QtBot) -> None:
    dialog = opened(qtbot, table_of([NumberWord("several", None)], []))
    assert dialog.words.rowCount() == 1
    assert dialog.default.isEnabled()
    dialog.default.click()
    assert dialog.table() == default_table()
    assert not dialog.default.isEnabled()


def test_a_convention_is_chosen_by_its_words_and_put_back(dialog: NumberWordsDialog) -> None:
    page = dialog.convention
    assert page.convention() is Convention.NONE
    assert page.rows.isHidden()
    dialog.pages.setCurrentWidget(page)
    page.choice.setCurrentIndex(page.choice.findData(str(Convention.ACLED)))
    rows = [page.rows.item(row).text() for row in range(page.rows.count())]
    assert rows[0].translate(dict.fromkeys((0x2068, 0x2069))) == "tens: 10 or more"
    dialog.example.setText("dozens")
    said = "“dozens”, no number · 12 or more by the convention “ACLED”"
    shown = dialog.read_as.text().translate(dict.fromkeys((0x2068, 0x2069)))
    assert shown == f"read as: {said}"
    assert dialog.table().convention is Convention.ACLED
    press(dialog, "Back to the default")
    assert page.convention() is Convention.NONE
    assert dialog.table() == default_table()
