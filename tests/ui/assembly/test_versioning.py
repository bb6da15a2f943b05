"""A newer version is put in a document's place, and what moved is looked at, one by one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.passages import Anchor
from reviewer.domain.spans import Span
from reviewer.domain.versions import CarriedBy
from reviewer.ui.asking.version_prompts import Dropped, ReplaceQuestion
from reviewer.ui.assembly.versioning import Versioning
from reviewer.ui.commands.versions import take_dropped
from reviewer.ui.models.overview import Section
from reviewer.ui.views.reading.pane_header import dropped_file
from reviewer.ui.views.versions.moved import MovedPanel
from tests.builders import a_document, a_passage, a_project, an_incoming
from tests.ui.at_the_desk import AtTheDesk, at_the_desk

OLD = """The raid on Hill Street

Twelve people were hurt at the bridge. The office denies it.

Two men were held.

Nobody answered the telephone.
"""
NEW = """Corrected on 4 March.

The raid on Hill Street

At least fourteen people were hurt at the bridge. The office denies it.

Two men were held.

The ministry gave no answer.
"""
WORDS = (
    ("Twelve people were hurt at the bridge", "Casualty figure"),
    ("The office denies it", "Denial"),
    ("Two men were held", "Allegation"),
    ("Nobody answered the telephone", "Denial"),
)
MOVED = tuple(words for words, _tag in (WORDS[0], WORDS[1], WORDS[3]))


class Replacer(AtTheDesk):
    """Somebody who has a newer version of a release."""

    qtbot: QtBot
    document: int
    passages: list[int]

    @property
    def versioning(self) -> Versioning:
        session = self.window.session
        assert session is not None
        return session.versioning

    def replace(self, path: Path, why: object = "from the ministry, by mail") -> None:
        self.view.panes.open_here(self.document)
        self.prompts.will("newer_version", path)
        self.prompts.will("replace_version", why)
        self.run("version.replace")
        self.qtbot.waitUntil(lambda: "replace_version" in self.prompts.asked, timeout=20_000)
        QTest.qWait(0)

    def sees(self, *left: str) -> None:
        """See that just this is still to be looked at, by the words of before."""
        panel = self.versioning.panel
        self.qtbot.waitUntil(lambda: [row.quote for row in panel.rows()] == list(left))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.versioning.panel.list, key)


@pytest.fixture
def replacer(qtbot: QtBot, tmp_path: Path) -> Iterator[Replacer]:
    with a_project(tmp_path, "dossier") as made:
        document = a_document(made, OLD, title="Release")
        passages = [a_passage(made, document, words, tag) for words, tag in WORDS]
        path = made.path
    with at_the_desk(qtbot, path) as desk:
        person = Replacer(desk.window, desk.prompts)
        person.qtbot, person.document, person.passages = qtbot, document, passages
        yield person


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    path = tmp_path / "release corrected.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_a_newer_version_is_told_before_put_in_place_and_looked_through_by_keys(
    replacer: Replacer, newer: Path
) -> None:
    asked: list[ReplaceQuestion] = []

    def answer(question: ReplaceQuestion) -> str:
        asked.append(question)
        return "from the ministry, by mail"

    replacer.replace(newer, answer)
    assert asked[0].carried == {
        CarriedBy.PLACE: 1,
        CarriedBy.QUOTE: 1,
        CarriedBy.LIKENESS: 1,
        CarriedBy.NOTHING: 1,
    }
    assert asked[0].name == "release corrected.txt"
    versions = replacer.workspace.versions.of(replacer.document)
    assert [one.reason for one in versions] == ["", "from the ministry, by mail"]
    panel = replacer.versioning.panel
    assert panel.isVisible()
    assert replacer.keys_are_in(panel)
    replacer.sees(WORDS[0][0], WORDS[1][0], WORDS[3][0])
    pane = replacer.view.panes.focused()
    assert pane.chosen_passage() == replacer.passages[0]
    assert panel.compared.before.toPlainText() == WORDS[0][0]
    assert panel.compared.now.toPlainText() == "people were hurt at the bridge"
    replacer.press(Qt.Key.Key_Return)
    assert replacer.workspace.passages.get(replacer.passages[0]).anchor is Anchor.SURE
    replacer.press(Qt.Key.Key_A)
    replacer.sees(WORDS[3][0])
    replacer.press(Qt.Key.Key_Return)
    replacer.sees(WORDS[3][0])  # its words were not found: nothing to accept
    start = NEW.index("The ministry gave")
    pane.reader.select(Span(start, start + len("The ministry gave no answer")))
    replacer.press(Qt.Key.Key_P)
    replacer.sees()
    found = replacer.workspace.passages.get(replacer.passages[3])
    assert (found.quote, found.anchor) == ("The ministry gave no answer", Anchor.SURE)
    assert "No passage wants a look" in panel.words()
    assert list(replacer.workspace.verify()) == []


def test_one_undo_takes_the_newer_version_back_with_its_list(
    replacer: Replacer, newer: Path
) -> None:
    replacer.replace(newer)
    replacer.sees(*MOVED)
    replacer.run("history.undo")
    assert replacer.workspace.documents.text(replacer.document) == OLD
    replacer.sees()


def test_what_is_declined_changes_nothing(replacer: Replacer, newer: Path) -> None:
    steps = replacer.workspace.history.ids()
    replacer.replace(newer, None)
    assert replacer.workspace.history.ids() == steps


def test_the_same_words_are_said_to_be_no_newer_version(replacer: Replacer, tmp_path: Path) -> None:
    path = tmp_path / "again.txt"
    path.write_text(OLD, encoding="utf-8")
    replacer.view.panes.open_here(replacer.document)
    replacer.prompts.will("newer_version", path)
    replacer.run("version.replace")
    replacer.qtbot.waitUntil(lambda: bool(replacer.prompts.told), timeout=20_000)
    assert "the very same words" in str(replacer.prompts.told[0])


def test_placing_needs_a_selection(replacer: Replacer, newer: Path) -> None:
    replacer.replace(newer)
    replacer.press(Qt.Key.Key_End)
    replacer.press(Qt.Key.Key_P)
    assert "Select the words that D1·4 belongs to" in str(replacer.prompts.told[-1])


def test_a_passage_that_is_gone_is_taken_off(replacer: Replacer, newer: Path) -> None:
    replacer.replace(newer)
    replacer.press(Qt.Key.Key_End)
    replacer.press(Qt.Key.Key_Delete)
    replacer.sees(WORDS[0][0], WORDS[1][0])
    replacer.run("history.undo")
    replacer.sees(WORDS[0][0], WORDS[1][0], WORDS[3][0])


def test_escape_gives_the_keys_back_to_the_text(replacer: Replacer, newer: Path) -> None:
    replacer.replace(newer)
    replacer.press(Qt.Key.Key_Escape)
    assert not replacer.versioning.panel.isVisible()
    assert replacer.keys_are_in(replacer.view.panes.focused())


def test_the_overview_lists_what_moved_and_opens_the_list_there(
    replacer: Replacer, newer: Path
) -> None:
    replacer.replace(newer)
    lists = replacer.workspace.to_do.moved()
    assert lists.ids == [replacer.passages[0], replacer.passages[1], replacer.passages[3]]
    session = replacer.window.session
    assert session is not None
    session.overviewing.show_section(Section.MOVED)
    session.overviewing.page.passage_wanted.emit(replacer.passages[3])
    assert replacer.versioning.moved() == replacer.passages[3]


def test_a_file_dropped_onto_a_document_is_asked_about(replacer: Replacer, newer: Path) -> None:
    context = replacer.window.context
    replacer.prompts.will("dropped_on", None, Dropped.NEWER)
    take_dropped(context, replacer.document, newer)
    assert replacer.prompts.asked == ["dropped_on"]
    replacer.prompts.will("replace_version", "corrected")
    take_dropped(context, replacer.document, newer)
    replacer.qtbot.waitUntil(lambda: bool(replacer.versioning.panel.rows()), timeout=20_000)
    replacer.sees(*MOVED)


def test_a_file_is_dropped_onto_the_header_of_a_pane(replacer: Replacer, newer: Path) -> None:
    replacer.view.panes.open_here(replacer.document)
    header = replacer.view.panes.focused().header
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(newer))])
    where, held = QPoint(5, 5), Qt.KeyboardModifier.NoModifier
    buttons, action = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    entering = QDragEnterEvent(where, action, data, buttons, held)
    header.dragEnterEvent(entering)
    assert entering.isAccepted()
    replacer.prompts.will("dropped_on", None)
    header.dropEvent(QDropEvent(QPointF(where), action, data, buttons, held))
    replacer.qtbot.waitUntil(lambda: replacer.prompts.asked == ["dropped_on"])


def test_a_folder_or_several_files_go_to_the_import_as_ever(
    replacer: Replacer, newer: Path
) -> None:
    replacer.view.panes.open_here(replacer.document)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(newer.parent))])
    assert dropped_file(data) is None
    data.setUrls([QUrl.fromLocalFile(str(newer))] * 2)
    assert dropped_file(data) is None


def test_a_newer_version_from_elsewhere_is_shown_when_it_comes(
    replacer: Replacer, newer: Path
) -> None:
    del newer
    replacer.view.panes.open_here(replacer.document)
    replacer.workspace.versions.replace(replacer.document, an_incoming(NEW), "corrected")
    replacer.sees(*MOVED)
    replacer.run("version.moved")
    assert replacer.view.panes.focused().chosen_passage() == replacer.passages[0]


def test_words_that_stayed_are_shown_with_what_changed_around_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    said = "12 people died in the fire at the mill. The office denies it.\n"
    with a_project(tmp_path, "fire") as made:
        document = a_document(made, said)
        a_passage(made, document, "12 people died")
        made.versions.replace(document, an_incoming(f"At least {said}"), "")
        panel = MovedPanel(made)
        qtbot.addWidget(panel)
        panel._compare(None)
        assert panel.compared.before.toPlainText() == "12 people died in the fire at the mill…"
        assert panel.compared.now.toPlainText().startswith("At least 12 people died")
