"""Work that comes in turn by turn is one change: told once, stopped whole, and alone meanwhile."""

from collections.abc import Generator
from contextlib import closing

import pytest

from reviewer.domain.errors import CannotSave, ProjectProblem
from reviewer.domain.progress import Silent
from reviewer.domain.steps import News, StepKind
from reviewer.workspace.groups import UnderWay
from reviewer.workspace.operations.interchange import TakenWork
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_passage
from tests.workspace.operations.test_interchange import passage, work

PASSAGES = 60
TEXT = "Nobody was hurt. " * PASSAGES


def turns(workspace: Workspace) -> Generator[TakenWork, None, None]:
    """Take passages in, a turn for as little as can be written at once."""
    rows = [
        passage("a", 17 * place, 17 * place + 15, "Nobody was hurt", key=str(place))
        for place in range(PASSAGES)
    ]
    return workspace.interchange.in_turns(work({"a": TEXT}, *rows), Silent(), 0.0)


def half_way(workspace: Workspace) -> Generator[TakenWork, None, None]:
    """Go on until some passages are in, and not all."""
    coming = turns(workspace)
    while not len(next(coming).taken.passages):
        pass
    assert len(workspace.documents.ids()) > 0
    return coming


def cut_short(workspace: Workspace) -> None:
    """Let some passages come in, and then let the disk be full, so that not even undo works."""
    coming = half_way(workspace)
    ask = workspace._project.connection.count
    ask(f"PRAGMA max_page_count = {ask('PRAGMA page_count')}")
    with pytest.raises(CannotSave, match="full"):
        for _found in coming:
            pass
    ask("PRAGMA max_page_count = 1000000")


def test_turns_are_one_change_and_are_told_once(workspace: Workspace) -> None:
    told: list[News] = []
    before = len(workspace.history.ids())
    workspace.news.listen(told.append)
    for _found in turns(workspace):
        assert told == []
    (news,) = told
    assert len(news.rows["passages"]) == PASSAGES
    assert news.arguments["count"] == PASSAGES
    assert len(workspace.history.ids()) == before + 1
    workspace.history.undo()
    assert workspace.passages.count() == 0
    assert workspace.documents.ids() == []
    workspace.history.redo()
    assert workspace.passages.count() == PASSAGES
    assert list(workspace.verify()) == []


def test_nothing_else_is_changed_between_two_turns(workspace: Workspace) -> None:
    document = a_document(workspace, "Nobody.", title="Ours")
    noted = a_passage(workspace, document, "Nobody"), "A note"
    with closing(half_way(workspace)) as coming:
        with pytest.raises(UnderWay, match="under way"):
            workspace.passages.note(*noted)
        with pytest.raises(UnderWay):
            workspace.history.undo()
        with pytest.raises(UnderWay):
            workspace.imports.new_group()
        with pytest.raises(UnderWay), workspace.history.joined():
            workspace.passages.note(*noted)
        for _found in coming:
            pass
    workspace.passages.note(*noted)
    assert workspace.passages.count() == PASSAGES + 1


def test_what_works_alone_waits_for_an_import_that_goes_on(workspace: Workspace) -> None:
    """Else the import would be refused its next chunk."""
    document = a_document(workspace, "Nobody.")
    group = workspace.imports.new_group()
    with pytest.raises(UnderWay):
        next(turns(workspace))
    workspace.documents.describe(document, "note", "Others may change something.")
    workspace.imports.end(group)
    for _found in turns(workspace):
        pass
    assert workspace.passages.count() == PASSAGES


def test_closed_on_its_way_it_is_taken_back_and_can_come_again(workspace: Workspace) -> None:
    told: list[News] = []
    workspace.news.listen(told.append)
    half_way(workspace).close()
    assert workspace.passages.count() == 0
    assert workspace.documents.ids() == []
    assert workspace.tags.named("Harm") is None
    assert [news.kind for news in told] == [StepKind.UNDO]
    assert workspace.history.cut_short() is None
    assert workspace.history.to_redo() is None  # half of it is nothing that anybody did
    for _found in turns(workspace):
        pass
    assert workspace.passages.count() == PASSAGES
    assert list(workspace.verify()) == []


def test_closed_before_it_began_it_leaves_no_trace(workspace: Workspace) -> None:
    newest = workspace.history.newest()
    coming = turns(workspace)
    next(coming)
    coming.close()
    turns(workspace).close()
    assert workspace.documents.ids() == []
    a_document(workspace, TEXT)
    assert workspace.history.newest() > newest


def test_what_a_full_disk_leaves_half_is_told_and_can_be_taken_back(workspace: Workspace) -> None:
    cut_short(workspace)
    assert 0 < workspace.passages.count() < PASSAGES
    cut = workspace.history.cut_short()
    assert cut is not None
    assert cut.name == "project.take_in_work"
    assert cut.arguments["count"] == workspace.passages.count()
    workspace.history.undo()
    assert workspace.passages.count() == 0
    assert list(workspace.verify()) == []
    for _found in turns(workspace):
        pass
    assert workspace.passages.count() == PASSAGES


def test_a_project_that_is_closed_under_it_tells_what_is_half_there(workspace: Workspace) -> None:
    path, coming = workspace.path, half_way(workspace)
    workspace.close()
    with pytest.raises(ProjectProblem):
        coming.close()
    with Workspace.open(path, NOOR) as again:
        cut = again.history.cut_short()
        assert cut is not None
        assert cut.name == "project.take_in_work"
        again.history.undo()
        assert again.documents.ids() == []


def test_one_passage_of_other_work_is_not_told_as_a_document(workspace: Workspace) -> None:
    coming = work({"a": TEXT}, passage("a", 0, 15, "Nobody was hurt"))
    workspace.interchange.take(coming, Silent())
    (step,) = workspace.history.listed(workspace.history.ids()[:1])
    assert step.sentence == "Take in 1 passage from “study.other”"


def test_whether_anything_can_be_changed_is_said_beforehand(workspace: Workspace) -> None:
    workspace.history.must_be_free()
    coming = turns(workspace)
    next(coming)
    with pytest.raises(UnderWay):
        workspace.history.must_be_free()
    coming.close()
    workspace.history.must_be_free()
