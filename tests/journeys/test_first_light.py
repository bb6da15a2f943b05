"""What a person does on the first day, on a real window with a real project file."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.anchors import place_of
from reviewer.domain.documents import ReviewStatus
from reviewer.domain.sentences import sentences
from reviewer.domain.spans import Span
from reviewer.environment.resources import seed
from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui.desk import Desk, PageName
from reviewer.ui.importing import Stage
from reviewer.ui.models.documents import DOCUMENT_MIME
from reviewer.ui.views.importing.importing import ImportPage
from reviewer.ui.window import Window
from reviewer.ui.wish import Wish
from reviewer.workspace.project import Identity, Workspace
from tests.scripted import ScriptedPrompts

RAID = "party-release-night-raids.txt"
ARMY = "army-info-statement-88.txt"
NO_ONE = "No one was killed in the operation."
AT_LEAST = "At least 27 party workers were arrested"


class Person:
    """Sits at the window: opens, presses keys, looks."""

    def __init__(self, window: Window, prompts: ScriptedPrompts, qtbot: QtBot) -> None:
        self.window = window
        self.prompts = prompts
        self._qtbot = qtbot

    @property
    def desk(self) -> Desk:
        desk = self.window.context.desk
        assert desk is not None
        return desk

    @property
    def workspace(self) -> Workspace:
        return self.desk.workspace

    def text_view(self) -> QWidget:
        session = self.window.session
        assert session is not None
        view = session.view.panes.focused().reader.focusProxy()
        assert view is not None
        return view

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.text_view(), key, held)

    def run(self, command: str) -> None:
        self.window.commands.refresh()
        action = self.window.commands.action(command)
        assert action.isEnabled(), command
        action.trigger()

    def document(self, name: str) -> int:
        (document,) = self.workspace.documents.matching(name)
        return document

    def put_caret(self, quote: str) -> Span:
        session = self.window.session
        assert session is not None
        pane = session.view.panes.focused()
        assert pane.document is not None
        span = place_of(self.workspace.documents.text(pane.document).replace("\xa0", " "), quote)
        pane.reader.set_caret(span.start + 2)
        return span

    def select(self, span: Span) -> None:
        session = self.window.session
        assert session is not None
        session.view.panes.focused().reader.select(span)

    def limit_disk(self) -> int:
        """Let the project file grow no more, as on a full disk; returns how far it could."""
        raw = self.workspace._project.connection.raw
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        (before,) = raw.execute("PRAGMA max_page_count").fetchone()
        raw.execute(f"PRAGMA max_page_count = {pages}")
        return int(before)

    def free_disk(self, pages: int) -> bool:
        """Make room again, and say that it is worth another try."""
        self.workspace._project.connection.raw.execute(f"PRAGMA max_page_count = {pages}")
        return True

    def import_page(self) -> ImportPage:
        session = self.window.session
        assert session is not None
        return session.importing.page

    def has_looked_at_files(self) -> bool:
        one = self.import_page().current_import()
        return one is not None and one.stage is Stage.READY

    def quotes(self, name: str) -> list[str]:
        return [one.quote for one in self.workspace.passages.on(self.document(name))]


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Person]:
    settings = Settings()
    settings.set(ANALYST_NAME, "Mirela Novak")
    prompts = ScriptedPrompts()
    window = Window(settings, prompts)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield Person(window, prompts, qtbot)
    window.close()
    assert prompts.unforeseen == []


@pytest.fixture
def at_the_sample(person: Person, qtbot: QtBot) -> Person:
    person.window.grant(Wish(sample=True, practice=True))
    qtbot.waitUntil(lambda: len(person.prompts.reports) == 1, timeout=20_000)
    assert all(outcome.document for outcome in person.prompts.reports[0])
    return person


def test_the_sample_opens_with_all_its_documents_listed(at_the_sample: Person) -> None:
    files = [path for path in seed("sample").iterdir() if not path.name.startswith(".")]
    assert at_the_sample.workspace.documents.count() == len(files)
    assert at_the_sample.desk.panes.document() is not None


def test_a_sentence_is_tagged_by_one_key_and_undone_by_another(at_the_sample: Person) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(ARMY))
    person.put_caret(NO_ONE)
    person.press(Qt.Key.Key_C)
    assert person.quotes(ARMY) == [NO_ONE]
    person.run("history.undo")
    assert person.quotes(ARMY) == []
    person.run("history.redo")
    assert person.quotes(ARMY) == [NO_ONE]
    assert person.prompts.told == []


def test_the_same_words_carry_two_tags_and_tab_goes_through_them(at_the_sample: Person) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(ARMY))
    person.put_caret(NO_ONE)
    person.press(Qt.Key.Key_C)
    person.put_caret(NO_ONE)
    person.press(Qt.Key.Key_D)
    assert person.quotes(ARMY) == [NO_ONE, NO_ONE]
    person.put_caret(NO_ONE)
    first = person.desk.panes.chosen_passage()  # the caret raised it
    person.press(Qt.Key.Key_Tab)
    second = person.desk.panes.chosen_passage()
    assert {first, second} == {
        one.id for one in person.workspace.passages.on(person.document(ARMY))
    }
    person.press(Qt.Key.Key_Delete)
    (left,) = person.workspace.passages.on(person.document(ARMY))
    assert left.id == first


def test_both_panes_are_live_and_keys_go_to_the_focused_one(at_the_sample: Person) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(ARMY))
    person.desk.panes.open_beside(person.document(RAID))
    person.put_caret("At about 2:40 in the morning")
    person.press(Qt.Key.Key_A)
    person.run("pane.next")
    person.put_caret(NO_ONE)
    person.press(Qt.Key.Key_D)
    assert len(person.quotes(RAID)) == 1
    assert person.quotes(ARMY) == [NO_ONE]


def test_the_same_document_twice_shows_a_new_passage_in_both(at_the_sample: Person) -> None:
    person = at_the_sample
    army = person.document(ARMY)
    person.desk.panes.open_here(army)
    person.desk.panes.open_beside(army)
    person.put_caret(NO_ONE)
    person.press(Qt.Key.Key_C)
    session = person.window.session
    assert session is not None
    for pane in session.view.panes.panes():
        pane.reader.set_caret(person.put_caret(NO_ONE).start + 3)
        assert [mark.tag for mark in pane.reader.marks_at_caret()] == ["Casualty figure"]


def test_done_and_next_not_read_is_one_key(at_the_sample: Person, qtbot: QtBot) -> None:
    person = at_the_sample
    before = person.desk.panes.document()
    assert before is not None
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: person.desk.panes.document() != before)
    assert person.workspace.documents.get(before).review_status is ReviewStatus.DONE
    assert person.workspace.documents.counts_by_status()[ReviewStatus.DONE] == 1


def test_setting_aside_keeps_the_reason(at_the_sample: Person) -> None:
    person = at_the_sample
    army = person.document(ARMY)
    person.desk.panes.open_here(army)
    person.prompts.will("reason", "Not about the fire")
    person.run("document.set_aside")
    found = person.workspace.documents.get(army)
    assert (found.review_status, found.set_aside_reason) == (
        ReviewStatus.SET_ASIDE,
        "Not about the fire",
    )


def test_the_picker_makes_a_tag_that_is_not_there(at_the_sample: Person) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(ARMY))
    person.put_caret(NO_ONE)
    person.prompts.will("tag", "Warrant")
    person.press(Qt.Key.Key_T)
    (passage,) = person.workspace.passages.on(person.document(ARMY))
    assert person.workspace.tags.get(passage.tag).name == "Warrant"


def test_a_citation_has_words_title_dates_paragraph_and_number(at_the_sample: Person) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(RAID))
    person.put_caret(AT_LEAST)
    person.press(Qt.Key.Key_A)
    person.run("passage.cite")
    copied = QGuiApplication.clipboard().mimeData()
    raid = person.workspace.documents.get(person.document(RAID))
    for part in (AT_LEAST, raid.title, "10/8/2019", "2/11/2021", "paragraph", f"D{raid.number}·1"):
        assert part in copied.text()
    assert f"<i>{raid.title}</i>" in copied.html()


def test_undo_and_panes_are_still_there_after_a_restart(
    at_the_sample: Person, qtbot: QtBot
) -> None:
    person = at_the_sample
    army, raid = person.document(ARMY), person.document(RAID)
    person.desk.panes.open_here(army)
    person.put_caret(NO_ONE)
    person.press(Qt.Key.Key_C)
    person.desk.panes.open_beside(raid)
    path = person.workspace.path
    person.window.close_project()
    assert [leftover.name for leftover in path.parent.glob(f"{path.name}-*")] == []
    person.window.open_project(path)
    qtbot.waitUntil(lambda: person.window.context.desk is not None)
    assert person.desk.panes.documents() == [army, raid]
    person.run("history.undo")
    assert person.quotes(ARMY) == []
    assert "Undone" in person.prompts.informed[-1]


def test_passages_are_exported_as_they_stand(
    at_the_sample: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(ARMY))
    person.put_caret(NO_ONE)
    person.press(Qt.Key.Key_C)
    for key in ("csv", "jsonl"):
        target = tmp_path / f"out.{key}"
        person.prompts.will("file_to_export", (target, key))
        person.run("project.export")
        qtbot.waitUntil(target.exists, timeout=10_000)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    (line,) = (json.loads(one) for one in (tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    assert row["quote"] == line["quote"] == NO_ONE
    text = person.workspace.documents.text(person.document(ARMY))
    assert text[line["start"] : line["end"]] == NO_ONE


def test_a_place_of_the_top_row_is_left_again_by_alt_left(at_the_sample: Person) -> None:
    person = at_the_sample
    person.run("view.passages")
    assert person.desk.pages.current() is PageName.PASSAGES
    person.run("view.back")
    assert person.desk.pages.current() is PageName.READ


def test_a_second_window_reads_and_says_why_it_cannot_write(
    at_the_sample: Person, qtbot: QtBot
) -> None:
    prompts = ScriptedPrompts()
    second = Window(Settings(), prompts)
    qtbot.addWidget(second)
    second.open_project(at_the_sample.workspace.path)
    assert second.context.desk is not None
    assert "read only" in second.windowTitle()
    assert not second.commands.action("project.import").isEnabled()
    qtbot.waitUntil(lambda: bool(prompts.told))
    assert "open elsewhere (Mirela Novak" in str(prompts.told[0])
    second.close()


def test_a_file_that_is_no_project_is_named_and_nothing_opens(
    person: Person, tmp_path: Path
) -> None:
    path = tmp_path / "notes.review"
    path.write_text("just words")
    person.window.open_project(path)
    (problem,) = person.prompts.told
    assert "notes.review" in str(problem)
    assert person.window.context.desk is None


def test_files_dropped_on_an_empty_window_make_a_project(
    person: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    from reviewer.ui.prompts import NewProject

    (tmp_path / "one.txt").write_text("Twelve people were hurt.", "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    person.prompts.will("new_project", NewProject(tmp_path / "new.review", "Mirela Novak"))
    person.window.grant(Wish(paths=(tmp_path / "one.txt", tmp_path / "empty.txt")))
    qtbot.waitUntil(person.has_looked_at_files, timeout=10_000)
    person.import_page().press()
    qtbot.waitUntil(lambda: bool(person.prompts.reports), timeout=10_000)
    taken, refused = person.prompts.reports[0]
    assert taken.document is not None
    assert "empty.txt" in str(refused.problem)


def test_another_persons_name_is_asked_when_none_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "kept.review"
    Workspace.create(path, Identity("one", "Someone Else")).close()
    prompts = ScriptedPrompts()
    prompts.will("analyst_name", "Noor")
    window = Window(Settings(), prompts)
    qtbot.addWidget(window)
    window.open_project(path)
    desk = window.context.desk
    assert desk is not None
    assert desk.workspace.analyst is not None
    assert desk.workspace.analyst.name == "Noor"
    window.close()


def test_a_document_is_dragged_from_the_list_into_a_pane(at_the_sample: Person) -> None:
    person = at_the_sample
    session = person.window.session
    assert session is not None
    person.run("pane.split_2")
    right = session.view.panes.panes()[1]
    army = person.document(ARMY)
    data = QMimeData()
    data.setData(DOCUMENT_MIME, str(army).encode())
    where = QPointF(right.rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(where.toPoint(), action, data, buttons, keys)
    QApplication.sendEvent(right, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(right, QDropEvent(where, action, data, buttons, keys))
    assert right.document == army
    assert person.desk.panes.document() == army


def test_what_could_not_be_saved_is_said_and_tried_again(
    at_the_sample: Person,
) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(ARMY))
    text = person.workspace.documents.text(person.document(ARMY))
    pages = person.limit_disk()
    person.prompts.will("retry", lambda _problem: person.free_disk(pages))
    pane = person.desk.panes
    tagged = []
    for sentence in sentences(text, Span(0, len(text))):  # a few fit into what is half empty
        if text[sentence.start : sentence.end].strip():
            pane.go_to(person.document(ARMY), sentence)
            person.select(sentence)
            person.press(Qt.Key.Key_C)
            tagged.append(sentence)
        if person.prompts.told:
            break
    assert "full" in str(person.prompts.told[0])
    on_page = person.workspace.passages.on(person.document(ARMY))
    assert [one.span for one in on_page] == tagged


def test_the_project_that_is_open_already_stays_open_and_can_be_changed(
    at_the_sample: Person,
) -> None:
    person = at_the_sample
    session = person.window.session
    person.window.open_project(person.workspace.path)
    person.window.open_sample(practice=True)
    assert person.window.session is session
    assert person.workspace.read_only is None


def test_closing_in_the_middle_of_an_import_keeps_what_is_in_and_ends(
    person: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(600):
        (folder / f"{number}.txt").write_text(f"Report {number}: two were hurt.\n" * 40, "utf-8")
    path = tmp_path / "kept.review"
    person.window.create_project(path, "Mirela Novak", [folder])
    qtbot.waitUntil(person.has_looked_at_files, timeout=10_000)
    person.import_page().press()
    qtbot.waitUntil(lambda: person.workspace.documents.count() > 0, timeout=10_000)
    person.prompts.will("confirm", lambda *_: True)
    person.window.close_project()
    assert person.window.context.desk is None
    with Workspace.open(path, only_read=True) as left:
        assert list(left.verify()) == []
        (newest, *_others) = left.history.listed(left.history.ids())
        assert left.documents.count() == newest.arguments["count"]
    assert person.prompts.told == []
    assert person.prompts.reports == []


def test_whoever_gave_no_name_is_asked_at_the_first_change(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "kept.review"
    Workspace.create(path, Identity("one", "Someone Else")).close()
    prompts = ScriptedPrompts()
    prompts.will("analyst_name", None, "Noor")
    window = Window(Settings(), prompts)
    qtbot.addWidget(window)
    window.open_project(path)
    desk = window.context.desk
    assert desk is not None
    assert desk.workspace.analyst is None
    window.commands.safely(lambda: desk.workspace.tags.add("Warrant"))
    assert desk.workspace.analyst is not None
    assert desk.workspace.tags.named("Warrant") is not None
    window.close()


def test_words_just_tagged_take_a_second_tag_at_once(at_the_sample: Person) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(ARMY))
    person.put_caret(NO_ONE)
    person.press(Qt.Key.Key_C)
    person.press(Qt.Key.Key_D)
    assert person.quotes(ARMY) == [NO_ONE, NO_ONE]


def test_tag_keys_do_nothing_to_a_pane_that_is_out_of_sight(at_the_sample: Person) -> None:
    person = at_the_sample
    person.desk.panes.open_here(person.document(ARMY))
    person.put_caret(NO_ONE)
    person.run("view.passages")
    person.window.commands.refresh()
    for command in ("passage.tag", "passage.grow", "passage.raise_next"):
        assert not person.window.commands.action(command).isEnabled()


def test_done_marks_what_is_read_not_what_is_chosen_in_the_list(at_the_sample: Person) -> None:
    person = at_the_sample
    army, raid = person.document(ARMY), person.document(RAID)
    person.desk.panes.open_here(army)
    person.desk.documents.choose(raid)
    person.run("document.done_next")
    assert person.workspace.documents.get(army).review_status is ReviewStatus.DONE
    assert person.workspace.documents.get(raid).review_status is ReviewStatus.UNREAD
    assert any("ARMY" in words for words in person.prompts.informed)


def test_what_one_pane_pushed_aside_comes_back_with_two(at_the_sample: Person) -> None:
    person = at_the_sample
    army, raid = person.document(ARMY), person.document(RAID)
    person.run("pane.split_2")
    person.desk.panes.open_here(army)
    person.desk.panes.focus_next()
    person.desk.panes.open_here(raid)
    person.run("pane.split_1")
    assert person.desk.panes.documents() == [raid]
    person.run("pane.split_2")
    assert person.desk.panes.documents() == [raid, army]
