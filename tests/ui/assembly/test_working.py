"""Work of other programs leads to its own page, and nothing comes in before somebody says so."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.progress import Silent
from reviewer.ui.assembly.versioning import MOVED
from reviewer.ui.desk import PageName
from reviewer.ui.prompts import NewProject
from reviewer.ui.taking_work import TakingWork, WorkStage
from reviewer.ui.views.importing.work import WorkPage
from reviewer.workspace.groups import UnderWay
from reviewer.workspace.project import Workspace
from reviewer.workspace.sending_apart import send_to_file
from tests.builders import a_document, a_passage, a_project
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk
from tests.ui.walking import nameless

TEXT = "Fourteen people were hurt at the mill. The office denies it.\n"
LONGEST = 20_000


class Taker(AtTheDesk):
    """Somebody who was given the work of others."""

    qtbot: QtBot

    @property
    def page(self) -> WorkPage:
        session = self.window.session
        assert session is not None
        return session.importing.works.page

    def drop(self, *paths: Path) -> None:
        self.window.import_paths(list(paths))

    def waits_for(self, stage: WorkStage) -> None:
        def reached() -> bool:
            taking = self.page.taking()
            return taking is not None and taking.stage is stage

        self.qtbot.waitUntil(reached, timeout=LONGEST)

    def rows(self) -> list[list[str]]:
        tree = self.page.tree
        groups = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
        items = [one.child(row) for one in groups if one for row in range(one.childCount())]
        return [
            [item.text(column).strip("\u2068\u2069") for column in range(3)]
            for item in items
            if item is not None
        ]


@pytest.fixture
def taker(qtbot: QtBot, tmp_path: Path) -> Iterator[Taker]:
    with at_the_desk(qtbot, a_file(tmp_path)) as desk:
        person = Taker(desk.window, desk.prompts)
        person.qtbot = qtbot
        yield person


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Give web annotations of one document, one of the two passages with other words."""
    target = tmp_path / "theirs.jsonld"
    with a_project(tmp_path, "theirs") as made:
        document = a_document(made, TEXT, title="The mill")
        a_passage(made, document, "Fourteen people were hurt", "Allegation")
        a_passage(made, document, "The office denies it", "Denial")
        send_to_file(made.path, "web_annotations", target, Silent())
    found = json.loads(target.read_text("utf-8"))
    for item in found["first"]["items"]:
        selector = item["target"]["selector"][1]
        selector["exact"] = selector["exact"].replace("denies it", "denied all")
    target.write_text(json.dumps(found), encoding="utf-8")
    return target


def test_it_is_told_before_it_comes_in_and_comes_in_as_one_change(taker: Taker, sent: Path) -> None:
    before = taker.workspace.documents.ids()
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    assert taker.desk.pages.current() is PageName.IMPORT
    assert taker.page.words() == (
        "1 document · 3 tags (3 are there already) · 2 passages · 1 place not certain"
    )
    assert ["The mill", "2", "comes"] in taker.rows()
    assert "other words than stand at its place" in taker.page.notes.toPlainText()
    assert taker.workspace.documents.ids() == before
    taker.page.press()
    taker.waits_for(WorkStage.OVER)
    assert taker.page.words().startswith("1 document came in · 2 passages")
    assert ["The mill", "2", "came in"] in taker.rows()
    assert "1 passage came in with other words" in taker.page.notes.toPlainText()
    assert len(taker.workspace.documents.ids()) == len(before) + 1


def test_the_page_follows_undo_and_redo(taker: Taker, sent: Path) -> None:
    before = taker.workspace.documents.ids()
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    taker.page.press()
    taker.waits_for(WorkStage.OVER)
    taker.run("history.undo")
    assert taker.workspace.documents.ids() == before
    assert taker.page.about().startswith("It was taken back")
    assert taker.rows() == []
    assert taker.page.places.isHidden()
    taker.run("history.redo")
    assert taker.page.about().startswith("It is in")
    assert not taker.page.places.isHidden()


def test_enter_presses_the_button_that_has_the_keys(taker: Taker, sent: Path) -> None:
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    QTest.keyClick(taker.page.go, Qt.Key.Key_Return)
    taker.waits_for(WorkStage.OVER)
    QTest.keyClick(taker.page.close_button, Qt.Key.Key_Enter)
    assert taker.page.taking() is None


def test_a_tag_of_which_nothing_comes_says_so(taker: Taker, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("document,quote,tag\nNowhere at all,Words,Unheard\n", "utf-8")
    taker.drop(table)
    taker.waits_for(WorkStage.READY)
    assert taker.rows()[-1] == ["Unheard", "0", "comes, without its passages: they cannot"]
    assert "0 passages · 1 cannot come in" in taker.page.words()
    taker.page.press()
    taker.waits_for(WorkStage.OVER)
    assert taker.rows()[-1][2] == "came in, without its passages"


def test_places_that_are_not_certain_are_a_press_away(taker: Taker, sent: Path) -> None:
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    taker.page.press()
    taker.waits_for(WorkStage.OVER)
    assert taker.page.places.text() == "&Look at 1 place not certain"
    taker.page.places.click()
    assert taker.view.sides.wanted() == MOVED
    assert [one.before for one in taker.workspace.versions.to_look_at()] == [
        "The office denied all"
    ]


def test_documents_that_are_here_are_not_doubled(taker: Taker, sent: Path) -> None:
    document = a_document(taker.workspace, TEXT, title="Ours")
    label = taker.workspace.documents.get(document).label
    before = taker.workspace.documents.ids()
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    assert taker.rows()[0][2].startswith("is here already")
    taker.page.press()
    taker.waits_for(WorkStage.OVER)
    assert "1 was here already" in taker.page.words()
    assert label in taker.rows()[0][2]
    assert taker.workspace.documents.ids() == before


def test_escape_leaves_it_and_nothing_comes_in(taker: Taker, sent: Path) -> None:
    before = taker.workspace.history.ids()
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    assert nameless(taker.page) == []
    QTest.keyClick(taker.page, Qt.Key.Key_Escape)
    assert taker.page.taking() is None
    assert taker.desk.pages.current() is PageName.READ
    assert taker.workspace.history.ids() == before


def test_documents_among_it_come_in_first(taker: Taker, sent: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Nobody came to the mill.\n", encoding="utf-8")
    taker.drop(plain, sent)
    taker.waits_for(WorkStage.READY)
    titles = {taker.workspace.documents.get(one).title for one in taker.workspace.documents.ids()}
    assert "Nobody came to the mill." in titles
    assert "The mill" not in titles


def test_one_file_after_the_other_is_looked_at(taker: Taker, sent: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": 1, "text": "Nobody.", "label": [[0, 6, "Denial"]]}\n', "utf-8")
    taker.drop(sent, other)
    taker.waits_for(WorkStage.READY)
    taker.page.leave()
    taker.waits_for(WorkStage.READY)
    taking = taker.page.taking()
    assert taking is not None
    assert taking.path == other
    taker.page.press()
    taker.waits_for(WorkStage.OVER)
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    assert taker.desk.pages.current() is PageName.IMPORT


def test_a_file_that_cannot_be_read_says_why(taker: Taker, sent: Path) -> None:
    sent.write_text(sent.read_text("utf-8")[:-40], encoding="utf-8")
    taker.drop(sent)
    taker.qtbot.waitUntil(
        lambda: bool(taker.prompts.told or taker.prompts.reports), timeout=LONGEST
    )
    assert "theirs.jsonld" in str(taker.prompts.told[0])
    assert taker.desk.pages.current() is PageName.READ


def test_reading_can_be_stopped(taker: Taker, sent: Path) -> None:
    taker.drop(sent)
    taker.waits_for(WorkStage.READING)
    taker.page.work.stop.click()
    taker.qtbot.waitUntil(lambda: taker.page.taking() is None, timeout=LONGEST)
    assert taker.desk.pages.current() is PageName.READ


@pytest.fixture
def much(tmp_path: Path) -> Path:
    """Give more work than comes in within one turn."""
    target = tmp_path / "much.jsonl"
    line = {"text": "Nobody. " * 400, "label": [[8 * n, 8 * n + 6, "Denial"] for n in range(400)]}
    target.write_text(
        "".join(json.dumps({**line, "id": number}) + "\n" for number in range(20)), "utf-8"
    )
    return target


def test_while_it_comes_in_the_window_lives_and_it_can_be_stopped(taker: Taker, much: Path) -> None:
    before = taker.workspace.documents.ids()
    taker.drop(much)
    taker.waits_for(WorkStage.READY)
    taker.page.press()
    taking = taker.page.taking()
    assert taking is not None
    with taker.qtbot.waitSignal(taking.progressed, timeout=LONGEST):
        pass
    assert taker.page.work.stop.isVisible()
    taker.run("history.undo")
    assert "under way" in str(taker.prompts.told[-1])
    taker.page.work.stop.click()
    assert taking.stage is WorkStage.READY
    assert taker.page.about().startswith("It was stopped, and nothing of it is in.")
    assert taker.workspace.documents.ids() == before
    taker.page.press()
    taker.waits_for(WorkStage.OVER)
    assert taker.workspace.passages.count() == 8_000
    assert taker.page.about().startswith("It is in")


def test_what_cannot_be_taken_back_is_not_said_to_be_out(taker: Taker, much: Path) -> None:
    taker.drop(much)
    taker.waits_for(WorkStage.READY)
    taker.page.press()
    taking = taker.page.taking()
    assert taking is not None
    with taker.qtbot.waitSignal(taking.progressed, timeout=LONGEST):
        pass
    connection = taker.workspace._project.connection
    connection.execute("PRAGMA query_only = ON")
    taker.page.work.stop.click()
    connection.execute("PRAGMA query_only = OFF")
    assert taker.prompts.told
    assert taker.page.about().startswith("It could not be taken back: a part of it is in.")
    assert not taker.page.go.isEnabled()
    taker.run("history.undo")
    taker.qtbot.waitUntil(lambda: taker.workspace.passages.count() == 0, timeout=LONGEST)
    taker.qtbot.waitUntil(taker.page.go.isEnabled, timeout=LONGEST)
    assert taker.page.about().startswith("Read as")


def test_documents_that_are_dropped_meanwhile_are_refused_by_a_sentence(
    taker: Taker, much: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Nobody came to the mill.\n", encoding="utf-8")
    taker.drop(much)
    taker.waits_for(WorkStage.READY)
    taker.page.press()
    taking = taker.page.taking()
    assert taking is not None
    with taker.qtbot.waitSignal(taking.progressed, timeout=LONGEST):
        pass
    taker.drop(plain)
    taker.waits_for(WorkStage.OVER)
    taker.qtbot.waitUntil(lambda: bool(taker.prompts.reports), timeout=LONGEST)
    (outcome,) = taker.prompts.reports[-1]
    came = outcome.document is not None
    assert came or "under way" in str(outcome.problem)
    assert taker.workspace.passages.count() == 8_000


def test_a_project_that_is_closed_meanwhile_has_nothing_of_it(taker: Taker, much: Path) -> None:
    path, before = taker.workspace.path, len(taker.workspace.documents.ids())
    taker.drop(much)
    taker.waits_for(WorkStage.READY)
    taker.page.press()
    taking = taker.page.taking()
    assert taking is not None
    with taker.qtbot.waitSignal(taking.progressed, timeout=LONGEST):
        pass
    taker.prompts.will("confirm", None, "Stop it")
    taker.window.close_project()
    assert taker.window.session is not None
    taker.window.close_project()
    assert taker.window.session is None
    with Workspace.open(path, only_read=True) as workspace:
        assert len(workspace.documents.ids()) == before
        assert workspace.history.cut_short() is None


def test_it_may_begin_a_new_project(taker: Taker, sent: Path, tmp_path: Path) -> None:
    taker.window.close_project()
    taker.prompts.will("new_project", NewProject(tmp_path / "fresh.review", "Noor"))
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    taker.page.press()
    taker.waits_for(WorkStage.OVER)
    taker.page.leave()
    assert taker.workspace.path.name == "fresh.review"
    assert taker.workspace.passages.count() == 2
    assert taker.view.panes.documents() != [None]


def test_what_is_no_work_can_come_in_as_documents(taker: Taker, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("document,quote,tag\nAt the bridge,Nobody was killed,Denial\n", "utf-8")
    taker.drop(table)
    taker.waits_for(WorkStage.READY)
    taker.page.instead.click()
    session = taker.window.session
    assert session is not None
    page = session.importing.page
    taker.qtbot.waitUntil(lambda: page.current_import() is not None, timeout=LONGEST)
    taker.qtbot.waitUntil(page.isVisible, timeout=LONGEST)
    assert taker.page.taking() is None
    one = page.current_import()
    assert one is not None
    taker.qtbot.waitUntil(lambda: not one.is_working(), timeout=LONGEST)
    page.close_button.click()


def test_what_can_be_nothing_else_is_offered_as_work_only(taker: Taker, sent: Path) -> None:
    taker.drop(sent)
    taker.waits_for(WorkStage.READY)
    assert not taker.page.instead.isVisible()


@pytest.fixture
def some(tmp_path: Path) -> Path:
    """Give work that comes in within a few turns."""
    target = tmp_path / "some.jsonl"
    line = {"text": "Nobody. " * 300, "label": [[8 * n, 8 * n + 6, "Denial"] for n in range(300)]}
    target.write_text(
        "".join(json.dumps({**line, "id": number}) + "\n" for number in range(6)), "utf-8"
    )
    return target


def comes_in(taker: Taker, some: Path) -> TakingWork:
    """Have much work come in, and hold it on its way."""
    taker.drop(some)
    taker.waits_for(WorkStage.READY)
    taker.page.press()
    taking = taker.page.taking()
    assert taking is not None
    with taker.qtbot.waitSignal(taking.progressed, timeout=LONGEST):
        pass
    clock_of(taking).stop()
    return taking


def clock_of(taking: TakingWork) -> QTimer:
    (clock,) = taking.findChildren(QTimer)
    return clock


def two_passages(taker: Taker) -> tuple[int, int]:
    document = taker.workspace.documents.ids()[0]
    words = taker.workspace.documents.text(document)
    return (
        a_passage(taker.workspace, document, words[:20].strip(), "Denial"),
        a_passage(taker.workspace, document, words[20:40].strip(), "Denial"),
    )


def write_note(taker: Taker, passage: int, words: str) -> None:
    card = taker.view.details.card
    taker.view.show_passage(passage)
    taker.qtbot.waitUntil(lambda: card.note.owner == passage)
    card.note.edit()
    card.note.field.setPlainText(words)


def notes_of(taker: Taker, *passages: int) -> list[str]:
    return [taker.workspace.passages.get(one).note for one in passages]


def test_what_is_typed_while_it_comes_in_is_saved_when_it_is_in(taker: Taker, some: Path) -> None:
    one, other = two_passages(taker)
    taking = comes_in(taker, some)
    write_note(taker, one, "By phone")
    write_note(taker, other, "Read twice")
    taker.view.panes.focused().take_keys()
    assert notes_of(taker, one, other) == ["", ""]
    assert {type(problem) for problem in taker.prompts.told} == {UnderWay}
    clock_of(taking).start()
    taker.waits_for(WorkStage.OVER)
    assert notes_of(taker, one, other) == ["By phone", "Read twice"]


def test_what_is_typed_is_saved_where_the_project_is_closed_meanwhile(
    taker: Taker, some: Path
) -> None:
    one, other = two_passages(taker)
    path = taker.workspace.path
    comes_in(taker, some)
    write_note(taker, one, "By phone")
    write_note(taker, other, "Read twice")
    taker.prompts.will("confirm", "Stop it")
    taker.window.close_project()
    with Workspace.open(path, only_read=True) as workspace:
        assert [workspace.passages.get(each).note for each in (one, other)] == [
            "By phone",
            "Read twice",
        ]
        assert workspace.passages.count() == 2


def test_nothing_is_asked_for_that_could_not_be_kept(taker: Taker, some: Path) -> None:
    taking = comes_in(taker, some)
    taker.run("event.new")
    taker.run("tag.add")
    assert taker.prompts.asked == []
    assert [type(problem) for problem in taker.prompts.told] == [UnderWay, UnderWay]
    taking.stop()
    taker.prompts.will("event", None)
    taker.run("event.new")
    assert taker.prompts.asked == ["event"]


def test_files_dropped_meanwhile_come_in_after(taker: Taker, some: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Nobody came to the mill.\n", encoding="utf-8")
    taking = comes_in(taker, some)
    taker.drop(plain)
    assert taker.prompts.informed == ["These files wait until the work is in."]
    clock_of(taking).start()
    taker.waits_for(WorkStage.OVER)
    taker.qtbot.waitUntil(lambda: bool(taker.prompts.reports), timeout=LONGEST)
    assert taker.workspace.documents.matching("Nobody came to the mill.") != []


def test_the_key_that_began_it_does_not_go_anywhere_else(taker: Taker, some: Path) -> None:
    taker.drop(some)
    taker.waits_for(WorkStage.READY)
    QTest.keyClick(taker.page.go, Qt.Key.Key_Return)
    assert taker.keys_are_in(taker.page.tree)
    taker.page.work.stop.click()
