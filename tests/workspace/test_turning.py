"""A long change is taken back, and done again, one of its steps at a time: all of it or nothing."""

from collections.abc import Iterator

import pytest

from reviewer.domain.errors import NotAllowed, ReviewerError, Stale
from reviewer.domain.steps import Step, StepKind
from reviewer.workspace.groups import UnderWay
from reviewer.workspace.project import Workspace
from tests.builders import a_document, a_passage
from tests.workspace.test_groups import PASSAGES, turns


@pytest.fixture
def long(workspace: Workspace) -> Workspace:
    """Give a project into which work came in many steps."""
    for _found in turns(workspace):
        pass
    assert workspace.history.turns(workspace.history.wanted_undo(), StepKind.UNDO) > 2
    return workspace


def in_turns(workspace: Workspace, step: Step, kind: StepKind) -> Iterator[int]:
    """Turn a step, giving how many passages are left after each of its steps."""
    for _news in workspace.history.in_turns(step, kind):
        yield workspace.passages.count()


def test_it_is_one_change_at_last(long: Workspace) -> None:
    *turns, news = long.history.in_turns(long.history.wanted_undo(), StepKind.UNDO)
    assert news is not None
    assert turns == [None] * len(turns)
    long.history.redo()
    left = list(in_turns(long, long.history.wanted_undo(), StepKind.UNDO))
    assert len(left) > 3
    assert 0 < left[0] < PASSAGES
    assert left[-1] == 0
    assert long.documents.ids() == []
    assert (news.kind, news.arguments["count"]) == (StepKind.UNDO, PASSAGES)
    assert len(news.rows["passages"]) == PASSAGES
    assert len(long.history.ids()) == 5  # making the project, the work, undone, redone, undone
    assert list(in_turns(long, long.history.wanted_redo(), StepKind.REDO))[-1] == PASSAGES
    assert list(long.verify()) == []
    assert long.history.to_redo() is None


def test_nothing_else_is_changed_meanwhile(long: Workspace) -> None:
    turning = in_turns(long, long.history.wanted_undo(), StepKind.UNDO)
    next(turning)
    with pytest.raises(UnderWay):
        a_document(long, "Nobody.")
    with pytest.raises(UnderWay):
        next(in_turns(long, long.history.wanted_undo(), StepKind.UNDO))
    list(turning)
    a_document(long, "Nobody.")


def test_stopped_on_its_way_all_stands_again(long: Workspace) -> None:
    turning = long.history.in_turns(long.history.wanted_undo(), StepKind.UNDO)
    next(turning)
    next(turning)
    assert long.passages.count() < PASSAGES
    turning.close()
    assert long.passages.count() == PASSAGES
    assert list(long.verify()) == []
    long.history.undo()
    assert long.passages.count() == 0
    turning = long.history.in_turns(long.history.wanted_redo(), StepKind.REDO)
    next(turning)
    turning.close()
    assert (long.passages.count(), long.documents.ids()) == (0, [])


def test_where_later_work_rests_on_it_all_stands_again(long: Workspace) -> None:
    (document,) = long.documents.ids()
    step = long.history.wanted_undo()
    a_passage(long, document, "Nobody was hurt. Nobody", "Denial")
    with pytest.raises(Stale, match="later work rests on"):
        list(in_turns(long, step, StepKind.UNDO))
    assert long.passages.count() == PASSAGES + 1
    assert list(long.verify()) == []
    long.history.undo()
    assert long.history.take_back(step.id).kind is StepKind.UNDO
    assert long.passages.count() == 0


def test_what_is_half_back_when_nothing_can_be_written_goes_on_later(long: Workspace) -> None:
    turning = long.history.in_turns(long.history.wanted_undo(), StepKind.UNDO)
    next(turning)
    long._project.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(ReviewerError):
        list(turning)
    (half,) = [
        one for one in long.history.listed(long.history.ids()) if one.kind is StepKind.IMPORT
    ]
    assert not half.undone
    long._project.connection.execute("PRAGMA query_only = OFF")
    assert 0 < long.passages.count() < PASSAGES
    long.history.undo()
    assert long.passages.count() == 0
    assert list(long.verify()) == []


def test_what_is_turned_is_not_turned_once_more(long: Workspace) -> None:
    step = long.history.wanted_undo()
    assert long.history.weight(step) > PASSAGES
    long.history.turn(step, StepKind.UNDO)
    with pytest.raises(NotAllowed, match="cannot be taken back"):
        long.history.turn(step, StepKind.UNDO)
    with pytest.raises(NotAllowed, match="cannot be taken back"):
        next(long.history.in_turns(step, StepKind.UNDO))
    assert long.passages.count() == 0
