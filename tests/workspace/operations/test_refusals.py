"""What the verbs refuse, in words, and what they leave alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from reviewer.domain.documents import DocumentFilter, ReviewStatus
from reviewer.domain.errors import Cancelled, CannotSave, NotAllowed, NotFound
from reviewer.domain.progress import Silent
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.spans import Span
from reviewer.workspace.operations.passages import Tagging
from reviewer.workspace.project import Identity, Workspace, sqlite_version
from tests.builders import NOOR, a_document, a_passage, a_project, a_tag, read_as, two_readings


def test_setting_aside_wants_a_reason(workspace: Workspace) -> None:
    document = a_document(workspace)
    with pytest.raises(NotAllowed, match="why"):
        workspace.documents.review([document], ReviewStatus.SET_ASIDE, "  ")
    assert workspace.documents.get(document).review_status is ReviewStatus.UNREAD


def test_only_known_fields_are_corrected(workspace: Workspace) -> None:
    document = a_document(workspace)
    with pytest.raises(KeyError):
        workspace.documents.describe(document, "removed_at", "today")


def test_a_document_keeps_a_title(workspace: Workspace) -> None:
    document = a_document(workspace)
    with pytest.raises(NotAllowed, match="title"):
        workspace.documents.describe(document, "title", "  ")


LONG = "long " * 25_000  # 124,999 characters when the blank at the end is gone
WRITTEN: list[tuple[str, Callable[[Workspace, int, int], object]]] = [
    ("note has 124999", lambda to, *_: to.notes.add(LONG)),
    ("note has 124999", lambda to, *_: to.notes.change(to.notes.all()[0].id, LONG)),
    ("note has 124999", lambda to, document, _: to.notes.on_document(document, LONG)),
    ("note has 124999", lambda to, document, _: to.documents.describe(document, "note", LONG)),
    ("note has 124999", lambda to, _, passage: to.passages.note(passage, LONG)),
    ("plain words have 124999", lambda to, _, one: to.details.set_statement(one, LONG)),
    ("translation has 124999", lambda to, _, one: to.details.set_translation(one, LONG)),
    ("language’s name has", lambda to, _, one: to.details.set_translation(one, "پل", LONG)),
    ("translator’s name has", lambda to, _, one: to.details.set_translation(one, "پل", "", LONG)),
    ("name has 124999", lambda to, *_: to.queries.save(LONG, "bridge")),
    ("name has 124999", lambda to, *_: to.queries.rename(to.queries.all()[0].id, LONG)),
]


@pytest.mark.parametrize(("reason", "write"), WRITTEN)
def test_words_that_are_too_long_are_refused_before_anything_is_saved(
    workspace: Workspace, reason: str, write: Callable[[Workspace, int, int], object]
) -> None:
    document = a_document(workspace)
    passage = a_passage(workspace, document, "people")
    workspace.notes.add("Ask again.")
    workspace.queries.save("Bridges", "bridge")
    steps = workspace.history.ids()
    with pytest.raises(NotAllowed, match=f"{reason}.* at most"):
        write(workspace, document, passage)
    assert workspace.history.ids() == steps


def test_a_passage_is_not_tagged_with_a_note_that_is_too_long(workspace: Workspace) -> None:
    document = a_document(workspace)
    tagging = Tagging(document, Span(0, 6), a_tag(workspace, "Denial"), LONG)
    with pytest.raises(NotAllowed, match="note has 124999"):
        workspace.passages.tag_many([tagging])
    assert workspace.passages.count() == 0


def test_a_date_is_settled_as_one_of_its_readings_or_not_at_all(workspace: Workspace) -> None:
    document = a_document(workspace, posted=two_readings("10/8/2019"))
    with pytest.raises(NotAllowed, match="10/8/2019"):
        workspace.documents.settle_date(document, "posted", "2019-12-24")
    workspace.documents.settle_date(document, "posted", "2019-10-08")
    steps = workspace.history.ids()
    workspace.documents.settle_date(document, "posted", "2019-10-08")
    assert workspace.history.ids() == steps


def test_a_date_that_is_none_is_refused_and_the_words_stay(workspace: Workspace) -> None:
    document = a_document(workspace, posted=read_as("9 October 2019", "2019-10-09"))
    with pytest.raises(NotAllowed):
        workspace.documents.enter_date(document, "posted", "yesterday")
    assert workspace.documents.get(document).posted.edtf == "2019-10-09"


def test_furniture_ends_with_the_text(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    with pytest.raises(NotAllowed, match="ends before"):
        workspace.documents.mark_furniture(document, Span(0, 900), wanted=True)


def test_the_same_words_take_a_tag_once(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    tag = a_tag(workspace, "Denial")
    workspace.passages.tag_passage(document, Span(0, 6), tag)
    with pytest.raises(NotAllowed, match="already"):
        workspace.passages.tag_passage(document, Span(0, 6), tag)
    with pytest.raises(NotAllowed, match="blank"):
        workspace.passages.tag_passage(document, Span(6, 7), tag)
    with pytest.raises(NotAllowed, match="does not fit"):
        workspace.passages.tag_many([Tagging(document, Span(20, 400), tag)])
    assert len(workspace.passages.on(document)) == 1


def test_what_is_gone_is_said_to_be_gone(workspace: Workspace) -> None:
    for ask in (
        lambda: workspace.documents.get(99),
        lambda: workspace.passages.get(99),
        lambda: workspace.passages.remove([99]),
        lambda: workspace.tags.get(99),
        lambda: workspace.history.take_back(99),
    ):
        with pytest.raises(NotFound):
            ask()


def test_retagging_what_is_gone_changes_nothing(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    kept = workspace.passages.tag_passage(document, Span(0, 6), a_tag(workspace, "Denial"))
    with pytest.raises(NotFound):
        workspace.passages.retag([kept, 99], a_tag(workspace, "Allegation"))
    assert workspace.passages.get(kept).tag == a_tag(workspace, "Denial")


def test_an_undo_is_taken_back_by_redo_and_not_from_the_list(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    workspace.documents.mark_second_look([document], wanted=True)
    undone = workspace.history.undo()
    with pytest.raises(NotAllowed):
        workspace.history.take_back(undone.step)


def test_a_tag_of_that_name_is_there_already(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed, match="already"):
        workspace.tags.add("dEnIaL")


def test_digits_reach_tags_by_their_place_and_nothing_beyond(workspace: Workspace) -> None:
    first, _second, third = workspace.tags.all()
    assert workspace.tags.with_key("1") == first
    assert workspace.tags.with_key("3") == third
    assert workspace.tags.with_key("9") is None
    assert workspace.tags.with_key("x") is None


def test_passages_of_removed_documents_are_not_counted(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    tag = a_tag(workspace, "Denial")
    workspace.passages.tag_passage(document, Span(0, 6), tag)
    assert workspace.tags.counts() == {tag: 1}
    workspace.documents.remove([document])
    assert workspace.tags.counts() == {}
    assert workspace.passages.count() == 0
    assert workspace.passages.ids(PassageFilter(tags=(tag,))) == []


def test_blank_words_find_no_document(workspace: Workspace) -> None:
    document = a_document(workspace, "Twelve people were hurt.")
    assert workspace.documents.holding("   ") == []
    assert workspace.documents.holding("PEOPLE were") == [document]


def test_an_import_that_is_stopped_keeps_what_was_read(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Report {name}: two were hurt.", "utf-8")

    class Impatient(Silent):
        @override
        def report(self, done: int, total: int | None = None, what: str = "") -> None:
            del total, what
            if done == 2:
                raise Cancelled("Stopped")

    taken = []
    with pytest.raises(Cancelled):
        taken += list(workspace.imports.take_in([tmp_path], Impatient()))
    assert workspace.documents.count() == 2


def test_a_file_with_the_same_bytes_is_named_with_the_one_that_is_there(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Two were hurt.", "utf-8")
    first, second = workspace.imports.take_in([tmp_path], Silent())
    assert first.document is not None
    assert "byte for byte" in str(second.problem)
    (again, _other) = workspace.imports.take_in([tmp_path], Silent())
    assert again.problem is not None


def test_the_open_project_itself_is_never_read_as_a_document(workspace: Workspace) -> None:
    (outcome,) = workspace.imports.take_in([workspace.path], Silent())
    assert "opened, not imported" in str(outcome.problem)


def test_large_files_are_written_as_they_come(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(4):
        words = f"Report {number}. Twelve people were hurt at the bridge.\n" * 60_000
        (tmp_path / f"{number}.txt").write_text(words, "utf-8")
    outcomes = list(workspace.imports.take_in([tmp_path], Silent()))
    assert all(one.document for one in outcomes)
    assert workspace.history.listed(workspace.history.ids())[0].arguments["count"] == 4


def test_a_project_without_a_name_is_not_made_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        Workspace.create(tmp_path / "new.review", Identity("one", "  "))
    assert list(tmp_path.iterdir()) == []


def test_a_project_is_not_made_over_another_file(tmp_path: Path) -> None:
    (tmp_path / "new.review").write_text("mine")
    with pytest.raises(CannotSave):
        a_project(tmp_path, "new")
    assert (tmp_path / "new.review").read_text() == "mine"


def test_opening_with_a_name_that_is_none_leaves_the_project_free(tmp_path: Path) -> None:
    a_project(tmp_path, "kept").close()
    with pytest.raises(NotAllowed):
        Workspace.open(tmp_path / "kept.review", Identity("one", " "))
    with Workspace.open(tmp_path / "kept.review", NOOR) as opened:
        assert opened.read_only is None


def test_a_project_on_this_disk_is_not_alone(workspace: Workspace) -> None:
    assert workspace.alone is None
    assert sqlite_version().count(".") >= 1


def test_a_filter_by_status_and_look_finds_what_it_says(workspace: Workspace) -> None:
    document = a_document(workspace)
    workspace.documents.mark_second_look([document], wanted=True)
    chosen = DocumentFilter(statuses=(ReviewStatus.UNREAD,), second_look=True)
    assert workspace.documents.ids(chosen) == [document]
    assert workspace.documents.ids(DocumentFilter(unsettled_dates=True)) == []
