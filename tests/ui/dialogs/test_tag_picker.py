"""The tag picker narrows as one types; Enter takes, Escape leaves everything as it is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.tags import RecordKind, Tag
from reviewer.ui.dialogs.tag_picker import (
    _ABOVE,
    _DEPTH,
    MOST_ROWS,
    TagPicker,
    fitted_line,
    place_for,
)
from tests.ui.walking import nameless, stage


def a_tag(number: int, name: str, key: str = "", definition: str = "") -> Tag:
    colour = str(number)
    return Tag(number, str(number), name, colour, key, definition, None, RecordKind.NONE, number)


ALLEGATION = a_tag(1, "Allegation", "A", "Somebody is said to have done a wrong.")
DENIAL = a_tag(2, "Denial", "D", "An answer to it.")
FIGURE = a_tag(3, "Casualty figure", "C")
CHAIN = a_tag(4, "Chain of command", "4")
CAFE = a_tag(5, "Café named", "X")
URDU = a_tag(9, "الزام کی تردید")
TAGS = (ALLEGATION, DENIAL, FIGURE, CHAIN, CAFE, URDU)


class Picker:
    """A shown picker and its parts."""

    def __init__(
        self, qtbot: QtBot, *tags: Tag, words: str = "Twelve were hurt", at_once: bool = False
    ) -> None:
        self.qtbot = qtbot
        self.dialog = TagPicker(tags, words, at_once=at_once)
        stage(qtbot, self.dialog)
        (self.field,) = self.dialog.findChildren(QLineEdit)
        (self.list,) = self.dialog.findChildren(QListWidget)

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(self.field, words)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.field, key)

    def rows(self) -> list[str]:
        return [self.list.item(row).text() for row in range(self.list.count())]


def test_one_types_a_little_and_presses_enter(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS)
    picker.type("den")
    with qtbot.waitSignal(picker.dialog.accepted):
        picker.press(Qt.Key.Key_Return)
    assert picker.dialog.choice() is DENIAL


def test_the_arrow_keys_choose_while_the_caret_stays_in_the_field(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS)
    picker.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert picker.list.currentRow() == 1
    picker.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert picker.list.currentRow() == len(TAGS) - 1
    picker.press(Qt.Key.Key_Down)
    assert picker.list.currentRow() == 0
    picker.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert picker.list.currentRow() == len(TAGS) - 1
    picker.press(Qt.Key.Key_PageUp, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert picker.dialog.choice() is DENIAL


def test_a_click_takes_a_tag(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS)
    rect = picker.list.visualItemRect(picker.list.item(2))
    qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert picker.dialog.choice() is FIGURE


def test_escape_leaves_everything_as_it_is(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS)
    picker.type("den")
    with qtbot.waitSignal(picker.dialog.rejected):
        picker.press(Qt.Key.Key_Escape)
    assert picker.dialog.choice() is None


def test_a_new_tag_is_offered_last_unless_there_is_one_of_that_name(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS)
    picker.type("deni")
    assert [row.partition(",")[0] for row in picker.rows()] == [
        "Denial",
        "Make a new tag “\u2068deni\u2069”",
    ]
    picker.type("AL")
    assert len(picker.rows()) == 1
    picker.type("  of   service ")
    picker.press(Qt.Key.Key_Return)
    assert picker.dialog.choice() == "deniAL of service"


def test_without_any_tag_it_says_what_to_do(qtbot: QtBot) -> None:
    picker = Picker(qtbot, words="")
    labels = [label.text() for label in picker.dialog.findChildren(QLabel) if label.isVisible()]
    assert labels == ["Type the name of a new tag."]
    with qtbot.assertNotEmitted(picker.dialog.accepted):
        picker.press(Qt.Key.Key_Return, Qt.Key.Key_Down)
    picker.type("Threat")
    picker.press(Qt.Key.Key_Enter)
    assert picker.dialog.choice() == "Threat"


def test_the_words_to_be_tagged_are_shown_shortened_and_as_they_are(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS, words="<b>Twelve</b> were hurt. " * 60)
    label = next(label for label in picker.dialog.findChildren(QLabel) if label.isVisible())
    assert label.text().startswith("“\u2068<b>Twelve</b>")
    assert len(label.text()) < 130
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_what_is_chosen_is_said_with_its_key_and_meaning(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS)
    assert picker.field.accessibleDescription() == (
        "Allegation, key A, Somebody is said to have done a wrong."
    )
    picker.press(Qt.Key.Key_Down)
    assert picker.field.accessibleDescription().startswith("Denial, key D")
    assert nameless(picker.dialog) == []


def test_a_long_codebook_scrolls_and_is_painted(qtbot: QtBot) -> None:
    many = [
        a_tag(number, f"Tag {number}", definition="What it means. " * 9) for number in range(1, 60)
    ]
    picker = Picker(qtbot, *many)
    rows = picker.list.viewport().height() / picker.list.sizeHintForRow(0)
    assert rows <= MOST_ROWS
    picker.press(Qt.Key.Key_Up)
    assert picker.list.visualItemRect(picker.list.item(58)).bottom() <= picker.list.height()
    assert not picker.dialog.grab().isNull()


def test_it_stands_under_the_caret_above_it_or_at_least_on_the_screen(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS)
    size, screen = picker.dialog.size(), QRect(0, 0, 1600, 1000)
    for caret in (QPoint(300, 200), QPoint(300, 950), QPoint(1590, 20), QPoint(-50, 2000)):
        rect = QRect(caret, QSize(1, 20))
        picker.dialog.place_near(rect, screen)
        place = QRect(picker.dialog.pos(), size)
        assert screen.adjusted(0, 0, 1, 1).contains(place)
    picker.dialog.place_near(QRect(300, 200, 1, 20), screen)
    assert picker.dialog.pos().y() > 220
    picker.dialog.place_near(QRect(300, 950, 1, 20), screen)
    assert picker.dialog.pos().y() + size.height() < 950


def test_the_place_is_that_of_the_caret_or_in_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(600, 400)
    text = QTextEdit("Some words\n" * 5, window)
    text.resize(600, 400)
    stage(qtbot, window)
    caret, _around = place_for(window)
    assert window.geometry().contains(caret.topLeft())
    text.setFocus()
    found, _around = place_for(window)
    assert found.topLeft() == text.viewport().mapToGlobal(text.cursorRect().topLeft())
    assert place_for(None)[1].isValid()


def test_tags_stand_as_in_the_codebook_until_one_types(qtbot: QtBot) -> None:
    killed = replace(a_tag(6, "Killed", "K"), parent=FIGURE.id)
    executed = replace(a_tag(7, "Executed"), parent=killed.id)
    picker = Picker(qtbot, ALLEGATION, FIGURE, killed, executed)
    depths = [picker.list.item(row).data(_DEPTH) for row in range(4)]
    assert depths == [0, 0, 1, 2]
    picker.type("exec")
    item = picker.list.item(0)
    assert item.data(_ABOVE) == "Casualty figure › Killed"
    assert item.data(_DEPTH) is None
    assert item.text() == "Executed, under Casualty figure › Killed"
    assert not picker.dialog.grab().isNull()


@pytest.mark.parametrize(
    ("key", "tag"),
    [(Qt.Key.Key_D, DENIAL), (Qt.Key.Key_4, CHAIN), (Qt.Key.Key_3, FIGURE), (Qt.Key.Key_6, URDU)],
)
def test_where_it_is_asked_for_a_key_takes_its_tag_at_once(
    qtbot: QtBot, key: Qt.Key, tag: Tag
) -> None:
    picker = Picker(qtbot, *TAGS, at_once=True)
    with qtbot.waitSignal(picker.dialog.accepted):
        picker.press(key)
    assert picker.dialog.choice() is tag


def test_a_name_can_be_typed_there_all_the_same(qtbot: QtBot) -> None:
    picker = Picker(qtbot, *TAGS, at_once=True)
    picker.press(Qt.Key.Key_Space)
    picker.type("chain")
    picker.press(Qt.Key.Key_Return)
    assert picker.dialog.choice() is CHAIN
    picker = Picker(qtbot, *TAGS, at_once=True)
    picker.type("Arrest")  # with a capital letter, so with Shift
    assert picker.rows()[-1].startswith("Make a new tag")
    picker = Picker(qtbot, *TAGS)
    picker.press(Qt.Key.Key_A)
    assert picker.dialog.isVisible()


def test_only_the_words_of_a_document_stand_in_quotation_marks(qtbot: QtBot) -> None:
    quoted = Picker(qtbot, DENIAL, words="Twelve were hurt").dialog
    (label,) = [one for one in quoted.findChildren(QLabel) if "Twelve" in one.text()]
    assert label.text() == "“\u2068Twelve were hurt\u2069”"
    said = TagPicker([DENIAL], "3 hits: the sentence around each", quoted=False)
    stage(qtbot, said)
    assert "3 hits: the sentence around each" in [one.text() for one in said.findChildren(QLabel)]


def test_the_name_of_a_new_tag_is_painted_without_signs_for_what_cannot_be_shown(
    qtbot: QtBot,
) -> None:
    picker = Picker(qtbot, *TAGS)
    picker.type("cas")
    row = picker.list.count() - 1
    painted = fitted_line(picker.list.fontMetrics(), picker.rows()[row], 300)
    assert "cas" in painted
    assert "\ufffd" not in painted
