"""Steps, undo and redo, and where they stop to ask."""

import multiprocessing
import os
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from reviewer.domain.documents import ReviewStatus
from reviewer.domain.errors import CannotSave, NotAllowed, NotFound, Stale
from reviewer.domain.spans import Span
from reviewer.domain.steps import (
    Action,
    EarlierWork,
    News,
    NothingToUndo,
    Place,
    StepKind,
    Touched,
)
from reviewer.domain.tags import NewTag
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile
from tests.builders import BASIT, NOOR, a_document, a_passage, a_project, a_tag, an_incoming


class Calendar:
    """A clock that stands still until it is told to move."""

    def __init__(self) -> None:
        self.at = "2026-03-14T09:00:00.000+00:00"

    def __call__(self) -> str:
        return self.at


@pytest.fixture
def calendar() -> Calendar:
    """Give a clock that stands still."""
    return Calendar()


@pytest.fixture
def dated(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    """Give a project whose clock stands still."""
    with a_project(tmp_path, "dated", now=calendar) as workspace:
        yield workspace


def imported(workspace: Workspace, count: int, group: str, first: int = 0) -> list[int]:
    """Import so many notices in one chunk of a longer import."""
    files = [
        ReadFile(Path(f"{number}.txt"), an_incoming(f"Notice {number}."))
        for number in range(first, first + count)
    ]
    return [one.document or 0 for one in workspace.imports.write(files, group)]


def test_undo_takes_the_tag_off_and_redo_puts_the_same_one_back(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    before = workspace.passages.get(a_passage(workspace, document, "Twelve people"))
    workspace.history.undo()
    assert workspace.passages.on(document) == []
    workspace.history.redo()
    assert workspace.passages.on(document) == [before]


def test_undo_still_knows_after_the_project_was_closed(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    a_passage(workspace, document, "Twelve people")
    workspace.close()
    with Workspace.open(workspace.path, NOOR) as again:
        assert "Tag D1·1 as Allegation" in getattr(again.history.to_undo(), "sentence", "")
        again.history.undo()
        assert again.passages.ids() == []
    with Workspace.open(workspace.path, NOOR) as once_more:
        once_more.history.redo()
        assert len(once_more.passages.ids()) == 1


def test_a_new_change_leaves_nothing_to_do_again(workspace: Workspace) -> None:
    document = a_document(workspace)
    a_passage(workspace, document, "Twelve")
    workspace.history.undo()
    a_passage(workspace, document, "people")
    assert workspace.history.to_redo() is None
    with pytest.raises(NothingToUndo):
        workspace.history.redo()


def test_how_a_project_begins_cannot_be_taken_back(workspace: Workspace) -> None:
    assert workspace.history.to_undo() is None
    with pytest.raises(NothingToUndo):
        workspace.history.undo()
    (begun,) = workspace.history.ids()
    with pytest.raises(NotAllowed, match="Make the project"):
        workspace.history.take_back(begun)
    assert len(workspace.tags.all()) == 3


def test_a_step_that_changes_nothing_leaves_no_trace(workspace: Workspace) -> None:
    document = a_document(workspace)
    before = workspace.history.ids()
    told: list[News] = []
    workspace.news.listen(told.append)
    workspace.documents.review([document], ReviewStatus.UNREAD)
    workspace.passages.retag([], a_tag(workspace, "Denial"))
    assert workspace.history.ids() == before
    assert told == []


def test_a_step_that_fails_leaves_no_trace(workspace: Workspace) -> None:
    document = a_document(workspace)
    before = workspace.history.ids()
    tag = a_tag(workspace, "Denial")
    with pytest.raises(NotAllowed):
        workspace.passages.tag_many(
            [Tagging(document, Span(0, 6), tag), Tagging(document, Span(0, 10**6), tag)]
        )
    assert workspace.passages.ids() == []
    assert workspace.history.ids() == before
    a_passage(workspace, document, "Twelve", "Denial")


def test_a_step_inside_a_step_is_part_of_it(workspace: Workspace) -> None:
    document = a_document(workspace, "Words.", title="One")
    workspace.documents.correct([document], {"title": "Two", "author": "Asma"}, {"posted": "2015"})
    assert workspace.documents.get(document).title == "Two"
    workspace.history.undo()
    found = workspace.documents.get(document)
    assert (found.title, found.author, found.posted.edtf) == ("One", "", "")


def test_news_is_told_once_it_is_on_disk_with_what_was_touched(workspace: Workspace) -> None:
    document = a_document(workspace)
    heard: list[tuple[News, int]] = []

    def listen(news: News) -> None:
        with Workspace.open(workspace.path, only_read=True) as other:
            heard.append((news, other.passages.count()))

    workspace.news.listen(listen)
    passage = a_passage(workspace, document, "Twelve")
    workspace.history.undo()
    (tagged, on_disk), (undone, left) = heard
    assert (on_disk, left) == (1, 0)
    assert tagged.rows == {"passages": frozenset({passage})}
    assert tagged.tables == undone.tables == frozenset({"passages"})
    assert undone.kind is StepKind.UNDO
    assert undone.place == Place(document, Span(0, 6))
    workspace.news.stop(listen)
    workspace.history.redo()
    assert len(heard) == 2


def test_the_history_says_who_did_what_and_when(dated: Workspace, calendar: Calendar) -> None:
    document = a_document(dated, title="A page")
    calendar.at = "2026-03-14T10:00:00.000+00:00"
    dated.sign_in(BASIT)
    passage = a_passage(dated, document, "Twelve", note="Look again")
    dated.history.undo()
    listed = dated.history.listed(dated.history.ids())
    assert [(one.kind.value, one.sentence, one.analyst_name, one.at[11:16]) for one in listed] == [
        ("undo", "Note on D1·1", "Basit", "10:00"),
        ("do", "Note on D1·1", "Basit", "10:00"),
        ("do", "Tag D1·1 as Allegation", "Basit", "10:00"),
        ("import", "Import A page", "Noor", "09:00"),
        ("migrate", "Make the project", "Noor", "09:00"),
    ]
    assert [one.undone for one in listed] == [False, True, False, False, False]
    (first, *more) = dated.history.of_passage(passage)
    assert first.after["quote"] == "Twelve"
    assert [(change.before["note"], change.after["note"]) for change in more] == [
        ("", "Look again"),
        ("Look again", ""),
    ]
    assert dated.history.changes(listed[1].id) == more[:1]


def test_undo_stops_once_before_another_days_work(dated: Workspace, calendar: Calendar) -> None:
    document = a_document(dated, title="A page")
    a_passage(dated, document, "Twelve")
    calendar.at = "2026-03-16T09:00:00.000+00:00"
    a_passage(dated, document, "people")
    dated.history.undo()
    with pytest.raises(EarlierWork, match=r"Noor, 14 Mar 2026, 09:00: Tag D1·1"):
        dated.history.undo()
    assert len(dated.passages.ids()) == 1
    dated.history.undo()
    dated.history.undo()
    assert dated.documents.ids() == []


def test_undo_stops_once_before_another_analysts_work(dated: Workspace) -> None:
    document = a_document(dated)
    a_passage(dated, document, "Twelve")
    dated.sign_in(BASIT)
    for _ in range(2):
        with pytest.raises(EarlierWork, match="by Noor"):
            dated.history.undo()
        assert len(dated.passages.ids()) == 1
        a_passage(dated, document, "people")  # new work of one's own: it stops again
        dated.history.undo()
    with pytest.raises(EarlierWork):
        dated.history.undo()
    dated.history.undo()
    assert dated.passages.ids() == []


def test_any_step_can_be_taken_back_from_the_middle(workspace: Workspace) -> None:
    document = a_document(workspace)
    first = a_passage(workspace, document, "Twelve")
    step = workspace.history.ids()[0]
    second = a_passage(workspace, document, "people")
    workspace.history.take_back(step)
    assert workspace.passages.ids() == [second]
    workspace.history.redo()
    assert workspace.passages.ids() == [first, second]
    assert list(workspace.verify()) == []


def test_one_of_two_changes_to_a_passage_can_be_taken_back(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    workspace.passages.note(passage, "Look again")
    step = workspace.history.ids()[0]
    workspace.passages.retag([passage], a_tag(workspace, "Denial"))
    workspace.history.take_back(step)
    found = workspace.passages.get(passage)
    assert (found.note, found.tag) == ("", a_tag(workspace, "Denial"))


def test_a_step_that_only_touched_a_row_can_be_taken_back_after_it_was_touched_again(
    workspace: Workspace,
) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    with workspace.history.step("passages.note"):
        workspace._project.connection.execute("UPDATE passages SET modified_at = 'then'")
    step = workspace.history.ids()[0]
    workspace.passages.note(passage, "Look again")
    before = workspace.passages.get(passage)
    workspace.history.take_back(step)
    assert workspace.passages.get(passage) == before


def test_a_step_that_later_work_rests_on_is_not_taken_back_and_the_row_is_named(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, title="A page")
    imported_by = workspace.history.ids()[0]
    passage = a_passage(workspace, document, "Twelve")
    tagged_by = workspace.history.ids()[0]
    workspace.passages.note(passage, "Look again")
    with pytest.raises(Stale, match="rests on “A page”"):
        workspace.history.take_back(imported_by)
    with pytest.raises(Stale, match="rests on D1·1"):
        workspace.history.take_back(tagged_by)
    assert workspace.passages.get(passage).note == "Look again"


def test_what_stands_in_the_way_of_doing_again_is_named(workspace: Workspace) -> None:
    workspace.tags.add("Threat")
    added = workspace.history.ids()[0]
    workspace.history.take_back(added)
    with workspace.history.step("tags.add", kind=StepKind.MERGE):
        workspace._project.tags.add(NewTag("THREAT", "1"), analyst=1, now="now")
    with pytest.raises(Stale, match="“Threat” is not as it was"):
        workspace.history.redo()


def test_a_step_is_taken_back_once(workspace: Workspace) -> None:
    a_passage(workspace, a_document(workspace), "Twelve")
    step = workspace.history.ids()[0]
    workspace.history.take_back(step)
    with pytest.raises(NotAllowed, match="cannot be taken back"):
        workspace.history.take_back(step)
    with pytest.raises(NotAllowed):
        workspace.history.take_back(workspace.history.ids()[0])
    with pytest.raises(NotFound):
        workspace.history.take_back(999)


def test_many_passages_in_one_step_are_taken_back_and_done_again_together(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "word " * 400)
    tag, other = a_tag(workspace, "Denial"), a_tag(workspace, "Allegation")
    made = workspace.passages.tag_many(
        [Tagging(document, Span(5 * number, 5 * number + 4), tag) for number in range(400)]
    )
    workspace.passages.retag(made, other)
    workspace.passages.remove(made)
    for expected in (other, tag):
        workspace.history.undo()
        assert {one.tag for one in workspace.passages.on(document)} == {expected}
        assert [one.id for one in workspace.passages.on(document)] == made
    workspace.history.undo()
    assert workspace.passages.ids() == []
    for _ in range(3):
        workspace.history.redo()
    assert workspace.passages.ids() == []
    assert list(workspace.verify()) == []


def test_one_row_changed_several_times_in_a_step_comes_back(workspace: Workspace) -> None:
    document = a_document(workspace, title="One")
    with workspace.history.step("documents.describe"):
        workspace.documents.describe(document, "title", "Two")
        workspace.documents.describe(document, "title", "Three")
        workspace.documents.describe(document, "note", "A note")
    workspace.history.undo()
    found = workspace.documents.get(document)
    assert (found.title, found.note) == ("One", "")
    workspace.history.redo()
    found = workspace.documents.get(document)
    assert (found.title, found.note) == ("Three", "A note")


def test_a_parent_and_its_child_of_one_step_come_and_go_together(workspace: Workspace) -> None:
    document = a_document(workspace, title="Before")
    with workspace.history.step("tags.add_many"):
        workspace.documents.describe(document, "title", "After")
        parent = workspace.tags.add("Violence")
        workspace._project.connection.execute(
            "INSERT INTO tags (uid, name, colour, parent, position, analyst, created_at, "
            "modified_at) VALUES ('u', 'Beating', '1', ?, 9, 1, 'now', 'now')",
            [parent],
        )
    before = workspace.tags.all()
    workspace.history.undo()
    assert workspace.tags.named("Violence") is None
    assert workspace.documents.get(document).title == "Before"
    workspace.history.redo()
    assert workspace.tags.all() == before


def test_an_import_in_several_chunks_is_one_entry_and_one_undo(workspace: Workspace) -> None:
    a_document(workspace, "Another page.")
    group = workspace.imports.new_group()
    made = imported(workspace, 3, group) + imported(workspace, 2, group, 3)
    workspace.imports.end(group)
    newest = workspace.history.listed(workspace.history.ids()[:1])[0]
    assert newest.sentence == "Import 5 documents"
    assert newest == workspace.history.to_undo()
    news = workspace.history.undo()
    assert news.rows["documents"] == frozenset(made)
    assert workspace.documents.count() == 1
    assert len(workspace.history.ids()) == 4
    assert workspace.history.listed(workspace.history.ids()[:1])[0].sentence == "Import 5 documents"
    workspace.history.redo()
    assert workspace.documents.count() == 6
    assert workspace.documents.holding("Notice 4") == made[4:]
    workspace.history.undo()
    workspace.history.redo()
    assert list(workspace.verify()) == []


def test_a_group_tells_what_all_its_steps_touched(workspace: Workspace) -> None:
    group = workspace.imports.new_group()
    made = imported(workspace, 3, group) + imported(workspace, 2, group, 3)
    workspace.imports.end(group)
    step = workspace.history.ids()[0]
    assert workspace.history.touched(step) == [Touched("documents", Action.INSERT, 5)]
    assert [one.row for one in workspace.history.first_changes(step, 4)] == made[:4]
    assert len(workspace.history.changes(step)) == 2


def test_a_change_on_its_own_tells_of_no_other(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt. Nobody was killed.")
    passage = a_passage(workspace, document, "Twelve")
    other = a_passage(workspace, document, "Nobody")
    workspace.passages.remove([other])
    removing, _tagging, earlier = workspace.history.ids()[:3]
    assert workspace.history.touched(removing) == [Touched("passages", Action.DELETE, 1)]
    assert [one.row for one in workspace.history.first_changes(earlier, 9)] == [passage]


def test_an_import_is_taken_back_whole_or_not_at_all(workspace: Workspace) -> None:
    group = workspace.imports.new_group()
    first, *_ = imported(workspace, 3, group)
    imported(workspace, 2, group, 3)
    passage = a_passage(workspace, first, "Notice")
    tagged, step = workspace.history.ids()[:2]
    with pytest.raises(Stale, match="Notice 0"):
        workspace.history.take_back(step)
    assert workspace.documents.count() == 5
    workspace.history.take_back(tagged)
    workspace.history.take_back(step)
    assert workspace.documents.count() == 0
    with pytest.raises(NotFound):
        workspace.passages.get(passage)


def test_a_running_import_is_not_called_interrupted_and_a_closed_one_neither(
    workspace: Workspace,
) -> None:
    imported(workspace, 2, workspace.imports.new_group())
    listed = workspace.history.listed
    assert "interrupted" not in listed(workspace.history.ids()[:1])[0].arguments
    workspace.close()
    with Workspace.open(workspace.path, NOOR) as again:
        assert "interrupted" not in again.history.listed(again.history.ids()[:1])[0].arguments
        assert again.history.cut_short() is None


def _import_and_die(path: Path, done: Event) -> None:
    workspace = Workspace.open(path, NOOR)
    group = workspace.imports.new_group()
    imported(workspace, 2, group)
    imported(workspace, 2, group, 2)
    done.set()
    os._exit(1)


def test_an_import_cut_by_a_crash_is_whole_called_interrupted_and_can_be_undone(
    workspace: Workspace,
) -> None:
    workspace.close()
    context = multiprocessing.get_context("spawn")
    done = context.Event()
    process = context.Process(target=_import_and_die, args=(workspace.path, done))
    process.start()
    assert done.wait(60)
    process.join()
    with Workspace.open(workspace.path, NOOR) as again:
        assert again.documents.count() == 4
        step = again.history.listed(again.history.ids()[:1])[0]
        assert step.arguments["interrupted"] is True
        assert step.sentence == "Import 4 documents"
        cut = again.history.cut_short()
        assert cut is not None
        assert cut.id == step.id
        again.history.undo()
        assert again.history.cut_short() is None
        assert again.documents.count() == 0
        again.history.redo()
        assert again.documents.count() == 4
        assert list(again.verify()) == []


def test_undo_on_a_full_disk_changes_nothing_and_works_later(workspace: Workspace) -> None:
    document = a_document(workspace, "word " * 2000)
    tag = a_tag(workspace, "Denial")
    workspace.passages.tag_many(
        [Tagging(document, Span(5 * number, 5 * number + 4), tag) for number in range(2000)]
    )
    ask = workspace._project.connection.count
    ask(f"PRAGMA max_page_count = {ask('PRAGMA page_count')}")
    with pytest.raises(CannotSave, match="full"):
        workspace.history.undo()
    assert len(workspace.passages.ids()) == 2000
    ask("PRAGMA max_page_count = 1000000")
    workspace.history.undo()
    assert workspace.passages.ids() == []


def test_a_change_outside_a_step_is_refused_by_the_file_itself(workspace: Workspace) -> None:
    document = a_document(workspace)
    connection = workspace._project.connection
    with pytest.raises(NotAllowed, match="outside a step"), connection.transaction():
        connection.execute("UPDATE documents SET note = 'x' WHERE id = ?", [document])
    with pytest.raises(NotAllowed, match="write-once"), connection.transaction():
        connection.execute("UPDATE texts SET text = 'x'")
    with pytest.raises(NotAllowed, match="write-once"), connection.transaction():
        connection.execute("DELETE FROM originals")


def test_an_image_keeps_only_the_columns_that_changed(workspace: Workspace) -> None:
    passage = a_passage(workspace, a_document(workspace), "Twelve")
    workspace.passages.note(passage, 'A "note"\nin two lines, ہاں 👍')
    change = workspace.history.of_passage(passage)[-1]
    assert set(change.after) == {"note", "modified_at"}
    assert change.after["note"] == 'A "note"\nin two lines, ہاں 👍'


def test_where_a_step_acted_is_known_as_long_as_it_is_there(workspace: Workspace) -> None:
    document = a_document(workspace, "Home | News\nWords.")
    brought = workspace.history.ids()[0]
    passage = a_passage(workspace, document, "Words")
    workspace.passages.note(passage, "x")
    place = workspace.history.place
    assert place(workspace.history.ids()[0]) == Place(document, Span(12, 17))
    workspace.documents.mark_furniture(document, Span(0, 11), wanted=True)
    assert place(workspace.history.ids()[0]) == Place(document, Span(0, 11))
    workspace.tags.add("Threat")
    assert place(workspace.history.ids()[0]) is None
    assert place(brought) == Place(document)
    for _ in range(5):
        workspace.history.undo()
    assert place(brought) is None


def test_a_change_of_what_a_passage_carries_is_of_that_passage(workspace: Workspace) -> None:
    document = a_document(workspace, "Nobody was hurt.")
    passage = a_passage(workspace, document, "Nobody was hurt")
    workspace.records.enter(passage, {"act": "hurt"})
    step = workspace.history.ids()[0]
    changes = workspace.history.changes(step)
    assert {workspace.history.passage_of(change) for change in changes} == {passage}
    imported = workspace.history.changes(workspace.history.ids()[-2])
    assert {workspace.history.passage_of(change) for change in imported} == {None}


def test_steps_that_are_joined_are_one_and_called_as_the_first_of_them(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "Nobody was hurt.")
    before = workspace.history.ids()
    heard: list[str] = []
    workspace.news.listen(lambda news: heard.append(news.name))
    with workspace.history.joined():
        workspace.documents.correct([document], {"title": "Page"}, {})
        with workspace.history.joined():
            workspace.actors.publish_as([document], "The Gazette")
    (step,) = workspace.history.listed(workspace.history.ids()[: -len(before)])
    assert step.name == "documents.describe"
    assert heard == ["documents.describe"]
    assert workspace.actors.publisher(document) is not None
    workspace.history.undo()
    assert workspace.actors.publisher(document) is None
    assert workspace.actors.all() == []
    assert workspace.documents.get(document).title != "Page"


def test_joined_steps_come_whole_or_not_at_all_and_nothing_leaves_no_trace(
    workspace: Workspace,
) -> None:
    document = a_document(workspace, "Nobody was hurt.")
    before = workspace.history.ids()
    with workspace.history.joined():
        pass
    with workspace.history.joined():
        workspace.documents.correct([document], {}, {})

    def correct_twice() -> None:
        with workspace.history.joined():
            workspace.documents.correct([document], {"publisher": "Gazette"}, {})
            workspace.documents.correct([document], {"title": " "}, {})

    with pytest.raises(NotAllowed):
        correct_twice()
    assert workspace.history.ids() == before
    assert workspace.documents.get(document).publisher == ""
    workspace.actors.add("The Gazette")
    assert len(workspace.history.ids()) == len(before) + 1
